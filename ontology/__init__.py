"""What can be said: the ontology's terms, its vocabulary as plain objects, and where its files stand."""

from .completeness import Completeness, completeness
from .namespaces import BIBO, EDTF, OA, ORG, PREFIXES, SKOSXL
from .terms import MIGOV
from .vocabulary import ONTOLOGY_FILE, SHAPES_FILE, Term, Text, ValueKind, Vocabulary, vocabulary

__all__ = [
    "BIBO",
    "EDTF",
    "MIGOV",
    "OA",
    "ONTOLOGY_FILE",
    "ORG",
    "PREFIXES",
    "SHAPES_FILE",
    "SKOSXL",
    "Completeness",
    "Term",
    "Text",
    "ValueKind",
    "Vocabulary",
    "completeness",
    "vocabulary",
]
