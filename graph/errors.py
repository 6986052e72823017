"""What can go wrong in the core, as one tree of exceptions.

GraphError                  base of all of them
├── ReportError             the report's text can't be read as a report
├── DataError               authored data has faults; holds all of them, each with its place
├── NotFound                an id that the dataset doesn't hold
├── PublishError            a built dataset can't be written, or is missing or damaged
├── TooLarge                a dataset or a network is larger than can be explored or measured
└── QueryError              a query can't be answered
├── QuerySyntaxError    not SPARQL; holds line and column
├── QueryForbidden      would read files, call hosts or change data
├── QueryLimit          over a limit; says which
├── StoreBusy           too many queries at once; try again later
└── StoreUnavailable    the store can't be reached or its worker died
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ontology import Text


class GraphError(Exception):
    """Base class of every error that the core raises on purpose."""


class ReportError(GraphError):
    """The report's text can't be read as a report."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault in authored data: where it stands, what is wrong, how to mend it."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class DataError(GraphError):
    """Authored data has faults.

    Args:
        faults: all that were found, at least one.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NotFound(GraphError):
    """An id that the dataset doesn't hold."""


class PublishError(GraphError):
    """A built dataset can't be written, or is missing or damaged."""


class TooLarge(GraphError):
    """A dataset of somebody else's is larger than can be explored, or a network than can be measured.

    Args:
        words: how large it is and may be, in both languages.
    """

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


class QueryError(GraphError):
    """A query can't be answered."""


class QuerySyntaxError(QueryError):
    """The text isn't a SPARQL query.

    Args:
        message: what the parser says.
        line: line of the fault, from 1, or 0 where it is unknown.
        column: column of the fault, from 1, or 0 where it is unknown.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        self.line = line
        self.column = column
        super().__init__(message)


class QueryForbidden(QueryError):
    """The query would read files, call hosts or change data."""


class QueryLimit(QueryError):
    """The query went over a limit.

    Args:
        limit: which: `time`, `rows`, `bytes` or `memory`.
        message: the limit's value and how to stay below it.
    """

    def __init__(self, limit: str, message: str) -> None:
        self.limit = limit
        super().__init__(message)


class StoreBusy(QueryError):
    """Too many queries at once; try again later."""


class StoreUnavailable(QueryError):
    """The store can't be reached, or its worker died."""
