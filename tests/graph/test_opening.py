"""A built dataset opened: its answers, its faults, and what it refuses to be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.datasets.building import build, compile_dataset
from graph.datasets.opening import OpenDataset
from graph.datasets.publish import publish, sorted_quads
from graph.errors import PublishError, QueryForbidden, QuerySyntaxError, StoreUnavailable
from graph.identifiers import Identifiers

IDS = Identifiers()


@pytest.fixture
def dataset(data_folder: Path, tmp_path: Path) -> Iterator[OpenDataset]:
    build(data_folder, tmp_path / "built", IDS)
    with OpenDataset(tmp_path / "built", workers=1) as opened:
        yield opened


def test_the_snapshot_holds_what_was_authored(dataset: OpenDataset) -> None:
    assert len(dataset.snapshot.statements) == 12 - 1
    assert dataset.snapshot.version == dataset.built.version
    assert dataset.snapshot.sources["un"].en == "UN name"
    assert dataset.snapshot.passage("A-1-1", "1").footnotes == ("fn1",)


def test_answers(dataset: OpenDataset) -> None:
    table = dataset.ask("SELECT ?m ?none { ?m migov:memberOf entity:gmg } ORDER BY ?m LIMIT 1", IDS)
    assert (table.header, table.rows) == (["m", "none"], [[IDS.entity("ilo"), ""]])
    assert dataset.ask("ASK { entity:ilo migov:memberOf entity:iom }", IDS).rows == [["false"]]
    graph = dataset.ask("CONSTRUCT WHERE { entity:ilo migov:memberOf ?o }", IDS).graph
    assert graph is not None
    assert IDS.entity("gmg") in graph


def test_a_fault_is_placed_in_the_askers_own_lines(dataset: OpenDataset) -> None:
    with pytest.raises(QuerySyntaxError, match=r"^line 2, column") as caught:
        dataset.ask("SELECT ?m {\n nonsense", IDS)
    assert caught.value.line == 2


def test_what_would_call_or_change_is_refused(dataset: OpenDataset) -> None:
    for query in (
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "CLEAR ALL",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    ):
        with pytest.raises(QueryForbidden):
            dataset.ask(query, IDS)


def test_an_unreadable_store_says_what_to_do(data_folder: Path, tmp_path: Path) -> None:
    built = build(data_folder, tmp_path / "built", IDS).built
    (built.store / "CURRENT").write_text("nothing\n", encoding="utf-8")
    with OpenDataset(tmp_path / "built") as opened, pytest.raises(StoreUnavailable, match="remove that folder"):
        _ = opened.snapshot


def test_a_dataset_of_another_ontology_says_what_to_do(data_folder: Path, tmp_path: Path) -> None:
    quads = sorted_quads(compile_dataset(data_folder, IDS).dataset).replace("ontology#memberOf>", "ontology#belongsTo>")
    publish(quads, tmp_path / "built")
    with OpenDataset(tmp_path / "built") as opened, pytest.raises(PublishError, match=r"belongsTo\): run migov build"):
        _ = opened.snapshot
