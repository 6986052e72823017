"""How the service and its workers talk: frames of a JSON head and a body of bytes over pipes."""

from __future__ import annotations

import json
import os
import select
import struct
import time
from typing import Any

_HEAD = struct.Struct(">II")
_MARK = b"."
_BLOCK = 1 << 20


class Broken(Exception):
    """The other end has gone."""


class Late(Exception):
    """The other end didn't answer in time."""


def write_frame(pipe: int, head: dict[str, Any], body: bytes = b"") -> None:
    """Write one frame to a file descriptor; raises Broken."""
    encoded = json.dumps(head).encode()
    rest = memoryview(_HEAD.pack(len(encoded), len(body)) + encoded + body)
    try:
        while rest:
            rest = rest[os.write(pipe, rest) :]
    except BrokenPipeError:
        raise Broken from None


def read_frame(pipe: int, until: float | None = None) -> tuple[dict[str, Any], bytes]:
    """Read one frame from a file descriptor.

    Args:
        pipe: a file descriptor.
        until: when to give up, on the clock of `time.monotonic`; None waits for ever.

    Raises:
        Broken: the other end has gone.
        Late: the time is over.
    """
    head_size, body_size = _HEAD.unpack(_read(pipe, _HEAD.size, until))
    head: dict[str, Any] = json.loads(_read(pipe, head_size, until))
    return head, _read(pipe, body_size, until)


def write_mark(pipe: int) -> None:
    """Say that a frame was taken."""
    os.write(pipe, _MARK)


def read_mark(pipe: int, until: float) -> None:
    """Wait until the other end has taken a frame; raises as `read_frame` does."""
    _read(pipe, len(_MARK), until)


def _read(pipe: int, size: int, until: float | None) -> bytes:
    blocks = bytearray()
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    while len(blocks) < size:
        if until is not None:
            left = until - time.monotonic()
            if left <= 0 or not poll.poll(left * 1000):
                raise Late
        block = os.read(pipe, min(_BLOCK, size - len(blocks)))
        if not block:
            raise Broken
        blocks += block
    return bytes(blocks)
