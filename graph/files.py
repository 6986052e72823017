"""Files written completely or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file aside and swap it in, so that readers see the old content or the new one, never a part.

    Args:
        path: where; its folder must exist.
        content: bytes, or text that is written as UTF-8.

    Raises:
        OSError: the folder is missing or not writable, or the disk is full; what stood there before is untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # Temporary files are private to their owner; what is published is as readable as any new file.
        umask = os.umask(0)
        os.umask(umask)
        Path(aside).chmod(0o666 & ~umask)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
