"""Evidence with any answer: for each row the statements that connect what it names, with their words.

Columns are added to the solutions of a SELECT. Each holds one entry for each piece of evidence, in the same order,
between which ` | ` stands; a row without evidence leaves them empty but for the number.

    evidence_total           how many pieces there are; at most `PIECES_MAX` are listed
    evidence_statements      ids of the statements, such as A-68-283/46.1
    evidence_modalities      their status
    evidence_holders         ids of the entities that say so: the report's own, or whom it tells of
    evidence_paragraphs      where the words stand, such as A-68-283/46
    evidence_quotations      the exact words of the report
    evidence_translations    our working translation of them, never the official English version
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rdflib.namespace import XSD

from ontology import MIGOV

from .errors import QueryError, QueryLimit
from .identifiers import Identifiers
from .model import Statement, Value
from .snapshot import Snapshot
from .sparql.prologue import Prologue, read_prologue
from .sparql.tokens import read_tokens

COLUMNS = (
    *("evidence_total", "evidence_statements", "evidence_modalities", "evidence_holders"),
    *("evidence_paragraphs", "evidence_quotations", "evidence_translations"),
)
PIECES_MAX = 20
ROWS_MAX = 10_000
_BETWEEN = " | "


class TakenColumn(QueryError):
    """The query has a column of a name that the evidence needs."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a query or a row names: ids of entities, properties and statements, and the texts of literals."""

    entities: frozenset[str] = frozenset()
    properties: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    literals: frozenset[str] = frozenset()


def add_evidence(
    body: bytes, query: str, snapshot: Snapshot, identifiers: Identifiers, bytes_max: int, base: str = ""
) -> bytes:
    """SPARQL JSON results with the columns of evidence: the passages of `statements_behind` each row.

    Args:
        body: the results of a SELECT.
        query: what was asked.
        snapshot: where the statements are.
        identifiers: how the dataset's nodes are named.
        bytes_max: how large the results may become.
        base: IRI against which the query's relative ones stand.

    Raises:
        TakenColumn: a column has a name of these.
        QueryLimit: `rows` or `bytes`.
    """
    document: dict[str, Any] = json.loads(body)
    columns = document["head"]["vars"]
    rows = document["results"]["bindings"]
    taken = [name for name in columns if name in COLUMNS]
    if taken:
        raise TakenColumn(f"the query has a column {taken[0]}, which evidence needs: rename it")
    if len(rows) > ROWS_MAX:
        raise QueryLimit("rows", f"the answer has over {ROWS_MAX} rows, the most that evidence is added to; use LIMIT")
    size = len(body)
    for row, statements in zip(rows, statements_behind(rows, query, snapshot, identifiers, base), strict=True):
        added = _cells(statements)
        size += sum(len(cell["value"].encode()) for cell in added.values())
        if size > bytes_max:
            raise QueryLimit("bytes", f"with evidence the answer is over {bytes_max} bytes; ask for less with LIMIT")
        row.update(added)
    document["head"]["vars"] = [*columns, *COLUMNS]
    return json.dumps(document, ensure_ascii=False).encode()


def statements_behind(
    rows: Iterable[Mapping[str, Mapping[str, str]]],
    query: str,
    snapshot: Snapshot,
    identifiers: Identifiers,
    base: str = "",
) -> Iterator[tuple[Statement, ...]]:
    """For each solution of a query its statements, in the order of the reports.

    A statement belongs to a row that names it. To a row that names none belong those between two entities that it
    names, or between one of these and one that the query names, or between an entity and a value of the row, and those
    about an entity that have a date of the row; where the query or the row names properties of the ontology, only
    statements of these.

    Args:
        rows: bindings as SPARQL JSON results have them.
        query: what was asked.
        snapshot: where the statements are.
        identifiers: how the dataset's nodes are named.
        base: IRI against which the query's relative ones stand.
    """
    reader = _Reader(snapshot, identifiers)
    in_query = reader.read_query(query, base)
    for row in rows:
        yield _connecting(reader.read_row(row), in_query, snapshot)


def _connecting(row: Named, query: Named, snapshot: Snapshot) -> tuple[Statement, ...]:
    found = {each: snapshot.statements[each] for each in row.statements}
    if not found:
        ends, properties = row.entities | query.entities, row.properties | query.properties
        for entity in row.entities:
            for statement in snapshot.statements_about(entity):
                if _connects(statement, ends, row.literals) and (not properties or statement.predicate in properties):
                    found[statement.id] = statement
    return tuple(sorted(found.values(), key=snapshot.place_of))


def _connects(statement: Statement, entities: Collection[str], literals: Collection[str]) -> bool:
    if statement.time and statement.time.edtf in literals:
        return True
    if isinstance(statement.object, Value):
        return statement.subject in entities and statement.object.lexical in literals
    return statement.subject in entities and statement.object in entities


def evidence_texts(statements: Iterable[Statement]) -> dict[str, str]:
    """The columns of evidence for the passages of some statements; all but the number are empty without any."""
    pieces = [(statement, evidence) for statement in statements for evidence in statement.evidence]
    shown = pieces[:PIECES_MAX]
    texts = (
        (statement.id for statement, _ in shown),
        (statement.modality for statement, _ in shown),
        (statement.holder for statement, _ in shown),
        (f"{evidence.report}/{evidence.unit}" for _, evidence in shown),
        (evidence.quote for _, evidence in shown),
        (evidence.translation for _, evidence in shown),
    )
    return dict(zip(COLUMNS, (str(len(pieces)), *map(_BETWEEN.join, texts)), strict=True))


def _cells(statements: Iterable[Statement]) -> dict[str, dict[str, str]]:
    texts = evidence_texts(statements)
    cells = {name: {"type": "literal", "value": text} for name, text in texts.items() if text}
    cells["evidence_total"]["datatype"] = str(XSD.integer)
    for name, language in (("evidence_quotations", "zh"), ("evidence_translations", "en")):
        if name in cells:
            cells[name]["xml:lang"] = language
    return cells


class _Reader:
    """Finds what rows and queries name."""

    def __init__(self, snapshot: Snapshot, identifiers: Identifiers) -> None:
        self._snapshot = snapshot
        self._entity = identifiers.entity("")
        self._report = identifiers.report("")

    def read_row(self, row: Mapping[str, Mapping[str, str]]) -> Named:
        """What the terms of a solution name."""
        iris = [term["value"] for term in row.values() if term["type"] == "uri"]
        literals = frozenset(term["value"] for term in row.values() if term["type"] in ("literal", "typed-literal"))
        return self._read(iris, literals)

    def read_query(self, query: str, base: str) -> Named:
        """What the IRIs and prefixed names of a query name."""
        tokens = [token for token in read_tokens(query) if token.kind not in ("space", "comment")]
        prologue = read_prologue(tokens, query, Prologue(0, base or None))
        terms = [token for token in tokens[prologue.length :] if token.kind in ("iri", "name")]
        return self._read([prologue.expand(token, query) for token in terms], frozenset())

    def _read(self, iris: list[str], literals: frozenset[str]) -> Named:
        entities = {iri.removeprefix(self._entity) for iri in iris if iri.startswith(self._entity)}
        terms = {iri.removeprefix(str(MIGOV)) for iri in iris if iri.startswith(str(MIGOV))}
        places = {iri.removeprefix(self._report) for iri in iris if iri.startswith(self._report)}
        return Named(
            frozenset(entities & self._snapshot.entities.keys()),
            frozenset(terms & self._snapshot.properties.keys()),
            frozenset({each.replace("/statement/", "/", 1) for each in places} & self._snapshot.statements.keys()),
            literals,
        )
