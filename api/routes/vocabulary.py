"""The vocabulary: what the dataset's ids mean in both languages and how they are drawn."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from ..models import VocabularyShape
from ..parameters import Data, known_parameters_only
from ..rest.json_answers import JSONAnswer
from ..rest.vocabulary_records import vocabulary_record

router = APIRouter(prefix="/api", tags=["vocabulary"], dependencies=[Depends(known_parameters_only)])


@router.get("/vocabulary", response_model=VocabularyShape, summary="What the ids mean and how they are drawn")
def show_vocabulary(snapshot: Data) -> Response:
    """Classes, properties, families, statuses, units and sections with their words and their visual style."""
    return JSONAnswer(vocabulary_record(snapshot))
