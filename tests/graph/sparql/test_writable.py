"""An operator's store: changes are whole, lasting and bounded, whatever is killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

from graph.errors import QueryError, QueryLimit, QuerySyntaxError, StoreUnavailable
from graph.sparql import Limits, process, writable
from graph.sparql.changes import Change
from graph.sparql.writable import WritableStore

ROOT = Path(__file__).parents[3]
BATCH = 50
KILLS = 9
PATIENT = Limits(seconds=300)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[WritableStore]:
    # However busy the machine is: no test here is about time.
    opened = WritableStore(tmp_path / "store", workers=1, limits=PATIENT)
    yield opened
    opened.close()


def update(text: str) -> Change:
    return Change("update", text.encode())


def ask(store: WritableStore, query: str) -> list[list[str]]:
    lines = store.evaluate(query, media_type="text/csv", limits=PATIENT).body.decode().split("\r\n")
    return [line.split(",") for line in lines[1:-1]]


def count(store: WritableStore) -> int:
    return int(ask(store, "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")[0][0])


def test_a_new_store_is_empty_and_a_change_is_seen_at_once_and_lasts(tmp_path: Path) -> None:
    store = WritableStore(tmp_path / "a" / "store", workers=2)
    assert count(store) == 0
    versions = {store.version}
    for n in range(3):
        store.change(update(f"INSERT DATA {{ <a:{n}> <a:p> {n} }}"))
        assert count(store) == n + 1
        versions.add(store.version)
    assert len(versions) == 4
    store.close()
    again = WritableStore(tmp_path / "a" / "store", workers=1)
    assert count(again) == 3
    assert again.version in versions
    again.close()


def test_graphs_are_put_merged_and_removed(store: WritableStore) -> None:
    put = Change("put", b"<#x> <#y> [] .", "http://a/g", base="http://a/g")
    assert [store.change(put), store.change(put)] == [False, True]
    assert ask(store, "SELECT ?s ?p { GRAPH <http://a/g> { ?s ?p ?o } }") == [["http://a/g#x", "http://a/g#y"]]
    assert store.change(Change("post", b"<a:b> <a:c> _:b0 , _:b0 .", "http://a/g"))
    assert count(store) == 2
    assert store.change(Change("put", b"", "http://a/g"))
    assert store.evaluate("ASK { GRAPH <http://a/g> {} }").body == b'{"head":{},"boolean":true}'
    assert [store.change(Change("delete", graph="http://a/g")) for _ in range(2)] == [True, False]
    assert store.evaluate("ASK { GRAPH <http://a/g> {} }").body == b'{"head":{},"boolean":false}'
    assert store.change(Change("put", b"<a:b> <a:c> 1 ."))
    assert count(store) == 1
    assert store.change(Change("delete"))
    assert count(store) == 0


@pytest.mark.parametrize(
    "change",
    [
        update("INSERT DATA { <a:n> <a:p> 1 } ; INSERT {"),
        update("INSERT DATA { <a:n> <a:p> 1 } ; CREATE GRAPH <a:g>"),
        Change("put", b"<a:n> <a:p> 1 . <a:n> nothing"),
        Change("post", b"<a:n> <a:p> 1 . <relative> <a:p> 1 ."),
        Change("put", b"<a:n> <a:p> <a:o> <a:graph> .", media_type="application/n-quads"),
        Change("put", b"<a:n/>", media_type="application/rdf+xml"),
    ],
)
def test_a_change_that_fails_changes_nothing(store: WritableStore, change: Change, tmp_path: Path) -> None:
    store.change(update("INSERT DATA { <a:s> <a:p> 1 } ; CREATE GRAPH <a:g>"))
    version = store.version
    with pytest.raises(QuerySyntaxError):
        store.change(change)
    assert (store.version, count(store)) == (version, 1)
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == sorted(["current", "lock", version])


def test_a_change_is_bounded_in_time_and_memory(tmp_path: Path) -> None:
    limits = Limits(seconds=2, memory=400_000_000)
    store = WritableStore(tmp_path / "store", workers=1, write_limits=limits)
    rows = " ".join(f"({n})" for n in range(100))
    names = "abcdefgh"
    patterns = " ".join(f"VALUES (?{name}) {{ {rows} }}" for name in names)
    endless = f"INSERT {{ <a:s> <a:p> ?n }} WHERE {{ {{ SELECT (COUNT(*) AS ?n) {{ {patterns} }} }} }}"
    large = f"INSERT {{ [] <a:p> ?a , ?b , ?c }} WHERE {{ {patterns} }}"
    for text, limit in ((endless, {"time"}), (large, {"memory", "time"})):
        with pytest.raises(QueryLimit) as caught:
            store.change(update(text))
        assert caught.value.limit in limit
    store.change(update("INSERT DATA { <a:s> <a:p> 1 }"))
    assert count(store) == 1
    store.close()


def test_a_query_under_way_sees_the_data_it_began_with(store: WritableStore) -> None:
    size = 130
    store.change(update(" ; ".join(f"INSERT DATA {{ <a:{n}> <a:p> {n} }}" for n in range(size))))
    # Long enough to be under way, far from the limit in time on a busy machine.
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }"
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(ask, store, slow)
        for n in range(3):
            store.change(update(f"INSERT DATA {{ <a:new{n}> <a:p> 1 }}"))
        ((found,),) = asked.result()
    assert found in {str(each**3) for each in range(size, size + 4)}
    assert count(store) == size + 3


def test_files_are_read_all_or_none_and_faults_name_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "store"

    def opened(*names: str) -> WritableStore:
        files = [tmp_path / name for name in names]
        return WritableStore(folder, files=files, workers=1, base="http://base/")

    files = {
        "a.ttl": "<> <#p> 'a' .",
        "b.trig": "GRAPH <a:g> { <a:s> <a:p> 'b' }",
        "c.nq": "<a:s> <a:p> 'c' <a:g> .\n".replace("'", '"'),
        "d.jsonld": json.dumps({"@id": "a:s", "a:p": "d"}),
        "bad.ttl": "<a:s> <a:p> 1 .\n\n<a:s> nothing",
        "e.csv": "",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(QuerySyntaxError, match=r"bad\.ttl: line 3"):
        opened("a.ttl", "bad.ttl")
    with pytest.raises(QuerySyntaxError, match=r"e\.csv: the end of the name"):
        opened("e.csv")
    with pytest.raises(StoreUnavailable, match=r"none\.ttl can't be read: No such file"):
        opened("none.ttl")
    with closing(opened()) as store:
        assert count(store) == 0
    with closing(opened("a.ttl", "b.trig", "c.nq")) as store:
        assert ask(store, "SELECT ?o { GRAPH <a:g> { ?s ?p ?o } } ORDER BY ?o") == [["b"], ["c"]]
    with closing(opened("d.jsonld")) as store:  # added to what the store holds already
        assert ask(store, "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?o") == [["http://base/data/a.ttl", "a"], ["a:s", "d"]]


def test_files_are_read_by_one_writer_before_the_workers_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No empty store is written first, and no worker is started over a store that will be another one at once."""
    started: list[str] = []
    for module in (writable, process):
        start = module.start_child

        def note(program: str, options: Mapping[str, object], start: Any = start) -> subprocess.Popen[bytes]:
            started.append(program)
            return cast("subprocess.Popen[bytes]", start(program, options))

        monkeypatch.setattr(module, "start_child", note)
    (tmp_path / "a.ttl").write_text("<a:s> <a:p> 1 .")
    with closing(WritableStore(tmp_path / "store", files=[tmp_path / "a.ttl"], workers=1)) as store:
        assert count(store) == 1
    assert started == ["writer", "worker"]


