"""The content of a dataset read back from any store, embedded or remote, by SPARQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from rdflib.namespace import RDF

from ontology import EDTF, MIGOV, Text

from ..model import (
    Content,
    Entity,
    Evidence,
    Heading,
    Label,
    Mention,
    Note,
    Passage,
    ReportInfo,
    Scenario,
    Statement,
    TimeSpan,
    Value,
)
from ..moments import moment_words
from ..wording import number_words_from
from . import content_queries as queries

Row = Mapping[str, str]
Select = Callable[[str], Iterable[Row]]
"""Runs a SELECT and gives each row as plain strings; unbound variables are absent."""


def read_content(select: Select) -> Content:
    """Read everything a dataset holds, in its canonical order."""

    def rows(query: str) -> list[Row]:
        return list(select(queries.PROLOGUE + query))

    reports = _reports(rows(queries.REPORTS), rows(queries.HEADINGS))
    slugs = {report.iri: report.slug for report in reports}
    passages = _passages(rows(queries.PARAGRAPHS), rows(queries.FOOTNOTES), slugs)
    order = {key: n for n, key in enumerate(passages)}
    return Content(
        entities=_entities(
            rows(queries.ENTITIES),
            rows(queries.LABELS),
            rows(queries.MENTIONS),
            rows(queries.BROADER),
            slugs,
            order,
        ),
        statements=_statements(rows(queries.STATEMENTS), rows(queries.EVIDENCE), slugs, order),
        passages=passages,
        reports=reports,
        notes=_notes(rows(queries.NOTES), rows(queries.NOTE_PARTS), slugs),
        scenarios=_scenarios(
            rows(queries.SCENARIOS), rows(queries.SCENARIO_LISTS), rows(queries.SCENARIO_CHANGES), slugs, order
        ),
        sources={_last(row["source"]): _words(row, "words") for row in sorted(rows(queries.SOURCES), key=_source)},
    )


def _text(row: Row, name: str) -> Text | None:
    return Text(row.get(f"{name}_zh", ""), row.get(f"{name}_en", "")) if f"{name}_zh" in row else None


def _words(row: Row, name: str) -> Text:
    return Text(row.get(f"{name}_zh", ""), row.get(f"{name}_en", ""))


def _source(row: Row) -> str:
    return row["source"]


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


def _local(iri: str) -> str:
    return iri.removeprefix(str(MIGOV))


def _reports(rows: list[Row], headings: list[Row]) -> tuple[ReportInfo, ...]:
    by_report: dict[str, list[Heading]] = defaultdict(list)
    for row in headings:
        parent = _last(row["above"]) if row["above"] != row["r"] else ""
        by_report[row["r"]].append(Heading(row["id"], _words(row, "title"), parent, int(row["order"])))
    found = (
        ReportInfo(
            _last(row["r"]),
            row["symbol"],
            row["r"],
            _words(row, "title"),
            row["date"],
            _last(row["entity"]),
            tuple(sorted(by_report[row["r"]], key=lambda heading: heading.order)),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda report: report.slug))


def _passages(rows: list[Row], footnotes: list[Row], slugs: Mapping[str, str]) -> dict[tuple[str, str], Passage]:
    marked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in footnotes:
        marked[row["p"]].append((int(row["order"]), row["footnote"]))
    found = [
        Passage(
            slugs[row["r"]],
            row["id"],
            row.get("section", ""),
            row["text"],
            int(row["order"]),
            _text(row, "reason"),
            tuple(footnote for _, footnote in sorted(marked[row["p"]])),
        )
        for row in rows
    ]
    found.sort(key=lambda passage: (passage.report, passage.order))
    return {(passage.report, passage.id): passage for passage in found}


def _entities(
    rows: list[Row],
    labels: list[Row],
    mentions: list[Row],
    broader: list[Row],
    slugs: Mapping[str, str],
    order: Mapping[tuple[str, str], int],
) -> dict[str, Entity]:
    names: dict[tuple[str, str], list[tuple[int, Label]]] = defaultdict(list)
    for row in labels:
        number = int(row["label"].rpartition("-")[2])
        label = Label(row["text"], _last(row["source"]), row.get("citation"))
        names[row["id"], row["lang"]].append((number, label))
    places: dict[str, list[Mention]] = defaultdict(list)
    for row in mentions:
        places[row["id"]].append(Mention(slugs[row["r"]], row["unit"], int(row["start"]), int(row["end"]), row["form"]))

    above: dict[str, list[str]] = defaultdict(list)
    for row in broader:
        above[row["id"]].append(row["above"])

    def ordered(entity: str, language: str) -> tuple[Label, ...]:
        return tuple(label for _, label in sorted(names[entity, language], key=lambda pair: pair[0]))

    found = (
        Entity(
            row["id"],
            row["e"],
            _local(row["class"]),
            ordered(row["id"], "zh"),
            ordered(row["id"], "en"),
            tuple(sorted(places[row["id"]], key=lambda m: (order[m.report, m.unit], m.start))),
            tuple(sorted(above[row["id"]])),
        )
        for row in rows
    )
    return {entity.id: entity for entity in sorted(found, key=lambda entity: entity.id)}


def _value(row: Row) -> str | Value:
    if not row["datatype"]:
        return _last(row["object"])
    unit = _local(row["unit"]).removeprefix("unit-") if "unit" in row else ""
    if row["datatype"] == str(RDF.langString):
        words = Text(row["object"], row.get("object_en", ""))
    elif row["datatype"] == str(EDTF.EDTF):
        words = moment_words(row["object"])
    elif unit:
        words = number_words_from(row["object"], unit, row["bound"])
    else:
        words = Text(row["object"], row["object"])
    return Value(words, row["object"], row["datatype"], unit, row.get("bound", ""))


def _statements(
    rows: list[Row], evidence: list[Row], slugs: Mapping[str, str], order: Mapping[tuple[str, str], int]
) -> dict[str, Statement]:
    passages: dict[str, list[tuple[bool, int, Evidence]]] = defaultdict(list)
    for row in evidence:
        found = Evidence(
            slugs[row["r"]], row["unit"], int(row["start"]), int(row["end"]), row["quote"], row["translation"]
        )
        passages[row["s"]].append((row["main"] != "true", int(row["order"]), found))

    def key(statement: Statement) -> tuple[str, int, int]:
        unit, _, number = _last(statement.id).partition(".")
        return statement.report, order[statement.report, unit], int(number)

    statements = sorted(
        (
            Statement(
                id=row["id"],
                iri=row["s"],
                report=slugs[row["r"]],
                subject=_last(row["subject"]),
                predicate=_local(row["predicate"]),
                object=_value(row),
                modality=_local(row["modality"]),
                holder=_last(row["holder"]),
                evidence=tuple(
                    found
                    for _, _, found in sorted(passages[row["s"]], key=lambda e: (e[0], e[1], e[2].start, e[2].end))
                ),
                sentence=_words(row, "sentence"),
                time=TimeSpan(row["edtf"], row.get("earliest"), row.get("latest")) if "edtf" in row else None,
                as_of_report=row["as_of"] == "true",
                qualifier=_text(row, "qualifier"),
                condition=_text(row, "condition"),
                note=_text(row, "note"),
            )
            for row in rows
        ),
        key=key,
    )
    return {statement.id: statement for statement in statements}


def _notes(rows: list[Row], parts: list[Row], slugs: Mapping[str, str]) -> tuple[Note, ...]:
    statements: dict[str, set[str]] = defaultdict(set)
    entities: dict[str, set[str]] = defaultdict(set)
    for row in parts:
        if "statement" in row:
            statements[row["n"]].add(row["statement"])
        else:
            entities[row["n"]].add(row["entity"])
    found = (
        Note(
            row["id"],
            row["n"],
            slugs[row["r"]],
            row["name"],
            tuple(sorted(statements[row["n"]])),
            tuple(sorted(entities[row["n"]])),
            _words(row, "words"),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda note: (note.report, note.id)))


def _scenarios(
    rows: list[Row],
    lists: list[Row],
    changes: list[Row],
    slugs: Mapping[str, str],
    order: Mapping[tuple[str, str], int],
) -> dict[str, Scenario]:
    def place(statement: str) -> tuple[str, int, int]:
        report, _, rest = statement.partition("/")
        unit, _, number = rest.partition(".")
        return report, order[report, unit], int(number)

    listed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in lists:
        listed[row["s"], row["list"].rpartition("#")[2]].add(row["statement"])

    def statements(scenario: str, name: str) -> tuple[str, ...]:
        return tuple(sorted(listed[scenario, name], key=place))

    ended: dict[str, dict[str, tuple[str, str | None, set[str]]]] = defaultdict(dict)
    for row in changes:
        _, _, reasons = ended[row["s"]].setdefault(row["change"], (row["old"], row.get("new"), set()))
        if "reason" in row:
            reasons.add(row["reason"])
    scenarios = {}
    for row in sorted(rows, key=lambda each: each["id"]):
        all_changes = list(ended[row["s"]].values())
        ends = [(old, tuple(sorted(why, key=place))) for old, new, why in all_changes if new is None]
        swaps = [(old, new) for old, new, _ in all_changes if new is not None]
        scenarios[row["id"]] = Scenario(
            row["id"],
            row["s"],
            slugs[row["r"]],
            _last(row["model"]),
            _words(row, "title"),
            statements(row["s"], "adds"),
            tuple(sorted(ends, key=lambda end: place(end[0]))),
            tuple(sorted(swaps, key=lambda swap: (place(swap[0]), place(swap[1])))),
            statements(row["s"], "saidFor"),
            statements(row["s"], "saidAgainst"),
            statements(row["s"], "saidRequired"),
        )
    return scenarios
