"""The core: a report's text becomes statements, an RDF dataset, a store, a search and networks."""

from .building import Result, build, check_data, find_current
from .coverage import Coverage, coverage
from .exporting import export_dataset
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
from .opening import Answer, OpenDataset
from .questions import Question, fill, read_questions
from .snapshot import Snapshot
from .statistics import statistics

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
