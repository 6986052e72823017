"""The whole network by class or community, for those who begin with everything, and each class by the page."""

from __future__ import annotations

from typing import Annotated, Literal

from anyio import to_thread
from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response

from graph.model import Entity
from graph.network.clusters import find_clusters, find_communities, members_of
from graph.network.measures import MEASURES

from ..models import ClustersShape, NodeShape, PageShape
from ..parameters import Data, known_parameters_only
from ..rest.analyses import Computed
from ..rest.criteria import ID_MAX, Wanted
from ..rest.json_answers import JSONAnswer
from ..rest.listing import LIST_ANSWERS, Columns, Listed
from ..rest.network_records import NODE_COLUMNS, clusters_record, node_record, node_row

router = APIRouter(prefix="/api/clusters", tags=["networks"], dependencies=[Depends(known_parameters_only)])


@router.get("", response_model=ClustersShape, summary="The whole network by class or by community")
async def show_clusters(
    snapshot: Data,
    analyses: Computed,
    wanted: Annotated[Wanted, Depends()],
    by: Annotated[
        Literal["class", "community"],
        Query(description="What entities have together; communities are those of `/api/analysis/communities`."),
    ] = "class",
) -> Response:
    """How many entities each cluster has, and how many statements lead from one to another; facts without `modality`.

    Entities that nothing is tied to are in no community.
    """
    criteria = wanted.criteria(snapshot)
    if by == "class":
        found = await to_thread.run_sync(find_clusters, snapshot, criteria)
    else:
        communities = await analyses.compute(MEASURES["communities"], criteria)
        groups = [each["entities"] for each in communities["figures"]]
        found = await to_thread.run_sync(find_communities, snapshot, criteria, groups)
    return JSONAnswer(clusters_record(found, snapshot))


@router.get("/{id}", response_model=PageShape[NodeShape], responses=LIST_ANSWERS, summary="The entities of one class")
def list_members(
    snapshot: Data,
    listing: Listed,
    id: Annotated[str, Path(description="Id of a class.", examples=["Institution"], max_length=ID_MAX)],
    wanted: Annotated[Wanted, Depends()],
) -> Response:
    """The entities of exactly that class as nodes, those first of which the most is said."""
    columns: Columns[Entity] = Columns(
        NODE_COLUMNS,
        record=lambda entity: node_record(entity, snapshot),
        row=lambda entity: node_row(entity, snapshot),
    )
    return listing.answer(members_of(snapshot, id, wanted.criteria(snapshot)), columns)
