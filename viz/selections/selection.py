"""A selection of the dataset becomes a diagram."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from graph import Neighbourhood, Statement, Value
from graph.model import IDEAS
from graph.network.dating import dating
from graph.network.surroundings import Beyond
from ontology import Text

from ..diagram import MAX_NODES, Diagram, Edge, LayoutKind, LeftBeyond, Node
from ..errors import EmptySelection, TooManyNodes
from ..messages import MESSAGES
from .claims import Dataset, claim_of, legend_of, natural_key, origins_of, sources_of
from .marks import NO_MARKS, Marks

_LESSER_PART = 3
# How many entities a title names.
TITLED = 3


def diagram_of(
    neighbourhood: Neighbourhood,
    snapshot: Dataset,
    *,
    id: str = "",
    title: Text | None = None,
    subtitle: Text | None = None,
    note: Text | None = None,
    emphasis: Collection[str] | None = None,
    layout: LayoutKind = "force",
    marks: Marks = NO_MARKS,
    beyond: Beyond | None = None,
    places: Mapping[str, tuple[float, float]] = MappingProxyType({}),
) -> Diagram:
    """The diagram of a neighbourhood: its entities as nodes, its statements between them as edges.

    Args:
        neighbourhood: what to draw.
        snapshot: the dataset it was taken from.
        id: the diagram's id; by default that of the first centre.
        title: by default it names the centres.
        subtitle: a second line, or None.
        note: a remark of ours, or None.
        emphasis: ids of the entities to set off; by default the centres, where they are the lesser part.
        layout: how to arrange it. On a timeline every entity that the report dates comes with that statement.
        marks: what a scenario does to its statements and entities.
        beyond: what else is tied to its entities, which who sees the diagram is told.
        places: where the centre of each entity is to stand, in pixels; empty leaves that to the layout.

    Raises:
        EmptySelection: there is no entity.
        TooManyNodes: there are more than `MAX_NODES`.
    """
    if not neighbourhood.entities:
        raise EmptySelection("nothing is selected: name at least one entity that the dataset holds")
    if len(neighbourhood.entities) > MAX_NODES:
        raise TooManyNodes(
            len(neighbourhood.entities),
            MAX_NODES,
            {
                entry.id: entry.count
                for entry in legend_of((e.class_id for e in neighbourhood.entities), snapshot.classes)
            },
        )
    inside = {entity.id for entity in neighbourhood.entities}
    dated = {entity: dating(snapshot.statements_about(entity), entity) for entity in inside if layout == "timeline"}
    drawn = {s.id: s for s in neighbourhood.statements if inside.issuperset(s.entities)}
    own = {
        entity: [s for s in drawn.values() if s.subject == entity and isinstance(s.object, Value)] for entity in inside
    }
    for entity, dates in dated.items():
        if dates and dates.id not in drawn:
            own[entity].append(dates)
    reasons = {s: tuple(snapshot.statements[reason] for reason in marks.because.get(s, ())) for s in drawn}
    told = {s.id: s for group in (drawn.values(), *own.values(), *reasons.values()) for s in group}
    statements = sorted(told.values(), key=lambda s: natural_key(s.id))
    sources = sources_of(statements, snapshot)
    claims = {s.id: claim_of(s, snapshot, sources) for s in statements}
    edges = tuple(
        Edge(
            s.subject,
            s.object,
            claims[s.id],
            marks.statements.get(s.id, ""),
            tuple(claims[reason.id] for reason in reasons[s.id]),
        )
        for s in statements
        if s.id in drawn and isinstance(s.object, str)
    )
    centres = set(neighbourhood.centres)
    if emphasis is None:
        # Where nearly everything is a centre, setting it off would set nothing off.
        emphasis = centres if len(centres) * _LESSER_PART <= len(neighbourhood.entities) or len(centres) == 1 else ()
    nodes = tuple(
        Node(
            entity.id,
            entity.iri,
            entity.class_id,
            entity.names,
            entity.short_names,
            tuple(dict.fromkeys(label.text for label in (*entity.en[1:], *entity.zh[1:]))),
            entity.id in emphasis,
            tuple(claims[s.id] for s in sorted(own[entity.id], key=lambda s: natural_key(s.id))),
            dates.time if (dates := dated.get(entity.id)) else None,
            marks.entities.get(entity.id, ""),
            places.get(entity.id),
        )
        for entity in sorted(neighbourhood.entities, key=lambda entity: (entity.id not in emphasis, entity.id))
    )
    named = [entity.names for entity in neighbourhood.entities if entity.id in centres] or [nodes[0].names]
    return Diagram(
        id=id or next(iter(neighbourhood.centres), nodes[0].id),
        title=title or title_after(named),
        subtitle=subtitle,
        note=note or (MESSAGES["no_evidence"] if statements and not sources else None),
        nodes=nodes,
        edges=edges,
        classes=legend_of((node.class_id for node in nodes), snapshot.classes),
        modalities=legend_of((s.modality for s in statements), snapshot.modalities),
        families=legend_of((snapshot.properties[s.predicate].family for s in statements), snapshot.families),
        sources=tuple(sources.values()),
        origins=origins_of(statements, snapshot),
        version=snapshot.version,
        left_out=neighbourhood.left_out,
        undrawn=legend_of((s.modality for s in _undrawn(inside, drawn, snapshot)), snapshot.modalities),
        beyond=_left_beyond(beyond, snapshot) if beyond else LeftBeyond(),
        layout=layout,
    )


def _undrawn(inside: Collection[str], drawn: Collection[str], snapshot: Dataset) -> Iterable[Statement]:
    """The statements between entities of a diagram, each once, that it doesn't draw."""
    between = {
        s.id: s
        for entity in inside
        for s in snapshot.statements_about(entity)
        if not isinstance(s.object, Value) and s.subject in inside and s.object in inside and s.id not in drawn
    }
    return between.values()


def _left_beyond(beyond: Beyond, snapshot: Dataset) -> LeftBeyond:
    # What is asked for or proposed is called by a whole clause.
    named = {id: n for id, n in beyond.counts.items() if snapshot.entities[id].class_id not in IDEAS}
    most = sorted(named.items(), key=lambda each: (-each[1], each[0]))[:TITLED]
    return LeftBeyond(beyond.total, tuple((snapshot.entities[id].short_names, count) for id, count in most))


def by_date_after(names: Sequence[Text]) -> Text:
    """The title of a plain timeline that is named after the entities it is about."""
    zh, en, are_more = _first_of(names)
    return Text(f"{zh}{'等' if are_more else ''}：按日期", f"{en}{' and others' if are_more else ''}, by date")


def _first_of(names: Sequence[Text]) -> tuple[str, str, bool]:
    """As many names as a title holds in Chinese and English, and whether there are more."""
    shown = names[:TITLED]
    return "、".join(name.zh for name in shown), ", ".join(name.en for name in shown), len(names) > TITLED


def title_between(names: Sequence[Text]) -> Text:
    """The title of a diagram that shows nothing but what stands between the entities it is named after."""
    zh, en, are_more = _first_of(names)
    if len(names) == 1:
        return names[0]
    return Text(
        f"{zh}{'等' if are_more else ''}之间的关系", f"{en}{' and others' if are_more else ''}: relations between them"
    )


def title_after(names: Sequence[Text]) -> Text:
    """The title of a diagram that is named after the entities it is about."""
    zh, en, are_more = _first_of(names)
    if are_more:
        return Text(f"{zh}等及其关系", f"{en} and others, and what they are linked to")
    return Text(f"{zh}及其关系", f"{en} and what surrounds it" if len(names) == 1 else f"{en} and what surrounds them")
