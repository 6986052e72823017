"""Nodes in layers, so that lines lead one way; the layers are Graphviz's."""

from __future__ import annotations

from .arrangement import Arrangement, Sizes, whole
from .captions import caption_room
from .diagram import Diagram
from .force import arrange_by_force
from .graphviz import Drawn, Link, layered

# What these say leads from the part to the whole, or to what stands above: the whole stands first all the same.
_UPWARD = frozenset({"bodyOf", "partOf", "memberOf", "observerOf", "reportsTo", "ledBy", "basedOn", "outcomeOf"})
_RATIO = 1.5
# Of more, Graphviz makes layers that nobody can read, and takes minutes over it.
MOST_LINKS = 400


def arrange_in_layers(diagram: Diagram, sizes: Sizes, room: float) -> Arrangement:
    """Wholes before their parts and doers before what they do, to the right or down as suits a lying page.

    Without Graphviz, or with more than `MOST_LINKS` statements, they are arranged by force.
    """
    if len(diagram.edges) > MOST_LINKS:
        return arrange_by_force(diagram, sizes, room)
    links, turned = [], set()
    for edge in diagram.edges:
        if edge.start != edge.end:
            width, height = caption_room(edge)
            ends = (edge.start, edge.end)
            if edge.claim.predicate in _UPWARD:
                ends = (edge.end, edge.start)
                turned.add(edge.id)
            links.append(Link(edge.id, *ends, width * room, height * room))
    tried = [drawn for direction in ("LR", "TB") if (drawn := layered(sizes, links, direction)) is not None]
    if not tried:
        return arrange_by_force(diagram, sizes, room)
    best = min(tried, key=lambda drawn: _awkwardness(drawn, sizes))
    splines = {id: chain[::-1] if id in turned else chain for id, chain in best.splines.items()}
    return Arrangement(whole(best.points), splines, best.words)


def _awkwardness(drawn: Drawn, sizes: Sizes) -> float:
    """How small a drawing becomes on a lying page."""
    xs, ys = zip(*drawn.points.values(), strict=True)
    wide = max(xs) - min(xs) + max(width for width, _ in sizes.values())
    high = max(ys) - min(ys) + max(height for _, height in sizes.values())
    return float(max(wide, high * _RATIO))
