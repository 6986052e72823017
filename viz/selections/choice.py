"""What each kind of selection takes out of the dataset."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.datasets.opening import with_prologue, without_prologue
from graph.errors import NotFound, QuerySyntaxError
from graph.identifiers import Identifiers
from graph.model import Neighbourhood, Statement, Value
from graph.network.certainty import ALWAYS, CERTAINTIES
from graph.network.criteria import Criteria, Filter
from graph.network.dating import dating
from graph.network.surroundings import Beyond, find_beyond, find_surroundings
from graph.snapshot import Snapshot
from graph.sparql import QueryResult, analyse

from ..errors import EmptySelection, UnfitQuery
from .marks import NO_MARKS, Marks, marks_of
from .recipe import LENGTH_MAX, PathEnds, Period, Selection

_N_TRIPLES = "application/n-triples"
Construct = Callable[[str], bytes]
"""Gives what a CONSTRUCT constructs, as N-Triples; raises UnfitQuery or QueryError."""


class Answers(Protocol):
    """A store that answers queries within its bounds."""

    def evaluate(self, text: str, *, media_type: str | None = None) -> QueryResult:
        """The whole answer to a query."""
        ...


def construct_with(store: Callable[[], Answers], identifiers: Identifiers) -> Construct:
    """Asks a store, which is opened by the first question; queries need not declare the dataset's prefixes."""

    def construct(text: str) -> bytes:
        whole = with_prologue(text, identifiers)
        try:
            if analyse(whole).kind != "construct":
                raise UnfitQuery(
                    "a diagram takes a CONSTRUCT: what it constructs chooses the statements that are shown"
                )
            return store().evaluate(whole, media_type=_N_TRIPLES).body
        except QuerySyntaxError as error:
            raise without_prologue(error) from None

    return construct


@dataclass(frozen=True, slots=True)
class Choice:
    """What a selection takes out of the dataset, and what a scenario does to it.

    Attributes:
        beyond: where nothing but named entities was asked for, what else is tied to them.
    """

    around: Neighbourhood
    marks: Marks = NO_MARKS
    beyond: Beyond | None = None


def choose(selection: Selection, snapshot: Snapshot, construct: Construct) -> Choice:
    """What a selection takes out of the dataset.

    Args:
        selection: what to take.
        snapshot: the dataset.
        construct: answers a CONSTRUCT.

    Raises:
        NotFound: an entity, statement, section or scenario is unknown.
        EmptySelection: nothing is left.
        QueryError: the CONSTRUCT can't be answered.
        UnfitQuery: it isn't a CONSTRUCT.
    """
    for id in (*selection.named, *selection.holders):
        snapshot.entity(id)
    sections = [heading.id for report in snapshot.reports for heading in report.headings]
    for id in selection.sections:
        if id not in sections:
            raise NotFound(f"no report has a section {id!r}; there are: {', '.join(sections)}")
    for id in selection.hide:
        if id not in snapshot.entities:
            snapshot.statement(id)
    if selection.scenario:
        return _changed(selection, snapshot)
    if selection.path:
        around = _between(selection, selection.path, snapshot)
    elif selection.query:
        around = _constructed(selection, snapshot, construct(selection.query))
    elif selection.statements:
        around = _around(snapshot, (snapshot.statement(id) for id in selection.statements))
    elif selection.period:
        around = _dated(selection, selection.period, snapshot)
    else:
        most = selection.limit + len(selection.hide)
        around = _kept(
            _surroundings(selection, snapshot, selection.entities, selection.depth, most), selection, snapshot
        )
        criteria = replace(_criteria(selection), classes=selection.classes or None)
        return Choice(
            around, beyond=find_beyond(around, Filter(criteria, snapshot), snapshot) if not selection.depth else None
        )
    return Choice(_kept(around, selection, snapshot))


def _criteria(selection: Selection) -> Criteria:
    """What a selection keeps of statements."""
    return Criteria(
        families=selection.families or None,
        modalities=selection.modalities or None,
        holders=selection.holders or None,
        sections=selection.sections or None,
        period=selection.during.days() if selection.during else ALWAYS,
        certainties=selection.certainties or CERTAINTIES,
    )


def _surroundings(
    selection: Selection, snapshot: Snapshot, entities: Iterable[str], depth: int = 0, limit: int = 1
) -> Neighbourhood:
    """What surrounds some entities by statements that a selection keeps."""
    return find_surroundings(snapshot, entities, depth, limit, _criteria(selection)).neighbourhood


def _kept(
    around: Neighbourhood, selection: Selection, snapshot: Snapshot, always: Collection[str] = ()
) -> Neighbourhood:
    """A neighbourhood without what is hidden and of other classes, the best connected up to the limit."""
    hidden = set(selection.hide)
    named = (set(selection.named) | set(always)) - hidden
    is_a = snapshot.vocabulary.is_a
    kept = {
        entity.id: entity
        for entity in around.entities
        if entity.id not in hidden
        and (
            entity.id in named
            or not selection.classes
            or any(is_a(entity.class_id, kind) for kind in selection.classes)
        )
    }
    if not kept:
        raise EmptySelection("nothing is left of this selection: keep more classes or hide less")
    statements = [
        s
        for s in around.statements
        if s.id not in hidden
        and all(entity in kept for entity in s.entities)
        and (selection.values if isinstance(s.object, Value) else selection.lines)
    ]
    ties = _count_ties(statements)
    ranked = sorted(kept, key=lambda id: (id not in named, -ties.get(id, 0), id))
    inside = set(ranked[: max(selection.limit, len(named))])
    return Neighbourhood(
        tuple(id for id in around.centres if id in inside),
        tuple(kept[id] for id in sorted(inside)),
        tuple(s for s in statements if inside.issuperset(s.entities)),
        around.left_out + len(kept) - len(inside),
    )


