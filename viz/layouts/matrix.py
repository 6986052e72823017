"""Edges as a table: who does something in the rows, what or to whom in the columns."""

from __future__ import annotations

from ..diagram import Diagram
from .furniture import Cell, Table

_MANY_COLUMNS = 8


def table_of(diagram: Diagram) -> Table:
    """The table of a diagram: a row for each node that a statement begins with, a column for each it leads to.

    Columns with the most statements come first, and rows in the order of the first column they tell of, so that what
    concerns one column stands together; a node without any statement to another has an empty row at the end.
    Where there are many columns and fewer rows, both change places.
    """
    starts, ends = _ranked([edge.start for edge in diagram.edges]), _ranked([edge.end for edge in diagram.edges])
    is_turned = len(ends) > max(_MANY_COLUMNS, len(starts))
    rows, columns = (ends, starts) if is_turned else (starts, ends)
    firsts = {row: min(columns.index(column) for column in _others(diagram, row, is_turned=is_turned)) for row in rows}
    rows = sorted(rows, key=lambda row: (firsts[row], rows.index(row)))
    cells: dict[tuple[int, int], list[str]] = {}
    for edge in diagram.edges:
        row, column = (edge.end, edge.start) if is_turned else (edge.start, edge.end)
        cells.setdefault((rows.index(row), columns.index(column)), []).append(edge.id)
    rows += sorted(node.id for node in diagram.nodes if node.id not in starts and node.id not in ends)
    return Table(
        tuple(rows),
        tuple(columns),
        tuple(Cell(*place, tuple(edges)) for place, edges in sorted(cells.items())),
        is_turned,
    )


def _others(diagram: Diagram, row: str, *, is_turned: bool) -> list[str]:
    """The columns of which a row tells."""
    if is_turned:
        return [edge.start for edge in diagram.edges if edge.end == row]
    return [edge.end for edge in diagram.edges if edge.start == row]


def _ranked(names: list[str]) -> list[str]:
    return sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), name))
