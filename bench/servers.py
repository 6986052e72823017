"""The servers that are compared: each started over the same data on a free port of this machine, and ended again."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

VIRTUOSO = ("virtuoso-t", "/usr/bin/virtuoso-t")
START_SECONDS = 900
_SERVE = "from api.cli import main; main()"
_INI = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{control}
DirsAllowed = {data}
NumberOfBuffers = 85000
MaxDirtyBuffers = 65000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 40
[SPARQL]
ResultSetMaxRows = 100000
MaxQueryExecutionTime = 10
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers.

    Args:
        name: as the table names it.
        port: of this machine.
        path: of its SPARQL endpoint.
        process: its main process.
    """

    name: str
    port: int
    path: str
    process: psutil.Process

    def memory(self) -> int:
        """Resident memory of the process and its children, in bytes; 0 when it has died."""
        try:
            family = (self.process, *self.process.children(recursive=True))
            return sum(each.memory_info().rss for each in family)
        except psutil.NoSuchProcess:
            return 0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def run_server(
    name: str, path: str, port: int, command: list[str], folder: Path, **environment: str
) -> Iterator[Server]:
    """Start a program, wait until it answers a query, and end it and its children at the end.

    Raises:
        RuntimeError: it doesn't get ready; the message ends with its log.
    """
    log = folder / f"{name.replace(' ', '-')}.log"
    kept = {key: value for key, value in os.environ.items() if not key.startswith("MIGOV_")}
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd=folder, env={**kept, **environment})
    server = Server(name, port, path, psutil.Process(process.pid))
    try:
        end = time.monotonic() + START_SECONDS
        while not _answers(server):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{name} doesn't start: {log.read_text(errors='replace')[-500:]}")
            time.sleep(0.2)
        yield server
    finally:
        children = server.process.children(recursive=True) if process.poll() is None else []
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for child in psutil.wait_procs(children, timeout=5)[1]:
            child.kill()


def _answers(server: Server) -> bool:
    """Whether the smallest query is answered: some listen long before their data is open."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request("GET", f"{server.path}?query=ASK%20%7B%7D", headers={"Accept": "*/*"})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@contextmanager
def run_migov(dataset: Path, folder: Path, *, cache: bool = True) -> Iterator[Server]:
    """This service, with its default settings; without a cache every query is evaluated."""
    port = free_port()
    settings = {"MIGOV_DATASET": str(dataset), "MIGOV_PORT": str(port), "MIGOV_LOG_LEVEL": "warning"}
    if not cache:
        settings["MIGOV_CACHE_BYTES"] = "0"
    command = [sys.executable, "-c", _SERVE, "serve"]
    name = "Migov" if cache else "Migov without its cache"
    with run_server(name, "/sparql", port, command, folder, **settings) as server:
        yield server


@contextmanager
def run_data(data: Path, folder: Path) -> Iterator[Server]:
    """This service over a file of somebody else's RDF."""
    port = free_port()
    command = [sys.executable, "-c", _SERVE, "serve", "--data", str(data), "--port", str(port)]
    layouts = str(folder / "layouts")
    with run_server("Migov over RDF", "/sparql", port, command, folder, MIGOV_LAYOUTS=layouts) as server:
        yield server


@contextmanager
def run_oxigraph(quads: Path, folder: Path, *, seconds: int | None = None) -> Iterator[Server]:
    """`oxigraph serve-read-only`, with its own time limit where one is given."""
    program = str(Path(sys.executable).with_name("oxigraph"))
    store = folder / "oxigraph"
    if not store.exists():
        subprocess.run(
            [program, "load", "--location", store, "--file", quads],
            check=True,
            capture_output=True,
            timeout=START_SECONDS,
        )
    port = free_port()
    command = [program, "serve-read-only", "--location", str(store), "--bind", f"127.0.0.1:{port}"]
    command += ["--union-default-graph", *(("--timeout-s", str(seconds)) if seconds else ())]
    with run_server("oxigraph serve", "/query", port, command, folder) as server:
        yield server


@contextmanager
def run_rdflib(quads: Path, folder: Path) -> Iterator[Server]:
    """rdflib-endpoint, with the store in memory that it has by default."""
    program = str(Path(sys.executable).with_name("rdflib-endpoint"))
    port = free_port()
    command = [program, "serve", "--host", "127.0.0.1", "--port", str(port), str(quads)]
    with run_server("rdflib-endpoint", "/", port, command, folder) as server:
        yield server


def find_virtuoso() -> str | None:
    """Virtuoso's program, where Debian's package is installed."""
    return next((found for name in VIRTUOSO if (found := shutil.which(name))), None)


@contextmanager
def run_virtuoso(quads: Path, folder: Path) -> Iterator[Server]:
    """Virtuoso 7 over a database of its own in the folder."""
    port, control = free_port(), free_port()
    home = folder / "virtuoso"
    home.mkdir(exist_ok=True)
    ini = home / "virtuoso.ini"
    ini.write_text(_INI.format(folder=home, data=quads.parent, port=port, control=control), encoding="utf-8")
    command = [find_virtuoso() or "", "+foreground", "+configfile", str(ini)]
    with run_server("Virtuoso", "/sparql", port, command, folder) as server:
        isql = shutil.which("isql-vt") or shutil.which("isql-v") or "isql-vt"
        load = f"DB.DBA.TTLP_MT(file_to_string_output('{quads}'), '', 'urn:bench', 512); checkpoint;"
        subprocess.run(
            [isql, str(control), "dba", "dba", f"exec={load}"], check=True, capture_output=True, timeout=START_SECONDS
        )
        yield server
