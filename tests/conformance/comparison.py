"""Results read from any form and compared as the test suites mean it: as bags or in order, blank nodes by isomorphism.

Numbers are the same where type and value are: how a number is spelt (`2.0` or `2`) counts only where a test of our own
looks at it. What a form can't tell apart is told apart nowhere: in CSV all is text.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_EXACT = frozenset(
    XSD + name
    for name in ("integer", "decimal", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger")
)
_ROW, _INDEX = "urn:row:", ox.NamedNode("urn:row:index")

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = dict[str, Term]


@dataclass(slots=True)
class Result:
    """What a query gives: a truth value, solutions, or a graph.

    Args:
        truth: of ASK.
        rows: of SELECT, in their order.
        is_ordered: whether their order counts.
        quads: of CONSTRUCT and DESCRIBE, or the state of a store.
    """

    truth: bool | None = None
    rows: list[Row] | None = None
    is_ordered: bool = False
    quads: list[ox.Quad] | None = None


def read_solutions(body: bytes, media_type: str) -> Result:
    """Read SPARQL results in XML, JSON or TSV."""
    form = ox.QueryResultsFormat.from_media_type(media_type)
    assert form is not None, media_type
    read = ox.parse_query_results(body, form)
    if isinstance(read, ox.QueryBoolean):
        return Result(truth=bool(read))
    names = [variable.value for variable in read.variables]
    return Result(rows=[{n: term for n in names if (term := row[n]) is not None} for row in read])


def read_table(body: bytes) -> Result:
    """Read CSV, where all is text but blank nodes, which begin with `_:`."""
    header, *lines = csv.reader(io.StringIO(body.decode(), newline=""))
    rows: list[Row] = []
    for line in lines:
        cells = zip(header, line, strict=True)
        rows.append({n: ox.BlankNode(c[2:]) if c.startswith("_:") else ox.Literal(c) for n, c in cells if c})
    return Result(rows=rows)


def read_graph(body: bytes, form: ox.RdfFormat, base: str) -> Result:
    """Read a graph, or solutions that are written as one (the vocabulary `result-set#` of the older suite)."""
    quads = [ox.Quad(q.subject, q.predicate, q.object, q.graph_name) for q in ox.parse(body, form, base_iri=base)]
    graph = ox.Dataset(quads)

    def objects(subject: object, name: str) -> list[Term]:
        found = graph.quads_for_subject(subject)  # type: ignore[arg-type]
        return [quad.object for quad in found if quad.predicate.value == RS + name]

    heads = [q.subject for q in quads if q.object == ox.NamedNode(f"{RS}ResultSet")]
    if not heads:
        return Result(quads=quads)
    truth = objects(heads[0], "boolean")
    if truth:
        return Result(truth=isinstance(truth[0], ox.Literal) and truth[0].value == "true")
    rows: list[tuple[int, Row]] = []
    is_ordered = False
    for solution in objects(heads[0], "solution"):
        row = {}
        for binding in objects(solution, "binding"):
            (variable,), (value,) = objects(binding, "variable"), objects(binding, "value")
            assert isinstance(variable, ox.Literal)
            row[variable.value] = value
        index = objects(solution, "index")
        is_ordered = is_ordered or bool(index)
        rows.append((int(index[0].value) if index and isinstance(index[0], ox.Literal) else 0, row))
    rows.sort(key=lambda pair: pair[0])
    return Result(rows=[row for _, row in rows], is_ordered=is_ordered)


def differ(got: Result, wanted: Result, *, as_text: bool = False) -> str:
    """What is different, in words; empty where nothing is."""
    if wanted.truth is not None:
        return "" if got.truth == wanted.truth else f"{got.truth} instead of {wanted.truth}"
    if wanted.rows is not None:
        if got.rows is None:
            return "no solutions"
        return _differ_in_rows(_plain(got.rows, as_text), _plain(wanted.rows, as_text), wanted.is_ordered)
    return _differ_in_quads(got.quads or [], wanted.quads or [])


def _plain(rows: Sequence[Row], as_text: bool) -> list[Row]:
    return [{name: _normalise(term, as_text) for name, term in row.items()} for row in rows]


def _normalise(term: Term, as_text: bool) -> Term:
    if isinstance(term, ox.Triple):
        parts = (_normalise(part, as_text) for part in (term.subject, term.predicate, term.object))
        return ox.Triple(*parts)  # type: ignore[arg-type]
    if as_text or not isinstance(term, ox.Literal):
        return term
    kind = term.datatype.value
    try:
        if kind in _EXACT:
            return ox.Literal(str(Decimal(term.value).normalize()), datatype=term.datatype)
        if kind in (f"{XSD}double", f"{XSD}float"):
            return ox.Literal(repr(float(term.value)), datatype=term.datatype)
    except (InvalidOperation, ValueError):
        pass
    return term


def _differ_in_rows(got: Sequence[Row], wanted: Sequence[Row], is_ordered: bool) -> str:
    if not any(_has_blank(term) for row in (*got, *wanted) for term in row.values()):
        keys = [[tuple(sorted((n, str(t)) for n, t in row.items())) for row in rows] for rows in (got, wanted)]
        if keys[0] == keys[1] or (not is_ordered and Counter(keys[0]) == Counter(keys[1])):
            return ""
    elif _canonical(_rows_to_quads(got, is_ordered)) == _canonical(_rows_to_quads(wanted, is_ordered)):
        return ""
    return f"{len(got)} rows {_show(got)} instead of {len(wanted)} rows {_show(wanted)}"


def _show(rows: Sequence[Row]) -> str:
    return str(sorted(str({name: str(term) for name, term in sorted(row.items())}) for row in rows))[:600]


def _has_blank(term: Term) -> bool:
    if isinstance(term, ox.Triple):
        return any(_has_blank(part) for part in (term.subject, term.object))
    return isinstance(term, ox.BlankNode)


def _rows_to_quads(rows: Sequence[Row], is_ordered: bool) -> list[ox.Quad]:
    quads = []
    for n, row in enumerate(rows):
        node = ox.BlankNode()
        quads.append(ox.Quad(node, _INDEX, ox.Literal(n if is_ordered else 0)))
        quads += [ox.Quad(node, ox.NamedNode(_ROW + name), term) for name, term in row.items()]
    return quads


def _canonical(quads: Iterable[ox.Quad]) -> ox.Dataset:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def _differ_in_quads(got: Sequence[ox.Quad], wanted: Sequence[ox.Quad]) -> str:
    plain = [
        [ox.Quad(q.subject, q.predicate, _normalise(q.object, False), q.graph_name) for q in quads]
        for quads in (got, wanted)
    ]
    if _canonical(plain[0]) == _canonical(plain[1]):
        return ""
    shown = [str(sorted(map(str, quads)))[:600] for quads in (got, wanted)]
    return f"{len(got)} triples {shown[0]} instead of {len(wanted)} triples {shown[1]}"
