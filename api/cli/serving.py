"""`migov serve`: the service on this machine."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from graph.errors import GraphError

from ..app import create_app
from ..settings import Settings
from .console import DatasetOption, app

# Seconds that an idle connection is kept, and that answers under way may take when the service stops.
KEEP_ALIVE, GRACE = 5, 10
# Bytes of a request's head; a longer one is refused before our own bound of the address can tell.
HEADER_BYTES = 65_536


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens, so that the address is sure to be ours before anything is opened."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise GraphError(
            f"can't listen on {host}:{port} ({error.strerror}): stop what runs there or take another port, "
            f"migov serve --port {port + 1 if port < 65535 else 8000}"
        ) from error
    return listener


@app.command(epilog="Example: `migov serve --port 8100`")
def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on.", show_default="127.0.0.1")] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="Port; 0 takes a free one.", show_default="8000")
    ] = None,
    dataset: DatasetOption = None,
) -> None:
    """Serve the start page, the diagrams, SPARQL and REST, and print where."""
    given: dict[str, str | int | Path] = {
        name: value for name, value in (("host", host), ("port", port), ("dataset", dataset)) if value is not None
    }
    settings = Settings(**given)  # type: ignore[arg-type]
    listener = _listen(settings.host, settings.port)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    with listener:
        service = create_app(settings)
        print(f"Migov serves on http://{shown}:{listener.getsockname()[1]} (stop with Ctrl-C)", flush=True)
        config = uvicorn.Config(
            service,
            log_config=None,
            access_log=False,
            server_header=False,
            limit_concurrency=settings.connections,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=GRACE,
            h11_max_incomplete_event_size=HEADER_BYTES,
        )
        uvicorn.Server(config).run(sockets=[listener])
