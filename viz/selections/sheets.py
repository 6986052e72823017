"""Statements of the dataset become a sheet: those that somebody names, or what a model for the future would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import Statement, Value
from graph.network.differences import METHOD, SIDES, Difference
from graph.snapshot import Snapshot
from ontology import Text

from ..diagram import Claim
from ..documents.words import DOCUMENT_WORDS
from ..errors import UnfitSheet
from ..messages import MESSAGES
from ..sheet import MOST_STATEMENTS, FurtherColumn, Grid, GridRow, Line, Part, Sheet
from .claims import claim_of, legend_of, origins_of, sources_of

_TELLING = ("content", "addressedTo", "concerns", "addresses")
"""What is told of a recommendation, what tells the most first; the explorer's table folds its rows alike."""
_Told = tuple[Statement, Text | None]
"""A statement and what it is to the one before it."""
_Part = tuple[Text, Sequence[_Told], Text]
"""A heading, what stands below it, and what is said where nothing does."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of an answer.

    Attributes:
        cells: in words, those that the answer leaves empty without any.
        statements: what it rests on.
        told: ids of those that a cell tells in words already.
    """

    cells: tuple[Text, ...]
    statements: tuple[Statement, ...]
    told: frozenset[str] = frozenset()


def sheet_of(
    ids: Sequence[str],
    snapshot: Snapshot,
    title: Text | None = None,
    columns: Sequence[FurtherColumn] = (),
    *,
    fold: bool = False,
) -> Sheet:
    """A sheet of statements in the order in which they are named, each once.

    Args:
        ids: of statements.
        snapshot: the dataset.
        title: by default it says that these are statements.
        columns: further ones of the table.
        fold: whether what is told of a recommendation stands in one line, as in the explorer's table.

    Raises:
        UnfitSheet: none is named, or more than `MOST_STATEMENTS`.
        NotFound: an id is unknown.
    """
    chosen = dict.fromkeys(ids)
    if not chosen:
        raise UnfitSheet("a sheet needs a statement: name at least one")
    if len(chosen) > MOST_STATEMENTS:
        raise UnfitSheet(
            f"{len(chosen)} statements are too many for one sheet: name at most {MOST_STATEMENTS}, or make several"
        )
    parts = [(Text("", ""), _plainly([snapshot.statement(id) for id in chosen]), DOCUMENT_WORDS["silent"])]
    sheet = _sheet(title or DOCUMENT_WORDS["statements"], None, parts, snapshot)
    if fold:
        sheet = replace(sheet, parts=tuple(replace(part, lines=_folded(part.lines, snapshot)) for part in sheet.parts))
    return replace(sheet, columns=tuple(columns))


def _folded(lines: Sequence[Line], snapshot: Snapshot) -> tuple[Line, ...]:
    """The lines with those of each recommendation in the place of the first that tells the most of it.

    Only what has the same status and holder is folded, and neither limit nor note of its own.
    """
    groups: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines:
        statement = snapshot.statement(line.claim.id)
        if statement.predicate in _TELLING and snapshot.entity(statement.subject).class_id == "Recommendation":
            groups.setdefault((statement.subject, statement.modality, statement.holder), []).append(line)
    folded: dict[str, Line | None] = {}
    for group in groups.values():
        first = min(group, key=lambda line: _TELLING.index(line.claim.predicate))
        told = [line for line in group if line is not first and _has_no_limit_beside(line.claim, first.claim)]
        folded |= dict.fromkeys((line.claim.id for line in told), None)
        if told:
            sources = sorted({number for line in (first, *told) for number in line.claim.sources})
            within = tuple((line.claim.label, _object_words(line.claim, snapshot)) for line in told)
            folded[first.claim.id] = replace(first, claim=replace(first.claim, sources=tuple(sources)), within=within)
    return tuple(kept for line in lines if (kept := folded.get(line.claim.id, line)))


def _has_no_limit_beside(one: Claim, other: Claim) -> bool:
    return all(
        own in (None, others)
        for own, others in ((one.qualifier, other.qualifier), (one.condition, other.condition), (one.note, other.note))
    )


def _object_words(claim: Claim, snapshot: Snapshot) -> Text:
    leads_to = snapshot.statement(claim.id).object
    return leads_to.words if isinstance(leads_to, Value) else snapshot.entity(leads_to).names


