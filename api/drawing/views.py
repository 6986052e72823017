"""Views by address: parameters of a request become a view of the dataset and the options of its form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, get_args
from urllib.parse import parse_qsl

from fastapi import Depends, Query
from pydantic import ValidationError

from graph.model import Text
from graph.network.certainty import Certainty, read_period
from graph.snapshot import Snapshot
from viz import During, Options, PathEnds, Period, Selection, View
from viz.diagram import LayoutKind
from viz.documents.paper import Paper

from ..errors import BadParameter
from ..parameters import Data, Lang, require_known
from ..rest.criteria import ALL, CERTAINTY, known_sections

NODES = 60
# What can still be read; drawing that much takes about two seconds.
NODES_MAX = 120
DEPTH_MAX = 3
WIDTH_MAX = 8000
TITLE_MAX = 200
QUERY_MAX = 8000
_MANY = 120
# Each costs a layout.
_MOST_LATER = 12
_PLACE = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]{1,3})?),(-?[0-9]{1,6}(?:\.[0-9]{1,3})?)")
# Where a fault of a selection stands in the address.
_PARAMETERS = {
    "entities": "entity",
    "statements": "statement",
    "classes": "class",
    "modalities": "modality",
    "period": "from",
    "certainties": "certainty",
}
_FROM = (
    "First year of a period: what the report dates within it. Beside entities, a path, a scenario or a query, as EDTF: "
    "statements that surely fall before it are left out."
)


async def read_view(
    snapshot: Data,
    entity: Annotated[
        list[str] | None, Query(max_length=_MANY, description="Id of an entity to show; may be repeated.")
    ] = None,
    depth: Annotated[int, Query(ge=0, le=DEPTH_MAX, description="How many statements around the entities.")] = 1,
    path: Annotated[
        str | None, Query(max_length=200, description="Two ids joined by a comma: what links them.")
    ] = None,
    length: Annotated[int, Query(ge=1, le=4, description="How many statements a path may have.")] = 3,
    scenario: Annotated[
        str | None, Query(max_length=100, description="Id of a scenario: today and as proposed.")
    ] = None,
    query: Annotated[
        str | None,
        Query(max_length=QUERY_MAX, description="A SPARQL CONSTRUCT: statements whose triple it constructs are shown."),
    ] = None,
    statement: Annotated[
        list[str] | None,
        Query(
            max_length=_MANY,
            description="Id of a statement to show; may be repeated. As a timeline, each dated one is told by itself.",
            examples=[["A-68-283/46.1"]],
        ),
    ] = None,
    start: Annotated[str | None, Query(alias="from", max_length=40, description=_FROM)] = None,
    end: Annotated[
        str | None, Query(alias="to", max_length=40, description="Last year or, as EDTF, day of it.")
    ] = None,
    as_at: Annotated[
        str | None,
        Query(max_length=40, description="What had taken place or begun by the end of that day, as EDTF."),
    ] = None,
    certainty: Annotated[list[Certainty] | None, CERTAINTY] = None,
    class_id: Annotated[
        list[str] | None, Query(alias="class", max_length=_MANY, description="Class to keep; may be repeated.")
    ] = None,
    families: Annotated[
        list[str] | None, Query(max_length=_MANY, description="Relation family to keep; may be repeated.")
    ] = None,
    modality: Annotated[
        list[str] | None,
        Query(max_length=_MANY, description="Status to keep, `all` for every one, as without it; may be repeated."),
    ] = None,
    holder: Annotated[
        list[str] | None,
        Query(max_length=_MANY, description="Id of an entity whose statements are kept; may be repeated."),
    ] = None,
    section: Annotated[
        list[str] | None,
        Query(max_length=_MANY, description="Section, with those below, on which statements rest; may be repeated."),
    ] = None,
    values: Annotated[
        bool, Query(description="Whether dates, numbers and words that are said of entities come with them.")
    ] = True,
    lines: Annotated[
        bool, Query(description="Whether relations between entities are drawn; without them they stand alone.")
    ] = True,
    hide: Annotated[
        list[str] | None,
        Query(max_length=_MANY, description="Id of an entity or statement to leave out; may be repeated."),
    ] = None,
    limit: Annotated[
        int, Query(ge=1, le=NODES_MAX, description="Entities at most; the nearest and best connected stay.")
    ] = NODES,
    layout: Annotated[LayoutKind, Query(description="How the entities are arranged.")] = "force",
    emphasis: Annotated[
        list[str] | None, Query(max_length=_MANY, description="Id of an entity to set off; may be repeated.")
    ] = None,
    at: Annotated[
        str | None,
        Query(max_length=4000, description="Places `x,y;x,y…` in pixels, one for each entity in the order of the ids."),
    ] = None,
    later: Annotated[
        list[str] | None,
        Query(
            max_length=_MOST_LATER,
            description="Entity of the view that joined after the others, which keep their places; may be repeated.",
        ),
    ] = None,
    summary: Annotated[
        bool, Query(description="Whether all that is selected is drawn as counts by class, however much it is.")
    ] = False,
    title: Annotated[str | None, Query(max_length=TITLE_MAX, description="A title of your own.")] = None,
) -> View:
    """The view that a request asks for; raises BadParameter where it isn't one."""
    require_known("class", class_id or (), snapshot.classes, f"known: {', '.join(snapshot.classes)}")
    require_known("families", families or (), snapshot.families, f"known: {', '.join(snapshot.families)}")
    modalities = [] if ALL in (modality or ()) else modality
    require_known("modality", modalities or (), snapshot.modalities, f"known: {', '.join(snapshot.modalities)}")
    require_known("holder", holder or (), snapshot.entities, "search /api/search?q= for its id")
    sections = known_sections(snapshot)
    require_known("section", section or (), sections, f"known: {', '.join(sections)}")
    if not snapshot.carries_evidence and (layout == "timeline" or start or end):
        raise BadParameter(
            "layout" if layout == "timeline" else "from", "this dataset is other RDF, whose dates Migov doesn't read"
        )
    require_known("scenario", [scenario] if scenario else (), snapshot.scenarios, _scenarios(snapshot))
    begins = bool(entity or path or scenario or query or statement)
    chosen: Mapping[str, object] = {
        "entities": _once(entity),
        "depth": depth,
        "path": _path(path, length),
        "scenario": scenario,
        "query": query,
        "statements": _once(statement),
        "period": None if begins else _period(start, end, as_at),
        "during": _during(start, end, as_at) if begins else None,
        "certainties": _once(certainty),
        "classes": _once(class_id),
        "families": _once(families),
        "modalities": _once(modalities),
        "holders": _once(holder),
        "sections": _once(section),
        "lines": lines,
        "values": values,
        "hide": _once(hide),
        "limit": limit,
    }
    try:
        selection = Selection.model_validate(chosen)
    except ValidationError as error:
        raise _bad(error) from None
    words = " ".join((title or "").split())
    return View(
        selection,
        title=Text(words, words) if words else None,
        layout=layout,
        emphasis=tuple(sorted(set(emphasis or ()))),
        places=_places(at),
        later=tuple(dict.fromkeys(later or ())),
        summary=summary,
    )


