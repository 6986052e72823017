"""SPARQL queries: told from updates and calls by their tokens, evaluated where they can be stopped.

A store answers queries: `EmbeddedStore` over a directory, `RemoteStore` (in `graph.sparql.remote`) over any SPARQL
endpoint. `evaluate` asks a pyoxigraph store in this process.
"""

from __future__ import annotations

from .evaluation import GRAPH_FORMATS, RESULT_FORMATS
from .faults import ForbiddenAt, UnsuitedFormat
from .limits import Limits
from .store import EmbeddedStore, QueryResult, Store, evaluate
from .syntax import QueryForm, QueryKind, analyse
from .tasks import DEFAULT_LIMITS, Rules

__all__ = [
    "DEFAULT_LIMITS",
    "GRAPH_FORMATS",
    "RESULT_FORMATS",
    "EmbeddedStore",
    "ForbiddenAt",
    "Limits",
    "QueryForm",
    "QueryKind",
    "QueryResult",
    "Rules",
    "Store",
    "UnsuitedFormat",
    "analyse",
    "evaluate",
]
