"""A small HTTP/1.1 client for load: kept connections, one request at a time on each, times by the wall clock.

It costs about a tenth of a millisecond a request, which is in every figure measured with it, whatever the server.
"""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

JSON_RESULTS = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Call:
    """A request; the body is a form where there is one, and then it is a POST."""

    path: str
    accept: str = "*/*"
    form: Mapping[str, str] | None = None
    headers: tuple[tuple[str, str], ...] = ()

    def encode(self, host: str) -> bytes:
        """The request as it goes over the wire."""
        body = urlencode(self.form).encode() if self.form is not None else b""
        lines = [
            f"{'GET' if self.form is None else 'POST'} {self.path} HTTP/1.1",
            f"Host: {host}",
            f"Accept: {self.accept}",
        ]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.form is not None:
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        return "\r\n".join((*lines, "", "")).encode() + body


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: status (0 where none came), headers in lower case, body, and the seconds that it took to come."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float


class Client:
    """One client with one connection, which is opened when needed and again where the server closed it.

    Args:
        port: of a server on this machine.
        source: the address to ask from, one of 127.0.0.0/8; servers tell clients apart by it.
        patience: seconds to wait for an answer before giving it up as status 0.
    """

    def __init__(self, port: int, source: str = "127.0.0.1", patience: float = 60.0) -> None:
        self.port = port
        self.source = source
        self.patience = patience
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, call: Call) -> Reply:
        """Make a request; where a kept connection turns out to be closed, once more on a new one."""
        encoded = call.encode(f"127.0.0.1:{self.port}")
        start = time.perf_counter()
        for fresh in (self._writer is None, True):
            try:
                async with asyncio.timeout(self.patience):
                    status, headers, body = await self._exchange(encoded)
            except (OSError, EOFError, TimeoutError) as error:
                await self.close()
                if fresh or isinstance(error, TimeoutError):
                    break
                continue
            if headers.get("connection", "").lower() == "close":
                await self.close()
            return Reply(status, headers, body, time.perf_counter() - start)
        return Reply(0, {}, b"", time.perf_counter() - start)

    async def _exchange(self, encoded: bytes) -> tuple[int, dict[str, str], bytes]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(
                "127.0.0.1", self.port, local_addr=(self.source, 0), limit=1 << 20
            )
            self._writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._writer.write(encoded)
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.rstrip("\r\n").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return int(first.split(" ", 2)[1]), headers, await self._read_body(self._reader, headers)

    @staticmethod
    async def _read_body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
        if headers.get("transfer-encoding", "").lower() == "chunked":
            blocks = []
            while size := int((await reader.readline()).split(b";")[0], 16):
                blocks.append((await reader.readexactly(size + 2))[:-2])
            await reader.readline()
            return b"".join(blocks)
        if "content-length" in headers:
            return await reader.readexactly(int(headers["content-length"]))
        return await reader.read() if headers.get("connection", "").lower() == "close" else b""

    async def close(self) -> None:
        """Close the connection, if there is one; the next request opens another."""
        writer, self._reader, self._writer = self._writer, None, None
        if writer is not None:
            writer.close()

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


def source_of(number: int) -> str:
    """The address of one of many clients of this machine."""
    return f"127.0.{1 + number // 250}.{1 + number % 250}"
