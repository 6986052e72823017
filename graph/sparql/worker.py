"""The child process that evaluates queries: it reads tasks from its standard input and answers on its standard output.

It ends when its input does, when its parent kills it, or by the alarm that it sets itself for each task, which the
kernel delivers even while native code runs, so that no evaluation outlives a parent that was killed.
"""

from __future__ import annotations

import json
import math
import os
import resource
import signal
import sys
from typing import Any

import pyoxigraph

from graph.errors import QueryError, QueryLimit, QuerySyntaxError, StoreUnavailable

from .confinement import bound_memory, cut_network
from .evaluation import Task, answer_task
from .faults import UnsuitedFormat
from .frames import Broken, read_frame, write_frame, write_mark
from .limits import Limits

_SPARE_SECONDS = 2  # how much later than the parent's own limit the alarm rings
_RETIRE_ABOVE = 256 << 10  # KiB of growth after which a worker asks to be replaced, to give its memory back


def main() -> None:
    """Serve until the input ends; the one argument is a JSON object.

    Its members: `directory` of the store, `memory` in bytes, `network` (whether sockets may be opened).
    """
    options: dict[str, Any] = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    tasks, answers = os.dup(0), os.dup(1)
    silence = os.open(os.devnull, os.O_RDWR)
    os.dup2(silence, 0)
    os.dup2(silence, 1)
    confined = not options["network"] and cut_network()
    bound_memory(options["memory"])
    try:
        store = pyoxigraph.Store.read_only(options["directory"])
    except OSError as error:
        write_frame(answers, {"error": "store", "message": f"{options['directory']} can't be opened: {error}"})
        return
    write_frame(answers, {"confined": confined})
    usual = _peak_memory()
    while True:
        try:
            head, text = read_frame(tasks)
        except Broken:
            return
        write_mark(answers)
        limits = Limits(**head.pop("limits"))
        signal.alarm(math.ceil(limits.seconds) + _SPARE_SECONDS)
        bound_memory(min(limits.memory, options["memory"]))
        answer, body = _answer(store, Task(text.decode(), limits=limits, **_tuples(head)))
        signal.alarm(0)
        write_frame(answers, {**answer, "retire": _peak_memory() > usual + _RETIRE_ABOVE}, body)


def _peak_memory() -> int:
    """The most memory this process ever had, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _tuples(head: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in head.items()}


def _answer(store: pyoxigraph.Store, task: Task) -> tuple[dict[str, Any], bytes]:
    try:
        return {}, answer_task(store, task)
    except QueryError as error:
        return describe_error(error), b""


def describe_error(error: QueryError) -> dict[str, Any]:
    """An error as JSON; `restore_error` makes it again."""
    described: dict[str, Any] = {"error": "store", "message": str(error)}
    if isinstance(error, QuerySyntaxError):
        described |= {"error": "syntax", "line": error.line, "column": error.column}
    elif isinstance(error, QueryLimit):
        described |= {"error": "limit", "limit": error.limit}
    elif isinstance(error, UnsuitedFormat):
        described |= {"error": "format"}
    return described


def restore_error(described: dict[str, Any]) -> QueryError:
    """The error that was described."""
    message = described["message"]
    if described["error"] == "syntax":
        return QuerySyntaxError(message, described["line"], described["column"])
    if described["error"] == "limit":
        return QueryLimit(described["limit"], message)
    if described["error"] == "format":
        return UnsuitedFormat(message)
    return StoreUnavailable(message)
