"""The snapshot's answers: search, neighbourhoods, coverage, statistics, questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.authoring.assembly import assemble
from graph.authoring.coverage import coverage
from graph.authoring.folder import read_data
from graph.datasets.statistics import statistics
from graph.errors import DataError, NotFound
from graph.identifiers import Identifiers
from graph.questions import fill, read_questions
from graph.snapshot import Snapshot
from ontology import vocabulary


@pytest.fixture
def snapshot(data_folder: Path) -> Snapshot:
    return Snapshot(assemble(read_data(data_folder), vocabulary(), Identifiers()), "v1")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GMG", ["gmg"]),
        ("gmg", ["gmg"]),
        ("移徙小组", ["gmg"]),
        ("小组", ["gmg"]),
        ("international labour", ["ilo"]),
        ("ＩＬＯ", ["ilo", "rec-2-b"]),  # full width, as Chinese input methods give it
        ("international", ["ilo", "iom"]),
        ("", []),
        ("nothing like it", []),
    ],
)
def test_search_finds_any_name_in_either_language(snapshot: Snapshot, text: str, found: list[str]) -> None:
    assert [entity.id for entity in snapshot.search(text)] == found


def test_an_article_stands_in_sentences_and_not_in_names(data_folder: Path) -> None:
    path = data_folder / "entities/all.yaml"
    named = "{text: secretariat, source: un"
    path.write_text(path.read_text(encoding="utf-8").replace(named, f"{named}, article: a"), encoding="utf-8")
    content = assemble(read_data(data_folder), vocabulary(), Identifiers())
    assert content.statements["A-1-1/1.5"].sentence.en == "The Migration Group has a secretariat."
    assert content.entities["secretariat"].names.en == "secretariat"


def test_an_unknown_id_says_what_may_be_meant(snapshot: Snapshot) -> None:
    with pytest.raises(NotFound, match="did you mean gmg"):
        snapshot.entity("gm")


def test_neighbourhood(snapshot: Snapshot) -> None:
    around = snapshot.neighbourhood(["gmg"])
    assert {entity.id for entity in around.entities} >= {"gmg", "ilo", "iom", "secretary-general", "secretariat"}
    assert "A-1-1/1.4" in {statement.id for statement in around.statements}, "its own counts belong to it"
    members = snapshot.neighbourhood(["gmg"], families=["membership"], modalities=["fact"])
    assert {entity.id for entity in members.entities} == {"gmg", "ilo", "iom"}
    assert {statement.predicate for statement in members.statements} == {"memberOf"}


def test_a_limit_keeps_the_best_connected_and_counts_the_others(snapshot: Snapshot) -> None:
    small = snapshot.neighbourhood(["gmg"], limit=2)
    assert len(small.entities) == 2
    assert small.left_out == len(snapshot.neighbourhood(["gmg"]).entities) - 2
    assert "ilo" in {entity.id for entity in small.entities}


def test_depth_zero_shows_what_stands_between(snapshot: Snapshot) -> None:
    between = snapshot.neighbourhood(["gmg", "ilo"], depth=0)
    assert {entity.id for entity in between.entities} == {"gmg", "ilo"}
    assert {"A-1-1/1.2", "A-1-1/2.3"} <= {statement.id for statement in between.statements}


def test_coverage_tells_what_no_statement_rests_on(snapshot: Snapshot) -> None:
    rows = {row.unit: row for row in coverage(snapshot, "A-1-1")}
    assert rows["3"].statements == 0
    assert rows["3"].reason is not None
    assert rows["1"].statements == 5
    assert 0.9 < rows["1"].share < 1
    assert rows["summary"].share == pytest.approx(9 / 10)
    with pytest.raises(NotFound, match="there is A-1-1"):
        coverage(snapshot, "A-9-9")


def test_statistics_count_everything_once(snapshot: Snapshot) -> None:
    counts = {(what, which): number for what, which, number in statistics(snapshot)}
    assert counts["total", "statements"] == 11
    assert sum(n for (what, _), n in counts.items() if what == "modality") == 11
    assert sum(n for (what, _), n in counts.items() if what == "class") == counts["total", "entities"] == 8


HEAD = """\
#+ title: {zh: 成员, en: Members}
#+ description: {zh: 说明, en: What it lists}
#+ topic: membership
#+ parameters: [{name: body, kind: entity, default: gmg, zh: 机关, en: Body}]
#+ answer: [[ilo], [iom]]
"""


def test_parameters_become_terms_not_text(tmp_path: Path, snapshot: Snapshot) -> None:
    (tmp_path / "q.rq").write_text(
        HEAD + 'SELECT ?m { ?m migov:memberOf $body . FILTER(?m != "$body") }\n', encoding="utf-8"
    )
    question = read_questions(tmp_path)["q"]
    filled = fill(question, {"body": "ilo"}, Identifiers(), snapshot)
    assert "migov:memberOf <https://w3id.org/migov/entity/ilo> ." in filled
    assert '"$body"' in filled
    with pytest.raises(NotFound, match="no entity"):
        fill(question, {"body": "x> . } DROP ALL #"}, Identifiers(), snapshot)
    with pytest.raises(NotFound, match="no parameter “who”"):
        fill(question, {"who": "ilo"}, Identifiers(), snapshot)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("topic: membership", "topic: [", "malformed head"),
        ("title: {zh: 成员, en: Members}", "title: {zh: 成员}", "title.en"),
        ("name: body", "name: organ", "are declared"),
    ],
)
def test_faulty_questions_name_their_file(tmp_path: Path, old: str, new: str, reason: str) -> None:
    (tmp_path / "q.rq").write_text(HEAD.replace(old, new) + "SELECT ?m { ?m migov:memberOf $body }\n", encoding="utf-8")
    with pytest.raises(DataError, match=rf"questions/q.rq:\d+: .*{reason}"):
        read_questions(tmp_path)
