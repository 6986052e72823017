"""Entities: found by name, one by one, and with what is around them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response

from graph.model import Entity, Neighbourhood
from graph.network.relations import Relation, relations_of
from graph.records import ENTITY_COLUMNS, entity_record, entity_row, statement_record
from graph.snapshot import Snapshot

from ..errors import BadParameter
from ..models import DescribedEntity, ListedEntity, NeighbourhoodShape, PageShape, RelationShape
from ..parameters import Config, Data, Lang, known_parameters_only, require_known
from ..rest.criteria import WantedInTime
from ..rest.json_answers import JSONAnswer
from ..rest.listing import LIST_ANSWERS, Columns, Listed
from ..rest.network_records import RELATION_COLUMNS, relation_record, relation_row

router = APIRouter(prefix="/api/entities", tags=["entities"], dependencies=[Depends(known_parameters_only)])
NEIGHBOURS_MAX = 1000
IRIS_MAX = 100
EntityIdInPath = Annotated[str, Path(alias="id", description="Id of an entity.", examples=["gmg"])]


def select_entities(snapshot: Snapshot, words: str, class_id: str | None) -> tuple[Entity, ...]:
    """The entities of a class and those below it, found by words in any name: best first, else all by id.

    Raises:
        BadParameter: there is no such class.
    """
    every = tuple(snapshot.entities.values())
    found = snapshot.search(words, len(every)) if words.strip() else every
    if class_id is None:
        return found
    require_known("class", [class_id], snapshot.classes, "the classes stand at /ontology")
    return tuple(entity for entity in found if snapshot.vocabulary.is_a(entity.class_id, class_id))


@router.get("", response_model=PageShape[ListedEntity], responses=LIST_ANSWERS, summary="Find entities")
def list_entities(
    snapshot: Data,
    listing: Listed,
    language: Lang,
    q: Annotated[
        str, Query(max_length=400, description="Words of any name in either language.", examples=["IOM"])
    ] = "",
    class_: Annotated[str | None, Query(alias="class", description="Id of a class.", examples=["Institution"])] = None,
    iri: Annotated[
        list[str] | None,
        Query(
            description="IRI that an entity has; may be repeated, and those that no entity has are passed over.",
            max_length=IRIS_MAX,
            examples=[["https://w3id.org/migov/entity/gmg"]],
        ),
    ] = None,
) -> Response:
    """Entities by any of their names, Chinese or English, acronyms included; all of them by id without `q`."""
    columns: Columns[Entity] = Columns(
        ENTITY_COLUMNS,
        record=lambda entity: {**entity_record(entity), "label": entity.names.get(language)},
        row=entity_row,
    )
    found = select_entities(snapshot, q, class_)
    return listing.answer(found if iri is None else [each for each in found if each.iri in set(iri)], columns)


@router.get("/{id}", response_model=DescribedEntity, summary="One entity")
def show_entity(snapshot: Data, entity_id: EntityIdInPath) -> Response:
    """An entity with all its names, every place where it is mentioned, and the topics above and below it."""
    return JSONAnswer({**entity_record(snapshot.entity(entity_id)), "narrower": list(snapshot.narrower(entity_id))})


@router.get("/{id}/neighbourhood", response_model=NeighbourhoodShape, summary="What is around an entity")
def show_neighbourhood(
    snapshot: Data,
    settings: Config,
    entity_id: EntityIdInPath,
    depth: Annotated[int, Query(ge=1, le=3, description="How many statements away.")] = 1,
    families: Annotated[list[str] | None, Query(description="Relation families; may be repeated.")] = None,
    modality: Annotated[list[str] | None, Query(description="Statuses of statements; may be repeated.")] = None,
    limit: Annotated[int | None, Query(ge=1, description="Entities at most.")] = None,
) -> Response:
    """The entities around an entity, and the statements between them with their evidence."""
    require_known("families", families or (), snapshot.families, f"known: {', '.join(snapshot.families)}")
    require_known("modality", modality or (), snapshot.modalities, f"known: {', '.join(snapshot.modalities)}")
    if limit is not None and limit > settings.neighbours_max:
        raise BadParameter("limit", f"{limit} entities are too many; the most is {settings.neighbours_max}")
    snapshot.entity(entity_id)
    found = snapshot.neighbourhood([entity_id], depth, limit or settings.neighbours, families, modality)
    return JSONAnswer(neighbourhood_record(found, snapshot))


@router.get(
    "/{id}/relations",
    response_model=PageShape[RelationShape],
    responses=LIST_ANSWERS,
    summary="What an entity is tied to",
)
def list_relations(
    snapshot: Data,
    listing: Listed,
    entity_id: EntityIdInPath,
    wanted: Annotated[WantedInTime, Depends()],
    neighbours: Annotated[
        int, Query(ge=0, le=NEIGHBOURS_MAX, description="Ids of neighbours at most in each item.")
    ] = 50,
) -> Response:
    """How many statements of each property, direction and status there are about an entity, and with whom.

    Facts alone without `modality`.
    """
    columns: Columns[Relation] = Columns(
        RELATION_COLUMNS,
        record=lambda relation: relation_record(relation, snapshot, neighbours),
        row=lambda relation: relation_row(relation, snapshot, neighbours),
    )
    return listing.answer(relations_of(snapshot, entity_id, wanted.criteria(snapshot)), columns)


def neighbourhood_record(found: Neighbourhood, snapshot: Snapshot) -> dict[str, object]:
    """A neighbourhood with the records of its entities and statements."""
    return {
        "centres": list(found.centres),
        "entities": [entity_record(entity) for entity in found.entities],
        "statements": [statement_record(statement, snapshot) for statement in found.statements],
        "left_out": found.left_out,
    }
