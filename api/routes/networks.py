"""The network that statements make: what surrounds entities, the paths between them, what happened when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from graph.network.criteria import Filter
from graph.network.paths import find_paths
from graph.network.surroundings import find_surroundings
from graph.network.timeline import Moment, find_moments
from graph.snapshot import Snapshot

from ..errors import BadParameter
from ..models import AmongShape, AskedAmong, AskedEntities, GraphShape, MomentShape, PageShape, PathsShape
from ..parameters import Config, Data, known_parameters_only, require_known
from ..rest.criteria import ENTITIES_MAX, ID_MAX, WantedInTime, WantedOnTheWay, read_entities
from ..rest.json_answers import JSONAnswer
from ..rest.listing import LIST_ANSWERS, Columns, Listed, Listing
from ..rest.network_records import MOMENT_COLUMNS, among_record, graph_record, moment_record, moment_row, paths_record

router = APIRouter(prefix="/api", tags=["networks"], dependencies=[Depends(known_parameters_only)])
STATEMENTS_MAX = 5000
PATHS_MAX = 200

AmongAlone = Annotated[
    bool, Query(description="Whether statements must be about these entities alone, and about no other.")
]
WithDating = Annotated[
    bool,
    Query(description="Beside `among`: whether what dates one of them, such as its founding by another, comes too."),
]


@router.get("/graph", response_model=GraphShape, summary="What is among and around entities")
def show_graph(
    snapshot: Data,
    settings: Config,
    wanted: Annotated[WantedInTime, Depends()],
    entity: Annotated[
        list[str],
        Query(
            description="Id of an entity to start from; may be repeated.",
            min_length=1,
            max_length=ENTITIES_MAX,
            examples=[["gmg", "iom"]],
        ),
    ],
    depth: Annotated[
        int, Query(ge=0, le=3, description="How many statements away; 0 for what stands between them.")
    ] = 1,
    limit: Annotated[int | None, Query(ge=1, description="Entities at most.", examples=[60])] = None,
) -> Response:
    """Entities around some entities and the statements among them, with their evidence; facts alone without `modality`.

    The answer says how many entities and statements there are in all, and how many statements about the starting
    entities the filters keep away.
    """
    if limit is not None and limit > settings.neighbours_max:
        raise BadParameter("limit", f"{limit} entities are too many; the most is {settings.neighbours_max}")
    centres = read_entities("entity", entity, snapshot)
    criteria = wanted.criteria(snapshot)
    found = find_surroundings(snapshot, centres, depth, limit or settings.neighbours, criteria, STATEMENTS_MAX)
    return JSONAnswer(graph_record(found, Filter(criteria, snapshot), snapshot))


@router.post("/graph", response_model=AmongShape, summary="What is among many entities")
def show_among(
    snapshot: Data,
    wanted: Annotated[WantedInTime, Depends()],
    asked: AskedAmong,
    skip: Annotated[int, Query(ge=0, description="Statements before the first one of this part.")] = 0,
    limit: Annotated[int, Query(ge=1, le=STATEMENTS_MAX, description="Statements of this part.")] = STATEMENTS_MAX,
) -> Response:
    """The statements between some entities, more of them than an address can name; facts alone without `modality`.

    It only reads. Where there are more statements than a part holds, ask for the next part with `skip`; the entities
    stand in the first one. Ids that the dataset doesn't hold are told apart in `missing`.
    """
    known = [each for each in dict.fromkeys(asked.entity) if each in snapshot.entities]
    criteria = wanted.criteria(snapshot)
    found = find_surroundings(snapshot, known, 0, len(known), criteria, limit, skipped=skip, with_values=asked.values)
    return JSONAnswer(among_record(found, Filter(criteria, snapshot), snapshot, asked.entity, skip))


@router.get("/paths", response_model=PathsShape, summary="The short paths between two entities")
def list_paths(
    snapshot: Data,
    wanted: Annotated[WantedOnTheWay, Depends()],
    from_: Annotated[str, Query(alias="from", max_length=ID_MAX, description="Id of an entity.", examples=["iom"])],
    to: Annotated[str, Query(max_length=ID_MAX, description="Id of another entity.", examples=["general-assembly"])],
    max_length: Annotated[int, Query(ge=1, le=4, description="Steps at most.")] = 3,
    limit: Annotated[int, Query(ge=1, le=PATHS_MAX, description="Paths at most.")] = 20,
) -> Response:
    """All short paths between two entities, the shortest first, with the statements of each step.

    A step may go along a statement or against it: the statement says which. Of equally short paths those come first
    that lead by way of less connected entities. `complete` is false where there were too many to find all. The ends
    are `from` and `to`, so a period is bounded by `since` and `until` here.
    """
    for name, value in (("from", from_), ("to", to)):
        require_known(name, [value], snapshot.entities, "search /api/search?q= for its id")
    if from_ == to:
        raise BadParameter("to", f"a path leads from one entity to another, and both are {to!r}")
    found = find_paths(snapshot, from_, to, max_length, limit, wanted.criteria(snapshot))
    return JSONAnswer(paths_record(found, snapshot))


@router.get(
    "/timeline", response_model=PageShape[MomentShape], responses=LIST_ANSWERS, summary="Statements by their dates"
)
def list_moments(
    snapshot: Data,
    listing: Listed,
    wanted: Annotated[WantedInTime, Depends()],
    entity: Annotated[
        list[str] | None,
        Query(description="Id of an entity; may be repeated.", max_length=ENTITIES_MAX, examples=[["gfmd"]]),
    ] = None,
    among: AmongAlone = False,
    dating: WithDating = False,
) -> Response:
    """Statements in the order of their dates, each marked whether it surely falls into the period asked for.

    Without `certainty` only those that have a date or hold at the time of writing, where the period has that;
    `certainty=unknown` gives the others, which come last.
    """
    entities = read_entities("entity", entity, snapshot) if entity else None
    return _moments(snapshot, listing, wanted, entities, among=among, dating=dating)


@router.post(
    "/timeline",
    response_model=PageShape[MomentShape],
    responses=LIST_ANSWERS,
    summary="Statements about many entities by their dates",
)
def list_moments_of_many(
    snapshot: Data,
    listing: Listed,
    wanted: Annotated[WantedInTime, Depends()],
    asked: AskedEntities,
    among: AmongAlone = False,
    dating: WithDating = False,
) -> Response:
    """As by address, about more entities than an address can name. It only reads.

    The next page is asked for with the same entities and `cursor`.
    """
    entities = read_entities("entity", asked.entity, snapshot)
    return _moments(snapshot, listing, wanted, entities, among=among, dating=dating)


def _moments(
    snapshot: Snapshot,
    listing: Listing,
    wanted: WantedInTime,
    entities: Sequence[str] | None,
    *,
    among: bool,
    dating: bool,
) -> Response:
    criteria = wanted.criteria(snapshot)
    if wanted.certainty is None:
        criteria = replace(criteria, certainties=("certain", "possible"))
    columns: Columns[Moment] = Columns(
        MOMENT_COLUMNS,
        record=lambda moment: moment_record(moment, snapshot),
        row=lambda moment: moment_row(moment, snapshot),
    )
    found = find_moments(snapshot, criteria, entities, among=among, with_dating=dating)
    return listing.answer(found, columns, of=entities or ())
