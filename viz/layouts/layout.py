"""Where everything stands: the same diagram always gets the same layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from graph.model import Language

from ..diagram import Diagram, LayoutKind, Node
from ..lettering import ELLIPSIS, text_width, typeset, wrap
from .arrangement import Arrange, Arrangement, Sizes
from .boxes import Box, bounds
from .captions import LANGUAGES as LANGUAGES
from .captions import Caption, place_captions
from .clusters import arrange_in_clusters
from .curves import Route
from .force import arrange_by_force
from .furniture import Furniture, furniture_boxes, kept_free, with_dates
from .layered import arrange_in_layers
from .matrix import table_of
from .newcomers import place_newcomers
from .radial import arrange_on_rings
from .routes import crossed_boxes, route_edges
from .stored import StoredLayouts, layout_key
from .timeline import arrange_by_time

T = TypeVar("T")
_Card = tuple[tuple[str, ...], int, int]
_Cards = Mapping[Language, Mapping[str, _Card]]

NODE_SIZE, NODE_LINE = 14, 18
# (widest line, most lines): the first that holds the whole name is taken.
_TEXT_FORMS: Mapping[Language, tuple[tuple[int, int], ...]] = {
    "en": ((130, 3), (160, 4), (188, 6), (215, 8)),
    "zh": ((114, 3), (144, 4), (172, 6)),
}
# What tells a whole sentence is wide, so that many find room below each other.
_SENTENCE_FORMS: Mapping[Language, tuple[tuple[int, int], ...]] = {
    "en": ((260, 3), (330, 4), (400, 6), (440, 10)),
    "zh": ((220, 3), (280, 4), (340, 6), (380, 10)),
}
GLYPH_SPACE, PADDING_X, _PADDING_Y = 22, 9, 8
# Of more lines than these each makes its node's box higher, in pixels, up to a limit.
_FEW_LINKS, _LINK_ROOM, _HIGHEST = 8, 7, 170
ROOMS = (1.0, 1.15, 1.35, 1.6)
"""How much farther apart than usual nodes are arranged, in the order in which it is tried."""
# How many edges more with whole words are worth the next larger room.
_WORTH = 2
_GRAVE = 20
# More edges than these are arranged once: time must stay bounded.
_MAX_PATIENT = 80


@dataclass(frozen=True, slots=True)
class NodePlace:
    """A node's box in one language: its centre, its size, and its label's lines."""

    box: Box
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a diagram; positions are the same in every language, so that switching moves nothing.

    Attributes:
        nodes: by language and id.
        routes: the course of each edge by its id.
        captions: by language and id of the edge; an edge without room for one is missing.
        bounds: left, top, right and bottom of all of it.
        furniture: what stands around the nodes; of a table the rows and cells, which pictures draw instead.
    """

    nodes: Mapping[Language, Mapping[str, NodePlace]]
    routes: Mapping[str, Route]
    captions: Mapping[Language, Mapping[str, Caption]]
    bounds: tuple[float, float, float, float]
    furniture: Furniture = field(default_factory=Furniture)


_ARRANGEMENTS: Mapping[LayoutKind, Arrange] = {
    "force": arrange_by_force,
    "layered": arrange_in_layers,
    "radial": arrange_on_rings,
    "timeline": arrange_by_time,
    "clusters": arrange_in_clusters,
    # A table is drawn as such in pictures; where lines are drawn, they are drawn in layers.
    "matrix": arrange_in_layers,
}


_store: StoredLayouts | None = None


@contextmanager
def layouts_in(folder: Path) -> Iterator[None]:
    """While it lasts, layouts are kept in a folder too, for all diagrams of the process."""
    # One place for all: what is in it hangs on the content of diagrams alone.
    global _store
    before, _store = _store, StoredLayouts(folder)
    try:
        yield
    finally:
        _store = before


@lru_cache(maxsize=64)
def lay_out(diagram: Diagram) -> Layout:
    """The layout of a diagram: related nodes together, no box over another, every edge with a course of its own.

    Where words on edges find no room, or edges no way around boxes, all of it is arranged anew with more, a few times.
    Nodes that have a place keep it, and others join them; so a diagram that grows isn't rearranged. The layouts last
    asked for are kept: who asks for one gets the same object as others and must not change it.
    """
    return kept(layout_key(diagram), _layouts(), lambda: _made(diagram), lambda layout: _is_of(layout, diagram))


def kept(key: str, form: TypeAdapter[T], make: Callable[[], T], is_right: Callable[[T], bool]) -> T:
    """What is stored under a key, else what is made, which is stored then where layouts are stored at all.

    Args:
        key: of all that it is made of, as `layout_key` gives one.
        form: how it is written and read.
        make: makes it anew.
        is_right: whether what was stored is what was asked for.
    """
    store = _store
    stored = store.get(key) if store else None
    if stored is not None and (found := _read(stored, form)) is not None and is_right(found):
        return found
    written = form.dump_json(make())
    if store:
        store.put(key, written)
    # Read again, so that it is the same to the last bit whether it was stored or made.
    return form.validate_json(written)


@cache
def _layouts() -> TypeAdapter[Layout]:
    return TypeAdapter(Layout)


def _read(stored: bytes, form: TypeAdapter[T]) -> T | None:
    try:
        return form.validate_json(stored)
    except ValidationError:
        return None


def _is_of(layout: Layout, diagram: Diagram) -> bool:
    """Whether a layout is one of the diagram's nodes and edges."""
    nodes, edges = {node.id for node in diagram.nodes}, {edge.id for edge in diagram.edges}
    fits = set(layout.nodes) == set(layout.captions) == set(LANGUAGES) and set(layout.routes) == edges
    return fits and all(set(places) == nodes for places in layout.nodes.values())


