"""A few worker processes and the queue before them; each query can be stopped, by its time or by its asker."""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections import Counter
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path

from graph.errors import StoreBusy, StoreUnavailable

from .evaluation import Task
from .process import WorkerProcess

log = logging.getLogger("migov.sparql")


class Call:
    """One task on its way: waiting, evaluated or done."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.answer: Future[bytes] = Future()
        self._lock = threading.Lock()
        self._worker: WorkerProcess | None = None
        self._cancelled = threading.Event()

    def evaluate(self, worker: WorkerProcess) -> bytes:
        """Have a worker answer; raises CancelledError where `cancel` came before it began."""
        with self._lock:
            if self._cancelled.is_set():
                raise CancelledError
            self._worker = worker
        try:
            return worker.ask(self.task, self._cancelled)
        finally:
            with self._lock:
                self._worker = None

    def cancel(self) -> None:
        """Take it out of the queue, or end the worker that evaluates it."""
        self.answer.cancel()
        with self._lock:
            self._cancelled.set()
            if self._worker:
                self._worker.kill()


class WorkerPool:
    """Worker processes over one store.

    Each has a thread that waits for it, so that the pool serves any number of event loops, and none at all.

    Args:
        directory: the store that is served first, which no process may write to meanwhile.
        size: number of processes, all started at once.
        waiting: how many tasks may wait for one of them.
        memory: bytes of data that a process may ever hold.
        network: whether the processes may open sockets.
    """

    def __init__(self, directory: Path, *, size: int, waiting: int, memory: int, network: bool) -> None:
        self._directory = directory
        self._read: Counter[Path] = Counter()
        self._size = size
        self._waiting = waiting
        self._pending = 0
        self._closed = False
        self._lock = threading.Lock()
        self._workers = [WorkerProcess(directory, memory, network) for _ in range(size)]
        self._idle: queue.SimpleQueue[WorkerProcess] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(size, "sparql")
        try:
            self._workers[0].start()
        except StoreUnavailable:
            self.close()
            raise
        if not network and not self._workers[0].confined:
            log.warning("this system has no way to cut the workers' network; only parsing keeps queries from it")

    @property
    def pids(self) -> tuple[int, ...]:
        """The process ids of the workers that are there now."""
        return tuple(worker.pid for worker in self._workers)

    @property
    def restarts(self) -> int:
        """How often a worker was ended and another one started in its place."""
        return sum(worker.restarts for worker in self._workers)

    @property
    def pending(self) -> int:
        """How many tasks wait or are evaluated."""
        return self._pending

    @property
    def directories(self) -> frozenset[Path]:
        """The stores that are read now: the one that is served, and those of queries that began before a switch."""
        with self._lock:
            return frozenset((self._directory, *(path for path, readers in self._read.items() if readers)))

    def switch(self, directory: Path) -> None:
        """Answer what comes from now on from another store; queries under way end over the one they began with."""
        with self._lock:
            self._directory = directory

    def submit(self, task: Task) -> Call:
        """Put a task in the queue.

        Raises:
            StoreBusy: too many wait already.
            StoreUnavailable: the pool is closed.
        """
        call = Call(task)
        with self._lock:
            if self._closed:
                raise StoreUnavailable("the store is closed")
            if self._pending >= self._size + self._waiting:
                raise StoreBusy(f"{self._pending} queries are being answered or wait already; try again in a moment")
            self._pending += 1
            self._threads.submit(self._run, call)
        return call

    def _run(self, call: Call) -> None:
        worker = self._idle.get()
        with self._lock:
            directory = self._directory
            self._read[directory] += 1
        answer: bytes | BaseException | None = None
        try:
            if worker.directory != directory:
                worker.move(directory)
            if call.answer.set_running_or_notify_cancel():
                answer = call.evaluate(worker)
        except BaseException as error:  # whoever asked gets it, whatever it is
            answer = error
        self._idle.put(worker)
        with self._lock:
            self._pending -= 1
            self._read[directory] -= 1
        if isinstance(answer, bytes):
            call.answer.set_result(answer)
        elif answer is not None:
            call.answer.set_exception(answer)

    async def run(self, task: Task) -> bytes:
        """The serialised answer to a task; cancelling ends its evaluation.

        Raises:
            StoreBusy: too many wait already, or no worker came free within the time the query may take.
            QueryError: as `WorkerProcess.ask` raises.
        """
        call = self.submit(task)
        answer = asyncio.wrap_future(call.answer)
        try:
            done, _ = await asyncio.wait((answer,), timeout=task.limits.seconds)
            if not done and call.answer.cancel():
                raise StoreBusy(f"no worker came free within {task.limits.seconds:g} seconds; try again in a moment")
            return await answer
        except asyncio.CancelledError:
            answer.cancel()
            call.cancel()
            raise

    def close(self) -> None:
        """End the processes and what they evaluate; may be called more than once."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()
        for worker in self._workers:
            worker.finish()
