"""The service as a program of its own, asked over HTTP."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx2

TOKEN = "a-token-for-tests-only"
_READY = "Migov serves on "


@contextmanager
def serve(
    *arguments: str | Path, settings: Mapping[str, str] | None = None, timeout: float = 120
) -> Iterator[httpx2.Client]:
    """A client of `migov serve` with these arguments and settings, on a free port; ended after use."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MIGOV_")}
    environment |= {"MIGOV_WRITE_TOKEN": TOKEN, "MIGOV_WORKERS": "1", "MIGOV_LOG_LEVEL": "error", **(settings or {})}
    with subprocess.Popen(
        command("serve", "--port", "0", *arguments), stdout=subprocess.PIPE, text=True, env=environment
    ) as program:
        assert program.stdout is not None
        try:
            line = program.stdout.readline()
            assert line.startswith(_READY), line
            with httpx2.Client(
                base_url=line.removeprefix(_READY).split()[0], timeout=timeout, trust_env=False
            ) as client:
                yield client
        finally:
            program.terminate()


def command(*arguments: str | Path) -> Sequence[str]:
    """The command line `migov …` of this environment."""
    return [sys.executable, "-c", "from api.cli import main; main()", *map(str, arguments)]