def place_nodes(diagram: Diagram, language: Language, room: float) -> tuple[dict[str, NodePlace], Furniture]:
    """Where the nodes of a diagram stand in one language, and what is around them, for who draws lines otherwise.

    Args:
        diagram: what to arrange.
        language: of the labels.
        room: how much farther apart than usual they stand, as ROOMS say it.
    """
    cards = _cards(diagram)
    sizes = _sizes(diagram, cards)
    arranged = _arranged(diagram, sizes, room)
    return _places(cards[language], arranged, sizes), arranged.furniture


def _made(diagram: Diagram) -> Layout:
    cards = _cards(diagram)
    sizes = _sizes(diagram, cards)
    is_placed = any(node.at for node in diagram.nodes)
    best: tuple[int, Layout] | None = None
    for rank, room in enumerate(ROOMS[:1] if is_placed or len(diagram.edges) > _MAX_PATIENT else ROOMS):
        layout = _laid_out(diagram, cards, sizes, room)
        faults = _faults(diagram, layout)
        if best is None or faults + _WORTH * rank < best[0]:
            best = faults + _WORTH * rank, layout
        if faults <= _WORTH:
            break
    assert best is not None  # noqa: S101 - there is always a first room
    return best[1]


def _faults(diagram: Diagram, layout: Layout) -> int:
    """How many edges have no words or only numbers, and how many boxes lie in their way, which counts for more."""
    edges = [edge for edge in diagram.edges if edge.start != edge.end]
    captions = [layout.captions[language].get(edge.id) for language in LANGUAGES for edge in edges]
    boxes = {
        name: max((layout.nodes[language][name].box for language in LANGUAGES), key=lambda box: box.width)
        for name in layout.nodes["en"]
    }
    covered = sum(len(crossed_boxes(layout.routes[edge.id], edge, boxes)) for edge in edges)
    short = sum(caption is not None and not caption.is_whole for caption in captions)
    return _GRAVE * (captions.count(None) + covered) + short // 2


def _laid_out(
    diagram: Diagram,
    cards: _Cards,
    sizes: Sizes,
    room: float,
) -> Layout:
    arranged = _arranged(diagram, sizes, room)
    points, furniture = arranged.points, arranged.furniture
    boxes = {name: Box(*points[name], *sizes[name]) for name in points}
    free = {language: kept_free(furniture, language) for language in LANGUAGES}
    routes = route_edges(diagram.edges, boxes, arranged.splines, free["en"], with_dates(furniture, boxes))
    places = {language: _places(cards[language], arranged, sizes) for language in LANGUAGES}
    captions = {
        language: place_captions(
            diagram.edges,
            routes,
            {name: place.box for name, place in places[language].items()},
            language,
            kept_free=free[language],
            rooms=arranged.words,
        )
        for language in LANGUAGES
    }
    everything = [*boxes.values(), *furniture_boxes(furniture)]
    everything += [caption.box for language in LANGUAGES for caption in captions[language].values()]
    if diagram.layout == "matrix":
        furniture = replace(furniture, table=table_of(diagram))
    return Layout(places, routes, captions, bounds(everything), furniture)


def _places(cards: Mapping[str, _Card], arranged: Arrangement, sizes: Sizes) -> dict[str, NodePlace]:
    return {
        name: NodePlace(Box(*arranged.points[name], *(sizes[name] if arranged.is_uniform else size)), lines)
        for name, (lines, *size) in cards.items()
    }


def _arranged(diagram: Diagram, sizes: Sizes, room: float) -> Arrangement:
    given = {node.id: node.at for node in diagram.nodes if node.at}
    if given:
        return Arrangement(place_newcomers(diagram, given, sizes))
    return _ARRANGEMENTS[diagram.layout](diagram, sizes, room)


def _least_heights(diagram: Diagram) -> dict[str, int]:
    """How high the boxes of hubs are at least: in layers their lines come in from both sides, and need room there."""
    if diagram.layout != "layered":
        return {}
    links = Counter(name for edge in diagram.edges if edge.start != edge.end for name in (edge.start, edge.end))
    return {name: min(_HIGHEST, _LINK_ROOM * count) for name, count in links.items() if count > _FEW_LINKS}


def _cards(diagram: Diagram) -> _Cards:
    """Lines, width and height of each node's box by language and id."""
    least = _least_heights(diagram)
    return {
        language: {node.id: _card(node, language, least.get(node.id, 0)) for node in diagram.nodes}
        for language in LANGUAGES
    }


def _sizes(diagram: Diagram, cards: _Cards) -> Sizes:
    """Width and height that each node's box needs in either language."""
    return {
        node.id: (
            max(cards[language][node.id][1] for language in LANGUAGES),
            max(cards[language][node.id][2] for language in LANGUAGES),
        )
        for node in diagram.nodes
    }


def _card(node: Node, language: Language, least: int) -> _Card:
    name = typeset(node.short_names.get(language), language)
    lines: tuple[str, ...] = ()
    for widest, most in (_SENTENCE_FORMS if node.is_statement else _TEXT_FORMS)[language]:
        lines = wrap(name, NODE_SIZE, widest, most)
        if not lines[-1].endswith(ELLIPSIS):
            break
    text = max(text_width(line, NODE_SIZE) for line in lines)
    width = round(text + GLYPH_SPACE + 2 * PADDING_X)
    return lines, width, max(least, len(lines) * NODE_LINE + 2 * _PADDING_Y)
