"""Each way authored data can be wrong gives one fault that names file and line; right data gives none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.authoring.checks import check
from graph.authoring.folder import read_data
from graph.errors import DataError, Fault
from ontology import vocabulary

STATEMENTS = "reports/A-1-1/statements/all.yaml"
MENTIONS = "reports/A-1-1/mentions/all.yaml"
ENTITIES = "entities/all.yaml"


def faults(folder: Path) -> tuple[Fault, ...]:
    try:
        return check(read_data(folder), vocabulary())
    except DataError as error:
        return error.faults


def test_right_data_has_no_fault(data_folder: Path) -> None:
    assert faults(data_folder) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "reason"),
    [
        # statements
        (
            STATEMENTS,
            "quote: 小组没有秘书处",
            "quote: 小组没有常设秘书处",
            18,
            "departs from paragraph 1 after “…小组没有”",
        ),
        (STATEMENTS, "quote: 小组没有秘书处", "quote: 论坛", 18, "doesn't stand in paragraph 1"),
        (STATEMENTS, "subject: ilo, predicate", "subject: icj, predicate", 15, "no entity “icj”"),
        (STATEMENTS, "predicate: created", "predicate: founded", 14, "no property “founded”"),
        (
            STATEMENTS,
            "subject: secretary-general, predicate: created",
            "subject: secretariat, predicate: created",
            14,
            "Actor",
        ),
        (STATEMENTS, '"1.3"', '"1.2"', 16, "1.2 stands already at reports/A-1-1/statements/all.yaml:15"),
        (STATEMENTS, '"1.3"', '"2.9"', 16, "must begin with its paragraph, 1"),
        (STATEMENTS, 'time: "2006"', 'time: "2007"', 14, "doesn't say “2007”"),
        (STATEMENTS, 'time: "2006"', 'time: "2006-05"', 14, "doesn't say “2006-05”"),
        (STATEMENTS, 'time: "2006"', "time: lately", 14, "not a date in EDTF"),
        (STATEMENTS, "value: 2,", "value: 3,", 17, "doesn't give the number 3"),
        (STATEMENTS, "unit: member}", "unit: head}", 17, "no unit “head”"),
        (STATEMENTS, "modality: absence", "modality: denial", 21, "modality"),
        (STATEMENTS, "modality: absence", "modality: absence, colour: red", 21, "colour"),
        (
            STATEMENTS,
            "object: secretariat, modality",
            "text: {zh: 秘书处, en: x}, modality",
            21,
            "takes object, not text",
        ),
        (STATEMENTS, "text: {zh: 与劳工组织合作,", "text: {zh: 与各国合作,", 49, "doesn't stand in the quotation"),
        (STATEMENTS, 'also: [{paragraph: "2"', 'also: [{paragraph: "9"', 33, "no paragraph “9”"),
        (STATEMENTS, "reason: {zh: 封面, en: The cover makes no claim.}", "reason: {zh: 封面}", 2, "reason.en"),
        (STATEMENTS, 'paragraph: "3"', 'paragraph: "2"', 59, "paragraph 2 stands already"),
        (STATEMENTS, 'paragraph: "3"', 'paragraph: "99"', 59, "no paragraph “99”"),
        (STATEMENTS, "accept: the footnote belongs to the report\n", "\n", 67, "doesn't name its subject “a-1-1”"),
        (
            STATEMENTS,
            'object: gmg, modality: fact}\n        - {id: "1.3"',
            'object: gmg, modality: fact, accept: x}\n        - {id: "1.3"',
            15,
            "lacks nothing: remove accept",
        ),
        (STATEMENTS, "- paragraph: cover", "- paragraph: [", 3, "malformed YAML"),
        # entities
        (ENTITIES, "zh: [移徙小组]", "zh: [移徙论坛]", 3, "doesn't stand in any report"),
        (ENTITIES, "class: Role", "class: Ruler", 2, "no class “Ruler”"),
        (ENTITIES, "class: Role", "class: Actor", 2, "no class “Actor”"),
        (ENTITIES, "{text: GMG, source: un}", "{text: GMG, source: web}", 3, "no source “web”"),
        (ENTITIES, "{text: GMG, source: un}", "{text: GMG, source: treaty}", 3, "say in confirmed_by which"),
        (ENTITIES, "{text: GMG, source: un}", "{text: GMG, source: un, confirmed_by: A/1}", 3, "take no confirmed_by"),
        (ENTITIES, "{text: GMG, source: un}", "{text: GMG, source: un, article: an}", 3, "'a', 'any', 'the' or 'none'"),
        (ENTITIES, "{text: GMG, source: un}", "{text: GMG, source: un, article: the}", 3, "only the first English"),
        (ENTITIES, ", en: [{text: secretariat, source: un}]", "", 6, "en: Field required"),
        (ENTITIES, "id: iom", "id: ilo", 5, "stands already at entities/all.yaml:4"),
        (ENTITIES, "id: iom, class: Institution", "id: iom, id: iom2, class: Institution", 5, "stands twice"),
        (
            ENTITIES,
            "id: secretariat, class: Concept, zh: [秘书处]",
            "id: secretariat, class: Concept, zh: [劳工组织]",
            1,
            "may mean",
        ),
        # mentions
        (MENTIONS, "context: 小组没有秘书处", "context: 小组有秘书处", 1, "stands 0 times"),
        (MENTIONS, "form: 小组, entity: gmg}\n- ", "form: 论坛, entity: gmg}\n- ", 1, "exactly once"),
        (MENTIONS, "entity: gmg}\n- ", "entity: gfmd}\n- ", 1, "no entity “gfmd”"),
        # the report and what hangs on it
        ("reports/A-1-1/report.yaml", "I.1: Heading", "I.2: Heading", 5, "no section I.2"),
        ("reports/A-1-1/report.yaml", ", I.1: Heading", "", 5, "heading I.1 “标题” has no English title"),
        ("reports/A-1-1/report.yaml", "entity: a-1-1", "entity: a-1-2", 2, "no entity “a-1-2”"),
        ("reports/A-1-1/scenarios/a.yaml", 'adds: ["2.3"]', 'adds: ["1.1"]', 4, "a scenario adds what is not yet so"),
        ("reports/A-1-1/scenarios/a.yaml", 'adds: ["2.3"]', 'adds: ["2.8"]', 4, "no statement 2.8"),
        ("reports/A-1-1/scenarios/a.yaml", "model: model-a", "model: gmg", 2, "not an entity of class Proposal"),
        (
            "reports/A-1-1/scenarios/a.yaml",
            'adds: ["2.3"]',
            'adds: ["2.3"]\nsaid_for: ["fn1.1"]',
            5,
            "fn1.1 stands neither in nor beside a paragraph that speaks of",
        ),
        ("reports/A-1-1/notes.yaml", '"1.5", "1.4"', '"1.5", "1.9"', 1, "no statement 1.9"),
        ("sources.yaml", "en: UN name, ", "", 2, "en: Field required"),
    ],
)
def test_a_fault_names_its_place(data_folder: Path, file: str, old: str, new: str, line: int, reason: str) -> None:
    path = data_folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = faults(data_folder)
    assert any(reason in fault.reason and fault.line == line for fault in found), "\n".join(map(str, found))


@pytest.mark.parametrize(
    ("topics", "line", "reason"),
    [
        ("- {id: trade, narrower: [secretariat]}", 1, "no entity “trade”"),
        ("- id: secretariat\n  narrower: [trade]", 2, "no entity “trade”"),
        ("- {id: secretariat, narrower: [gmg]}", 1, "“gmg” is no topic"),
        ("- {id: secretariat, narrower: [secretariat]}", 1, "can't stand below"),
        ("- {id: secretariat, narrower: [paper]}\n- {id: paper, narrower: [secretariat]}", 2, "can't stand below"),
        ("- {id: secretariat, narrower: [paper, paper]}", 1, "stands here twice"),
        ("- {id: secretariat, narrower: []}", 1, "at least 1 item"),
        ("- {id: secretariat, narrower: [paper]}\n- {id: secretariat, narrower: [paper]}", 2, "stands already"),
    ],
)
def test_a_fault_in_the_order_of_topics_names_its_place(data_folder: Path, topics: str, line: int, reason: str) -> None:
    paper = "- {id: paper, class: Concept, zh: [报告], en: [{text: report, source: un}]}\n"
    with (data_folder / ENTITIES).open("a", encoding="utf-8") as entities:
        entities.write(paper)
    path = data_folder / "topics.yaml"
    path.write_text("- {id: secretariat, narrower: [paper]}\n", encoding="utf-8")
    assert not [fault for fault in faults(data_folder) if fault.file == "topics.yaml"]
    path.write_text(topics, encoding="utf-8")
    found = [fault for fault in faults(data_folder) if fault.file == "topics.yaml"]
    assert any(reason in fault.reason and fault.line == line for fault in found), "\n".join(map(str, found))


def test_a_paragraph_left_out_is_a_fault(data_folder: Path) -> None:
    path = data_folder / STATEMENTS
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index('- paragraph: "3"')] + text[text.index("- paragraph: fn1") :], encoding="utf-8")
    assert any("paragraph 3 has neither statements nor a written reason" in f.reason for f in faults(data_folder))


@pytest.mark.parametrize(("subject", "target"), [("gmg", "gmg"), ("ilo", "iom")])
def test_nothing_is_part_of_itself(data_folder: Path, subject: str, target: str) -> None:
    path = data_folder / STATEMENTS
    text = path.read_text(encoding="utf-8")
    old = '{id: "1.2", subject: ilo, predicate: memberOf, object: gmg, modality: fact}'
    assert old in text
    parts = [f'{{id: "1.2", subject: {subject}, predicate: partOf, object: {target}, modality: fact}}']
    parts += [f'{{id: "1.9", subject: {target}, predicate: partOf, object: {subject}, modality: fact}}'] * (
        subject != target
    )
    path.write_text(text.replace(old, "\n        - ".join(parts)), encoding="utf-8")
    found = [fault for fault in faults(data_folder) if "parts of each other" in fault.reason]
    assert [(fault.line, "1.2" in fault.reason) for fault in found] == [(15, True)]


def test_two_translations_of_one_passage_are_a_fault(data_folder: Path) -> None:
    path = data_folder / STATEMENTS
    text = path.read_text(encoding="utf-8").replace("en: work with the ILO}", "en: cooperate with the ILO}", 1)
    path.write_text(text, encoding="utf-8")
    assert any("translated twice, differently" in fault.reason for fault in faults(data_folder))


def test_missing_report_and_files_that_are_not_utf8(data_folder: Path) -> None:
    (data_folder / "reports/A-1-1/report.zh.txt").unlink()
    (data_folder / "sources.yaml").write_bytes(b"\xff")
    reasons = [str(fault) for fault in faults(data_folder)]
    assert any(r.startswith("reports/A-1-1/report.zh.txt:1:") and "is missing" in r for r in reasons)
    assert any(r.startswith("sources.yaml:1:") and "not UTF-8" in r for r in reasons)


def test_an_alias_that_contains_itself_is_a_fault(data_folder: Path) -> None:
    (data_folder / "sources.yaml").write_text("&a [*a]\n", encoding="utf-8")
    assert [fault.reason for fault in faults(data_folder)] == ["an alias that contains itself: write it out"]


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    assert any("no report's folder" in fault.reason for fault in faults(tmp_path))
