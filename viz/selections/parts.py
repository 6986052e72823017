"""A diagram too full for one slide, in parts that each show an entity with what it is linked to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from math import ceil

from ..diagram import Diagram, Edge, LegendEntry

PART_NODES, PART_EDGES = 12, 20


def split_diagram(diagram: Diagram, nodes: int = PART_NODES, edges: int = PART_EDGES) -> tuple[Diagram, ...]:
    """Parts that together show every line once.

    The rule: the entity with the most lines not yet shown, and what these lines lead to, make a part, or several of
    about the same size; then the next entity. Small parts are put together while they keep within the bounds.
    The emphasis of each part is the entity, or are the entities, it is about. Entities without lines make no part.

    Args:
        diagram: what to split.
        nodes: entities of a part at most, at least 2.
        edges: lines of a part at most, unless more run between the same two entities.
    """
    left = list(diagram.edges)
    parts: list[tuple[set[str], list[Edge]]] = []
    while left:
        degree = Counter(name for edge in left for name in {edge.start, edge.end})
        hub = min(degree, key=lambda name: (-degree[name], name))
        inside = {hub, *_share(hub, left, degree, nodes, edges)}
        near = [edge for edge in left if hub in (edge.start, edge.end) and {edge.start, edge.end} <= inside]
        between = [edge for edge in left if hub not in (edge.start, edge.end) and {edge.start, edge.end} <= inside]
        chosen = near + between[: max(0, edges - len(near))]
        taken = {edge.id for edge in chosen}
        left = [edge for edge in left if edge.id not in taken]
        _put(parts, {hub}, chosen, nodes, edges)
    order = {edge.id: rank for rank, edge in enumerate(diagram.edges)}
    return tuple(
        part_of(diagram, sorted(chosen, key=lambda edge: order[edge.id]), emphasis=hubs) for hubs, chosen in parts
    )


def _share(hub: str, left: Sequence[Edge], degree: Counter[str], nodes: int, edges: int) -> list[str]:
    """Neighbours of an entity for one part: about as many as for each further part, those most linked first."""
    lines = Counter(edge.end if edge.start == hub else edge.start for edge in left if hub in (edge.start, edge.end))
    count = max(ceil(len(lines) / (nodes - 1)), ceil(lines.total() / edges))
    order = sorted(lines, key=lambda name: (lines[name] - degree[name], name))
    share: list[str] = []
    for name in order[: ceil(len(lines) / count)]:
        if share and sum(lines[each] for each in (*share, name)) > edges:
            break
        share.append(name)
    return share


def _put(parts: list[tuple[set[str], list[Edge]]], hubs: set[str], chosen: list[Edge], nodes: int, edges: int) -> None:
    """Add a part to those there are: with the one it shares most entities with, where that has room."""
    inside = _ends(chosen)
    for there, lines in sorted(parts, key=lambda part: -len(_ends(part[1]) & inside)):
        if len(_ends(lines) | inside) <= nodes and len(lines) + len(chosen) <= edges:
            there |= hubs
            lines += chosen
            return
    parts.append((hubs, chosen))


def _ends(edges: Sequence[Edge]) -> set[str]:
    return {name for edge in edges for name in (edge.start, edge.end)}


def part_of(diagram: Diagram, edges: Sequence[Edge], emphasis: Collection[str], alone: Collection[str] = ()) -> Diagram:
    """The diagram of some of the lines: their entities, and those named, with legend and sources of what is left."""
    inside = _ends(edges).union(alone)
    nodes = tuple(replace(node, emphasised=node.id in emphasis) for node in diagram.nodes if node.id in inside)
    claims = [*(edge.claim for edge in edges), *(claim for node in nodes for claim in node.claims)]
    numbers = {number for claim in claims for number in claim.sources}
    return replace(
        diagram,
        nodes=nodes,
        edges=tuple(edges),
        classes=_legend(diagram.classes, [node.class_id for node in nodes]),
        modalities=_legend(diagram.modalities, [claim.modality for claim in claims]),
        families=_legend(diagram.families, [claim.family for claim in claims]),
        sources=tuple(source for source in diagram.sources if source.number in numbers),
    )


def _legend(entries: Sequence[LegendEntry], ids: Sequence[str]) -> tuple[LegendEntry, ...]:
    counts = Counter(ids)
    return tuple(replace(entry, count=counts[entry.id]) for entry in entries if counts[entry.id])