async def read_options(
    language: Lang,
    width: Annotated[int | None, Query(ge=100, le=WIDTH_MAX, description="Width of a picture in pixels.")] = None,
    scale: Annotated[float, Query(ge=0.1, le=8, description="Device pixels for each pixel of a picture.")] = 1.0,
    transparent: Annotated[bool, Query(description="Whether a picture has no ground.")] = False,
    paper: Annotated[Paper | None, Query(description="Size of a page or slide, instead of the form's own.")] = None,
) -> Options:
    """How a diagram is rendered."""
    return Options(language, width, scale, transparent, paper)


def _once(values: Iterable[str] | None) -> tuple[str, ...]:
    """The values in one order and once each, so that the same view is known as the same."""
    return tuple(sorted(set(values or ())))


def _scenarios(snapshot: Snapshot) -> str:
    return f"known: {', '.join(snapshot.scenarios)}"


def _path(path: str | None, length: int) -> PathEnds | None:
    if path is None:
        return None
    ends = path.split(",")
    try:
        start, end = ends
        return PathEnds.model_validate({"from": start, "to": end, "length": length})
    except ValueError:
        raise BadParameter("path", f"{path!r} isn't two ids joined by a comma, such as gmg,iom") from None


def _period(start: str | None, end: str | None, as_at: str | None) -> Period | None:
    """Years that are themselves what is selected."""
    if as_at is not None:
        raise BadParameter("as_at", "say of what: entities, a path, a scenario or a query")
    for name, year in (("from", start), ("to", end)):
        if year is not None and not re.fullmatch("[0-9]{4}", year):
            raise BadParameter(name, f"{year!r} is no year: write four digits, such as 2006")
    if start and end and start > end:
        raise BadParameter("to", f"{end} comes before {start}: swap them")
    return Period.model_validate({"from": start, "to": end}) if start or end else None


