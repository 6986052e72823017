"""Sheets: statements in parts as Word and PDF, each with its status, its holder, its place and its exact words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from openxml_audit import FileFormat, OpenXmlValidator
from pypdf import PdfReader

from graph.errors import NotFound
from graph.model import Language, Scenario
from graph.network.differences import find_difference
from graph.snapshot import Snapshot
from ontology import Text
from tests.browser.briefings import packed
from tests.viz.hostile import WORDS
from tests.viz.samples import REPORT, entity, snapshot, statement
from viz import (
    MOST_STATEMENTS,
    SHEET_FORMS,
    AnswerRow,
    FurtherColumn,
    Options,
    UnfitSheet,
    UnknownForm,
    render_sheet,
    sheet_of,
    sheet_of_answer,
    sheet_of_comparison,
    sheet_of_difference,
)

LANGUAGES: tuple[Language, ...] = ("en", "zh")
PARTS = {
    "en": (
        "What it is (0)",
        "What it would take (1)",
        "Said for it (1)",
        "Said against it (1)",
        "On neither side: to be read in their own words (0)",
        "Would be added (1)",
        "Would end (1)",
        "Would change (0)",
        "Who says it",
        "How this was made",
    ),
    "zh": (
        "模式内容（0）",
        "须具备的条件（1）",
        "支持的理由（1）",
        "反对的理由（1）",
        "不归入任何一方，须读原文（0）",
        "将新增（1）",
        "将终止（1）",
        "将改变（0）",
        "陈述方",
        "编制说明",
    ),
}


def data() -> Snapshot:
    """A model that would bring a body in, with what it takes, one reason on each side, and a fact that would end."""
    entities = [
        entity("a-68-283", "Document", REPORT.title.zh, REPORT.title.en),
        entity("model", "Proposal", "纳入", "Bringing it in"),
        entity("body", "Body", "机构", "The body"),
        entity("un", "Institution", "联合国", "United Nations"),
        entity("money", "Concept", "资源", "resources"),
        entity("states", "Group", "各国", "Some states"),
    ]
    claims = [
        statement("1.1", "body", "partOf", "un", "absence", quote="不属于"),
        statement("2.1", "body", "partOf", "un", "proposal", holder="states", quote="应纳入"),
        statement("3.1", "model", "wouldRequire", "money", "conditional", quote="需要资源"),
        statement("4.1", "model", "enables", "money", "assessment", quote="可带来资源"),
        statement("5.1", "states", "opposes", "model", "criticism", holder="states", quote="反对", time="2006"),
    ]
    scenario = Scenario(
        "in",
        "https://example.org/in",
        "A-68-283",
        "model",
        Text("纳入联合国", "Brought into the UN"),
        adds=("A-68-283/2.1",),
        ends=(("A-68-283/1.1", ("A-68-283/2.1",)),),
    )
    return snapshot(entities, claims, scenario)


def opened(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


HEADINGS = (Text("左", "Left"), Text("右", "Right"))


def headings(document: WordDocument) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_is_told_with_what_it_takes_and_the_reasons_before_what_it_changes(language: Language) -> None:
    made = data()
    sheet = sheet_of_difference(find_difference(made, "in"), made)
    document = opened(render_sheet(sheet, "docx", Options(language=language)))
    assert tuple(headings(document)) == PARTS[language]
    tables = [[[cell.text for cell in row.cells] for row in table.rows[1:]] for table in document.tables]
    (takes,), (speaks_for,), (speaks_against,), (adds,), (ends, because) = tables
    report, held = {"en": ("The report", "Some states"), "zh": ("报告本身", "各国")}[language]
    assert [row[1] for row in (takes, speaks_for, speaks_against, adds, ends, because)] == [
        *(report, report, held, held, report, held)
    ]
    lead = {"en": "→ According to: An idea put forward", "zh": "→ 依据：提出的设想"}[language]
    assert because[0].startswith(lead)
    assert ends[0].startswith({"en": "Said not to be so:", "zh": "指明并非如此："}[language])
    place = {"en": "[3] para. 3", "zh": "[3] 第 3 段"}[language]
    assert takes[2] == place


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_of_a_recommendation_stands_in_one_line_unless_a_limit_parts_it(language: Language) -> None:
    entities = [
        entity("a-68-283", "Document", REPORT.title.zh, REPORT.title.en),
        entity("rec", "Recommendation", "停止拘留", "Stop detention"),
        entity("iom", "Institution", "移徙组织", "IOM"),
        entity("un", "Institution", "联合国", "United Nations"),
        entity("detention", "Concept", "拘留", "detention"),
    ]
    limit = Text("若可行", "if possible")
    made = snapshot(
        entities,
        [
            statement("1.1", "rec", "concerns", "detention", "recommendation", quote="拘留"),
            statement("1.2", "rec", "addressedTo", "iom", "recommendation", quote="向移徙组织"),
            statement("1.3", "rec", "addressedTo", "un", "recommendation", quote="向联合国"),
            statement("1.4", "rec", "concerns", "iom", "recommendation", qualifier=limit),
            statement("1.5", "rec", "concerns", "un", "proposal"),
            statement("1.6", "iom", "concerns", "detention", "recommendation"),
        ],
    )
    ids = list(made.statements)
    (table,) = opened(render_sheet(sheet_of(ids, made), "docx", Options(language=language))).tables
    assert len(table.rows) == 1 + len(ids)
    sheet = sheet_of(ids, made, fold=True)
    assert [line.claim.id.rpartition("/")[2] for line in sheet.parts[0].lines] == ["1.2", "1.4", "1.5", "1.6"]
    (table,) = opened(render_sheet(sheet, "docx", Options(language=language))).tables
    told = table.rows[1].cells[0].text.partition("\n")[2]
    assert (
        told
        == {
            "en": "→ concerns detention; is addressed to United Nations",
            "zh": "→ 涉及拘留；对象为联合国",
        }[language]
    )
    # It rests on what all of them rest on.
    apart = [line.claim.sources for line in sheet_of(ids[:3], made).parts[0].lines]
    assert len(sheet.parts[0].lines[0].claim.sources) == len({number for each in apart for number in each}) == 3


def test_models_are_compared_side_by_side() -> None:
    made = data()
    difference = find_difference(made, "in")
    sheet = sheet_of_comparison([difference, difference], made)
    parts = sheet.parts
    assert sheet.title.en == "Compared: Brought into the UN; Brought into the UN"
    assert len(parts) == 2 * 5
    assert [part.title.en.partition(": ")[0] for part in parts[::2]] == [
        each.rpartition(" (")[0] for each in PARTS["en"][:4]
    ] + ["On neither side"]
    assert all("Brought into the UN" in part.title.en for part in parts)
    silences = {part.title.en.partition(":")[0]: part.silence.en for part in parts}
    assert "nothing against this model itself" in silences["Said against it"]
    assert "nothing against" not in silences["Said for it"]
    with pytest.raises(UnfitSheet, match="at least one"):
        sheet_of_comparison([], made)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", SHEET_FORMS)
def test_every_source_is_there_in_its_exact_words_and_the_same_sheet_gives_the_same_bytes(
    form: str, language: Language
) -> None:
    made = data()
    sheet = sheet_of(list(made.statements), made)
    file = render_sheet(sheet, form, Options(language=language))
    assert file == render_sheet(sheet_of(list(made.statements), made), form, Options(language=language))
    if form == "pdf":
        text = packed("".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages))
    else:
        text = packed("".join(each.text for each in opened(file).paragraphs))
    assert sheet.sources
    for source in sheet.sources:
        assert packed(source.quote) in text
        assert (packed(source.translation) in text) == (language == "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_further_columns_hold_the_date_and_the_words_of_every_source(language: Language) -> None:
    made = data()
    columns: tuple[FurtherColumn, ...] = ("time", "quotation", "translation")
    sheet = sheet_of(list(made.statements), made, None, columns)
    (table,) = opened(render_sheet(sheet, "docx", Options(language=language))).tables
    heads, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(heads) == 6
    sources = {source.number: source for source in sheet.sources}
    for line, row in zip(sheet.parts[0].lines, rows, strict=True):
        told = [sources[number] for number in line.claim.sources]
        time = line.claim.time.get(language) if line.claim.time else ""
        assert row[1:4] == [time, *("\n".join(getattr(each, key) for each in told) for key in ("quote", "translation"))]
    assert any(row[1] for row in rows)
    text = packed("".join(page.extract_text() for page in PdfReader(io.BytesIO(render_sheet(sheet, "pdf"))).pages))
    assert all(text.count(packed(source.quote)) == 2 for source in sheet.sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_of_an_answer_says_status_holder_and_place_of_what_it_rests_on(language: Language) -> None:
    made = data()
    first, second, third = (made.statement(f"A-68-283/{id}") for id in ("3.1", "5.1", "2.1"))
    answer = [
        AnswerRow((Text("甲", "one"), Text("", "")), (first, second)),
        AnswerRow((Text("乙", "two"), Text("三", "three")), (third,), frozenset({third.id})),
    ]
    sheet = sheet_of_answer(Text("问", "Asked"), HEADINGS, answer, Text("注", "Note"), made)
    document = opened(render_sheet(sheet, "docx", Options(language=language)))
    grid, behind = ([[cell.text for cell in row.cells] for row in table.rows] for table in document.tables)
    rests = {
        "en": (
            "conditional, The report: [2] para. 3\ncriticism, Some states: [3] para. 5",
            "proposal, Some states: [1] para. 2",
        ),
        "zh": ("有条件，报告本身：[2] 第 3 段\n批评，各国：[3] 第 5 段", "提议，各国：[1] 第 2 段"),
    }[language]
    assert [row[-1] for row in grid[1:]] == list(rests)
    assert [row[:2] for row in grid] == {
        "en": [["Left", "Right"], ["one", ""], ["two", "three"]],
        "zh": [["左", "右"], ["甲", ""], ["乙", "三"]],
    }[language]
    # What a cell tells in words isn't told again.
    assert len(behind) == 1 + 2
    text = packed("".join(page.extract_text() for page in PdfReader(io.BytesIO(render_sheet(sheet, "pdf"))).pages))
    for words in ("one", "three", "Note", *(source.quote for source in sheet.sources)):
        assert packed(words) in text


def test_an_answer_without_rows_or_with_too_many_makes_no_document() -> None:
    made = data()
    with pytest.raises(UnfitSheet, match="no row"):
        sheet_of_answer(Text("问", "Asked"), (), [], None, made)
    row = AnswerRow((Text("甲", "one"),), ())
    with pytest.raises(UnfitSheet, match=f"at most {MOST_STATEMENTS}"):
        sheet_of_answer(Text("问", "Asked"), (Text("左", "Left"),), [row] * (MOST_STATEMENTS + 1), None, made)


def test_statements_stand_in_the_order_in_which_they_are_named_each_once() -> None:
    made = data()
    ids = ["A-68-283/5.1", "A-68-283/1.1", "A-68-283/5.1"]
    (part,) = sheet_of(ids, made).parts
    assert [line.claim.id for line in part.lines] == ids[:2]


def test_a_sheet_holds_statements_and_no_more_than_one_can_read() -> None:
    made = data()
    with pytest.raises(UnfitSheet, match="at least one"):
        sheet_of([], made)
    with pytest.raises(UnfitSheet, match=f"at most {MOST_STATEMENTS}"):
        sheet_of([f"A-68-283/9.{n}" for n in range(MOST_STATEMENTS + 1)], made)
    with pytest.raises(NotFound, match=r"9\.9"):
        sheet_of(["A-68-283/9.9"], made)
    with pytest.raises(UnknownForm, match="docx, pdf"):
        render_sheet(sheet_of(["A-68-283/1.1"], made), "odt")


@pytest.mark.parametrize("form", SHEET_FORMS)
def test_hostile_words_stay_words(form: str, tmp_path: Path) -> None:
    entities = [entity(f"e{n}", "Body", word, word) for n, word in enumerate(WORDS)]
    claims = [
        statement(f"{n}.1", f"e{n}", "supports", f"e{(n + 1) % len(WORDS)}", holder=f"e{n}", quote=word)
        for n, word in enumerate(WORDS)
    ]
    made = snapshot(entities, claims)
    title = Text(WORDS[3], WORDS[3])
    file = render_sheet(sheet_of(list(made.statements), made, title), form)
    path = tmp_path / f"a.{form}"
    path.write_bytes(file)
    if form == "docx":
        found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(str(path))
        assert [str(error) for error in found.errors] == []
    else:
        text = packed("".join(page.extract_text() for page in PdfReader(path).pages))
        assert packed('#read("/etc/passwd")') in text
        assert "root:" not in text
