"""An operator's store on disk: each version in a folder of its own that nobody writes to once it is whole.

<folder>/<version>/    an Oxigraph store; files that versions have in common are one file with several names
<folder>/current       the version that is served; replaced in one step, so that a crash leaves the old or the new one
<folder>/lock          held by the process that serves
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Collection
from pathlib import Path
from uuid import uuid4

from graph.errors import StoreUnavailable
from graph.files import write_whole


class Versions:
    """The versions in a folder; one process at a time may hold it.

    Args:
        folder: made when it is missing; else it must be empty or such a store.

    Raises:
        StoreUnavailable: it holds something else, is held by another process, is damaged, or can't be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / "current").exists() and any(not _is_ours(path) for path in folder.iterdir()):
                raise StoreUnavailable(
                    f"{folder} holds other files and no store of Migov: name an empty or a new folder"
                )
            self._lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise StoreUnavailable(f"{folder} can't be opened: {error.strerror or error}") from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            raise StoreUnavailable(f"another process serves {folder}: stop it, or name another folder") from None

    @property
    def current(self) -> str:
        """The version that is served; empty where there is none yet.

        Raises:
            StoreUnavailable: the folder is damaged.
        """
        try:
            version = (self.folder / "current").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise StoreUnavailable(f"{self.folder / 'current'} can't be read: {error}") from error
        if not version.isalnum() or not (self.folder / version / "CURRENT").is_file():
            raise StoreUnavailable(
                f"{self.folder} is damaged: {self.folder / 'current'} names {version!r}, and there is no such version"
            )
        return version

    def path(self, version: str) -> Path:
        """Where a version stands."""
        return self.folder / version

    def place(self) -> Path:
        """Where a new version may be written aside; nothing is there yet."""
        return self.folder / f".{uuid4().hex[:16]}"

    def publish(self, aside: Path) -> str:
        """Make what was written aside, and is on the disk, the current version; raises StoreUnavailable."""
        version = aside.name.removeprefix(".")
        try:
            aside.replace(self.path(version))
            write_whole(self.folder / "current", version + "\n")
            handle = os.open(self.folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise StoreUnavailable(f"{self.folder} can't be written: {error.strerror or error}") from error
        return version

    def discard(self, aside: Path) -> None:
        """Remove what was written aside, where it wasn't published."""
        shutil.rmtree(aside, ignore_errors=True)

    def sweep(self, keep: Collection[Path]) -> None:
        """Remove every version, whole or in part, but these."""
        for path in self.folder.iterdir():
            if path.is_dir() and path not in keep:
                shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Let another process hold the folder; may be called more than once."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _is_ours(path: Path) -> bool:
    return path.name == "lock" or (path.is_dir() and path.name.startswith("."))