def _during(start: str | None, end: str | None, as_at: str | None) -> During | None:
    """Days that narrow what is selected."""
    given = {"from": start or None, "to": end or None, "as_at": as_at or None}
    for name, value in given.items():
        try:
            read_period(value) if name == "from" else read_period(end=value)
        except ValueError as error:
            raise BadParameter(name, str(error)) from None
    try:
        return During.model_validate(given) if any(given.values()) else None
    except ValidationError:
        raise BadParameter("to", f"the period ends ({end}) before it begins ({start}): swap its ends") from None


def _places(at: str | None) -> tuple[tuple[float, float], ...]:
    if not at:
        return ()
    places = []
    for pair in at.split(";"):
        match = _PLACE.fullmatch(pair)
        if not match:
            raise BadParameter("at", f"{pair!r} is no place: write x,y in pixels and join places by semicolons")
        places.append((float(match[1]), float(match[2])))
    return tuple(places)


def _bad(error: ValidationError) -> BadParameter:
    problem = error.errors()[0]
    field = str(problem["loc"][0]) if problem["loc"] else "entity"
    given = f" (given: {problem['input']!r})" if isinstance(problem["input"], str) else ""
    message = problem["msg"].removeprefix("Value error, ")
    return BadParameter(_PARAMETERS.get(field, field), f"{message}{given}")


Viewed = Annotated[View, Depends(read_view)]
Rendering = Annotated[Options, Depends(read_options)]


async def view_from(query: str, snapshot: Snapshot) -> View:
    """The view of an address of this service, from its query; raises BadParameter where it isn't one."""
    many = {"entity": "entity", "class": "class_id", "families": "families", "modality": "modality", "hide": "hide"}
    many |= {
        "certainty": "certainty",
        "emphasis": "emphasis",
        "later": "later",
        "holder": "holder",
        "section": "section",
        "statement": "statement",
    }
    one = {"path": "path", "scenario": "scenario", "query": "query", "from": "start", "to": "end", "at": "at"}
    one |= {"as_at": "as_at", "values": "values", "lines": "lines", "summary": "summary"}
    one |= {"title": "title", "layout": "layout", "depth": "depth", "length": "length", "limit": "limit"}
    given: dict[str, Any] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in many:
            given.setdefault(many[name], []).append(value)
        elif name in one:
            number = name in ("depth", "length", "limit")
            if number and not re.fullmatch("[0-9]{1,3}", value):
                raise BadParameter("url", f"{name}: {value!r} is no number")
            is_switch = name in ("lines", "values", "summary")
            if is_switch and value not in ("true", "false"):
                raise BadParameter("url", f"{name}: {value!r} is neither true nor false")
            given[one[name]] = int(value) if number else value == "true" if is_switch else value
        elif name not in ("lang", "v"):
            raise BadParameter("url", f"a view has no parameter {name!r}")
    if given.get("layout", "force") not in get_args(LayoutKind):
        raise BadParameter("url", f"there is no layout {given['layout']!r}")
    return await read_view(snapshot, **given)
