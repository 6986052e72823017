"""The service as a process over the small dataset."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bench.client import Client
from graph import Identifiers
from graph.datasets.building import compile_dataset
from graph.datasets.publish import publish, sorted_quads
from tests.api.service import Served
from tests.load.serving import Service, get

Serve = Callable[..., Service]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The authored folder and the folder of what was built from it."""
    served = Served(tmp_path_factory.mktemp("data"))
    folder = tmp_path_factory.mktemp("built")
    publish(sorted_quads(compile_dataset(served.folder, Identifiers()).dataset), folder)
    return served.folder, folder


@pytest.fixture
def serve(built: tuple[Path, Path], tmp_path: Path) -> Iterator[Serve]:
    """Start the service with settings, ready to answer; it is stopped at the end."""
    with ExitStack() as stack:

        def start(**settings: Any) -> Service:
            service = stack.enter_context(Service(*built, tmp_path, **settings))
            asyncio.run(_wait_until_ready(service))
            return service

        yield start


async def _wait_until_ready(service: Service) -> None:
    for _ in range(1200):
        async with Client(service.port) as client:
            if (await client.ask(get("/readyz"))).status == 200:
                return
        assert service.process.poll() is None, service.log.read_text(encoding="utf-8")
        await asyncio.sleep(0.05)
    raise AssertionError("the service didn't get ready in a minute")
