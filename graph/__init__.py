"""The core: a report's text becomes statements, an RDF dataset, a store, a search and networks."""

from .authoring.coverage import Coverage, coverage
from .datasets.building import Result, build, check_data, find_current
from .datasets.exporting import export_dataset
from .datasets.opening import Answer, OpenDataset
from .datasets.statistics import statistics
from .identifiers import DEFAULT_BASE, Identifiers
from .locations import data_folder, dataset_folder
from .model import (
    Content,
    Entity,
    Evidence,
    Label,
    Mention,
    Neighbourhood,
    Note,
    Passage,
    ReportInfo,
    Scenario,
    Statement,
    Text,
    TimeSpan,
    Value,
)
from .questions import Question, fill, read_questions
from .snapshot import Snapshot

__all__ = [
    "DEFAULT_BASE",
    "Answer",
    "Content",
    "Coverage",
    "Entity",
    "Evidence",
    "Identifiers",
    "Label",
    "Mention",
    "Neighbourhood",
    "Note",
    "OpenDataset",
    "Passage",
    "Question",
    "ReportInfo",
    "Result",
    "Scenario",
    "Snapshot",
    "Statement",
    "Text",
    "TimeSpan",
    "Value",
    "build",
    "check_data",
    "coverage",
    "data_folder",
    "dataset_folder",
    "export_dataset",
    "fill",
    "find_current",
    "read_questions",
    "statistics",
]
