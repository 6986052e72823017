"""The whole network by class, for those who begin with everything: how much there is, and each class by the page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from fastapi.responses import Response

from graph.model import Entity
from graph.network.clusters import find_clusters, members_of

from ..models import ClustersShape, NodeShape, PageShape
from ..parameters import Data, known_parameters_only
from ..rest.criteria import ID_MAX, Wanted
from ..rest.json_answers import JSONAnswer
from ..rest.listing import LIST_ANSWERS, Columns, Listed
from ..rest.network_records import NODE_COLUMNS, clusters_record, node_record, node_row

router = APIRouter(prefix="/api/clusters", tags=["networks"], dependencies=[Depends(known_parameters_only)])


@router.get("", response_model=ClustersShape, summary="The whole network by class")
def show_clusters(snapshot: Data, wanted: Annotated[Wanted, Depends()]) -> Response:
    """How many entities each class has, and how many statements lead from one to another; facts without `modality`."""
    return JSONAnswer(clusters_record(find_clusters(snapshot, wanted.criteria(snapshot)), snapshot))


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