def test_no_folder_of_others_is_touched(tmp_path: Path, store: WritableStore) -> None:
    with pytest.raises(StoreUnavailable, match="another process serves"):
        WritableStore(tmp_path / "store")
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter.txt").write_text("mine")
    with pytest.raises(StoreUnavailable, match="holds other files"):
        WritableStore(tmp_path / "documents")
    assert [path.name for path in (tmp_path / "documents").iterdir()] == ["letter.txt"]
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="can't be opened"):
        WritableStore(tmp_path / "file")


def test_a_damaged_folder_is_told(tmp_path: Path) -> None:
    WritableStore(tmp_path / "store", workers=1).close()
    (tmp_path / "store" / "current").write_text("nowhere\n")
    with pytest.raises(StoreUnavailable, match="names 'nowhere'"):
        WritableStore(tmp_path / "store")


PROGRAM = f"""
import sys
from pathlib import Path
from graph.errors import StoreUnavailable
from graph.sparql.changes import Change
from graph.sparql.writable import WritableStore
store = WritableStore(Path(sys.argv[1]), workers=1)
n = int(sys.argv[2])
while True:
    n += 1
    batch = " ".join(f"<a:{{n}}> <a:p> {{i}} ." for i in range({BATCH}))
    insert = f"INSERT {{{{ {{batch}} <a:counter> <a:is> {{n}} }}}}"
    text = f"DELETE {{{{ ?s ?p ?o }}}} {{insert}} WHERE {{{{ OPTIONAL {{{{ ?s ?p ?o }}}} }}}}"
    try:
        store.change(Change("update", text.encode()))
    except StoreUnavailable:
        print("failed", n, flush=True)
    else:
        print("done", n, flush=True)
"""


