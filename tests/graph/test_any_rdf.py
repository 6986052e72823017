"""Any RDF as a snapshot: named, classed and told apart as the data has it, and never more than that."""

from __future__ import annotations

import gc
import sys
from base64 import b32encode
from hashlib import blake2b
from pathlib import Path

import pyoxigraph
import pytest

from graph.errors import TooLarge
from graph.identifiers import Identifiers
from graph.model import AS_IN_DATA, Entity, Value
from graph.other_rdf import any_rdf
from graph.other_rdf.any_rdf import read_rdf
from graph.other_rdf.names import digest_of
from graph.records import entities_text, statements_text
from graph.snapshot import Snapshot

OTHER = (Path(__file__).parents[1] / "rdf" / "other.ttl").read_text(encoding="utf-8")
TOWN = "http://town.example/id/"
MOST_CALLS = 120
"""Functions that may be called for each triple that is read."""
MOST_SEARCHES = 8
"""Beginnings and ends of searches for garbage that may come before and after the reading, which holds hundreds back."""


def read(text: str, most: int = 1000) -> Snapshot:
    return read_rdf(pyoxigraph.parse(text, pyoxigraph.RdfFormat.TRIG), Identifiers(), most)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """What the dataset of somebody else's holds."""
    return read(OTHER)


def entity(snapshot: Snapshot, iri: str) -> Entity:
    return snapshot.entities[snapshot.ids[iri]]


def test_names_are_those_of_the_reader_s_language_else_the_nearest(snapshot: Snapshot) -> None:
    archive = entity(snapshot, f"{TOWN}archive")
    assert archive.names.zh == "市档案馆"
    assert [label.text for label in archive.en] == ["Town Archive", "Stadtarchiv", "Archiv der Stadt", "TA"]
    assert archive.short_names.en == "TA"
    assert entity(snapshot, f"{TOWN}town").names.zh == entity(snapshot, f"{TOWN}town").names.en == "Ville-Basse"
    assert entity(snapshot, f"{TOWN}Ben_Li").names.en == "Ben Li"
    assert entity(snapshot, f"{TOWN}%E6%A1%A3%E6%A1%88").names.zh == "档案"


def test_a_class_is_the_most_specific_one_and_every_type_is_told(snapshot: Snapshot) -> None:
    archive = entity(snapshot, f"{TOWN}archive")
    assert snapshot.classes[archive.class_id].labels.zh == "档案馆"
    types = [
        each.object.lexical
        for each in snapshot.statements_about(archive.id)
        if each.subject == archive.id and isinstance(each.object, Value) and each.object.lexical.startswith("http")
    ]
    assert len(types) == 3
    assert entity(snapshot, "http://other.example/charter").class_id == "Resource"


def test_classes_in_a_circle_end_somewhere(snapshot: Snapshot) -> None:
    for name in snapshot.classes:
        assert isinstance(snapshot.vocabulary.is_a(name, "nothing"), bool)


def test_no_statement_is_more_than_a_triple_without_evidence(snapshot: Snapshot) -> None:
    assert snapshot.statements
    assert not snapshot.carries_evidence
    assert list(snapshot.modalities) == [AS_IN_DATA]
    for each in snapshot.statements.values():
        assert (each.modality, each.holder, each.evidence, each.time) == (AS_IN_DATA, "", (), None)
    triples = {(q.subject, q.predicate, q.object) for q in pyoxigraph.parse(OTHER, pyoxigraph.RdfFormat.TURTLE)}
    assert len(snapshot.statements) == len(triples)


def test_namesakes_and_blank_nodes_alike_stay_apart(snapshot: Snapshot) -> None:
    names = [each.id for each in snapshot.entities.values() if each.names.en == "same"]
    assert len(names) == 2
    boxes = [each for each in snapshot.entities.values() if each.id.startswith("Box-")]
    assert len({each.id for each in boxes}) == len({each.names.en for each in boxes}) == 3


def test_classes_are_drawn_apart(snapshot: Snapshot) -> None:
    looks = [name.rpartition("-")[2] for name in snapshot.classes if name != "Resource"]
    assert len(looks) == len({each[1] for each in looks}) <= 15
    many = "".join(f"<a:s{n}> a <a:C{n}> . " for n in range(300))
    ids = list(read(many).classes)
    assert len(set(ids)) == len(ids) == 301


def test_the_same_data_gives_the_same_bytes_whatever_its_order_and_its_blank_nodes(snapshot: Snapshot) -> None:
    triples = sorted(map(str, pyoxigraph.parse(OTHER, pyoxigraph.RdfFormat.TURTLE)), reverse=True)
    again = read("".join(f"{each} .\n" for each in triples))
    assert again.version == snapshot.version
    for form in ("csv", "jsonl"):
        assert entities_text(again, form) == entities_text(snapshot, form)
        assert statements_text(again, form) == statements_text(snapshot, form)


def test_named_graphs_are_one_and_a_triple_in_several_counts_once() -> None:
    made = read("<a:s> <a:p> <a:o> . GRAPH <a:g> { <a:s> <a:p> <a:o> , 'x' }")
    assert len(made.statements) == 2


def test_what_is_huge_is_cut_where_it_is_shown_and_seen_to_be() -> None:
    made = read(f"<a:s> <http://www.w3.org/2000/01/rdf-schema#label> '{'long ' * 100_000}' .")
    (only,) = made.entities.values()
    (said,) = made.statements.values()
    assert isinstance(said.object, Value)
    assert len(only.names.en) <= 200
    assert len(said.object.lexical) <= 4000
    assert only.names.en.endswith("…")
    assert said.object.lexical.endswith("…")


def test_too_much_is_refused_with_how_much_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooLarge, match="more than 10 triples") as caught:
        read(OTHER, 10)
    assert "10 条三元组" in caught.value.words.zh
    monkeypatch.setattr(any_rdf, "TERMS_MAX", 5)
    with pytest.raises(TooLarge, match="at most 5 can be explored"):
        read(OTHER)


def test_no_data_is_no_fault() -> None:
    assert not read("").entities


@pytest.mark.parametrize("length", [6, 8, 10, 32])
def test_a_digest_is_the_beginning_of_the_whole_one(length: int) -> None:
    whole = b32encode(blake2b(b"urn:x:1", digest_size=20).digest()).decode().lower()
    assert digest_of("urn:x:1", length) == whole[:length]


def test_reading_costs_so_many_calls_a_triple_and_no_search_for_garbage() -> None:
    """Counted and not timed: many small calls a triple, or going through all that was read, make a slow start."""

    def count(things: int) -> tuple[int, int]:
        lines = (
            f"<urn:x:{n}> a <urn:x:Thing> ; <urn:x:of> <urn:x:{n * 7 % things}> ; <urn:x:no> {n} ; "
            f'<http://www.w3.org/2000/01/rdf-schema#label> "Thing {n}"@en .'
            for n in range(things)
        )
        quads = list(pyoxigraph.parse("\n".join(lines), pyoxigraph.RdfFormat.TURTLE))
        calls = 0

        def note(_: object, event: str, __: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        searches: list[str] = []

        def note_search(phase: str, _: object) -> None:
            searches.append(phase)

        gc.callbacks.append(note_search)
        sys.setprofile(note)
        try:
            read_rdf(quads, Identifiers())
        finally:
            sys.setprofile(None)
            gc.callbacks.remove(note_search)
        assert len(searches) <= MOST_SEARCHES
        return calls, len(quads)

    calls, triples = count(1500)
    assert calls / triples < MOST_CALLS
    more, thrice = count(4500)
    assert more / calls < 1.1 * thrice / triples
    assert gc.isenabled()
