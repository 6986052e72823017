"""A view: a selection with all that a reader may settle about how it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph import Entity, Neighbourhood, Statement
from graph.moments import moment_words
from graph.network.certainty import CERTAINTIES
from graph.network.dating import dating
from graph.snapshot import Snapshot
from ontology import Text

from ..diagram import Diagram, LayoutKind
from ..errors import UnfitPlaces
from ..layouts.layout import lay_out
from ..layouts.stress import Point
from ..messages import MESSAGES, filled
from .choice import Construct, choose
from .dated import dated_diagram, title_of_dated
from .recipe import Period, Selection
from .selection import TITLED, by_date_after, diagram_of, title_after, title_between
from .summary import summarise
from .summary_diagram import summary_diagram

# Layouts in which a place means nothing but nearness, so that others can join without moving anyone.
_GROWING: tuple[LayoutKind, ...] = ("force", "layered")
_CHOSEN = Text("所选陈述", "Chosen statements")
_SCENARIO = Text("今天与设想", "Today and as proposed")


@dataclass(frozen=True, slots=True)
class View:
    """What a diagram shows and how; equal views give equal diagrams.

    Attributes:
        id: of the diagram, by default from what is selected.
        title, subtitle, note: its words; by default they come from what is selected.
        emphasis: ids of the entities to set off; by default those it is about.
        places: where the centres of its entities are to stand, in pixels, in the order of the ids; empty leaves that to
            the layout.
        later: entities of the selection that joined it after the others, in this order: those are arranged without
            them, and each finds its place among them. So a view that grows isn't rearranged.
        summary: whether all that is selected is counted by class and drawn so, however much it is.
    """

    selection: Selection
    id: str = ""
    title: Text | None = None
    subtitle: Text | None = None
    note: Text | None = None
    layout: LayoutKind = "force"
    emphasis: tuple[str, ...] = ()
    places: tuple[tuple[float, float], ...] = ()
    later: tuple[str, ...] = ()
    summary: bool = False


def draw(view: View, snapshot: Snapshot, construct: Construct) -> Diagram:
    """The diagram of a view.

    Args:
        view: what to show.
        snapshot: the dataset.
        construct: answers the CONSTRUCT of a view that has one.

    Raises:
        NotFound: it names something that the dataset doesn't hold.
        EmptySelection: nothing is selected.
        TooManyNodes: too much is left to read.
        UnfitPlaces: it places another number of entities than it shows, or what joined later can't be placed so.
        UnfitQuery, QueryError: its query isn't a CONSTRUCT or can't be answered.
    """
    for entity in view.emphasis:
        snapshot.entity(entity)
    if view.summary:
        return _summary(view, snapshot, construct)
    if _tells_statements(view):
        return dated_diagram(_told(view.selection, snapshot), snapshot, id=view.id, title=view.title)
    choice = choose(view.selection, snapshot, construct)
    around, undated = _dated_alone(choice.around, snapshot) if _is_plain_timeline(view) else (choice.around, 0)
    ids = [entity.id for entity in choice.around.entities]
    if view.places and len(view.places) != len(ids):
        raise UnfitPlaces(
            f"{len(view.places)} places are given for {len(ids)} entities: give one for each, in the order of their ids"
        )
    places = dict(zip(sorted(ids), view.places, strict=True)) if view.places else _grown(view, snapshot, construct)
    return diagram_of(
        around,
        snapshot,
        id=view.id or _default_id(view.selection),
        title=title_of(view, snapshot),
        subtitle=view.subtitle or (_SCENARIO if view.selection.scenario and not view.title else None),
        note=view.note or _narrowing_note(view.selection, undated, snapshot),
        emphasis=view.emphasis or None,
        layout=view.layout,
        marks=choice.marks,
        beyond=choice.beyond if view.selection.lines else None,
        places={id: place for id, place in places.items() if id in ids},
    )


def _tells_statements(view: View) -> bool:
    """Whether it is a timeline of statements, not of entities."""
    return view.layout == "timeline" and bool(view.selection.statements)


def _told(selection: Selection, snapshot: Snapshot) -> list[Statement]:
    return [snapshot.statement(id) for id in selection.statements if id not in selection.hide]


def _is_plain_timeline(view: View) -> bool:
    """Whether it shows when things were, and no relation of them."""
    return view.layout == "timeline" and not view.selection.lines


def _dated(entities: Iterable[Entity], snapshot: Snapshot) -> list[Entity]:
    """Those that the report dates."""
    return [each for each in entities if dating(snapshot.statements_about(each.id), each.id)]


def _dated_alone(around: Neighbourhood, snapshot: Snapshot) -> tuple[Neighbourhood, int]:
    """What the report dates, and how much else there is; all where it dates nothing."""
    dated = _dated(around.entities, snapshot)
    if not dated:
        return around, 0
    kept = {each.id for each in dated}
    centres = tuple(each for each in around.centres if each in kept)
    return replace(around, centres=centres, entities=tuple(dated)), len(around.entities) - len(dated)


def _summary(view: View, snapshot: Snapshot, construct: Construct) -> Diagram:
    if view.places or view.later or view.emphasis or view.layout == "timeline":
        raise UnfitPlaces(
            "a summary shows classes, not entities: leave out places, emphasis, who joined later, and the timeline"
        )
    return summary_diagram(
        summarise(view.selection, snapshot, construct),
        snapshot,
        id="-".join(filter(None, (view.id or _default_id(view.selection), "summary"))),
        title=title_of(view, snapshot),
        subtitle=view.subtitle,
        # Between so few boxes lines that are arranged by force would all cross.
        layout="layered" if view.layout == "force" else view.layout,
    )


def _grown(view: View, snapshot: Snapshot, construct: Construct) -> dict[str, Point]:
    """Where everything stood before the last of those that joined later came."""
    if not view.later:
        return {}
    newcomer, selection = view.later[-1], view.selection
    before = tuple(id for id in selection.entities if id != newcomer)
    if view.layout not in _GROWING:
        raise UnfitPlaces(
            f"entities join later only where layout is {' or '.join(_GROWING)}: in {view.layout} a place "
            "has a meaning, so that who joins may move others"
        )
    if newcomer not in selection.entities or not before:
        raise UnfitPlaces(f"{newcomer!r} can't join later: it must be one of several entities that the view names")
    base = replace(
        view,
        selection=selection.model_copy(update={"entities": before}),
        emphasis=tuple(id for id in view.emphasis if id != newcomer),
        later=view.later[:-1],
    )
    layout = lay_out(draw(base, snapshot, construct))
    return {id: (place.box.x, place.box.y) for id, place in layout.nodes["en"].items()}


def _narrowing_note(selection: Selection, undated: int, snapshot: Snapshot) -> Text | None:
    """By which statuses, holders and days a diagram is narrowed, and how many undated entities it leaves out.

    None where by none and none.
    """
    during, certainties = selection.during, set(selection.certainties or CERTAINTIES)
    told = []
    for key, labels in (
        ("only_statuses", [term.labels for id, term in snapshot.modalities.items() if id in selection.modalities]),
        ("only_holders", [snapshot.entity(id).names for id in selection.holders]),
    ):
        if labels:
            told.append(filled(key, those=Text("、".join(n.zh for n in labels), ", ".join(n.en for n in labels))))
    if during:
        bounds = (("from_day", during.start), ("to_day", during.end), ("as_at_day", during.day))
        told += [filled(key, day=moment_words(day)) for key, day in bounds if day]
        told.append(MESSAGES["later_hidden" if during.end or during.day else "days_hidden"])
    if "unknown" not in certainties:
        told.append(MESSAGES["undated_hidden"])
    elif during:
        told.append(MESSAGES["undated_shown"])
    if undated:
        told.append(filled("undated_apart", n=undated))
    if certainties == {"unknown"}:
        told.append(MESSAGES["dated_hidden"])
    return Text("".join(each.zh for each in told), " ".join(each.en for each in told)) if told else None


def _default_id(selection: Selection) -> str:
    if selection.path:
        return f"{selection.path.start}-{selection.path.end}"
    if selection.period:
        return "-".join(("period", *filter(None, (selection.period.start, selection.period.end))))
    return selection.scenario or ("query" if selection.query else "")


def title_of(view: View, snapshot: Snapshot) -> Text:
    """Its own title, or one from what it selects; raises NotFound."""
    selection = view.selection
    if view.title:
        return view.title
    if selection.scenario:
        return snapshot.scenario(selection.scenario).title
    if selection.path:
        start, end = (snapshot.entity(id).names for id in (selection.path.start, selection.path.end))
        return Text(f"{start.zh}与{end.zh}之间的联系", f"What links {start.en} and {end.en}")
    if selection.period:
        return _years_in_words(selection.period)
    if selection.query:
        return Text("查询所得的陈述", "Statements chosen by a query")
    if selection.statements:
        told = _told(selection, snapshot)
        return title_of_dated(told, snapshot) if _tells_statements(view) else _CHOSEN
    entities = [snapshot.entity(id) for id in _foremost(selection.entities, snapshot)]
    if _is_plain_timeline(view):
        return by_date_after([each.names for each in _dated(entities, snapshot) or entities])
    names = [each.names for each in entities]
    return title_after(names) if selection.depth else title_between(names)


def _foremost(entities: Sequence[str], snapshot: Snapshot) -> Sequence[str]:
    """More than a title names, with those first that the most statements tie to others of them; as they are otherwise.

    Raises NotFound.
    """
    if len(entities) <= TITLED:
        return entities
    inside = set(entities)

    def ties(entity: str) -> int:
        return sum(1 for s in snapshot.statements_about(snapshot.entity(entity).id) if inside.issuperset(s.entities))

    return sorted(entities, key=ties, reverse=True)


def _years_in_words(period: Period) -> Text:
    if period.start and period.end:
        return Text(f"{period.start}年至{period.end}年", f"{period.start} to {period.end}")
    if period.start:
        return Text(f"{period.start}年起", f"Since {period.start}")
    return Text(f"至{period.end}年", f"Until {period.end}") if period.end else Text("历年", "Through the years")
