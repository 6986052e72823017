"""`migov serve`: the service on this machine."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI

from graph.errors import GraphError

from ..app import create_app
from ..serving.connections import bounded_connections
from ..serving.logs import write_log
from ..settings import Settings
from .console import DatasetOption, app

# Seconds that an idle connection is kept.
KEEP_ALIVE = 5


class Server(uvicorn.Server):
    """Uvicorn, which says that it is about to stop, at /readyz, before it takes no more requests."""

    def __init__(self, config: uvicorn.Config, service: FastAPI) -> None:
        super().__init__(config)
        self.service = service

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take notice of a signal to stop."""
        self.service.state.stopping = True
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop: after the time that whoever sends us requests needs to take notice, finish what is under way."""
        end = monotonic() + self.service.state.settings.drain_seconds
        while monotonic() < end and not self.force_exit:
            await asyncio.sleep(0.1)
        await super().shutdown(sockets)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens, so that the address is sure to be ours before anything is opened."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio sends what it has at once (TCP_NODELAY); without it, a small answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
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
    store: Annotated[
        Path | None, typer.Option("--store", help="Folder of a store of your own to serve; made when missing.")
    ] = None,
    data: Annotated[
        list[Path] | None,
        typer.Option("--data", help="RDF to serve instead of the report, or to add to the store; may be repeated."),
    ] = None,
) -> None:
    """Serve the start page, the diagrams, SPARQL and REST, and print where."""
    options = {"host": host, "port": port, "dataset": dataset, "store": store, "files": tuple(data or ()) or None}
    given = {name: value for name, value in options.items() if value is not None}
    settings = Settings(**given)  # type: ignore[arg-type]
    write_log(settings.log_level)
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
            http=bounded_connections(settings.connections, settings.head_seconds),  # type: ignore[arg-type]
            ws="none",
            loop="uvloop",
            forwarded_allow_ips=settings.proxies,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=settings.stop_seconds,
        )
        Server(config, service).run(sockets=[listener])