def _count_ties(statements: Iterable[Statement]) -> dict[str, int]:
    ties: dict[str, int] = {}
    for statement in statements:
        for entity in statement.entities:
            ties[entity] = ties.get(entity, 0) + 1
    return ties


def _around(snapshot: Snapshot, statements: Iterable[Statement], centres: tuple[str, ...] = ()) -> Neighbourhood:
    chosen = {statement.id: statement for statement in statements}
    inside = dict.fromkeys([*centres, *(entity for each in chosen.values() for entity in each.entities)])
    return Neighbourhood(centres, tuple(snapshot.entities[id] for id in sorted(inside)), tuple(chosen.values()))


def _between(selection: Selection, ends: PathEnds, snapshot: Snapshot) -> Neighbourhood:
    passes, hidden = Filter(_criteria(selection), snapshot).accepts, set(selection.hide)

    def steps(entity: str) -> Iterator[Statement]:
        for statement in snapshot.statements_about(entity):
            if (
                not isinstance(statement.object, Value)
                and passes(statement)
                and hidden.isdisjoint((statement.id, *statement.entities))
            ):
                yield statement

    from_start = _distances(ends.start, ends.length, steps)
    from_end = _distances(ends.end, ends.length, steps)
    shortest = from_start.get(ends.end)
    if shortest is None:
        raise EmptySelection(
            f"no path of at most {ends.length} statements leads from {ends.start} to {ends.end}: "
            "allow a longer one, or keep more relation families and modalities"
        )
    on_way = {
        statement.id: statement
        for entity, distance in from_start.items()
        for statement in steps(entity)
        for other in statement.entities
        if from_start.get(other) == distance + 1 and distance + 1 + from_end.get(other, LENGTH_MAX) == shortest
    }
    ordered = (statement for id, statement in snapshot.statements.items() if id in on_way)
    return _around(snapshot, ordered, (ends.start, ends.end))


def _distances(start: str, most: int, steps: Callable[[str], Iterable[Statement]]) -> dict[str, int]:
    found = {start: 0}
    front = [start]
    for distance in range(1, most + 1):
        front = list(
            dict.fromkeys(
                other for entity in front for each in steps(entity) for other in each.entities if other not in found
            )
        )
        found |= dict.fromkeys(front, distance)
    return found


def _constructed(selection: Selection, snapshot: Snapshot, body: bytes) -> Neighbourhood:
    triples = {
        (quad.subject.value, quad.predicate.value, getattr(quad.object, "value", ""))
        for quad in parse(body, RdfFormat.N_TRIPLES)
        if isinstance(quad, Quad) and isinstance(quad.subject, NamedNode)
    }
    subjects = {subject for subject, _, _ in triples}
    iris = {id: entity.iri for id, entity in snapshot.entities.items()}
    passes = Filter(_criteria(selection), snapshot).accepts

    def is_meant(statement: Statement) -> bool:
        if statement.iri in subjects:
            return True
        if isinstance(statement.object, Value):
            return False
        predicate = snapshot.properties[statement.predicate].iri
        return (iris[statement.subject], predicate, iris[statement.object]) in triples

    found = _around(snapshot, (s for s in snapshot.statements.values() if passes(s) and is_meant(s)))
    if not found.entities:
        raise EmptySelection(
            "the query constructs no triple of a statement: construct triples of the dataset, or statements"
        )
    return found


def _dated(selection: Selection, period: Period, snapshot: Snapshot) -> Neighbourhood:
    inside: dict[str, None] = {}
    for entity in snapshot.entities:
        dates = dating(snapshot.statements_about(entity), entity)
        if dates and dates.time and period.holds(dates.time.earliest, dates.time.latest):
            inside[entity] = None
    if not inside:
        raise EmptySelection("the report dates nothing within these years: name a longer period")
    return _surroundings(selection, snapshot, inside)


def _changed(selection: Selection, snapshot: Snapshot) -> Choice:
    scenario = snapshot.scenario(selection.scenario or "")
    marks = marks_of(scenario, snapshot)
    changed = {id: snapshot.statements[id] for id in marks.statements}
    entities = dict.fromkeys([*selection.entities, *(entity for each in changed.values() for entity in each.entities)])
    context = _surroundings(selection, snapshot, entities)
    shown = {s.id: s for s in context.statements if not isinstance(s.object, Value)} | changed
    ordered = tuple(statement for id, statement in snapshot.statements.items() if id in shown)
    centres = (scenario.model,) if scenario.model in entities else ()
    around = Neighbourhood(centres, context.entities, ordered)
    always = [entity for each in changed.values() for entity in each.entities]
    return Choice(_kept(around, selection, snapshot, always), marks)
