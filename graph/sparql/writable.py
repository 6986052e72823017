"""A store that an operator may change: queries as everywhere, changes one at a time, each whole and lasting."""

from __future__ import annotations

import asyncio
import json
import signal
import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from pathlib import Path

from graph.errors import QueryError, QueryLimit, StoreBusy, StoreUnavailable

from .changes import Change
from .children import start_child
from .frames import Broken, Late, read_frame, write_frame
from .limits import Limits
from .store import EmbeddedStore
from .tasks import DEFAULT_LIMITS
from .versions import Versions
from .worker import restore_error

WRITE_LIMITS = Limits(seconds=60.0, memory=4 << 30)
_MOST_WAITING = 16  # changes
_MEMORY_SIGNALS = (signal.SIGABRT, signal.SIGSEGV)  # how a process ends that runs out of memory or of stack


class WritableStore(EmbeddedStore):
    """Oxigraph over a folder of versions (`versions` describes it).

    A change is made by a child process on a copy, which then becomes the version that is served. So whatever is killed
    at whatever time, the store has all of a change or nothing of it; queries under way see the data they began with.
    The default graph is the store's unnamed graph.

    Args:
        folder: made when it is missing, with an empty store.
        files: what is added to it before it is served, all of them or none; takes as long as it takes.
        workers, queue, limits, services, base: as for `EmbeddedStore`.
        write_limits: the most that a change may cost in time and memory.

    Attributes:
        on_change: called after each change, in the thread that made it.

    Raises:
        StoreUnavailable: the folder can't be used.
        QueryError: a file can't be read or isn't RDF; the message names it.
    """

    def __init__(
        self,
        folder: Path,
        *,
        files: Sequence[Path] = (),
        workers: int = 2,
        queue: int = 64,
        limits: Limits = DEFAULT_LIMITS,
        write_limits: Limits = WRITE_LIMITS,
        services: Collection[str] = (),
        base: str = "",
    ) -> None:
        self._versions = Versions(folder)
        self._network = bool(services)
        self.write_limits = write_limits
        self.on_change: Callable[[], None] = lambda: None
        self._writing = threading.Lock()
        self._waiting = 0
        try:
            version = self._versions.current
            if files:
                version, _ = self._write(version, _reading(files, base), 0)
            elif not version:
                version, _ = self._write("", Change("update"), 0)
            path = self._versions.path(version)
            self._versions.sweep({path})
            super().__init__(
                path, version=version, workers=workers, queue=queue, limits=limits, services=services, base=base
            )
        except BaseException:
            self._versions.close()
            raise

    @property
    def directory(self) -> Path:
        """The version that is served, a store of Oxigraph's; the next change may remove it."""
        return self._versions.path(self.version)

    def change(self, change: Change) -> bool:
        """Make a change, and wait until it is lasting; what is asked from then on sees it.

        Returns:
            Whether the graph was there before; true for an update.

        Raises:
            QuerySyntaxError, QueryLimit: the change's fault; nothing was changed.
            StoreBusy: too many changes wait already.
            StoreUnavailable: it couldn't be made; nothing was changed.
        """
        return self._change(change, self.write_limits.seconds)

    async def write(self, change: Change) -> bool:
        """The same as `change`, in a thread; it goes on where nobody waits for it any more."""
        return await asyncio.shield(asyncio.ensure_future(asyncio.to_thread(self.change, change)))

    def _change(self, change: Change, seconds: float) -> bool:
        if self._waiting >= _MOST_WAITING:
            raise StoreBusy(f"{self._waiting} changes wait already; try again in a moment")
        self._waiting += 1
        try:
            with self._writing:
                version, was_there = self._write(self.version, change, seconds)
                path = self._versions.path(version)
                self.pool.switch(path)
                self.version = version
                self._versions.sweep(self.pool.directories)
                self.on_change()
                return was_there
        finally:
            self._waiting -= 1

    def _write(self, source: str, change: Change, seconds: float) -> tuple[str, bool]:
        """Publish a changed copy of a version, or of an empty store; its name, and whether the graph was there."""
        aside = self._versions.place()
        try:
            was_there = self._run(source, aside, change, seconds)
            return self._versions.publish(aside), was_there
        finally:
            self._versions.discard(aside)

    def _run(self, source: str, aside: Path, change: Change, seconds: float) -> bool:
        options = {
            "source": str(self._versions.path(source)) if source else "",
            "target": str(aside),
            "memory": self.write_limits.memory,
            "seconds": seconds,
            "network": self._network,
        }
        head = asdict(change)
        body = head.pop("body")
        until = time.monotonic() + seconds if seconds else None
        with start_child("writer", options) as child:
            assert child.stdin is not None and child.stdout is not None  # noqa: S101, PT018 - pipes were asked for
            try:
                write_frame(child.stdin.fileno(), head, body)
                answer, _ = read_frame(child.stdout.fileno(), until)
            except Late:
                message = f"the change took over {seconds:g} seconds and was given up; make it in parts"
                raise QueryLimit("time", message) from None
            except Broken:
                raise self._explain_death(child.wait()) from None
            finally:
                child.kill()
        if "error" in answer:
            raise restore_error(answer)
        return bool(answer["was_there"])

    def _explain_death(self, code: int) -> QueryError:
        if -code in _MEMORY_SIGNALS:
            most = self.write_limits.memory
            return QueryLimit("memory", f"the change needs more than the {most} bytes of memory it may have")
        return StoreUnavailable("the process that made the change died, and nothing was changed; ask again")

    def close(self) -> None:
        """End the workers and let another process have the folder; may be called more than once."""
        super().close()
        self._versions.close()


def _reading(files: Sequence[Path], base: str) -> Change:
    """The change that adds what files hold."""
    paths = json.dumps([str(path.resolve()) for path in files])
    return Change("read", paths.encode(), base=f"{base}data/" if base else "")
