"""Records and rows of what isn't an entity or a statement: reports, paragraphs, coverage, scenarios, notes."""

from __future__ import annotations

from collections.abc import Iterable

from graph.authoring.coverage import Coverage
from graph.errors import NotFound
from graph.model import Heading, Note, Passage, ReportInfo, Scenario, Text
from graph.records import Record, Row, mention_record, statement_record, text_record
from graph.snapshot import Snapshot

REPORT_COLUMNS = ("slug", "symbol", "iri", "title_zh", "title_en", "date", "paragraphs")
COVERAGE_COLUMNS = ("paragraph", "statements", "share", "reason_zh", "reason_en")
SCENARIO_COLUMNS = ("id", "iri", "report", "model", "title_zh", "title_en", "adds", "ends", "changes")
NOTE_COLUMNS = ("id", "iri", "report", "kind", "statements", "entities", "zh", "en")


def find_report(snapshot: Snapshot, symbol: str) -> ReportInfo:
    """The report of a symbol (`A/68/283`) or slug (`A-68-283`); raises NotFound."""
    slug = symbol.replace("/", "-")
    for report in snapshot.reports:
        if report.slug == slug:
            return report
    known = ", ".join(report.slug for report in snapshot.reports) or "none in this dataset"
    raise NotFound(f"there is no report {symbol!r}; there are: {known}")


def find_passage(snapshot: Snapshot, report: str, unit: str) -> Passage:
    """The paragraph of a report; raises NotFound."""
    try:
        return snapshot.passages[report, unit]
    except KeyError:
        raise NotFound(f"{report} has no paragraph {unit!r}; ask for 46, cover, summary or fn7, for example") from None


def units_of(snapshot: Snapshot, report: str) -> list[str]:
    """Ids of a report's paragraphs in their order."""
    return [unit for slug, unit in snapshot.passages if slug == report]


def find_heading(report: ReportInfo, section: str) -> Heading:
    """The section of a report; raises NotFound."""
    for heading in report.headings:
        if heading.id == section:
            return heading
    raise NotFound(f"{report.slug} has no section {section!r}; /report/{report.slug} lists them")


def find_note(snapshot: Snapshot, report: str, note: str) -> Note:
    """The note on a report; raises NotFound."""
    for each in snapshot.notes:
        if (each.report, each.id) == (report, note):
            return each
    raise NotFound(f"there is no note {note!r} on a report {report!r}; /api/notes lists them")


def find_scenario(snapshot: Snapshot, report: str, scenario: str) -> Scenario:
    """The scenario of a report; raises NotFound."""
    found = snapshot.scenario(scenario)
    if found.report != report:
        raise NotFound(f"the scenario {scenario!r} belongs to the report {found.report!r}")
    return found


def trail_of(report: ReportInfo, section: str) -> list[Heading]:
    """A section and those it stands in, from the top."""
    above = {heading.id: heading for heading in report.headings}
    trail: list[Heading] = []
    while section in above:
        trail.insert(0, above[section])
        section = above[section].parent
    return trail


def sections_of(
    report: ReportInfo, headings: Iterable[Heading | None], snapshot: Snapshot
) -> list[tuple[Heading | None, list[str]]]:
    """Some sections with the ids of the paragraphs directly in them; None stands for what is in no section."""
    inside: dict[str, list[str]] = {}
    for (slug, unit), passage in snapshot.passages.items():
        if slug == report.slug:
            inside.setdefault(passage.section, []).append(unit)
    return [(heading, inside.get(heading.id if heading else "", [])) for heading in headings]


def heading_record(heading: Heading) -> Record:
    """A section."""
    return {"id": heading.id, "title": text_record(heading.title), "parent": heading.parent}


def report_record(report: ReportInfo, snapshot: Snapshot) -> Record:
    """A report with the ids of its paragraphs and its sections."""
    units = units_of(snapshot, report.slug)
    return {
        "slug": report.slug,
        "symbol": report.symbol,
        "iri": report.iri,
        "title": text_record(report.title),
        "date": report.date,
        "paragraphs": units,
        "paragraph_sections": [snapshot.passage(report.slug, unit).section or "" for unit in units],
        "sections": [heading_record(heading) for heading in report.headings],
    }


def report_row(report: ReportInfo, snapshot: Snapshot) -> Row:
    """A report as a flat row; keys are REPORT_COLUMNS."""
    count = str(len(units_of(snapshot, report.slug)))
    cells = (report.slug, report.symbol, report.iri, report.title.zh, report.title.en, report.date, count)
    return dict(zip(REPORT_COLUMNS, cells, strict=True))


def paragraph_record(passage: Passage, snapshot: Snapshot) -> Record:
    """A paragraph with its section, the statements that rest on it, what it mentions and the footnotes it calls."""
    report = find_report(snapshot, passage.report)
    section = next((heading for heading in report.headings if heading.id == passage.section), None)
    return {
        "id": passage.id,
        "iri": f"{report.iri}/paragraph/{passage.id}",
        "report": passage.report,
        "text": passage.text,
        "section": heading_record(section) if section else None,
        "statements": [statement_record(each, snapshot) for each in snapshot.statements_in(passage.report, passage.id)],
        "mentions": [
            {**mention_record(mention), "entity": entity}
            for mention, entity in snapshot.mentions_in(passage.report, passage.id)
        ],
        "footnotes": list(passage.footnotes),
        "reason": text_record(passage.reason),
    }


def coverage_record(row: Coverage) -> Record:
    """How much of a paragraph statements rest on."""
    return {
        "paragraph": row.unit,
        "statements": row.statements,
        "share": round(row.share, 4),
        "reason": text_record(row.reason),
    }


def coverage_row(row: Coverage) -> Row:
    """The same as a flat row; keys are COVERAGE_COLUMNS."""
    reason = row.reason or Text("", "")
    cells = (row.unit, str(row.statements), f"{row.share:.4f}", reason.zh, reason.en)
    return dict(zip(COVERAGE_COLUMNS, cells, strict=True))


def scenario_record(scenario: Scenario) -> Record:
    """What a model for the future would add, end and change, by ids of statements."""
    return {
        "id": scenario.id,
        "iri": scenario.iri,
        "report": scenario.report,
        "model": scenario.model,
        "title": text_record(scenario.title),
        "adds": list(scenario.adds),
        "ends": [{"fact": fact, "because": list(because)} for fact, because in scenario.ends],
        "changes": [{"from": old, "to": new} for old, new in scenario.changes],
    }


def scenario_row(scenario: Scenario) -> Row:
    """The same as a flat row; keys are SCENARIO_COLUMNS."""
    cells = (
        *(scenario.id, scenario.iri, scenario.report, scenario.model, scenario.title.zh, scenario.title.en),
        " | ".join(scenario.adds),
        " | ".join(fact for fact, _ in scenario.ends),
        " | ".join(f"{old} > {new}" for old, new in scenario.changes),
    )
    return dict(zip(SCENARIO_COLUMNS, cells, strict=True))


def note_record(note: Note) -> Record:
    """A remark of ours."""
    return {
        "id": note.id,
        "iri": note.iri,
        "report": note.report,
        "kind": note.kind,
        "statements": list(note.statements),
        "entities": list(note.entities),
        "words": text_record(note.words),
    }


def note_row(note: Note) -> Row:
    """The same as a flat row; keys are NOTE_COLUMNS."""
    about = (" | ".join(note.statements), " | ".join(note.entities))
    return dict(
        zip(
            NOTE_COLUMNS, (note.id, note.iri, note.report, note.kind, *about, note.words.zh, note.words.en), strict=True
        )
    )
