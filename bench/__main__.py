"""`python -m bench`: builds the data, runs every server in turn, writes the table, and leaves nothing running."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from api.settings import Settings

from .data import make_data
from .drawing import measure_drawing
from .explorer import measure as measure_explorer
from .measuring import Times, abuse, count_rows, measure_beside_runaway, measure_mix, measure_questions
from .pages import find_browser
from .queries import ABUSE
from .report import REST, Report, write_report
from .servers import Server, find_virtuoso, run_migov, run_oxigraph, run_rdflib, run_virtuoso

MEMORY = 6 << 30
"""Bytes at which a server is ended, to spare the machine."""
PATIENCE = 20
"""Seconds that an abusive query is waited for; both servers are set to end it after 10."""

RESTS = dict(zip(("Migov", "Migov without its cache"), REST, strict=True))
"""What the servers that have REST are called where that is measured."""


def read_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser("python -m bench", description=__doc__)
    parser.add_argument("--triples", type=int, nargs="+", default=[100_000, 1_000_000], help="sizes of the data")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32], help="clients at once")
    parser.add_argument("--seconds", type=float, default=8.0, help="how long each is measured")
    parser.add_argument("--to", type=Path, default=Path(__file__).with_name("RESULTS.md"), help="file to write")
    parser.add_argument("--explorer", action="store_true", help="measure the explorer in a browser, and nothing else")
    parser.add_argument("--drawing", action="store_true", help="measure diagrams in every form, and nothing else")
    return parser.parse_args(arguments)


def main() -> None:
    """Measure and write."""
    asked = read_arguments()
    report = Report(asked.seconds)
    if not asked.explorer:
        report.drawing = measure_drawing(Settings().dataset)
        write_report(report, asked.to)
    if asked.drawing:
        print(f"wrote {asked.to}")
        return
    with tempfile.TemporaryDirectory(prefix="migov-bench-") as made:
        for triples in () if asked.explorer else asked.triples:
            folder = Path(made) / str(triples)
            folder.mkdir()
            measure_size(report, triples, folder, asked)
            shutil.rmtree(folder)
        if find_browser():
            print("== the explorer in a browser")
            report.explorer = measure_explorer(Path(made))
        else:
            print("no Chromium: the explorer isn't measured")
    write_report(report, asked.to)
    print(f"wrote {asked.to}")


def measure_size(report: Report, triples: int, folder: Path, asked: argparse.Namespace) -> None:
    """Everything over data of one size."""
    print(f"== making {triples} triples")
    dataset = folder / "dataset"
    built = make_data(Settings().dataset, triples, dataset)
    size = sum(built.layers.values())
    servers: dict[str, Callable[[], AbstractContextManager[Server]]] = {
        "Migov": lambda: run_migov(dataset, folder),
        "Migov without its cache": lambda: run_migov(dataset, folder, cache=False),
        "oxigraph serve": lambda: run_oxigraph(built.quads, folder),
        "rdflib-endpoint": lambda: run_rdflib(built.quads, folder),
    }
    if find_virtuoso():
        servers["Virtuoso"] = lambda: run_virtuoso(built.quads, folder)
    for name, run in servers.items():
        print(f"== {name} over {size} triples")
        try:
            with run() as server:
                asyncio.run(measure_server(report, server, size, asked))
        except RuntimeError as error:
            print(error)
            report.failures.append(f"{name} over {size:,} triples: {error}")
        write_report(report, asked.to)  # what there is, should the rest not come
    for name, run in (
        ("Migov", servers["Migov"]),
        ("Migov without its cache", servers["Migov without its cache"]),
        ("oxigraph serve", lambda: run_oxigraph(built.quads, folder, seconds=10)),
    ):
        print(f"== {name} beside a runaway")
        with run() as server:
            report.runaways[size, name] = asyncio.run(measure_runaway(server, max(asked.clients), asked.seconds))
        write_report(report, asked.to)
    for name, run in (
        ("Migov", lambda: run_migov(dataset, folder)),
        ("oxigraph serve", lambda: run_oxigraph(built.quads, folder, seconds=10)),
    ):
        for query in ABUSE:
            print(f"== {name}: {query}")
            with run() as server:  # a new one each time: some don't survive
                report.fates[size, name, query] = asyncio.run(abuse(server, query, PATIENCE, MEMORY))


async def measure_server(report: Report, server: Server, size: int, asked: argparse.Namespace) -> None:
    """The mix under each number of clients, and the questions that REST answers too."""
    report.rows[size, server.name] = await count_rows(server)
    await measure_mix(server, 1, asked.seconds / 2, seed=99)  # warms what there is to warm
    for clients in asked.clients:
        times = await measure_mix(server, clients, asked.seconds)
        report.mixes[size, server.name, clients] = times
        print(f"{clients} clients: median {times.median:.2f} ms, p95 {times.p95:.1f} ms, {times.a_second:.0f}/s")
    rest = RESTS.get(server.name)
    if rest:
        await measure_questions(server, True, 20, asked.seconds)
    times = await measure_questions(server, bool(rest), 100, asked.seconds * 3)
    report.questions[size, rest or server.name] = times
    report.memory[size, server.name] = server.memory()


async def measure_runaway(server: Server, clients: int, seconds: float) -> tuple[Times, Times]:
    """The mix alone, and beside a runaway."""
    await measure_mix(server, 1, seconds / 2, seed=99)
    alone = await measure_mix(server, clients, seconds)
    beside = await measure_beside_runaway(server, clients, seconds)
    print(f"median {alone.median:.2f} ms alone, {beside.median:.2f} ms beside it")
    return alone, beside


if __name__ == "__main__":
    main()
