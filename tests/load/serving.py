"""A real `migov serve` process over the small dataset, looked at from outside."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import psutil

from bench.client import JSON_RESULTS, Call, Client

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
_SHOWN = re.compile(r"http://127\.0\.0\.1:(\d+)")
_COMMAND = "from api.cli import main; main()"


def ask(query: str, timeout: float | None = None) -> Call:
    """A query as a POST."""
    return Call("/sparql", JSON_RESULTS, {"query": query, **({"timeout": f"{timeout:g}"} if timeout else {})})


def get(path: str) -> Call:
    """A GET; what isn't ASCII is escaped."""
    return Call(quote(path, safe="/?=&%:"))


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether a condition comes true within a time that only what hangs exceeds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


class Service:
    """The service as a process of its own, on a free port; use as a context manager.

    Args:
        data: the authored folder.
        dataset: what was built from it.
        folder: where its log goes.
        settings: as environment variables without their prefix, in lower case.
    """

    def __init__(self, data: Path, dataset: Path, folder: Path, **settings: object) -> None:
        given = {f"MIGOV_{name.upper()}": str(value) for name, value in settings.items()}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MIGOV_")}
        environment = {**kept, "MIGOV_DATA": str(data), "MIGOV_DATASET": str(dataset), "MIGOV_PORT": "0", **given}
        self.log = folder / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", _COMMAND, "serve"],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self.process.stdout is not None
        found = _SHOWN.search(self.process.stdout.readline())
        assert found, self.log.read_text(encoding="utf-8")
        self.port = int(found[1])
        self.outside = psutil.Process(self.process.pid)

    def client(self, source: str = "127.0.0.1") -> Client:
        """A client that asks from an address."""
        return Client(self.port, source)

    async def numbers(self) -> dict[str, float]:
        """What /metrics says."""
        async with self.client("127.0.0.200") as client:
            reply = await client.ask(get("/metrics"))
        assert reply.status == 200
        lines = (line.rpartition(" ") for line in reply.body.decode().splitlines() if not line.startswith("#"))
        return {name: float(value) for name, _, value in lines}

    def workers(self) -> list[psutil.Process]:
        """The processes that evaluate queries."""
        return [child for child in self.outside.children() if child.status() != psutil.STATUS_ZOMBIE]

    def __enter__(self) -> Service:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
