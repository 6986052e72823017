"""The child process that makes one change: it copies a store aside, changes the copy, and ends.

Nobody reads the copy until its parent publishes it, so the child may be killed at any time.
"""

from __future__ import annotations

import json
import math
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pyoxigraph

from graph.errors import QueryError, StoreUnavailable

from .changes import Change, apply_change
from .confinement import bound_memory, cut_network
from .frames import Broken, read_frame, write_frame
from .worker import describe_error

_SPARE_SECONDS = 2  # how much later than the parent's own limit the alarm rings


def main() -> None:
    """Make the change that comes on the standard input; the one argument is a JSON object.

    Its members: `source`, a store or empty; `target`, where the changed copy is to stand, which must not exist;
    `memory` in bytes; `seconds`, or zero for no end; `network`, whether sockets may be opened.
    """
    options: dict[str, Any] = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if options["seconds"]:
        signal.alarm(math.ceil(options["seconds"]) + _SPARE_SECONDS)
    if not options["network"]:
        cut_network()
    bound_memory(options["memory"])
    try:
        head, body = read_frame(0)
        write_frame(
            1, _make(Path(options["source"]) if options["source"] else None, Path(options["target"]), head, body)
        )
    except Broken:
        return


def _make(source: Path | None, target: Path, head: dict[str, Any], body: bytes) -> dict[str, Any]:
    try:
        if source is not None:
            copy_store(source, target)
        store = pyoxigraph.Store(str(target))
        was_there = apply_change(store, Change(body=body, **head))
        store.flush()
    except QueryError as error:
        return describe_error(error)
    except OSError as error:
        return describe_error(StoreUnavailable(f"{target} can't be written: {error}"))
    del store
    sync_folder(target)
    return {"was_there": was_there}


def copy_store(source: Path, target: Path) -> None:
    """Copy a store that nobody writes to; what can't change any more is linked, not copied."""
    pyoxigraph.Store.read_only(str(source)).backup(str(target))


def sync_folder(folder: Path) -> None:
    """Have the files of a folder, and their names, on the disk before this returns."""
    for path in (*sorted(folder.iterdir()), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
