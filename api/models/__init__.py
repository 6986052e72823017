"""The shapes of the answers, for the API's description; `graph.records` makes what they describe."""

from .analyses import AnalysisShape, FigureShape, MeasureShape
from .diagrams import DiagramShape, DiagramSpotsShape, DiagramsShape, FormShape, SpotShape
from .entities import EntityId, EntityShape, ListedEntity, MentionShape, NodeShape
from .errors import ErrorDetail, ErrorShape
from .networks import (
    DatedStatementShape,
    GraphShape,
    MomentShape,
    NeighbourhoodShape,
    PathShape,
    PathsShape,
    PlacedNodeShape,
    RelationShape,
    TotalShape,
)
from .pages import PageShape
from .questions import AnswerShape, CellShape, FilledQuestionShape, ParameterShape, QuestionShape
from .reports import CoverageShape, HeadingShape, MentionedEntity, NoteShape, ParagraphShape, ReportShape
from .scenarios import ChangeShape, DifferenceShape, EndShape, MovedEntityShape, ReasonsShape, ScenarioShape
from .search import EntityHitShape, FoundTotals, ParagraphHitShape, SearchShape, SegmentShape, SnippetShape
from .statements import EvidenceShape, PredicateShape, StatementShape, TimeShape, ValueShape
from .vocabulary import (
    BaseStyleShape,
    ClassShape,
    LineStyleShape,
    ModalityShape,
    NodeStyleShape,
    PropertyShape,
    SectionShape,
    TermShape,
    VocabularyShape,
)
from .words import NameConfirmations, Names, Shape, Words

__all__ = [
    "AnalysisShape",
    "AnswerShape",
    "BaseStyleShape",
    "CellShape",
    "ChangeShape",
    "ClassShape",
    "CoverageShape",
    "DatedStatementShape",
    "DiagramShape",
    "DiagramSpotsShape",
    "DiagramsShape",
    "DifferenceShape",
    "EndShape",
    "EntityHitShape",
    "EntityId",
    "EntityShape",
    "ErrorDetail",
    "ErrorShape",
    "EvidenceShape",
    "FigureShape",
    "FilledQuestionShape",
    "FormShape",
    "FoundTotals",
    "GraphShape",
    "HeadingShape",
    "LineStyleShape",
    "ListedEntity",
    "MeasureShape",
    "MentionShape",
    "MentionedEntity",
    "ModalityShape",
    "MomentShape",
    "MovedEntityShape",
    "NameConfirmations",
    "Names",
    "NeighbourhoodShape",
    "NodeShape",
    "NodeStyleShape",
    "NoteShape",
    "PageShape",
    "ParagraphHitShape",
    "ParagraphShape",
    "ParameterShape",
    "PathShape",
    "PathsShape",
    "PlacedNodeShape",
    "PredicateShape",
    "PropertyShape",
    "QuestionShape",
    "ReasonsShape",
    "RelationShape",
    "ReportShape",
    "ScenarioShape",
    "SearchShape",
    "SectionShape",
    "SegmentShape",
    "Shape",
    "SnippetShape",
    "SpotShape",
    "StatementShape",
    "TermShape",
    "TimeShape",
    "TotalShape",
    "ValueShape",
    "VocabularyShape",
    "Words",
]
