"""Edges as a table: who does something in the rows, what or to whom in the columns."""

from __future__ import annotations

from .diagram import Diagram
from .furniture import Cell, Table

_MANY_COLUMNS = 8


def table_of(diagram: Diagram) -> Table:
    """The table of a diagram: a row for each node that a statement begins with, a column for each it leads to.

    On both sides those with the most statements come first; a node without any to another has an empty row at the end.
    Where there are many columns and fewer rows, both change places.
    """
    starts, ends = _ranked([edge.start for edge in diagram.edges]), _ranked([edge.end for edge in diagram.edges])
    is_turned = len(ends) > max(_MANY_COLUMNS, len(starts))
    rows, columns = (ends, starts) if is_turned else (starts, ends)
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


def _ranked(names: list[str]) -> list[str]:
    return sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), name))
