"""Of each kind of thing, what lacks a part of it is refused, and what has it passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.datasets.building import check_data
from graph.errors import DataError
from graph.identifiers import Identifiers
from ontology import vocabulary

ABSTRACT = {"Entity", "Actor"}
ACCEPT = "accept: the sentence is the report's own"
LINKED = "subject: gmg, predicate: linkedTo, object: thing"
VALUED = f"subject: thing, predicate: memberCount, number: {{value: 1, unit: entity}}, as_of_report: true, {ACCEPT}"
NUMBERED = 'subject: thing, predicate: instrumentNumber, string: "2"'


def write_thing(folder: Path, class_id: str, statements: tuple[str, ...]) -> None:
    """Add an entity of a class, named in paragraph 1, and facts that paragraph 1 states of it."""
    path = folder / "entities/all.yaml"
    entity = f"- {{id: thing, class: {class_id}, zh: [成员], en: [{{text: Thing, source: un}}]}}\n"
    path.write_text(path.read_text(encoding="utf-8") + entity, encoding="utf-8")
    path = folder / "reports/A-1-1/statements/all.yaml"
    text = path.read_text(encoding="utf-8")
    place = '        - {id: "1.2", '
    assert text.count(place) == 1
    lines = "".join(
        f'        - {{id: "1.{number}", modality: fact, {statement}}}\n'
        for number, statement in enumerate(statements, 6)
    )
    path.write_text(text.replace(place, lines + place), encoding="utf-8")


@pytest.mark.parametrize("class_id", sorted(set(vocabulary().classes) - ABSTRACT - {"Recommendation"}))
def test_nothing_stands_that_no_statement_is_about(data_folder: Path, class_id: str) -> None:
    write_thing(data_folder, class_id, ())
    with pytest.raises(DataError, match=r"entities/all.yaml:9: .*/thing: no statement is about it"):
        check_data(data_folder, Identifiers())


# Class, facts without which it is incomplete, what is said of it then, the fact that completes it.
KINDS = [
    ("Institution", (VALUED,), "no statement ties it to anything else", LINKED),
    ("Body", (VALUED,), "no statement ties it to anything else", LINKED),
    ("Process", (), "no statement is about it", LINKED),
    ("Instrument", (NUMBERED,), "needs the year", 'subject: thing, predicate: yearInName, date: "2006"'),
    (
        "RegionalConsultativeProcess",
        (LINKED,),
        "no statement lists it",
        "subject: gmg, predicate: includes, object: thing",
    ),
    ("Event", (LINKED,), "when the event was held", 'subject: thing, predicate: heldOn, date: "2006"'),
    ("Document", (LINKED,), "identifies the document", f"subject: a-1-1, predicate: cites, object: thing, {ACCEPT}"),
    ("Person", (LINKED,), "what the person is or did", f"subject: thing, predicate: authored, object: a-1-1, {ACCEPT}"),
    ("Proposal", (LINKED,), "who proposes or opposes", "subject: gmg, predicate: opposes, object: thing"),
]


@pytest.mark.parametrize(("class_id", "facts", "lack", "completion"), KINDS, ids=[kind[0] for kind in KINDS])
def test_a_kind_is_complete_with_what_makes_it_so(
    data_folder: Path, class_id: str, facts: tuple[str, ...], lack: str, completion: str
) -> None:
    original = {path: path.read_text(encoding="utf-8") for path in data_folder.rglob("*.yaml")}
    write_thing(data_folder, class_id, facts)
    with pytest.raises(DataError, match=lack):
        check_data(data_folder, Identifiers())
    for path, text in original.items():
        path.write_text(text, encoding="utf-8")
    write_thing(data_folder, class_id, (*facts, completion))
    check_data(data_folder, Identifiers())


def test_an_institution_bears_a_name_that_was_looked_up_or_is_only_proposed(data_folder: Path) -> None:
    write_thing(data_folder, "Institution", (LINKED,))
    path = data_folder / "entities/all.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Thing, source: un", "Thing, source: ours"), "utf-8")
    with (data_folder / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write("- {id: ours, en: Our translation, zh: 我们的译名}\n")
    with pytest.raises(DataError, match="needs an English name that was looked up"):
        check_data(data_folder, Identifiers())
    path = data_folder / "reports/A-1-1/statements/all.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(f"modality: fact, {LINKED}") == 1
    proposal = "modality: proposal, subject: thing, predicate: linkedTo, object: gmg"
    path.write_text(text.replace(f"modality: fact, {LINKED}", proposal), encoding="utf-8")
    check_data(data_folder, Identifiers())


@pytest.mark.parametrize(
    ("old", "new", "lack"),
    [
        ("predicate: addressedTo", "predicate: concerns", "whom it is addressed to"),
        (
            "predicate: content\n          text: {zh: 与劳工组织合作, en: Work with the ILO}",
            "predicate: says\n          text: {zh: 与劳工组织合作, en: Work with the ILO}",
            "its content",
        ),
        (", as_of_report: true", "", "a count needs the time"),
    ],
)
def test_recommendations_and_counts_are_complete(data_folder: Path, old: str, new: str, lack: str) -> None:
    path = data_folder / "reports/A-1-1/statements/all.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=lack):
        check_data(data_folder, Identifiers())


def test_a_recommendation_says_whom_or_what_it_is_about(data_folder: Path) -> None:
    path = data_folder / "entities/all.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: rec-2-b", "id: suggestion-2-b"), encoding="utf-8")
    path = data_folder / "reports/A-1-1/statements/all.yaml"
    text = path.read_text(encoding="utf-8").replace("subject: rec-2-b", "subject: suggestion-2-b")
    path.write_text(text.replace("predicate: addressedTo", "predicate: linkedTo"), encoding="utf-8")
    with pytest.raises(DataError, match="whom or what it is about"):
        check_data(data_folder, Identifiers())
    path.write_text(text, encoding="utf-8")
    check_data(data_folder, Identifiers())


def test_a_scenario_names_its_model(data_folder: Path) -> None:
    path = data_folder / "reports/A-1-1/scenarios/a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("model: model-a\n", ""), encoding="utf-8")
    with pytest.raises(DataError, match="model"):
        check_data(data_folder, Identifiers())