def sheet_of_answer(
    title: Text, headings: Sequence[Text], rows: Sequence[AnswerRow], note: Text | None, snapshot: Snapshot
) -> Sheet:
    """An answer as rows with what each rests on, then the statements that no cell tells in words.

    Args:
        title: the question.
        headings: of the columns of cells.
        rows: of the answer.
        note: what must be known to read it, or None.
        snapshot: the dataset.

    Raises:
        UnfitSheet: there is no row, or there are more rows or statements than `MOST_STATEMENTS`.
    """
    statements = list({each.id: each for row in rows for each in row.statements}.values())
    if not rows:
        raise UnfitSheet("the answer has no row to put into a document: the report states nothing of it")
    if max(len(rows), len(statements)) > MOST_STATEMENTS:
        raise UnfitSheet(
            f"an answer of {len(rows)} rows that rest on {len(statements)} statements is too long for one document: "
            f"at most {MOST_STATEMENTS} of each; ask for less, or take it as CSV"
        )
    told = {id for row in rows for id in row.told}
    behind = [each for each in statements if each.id not in told]
    sources = sources_of(statements, snapshot)
    grid = Grid(
        tuple(headings),
        tuple(GridRow(row.cells, tuple(claim_of(each, snapshot, sources) for each in row.statements)) for row in rows),
        legend_of((each.modality for each in statements), snapshot.modalities),
    )
    part = Part(
        DOCUMENT_WORDS["behind"],
        tuple(Line(claim_of(each, snapshot, sources)) for each in behind),
        DOCUMENT_WORDS["silent"],
    )
    return Sheet(
        title,
        note,
        (part,) if behind else (),
        tuple(sources.values()),
        origins_of(statements, snapshot),
        snapshot.version,
        grid=grid,
    )


def sheet_of_difference(found: Difference, snapshot: Snapshot) -> Sheet:
    """What is said of a model for the future, then what it would add, end and change, as the explorer tells it."""
    because, instead = DOCUMENT_WORDS["because"], DOCUMENT_WORDS["instead"]
    ended = [
        told for fact, reasons in found.ended for told in ((fact, None), *((reason, because) for reason in reasons))
    ]
    changed = [told for old, new in found.changed for told in ((old, None), (new, instead))]
    parts = [
        *(_part(side, _plainly(found.reasons[side])) for side in SIDES),
        _part("added", _plainly(found.added)),
        _part("ended", ended),
        _part("changed", changed),
    ]
    return _sheet(found.scenario.title, METHOD, parts, snapshot)


def sheet_of_comparison(found: Sequence[Difference], snapshot: Snapshot) -> Sheet:
    """What some models for the future are, what each would take, what is said for and against each, side by side.

    What they would change is left to the sheet of each.

    Raises:
        UnfitSheet: there is no model.
    """
    if not found:
        raise UnfitSheet("a comparison needs a model: name at least one")
    if len(found) == 1:
        title = found[0].scenario.title
        parts = [_part(side, _plainly(found[0].reasons[side])) for side in SIDES]
    else:
        compared, titles = DOCUMENT_WORDS["compared"], [each.scenario.title for each in found]
        title = Text(
            compared.zh.replace("{models}", "；".join(each.zh for each in titles)),
            compared.en.replace("{models}", "; ".join(each.en for each in titles)),
        )
        parts = [_part(side, _plainly(each.reasons[side]), each.scenario.title) for side in SIDES for each in found]
    return _sheet(title, METHOD, parts, snapshot)


def _plainly(statements: Sequence[Statement]) -> Sequence[_Told]:
    return [(each, None) for each in statements]


def _part(name: str, told: Sequence[_Told], of: Text | None = None) -> _Part:
    """A part by the key of its words, of one of several models where it is named."""
    heading = DOCUMENT_WORDS[name]
    if of:
        heading = Text(f"{heading.zh}：{of.zh}", f"{heading.en}: {of.en}")
    return heading, told, DOCUMENT_WORDS["silent_against" if name == "against" else "silent"]


def _sheet(title: Text, note: Text | None, parts: Sequence[_Part], snapshot: Snapshot) -> Sheet:
    statements = [statement for _, told, _ in parts for statement, _ in told]
    sources = sources_of(statements, snapshot)
    return Sheet(
        title,
        note or (MESSAGES["no_evidence"] if statements and not sources else None),
        tuple(
            Part(
                heading, tuple(Line(claim_of(statement, snapshot, sources), lead) for statement, lead in told), silence
            )
            for heading, told, silence in parts
        ),
        tuple(sources.values()),
        origins_of(statements, snapshot),
        snapshot.version,
    )
