"""One worker process as its parent sees it: started, asked, killed, started again."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import threading
import time
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from graph.errors import QueryError, QueryLimit, StoreUnavailable

from .children import start_child
from .evaluation import Task
from .frames import Broken, Late, read_frame, read_mark, write_frame
from .limits import Limits
from .worker import restore_error

_START_SECONDS = 30.0
_QUICK_SECONDS = 0.5
"""How long a query is evaluated at the usual priority."""
_LOW_PRIORITY = 15


class WorkerProcess:
    """A child process over one store; one thread at a time may ask it, any thread may kill it.

    Args:
        directory: the store.
        memory: bytes of data that the child may ever hold.
        network: whether the child may open sockets.
    """

    def __init__(self, directory: Path, memory: int, network: bool) -> None:
        self.directory = directory
        self._options = {"memory": memory, "network": network}
        self._lock = threading.Lock()
        self._ready = False
        self._closed = False
        self.confined = False
        self.restarts = 0
        self._child = self._spawn()

    @property
    def pid(self) -> int:
        """The process id of the child that is there now."""
        return self._child.pid

    def _spawn(self) -> subprocess.Popen[bytes]:
        self._ready = False
        return start_child("worker", {**self._options, "directory": str(self.directory)})

    def _wait_until_ready(self) -> None:
        assert self._child.stdout is not None  # noqa: S101 - a pipe was asked for
        answer, _ = read_frame(self._child.stdout.fileno(), time.monotonic() + _START_SECONDS)
        if "error" in answer:
            raise restore_error(answer)
        self.confined = answer["confined"]
        self._ready = True

    def start(self) -> None:
        """Wait until the child has opened the store, at most 30 seconds; StoreUnavailable where it can't."""
        try:
            if not self._ready:
                self._wait_until_ready()
        except Broken:
            raise _NotDelivered from None
        except Late:
            self.restart()
            raise StoreUnavailable("a worker didn't start in time") from None

    def ask(self, task: Task, cancelled: threading.Event | None = None) -> bytes:
        """The serialised answer to a task; blocks until it is there.

        Whoever gives the task up sets `cancelled` and then kills the child, in this order: no other child takes it.

        Raises:
            QueryError: as `answer_task` raises, QueryLimit for time or memory, or StoreUnavailable where the child died
                of something else. After the last two the child is another one, and so it is after a long query.
            CancelledError: it was given up before a child took it.
        """
        for _ in range(2):
            if self._closed:
                raise StoreUnavailable("the store is closed")
            if cancelled is not None and cancelled.is_set():
                raise CancelledError
            try:
                self.start()
                return self._ask(task)
            except _NotDelivered:
                self.restart()
        raise _NotDelivered

    def _ask(self, task: Task) -> bytes:
        assert self._child.stdin is not None and self._child.stdout is not None  # noqa: S101, PT018
        head, limits = asdict(task), task.limits
        text = head.pop("text").encode()
        try:
            write_frame(self._child.stdin.fileno(), head, text)
        except Broken:
            raise _NotDelivered from None
        until = time.monotonic() + limits.seconds
        delivered = False
        try:
            read_mark(self._child.stdout.fileno(), until)
            delivered = True
            slow = self._give_way(min(until, time.monotonic() + _QUICK_SECONDS))
            answer, body = read_frame(self._child.stdout.fileno(), until)
        except Late:
            self.restart()
            raise QueryLimit(
                "time", f"the query took over {limits.seconds:g} seconds and was stopped; make it more selective"
            ) from None
        except Broken:
            if not delivered:
                raise _NotDelivered from None
            raise self._explain_death(limits) from None
        if answer.pop("retire") or slow:  # a process that isn't root's can't raise its priority again
            self.restart()
        if answer:
            raise restore_error(answer)
        return body

    def _give_way(self, until: float) -> bool:
        """Let others go first from then on, should the child not have answered; whether it hasn't.

        A query of many seconds then costs the others little, even where there are fewer processors than workers.
        """
        assert self._child.stdout is not None  # noqa: S101 - a pipe was asked for
        poll = select.poll()
        poll.register(self._child.stdout.fileno(), select.POLLIN)
        if poll.poll(max(0.0, until - time.monotonic()) * 1000):
            return False
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, self._child.pid, _LOW_PRIORITY)
        return True

    def _explain_death(self, limits: Limits) -> QueryError:
        code = self._child.wait()
        self.restart()
        if code == -signal.SIGABRT:
            used = f"the query needs more than the {limits.memory} bytes of memory it may have; ask for less at once"
            return QueryLimit("memory", used)
        if code == -signal.SIGSEGV:
            return QueryLimit(
                "memory", "the query is nested too deeply, or too long a chain, for the memory it may have"
            )
        return StoreUnavailable("the worker that evaluated the query died; ask again")

    def kill(self) -> None:
        """End the child at once, whatever it does; the next question finds another one. Any thread may call it."""
        self._child.kill()

    def restart(self) -> None:
        """End the child and start another one, without waiting until that is ready; after `close`, just end it."""
        with self._lock:
            self._child.kill()
            self._child.wait()
            self._close_pipes()
            if not self._closed:
                self.restarts += 1
                self._child = self._spawn()

    def move(self, directory: Path) -> None:
        """Serve another store from now on; only the thread that asks may call it, between its questions."""
        self.directory = directory
        self.restart()

    def close(self) -> None:
        """End the child and let none follow. The thread that asks, if any, gets an error; `finish` when it has it."""
        with self._lock:
            self._closed = True
            self._child.kill()

    def finish(self) -> None:
        """Give back what a closed child leaves behind; no thread may ask any more."""
        self._child.wait()
        self._close_pipes()

    def _close_pipes(self) -> None:
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()


class _NotDelivered(StoreUnavailable):
    """The child was gone before it took the task, so that another one may be asked."""

    def __init__(self) -> None:
        super().__init__("the workers die before they take a query")
