"""What can go wrong with a query beside the faults that every part of the core knows.

QueryForbidden
└── ForbiddenAt         … with the place of what is forbidden
QueryError
└── UnsuitedFormat      the answer can't be written in the form that was asked for
"""

from __future__ import annotations

from graph.errors import QueryError, QueryForbidden


class ForbiddenAt(QueryForbidden):
    """The query would read files, call hosts or change data, and this is where.

    Args:
        message: what it would do.
        line: line of the fault, from 1, or 0 where it stands outside of the query.
        column: column of the fault, from 1, or 0.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        self.line = line
        self.column = column
        super().__init__(f"line {line}, column {column}: {message}" if line else message)


class UnsuitedFormat(QueryError):
    """The answer can't be written in the form that was asked for, such as triple terms in JSON-LD."""