def _children(pid: int) -> list[int]:
    text = "".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children"))
    return [int(child) for child in text.split()]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="NOT TESTED: kill -9 during updates (no /proc here)")
def test_a_kill_at_any_time_leaves_all_of_an_update_or_nothing(tmp_path: Path) -> None:
    """Each round kills the service with SIGKILL after another while, every third one its writer alone before that."""
    folder = tmp_path / "store"
    chance = random.Random(20260)
    state = 0
    for round_ in range(KILLS):
        command = [sys.executable, "-c", PROGRAM, str(folder), str(state)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
            assert program.stdout is not None
            lines = [program.stdout.readline()]
            assert lines[0].startswith("done")
            if round_ % 3 == 0:
                end = time.monotonic() + 5
                while time.monotonic() < end and not any(_kill_writer(child) for child in _children(program.pid)):
                    time.sleep(0.001)
                lines.append(program.stdout.readline())
            time.sleep(chance.uniform(0, 0.3))
            program.kill()
            lines += program.stdout.readlines()
        told = [int(line.split()[1]) for line in lines if line.startswith("done")]
        with_store = WritableStore(folder, workers=1)
        counter = int(ask(with_store, "SELECT ?n { <a:counter> <a:is> ?n }")[0][0])
        subjects = ask(with_store, "SELECT ?s (COUNT(*) AS ?n) { ?s <a:p> ?o } GROUP BY ?s")
        with_store.close()
        assert subjects == [[f"a:{counter}", str(BATCH)]], "a part of an update"
        assert told[-1] <= counter <= told[-1] + 2, "a lasting update was lost, or one was made that never came"
        state = counter
    assert state >= KILLS


def _kill_writer(pid: int) -> bool:
    try:
        if b"\0writer\0" in Path(f"/proc/{pid}/cmdline").read_bytes():
            os.kill(pid, signal.SIGKILL)
            return True
    except (OSError, ProcessLookupError):
        pass
    return False


def test_a_writer_that_is_killed_is_told_and_changes_nothing(store: WritableStore) -> None:
    done = threading.Event()

    def kill() -> None:
        while not done.is_set():
            for child in _children(os.getpid()):
                _kill_writer(child)
            time.sleep(0.001)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        with pytest.raises(QueryError, match="nothing was changed"):
            store.change(update("INSERT DATA { <a:s> <a:p> 1 }"))
    finally:
        done.set()
        killer.join()
    assert count(store) == 0
    store.change(update("INSERT DATA { <a:s> <a:p> 1 }"))
    assert count(store) == 1
