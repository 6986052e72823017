"""What a query is and what it would reach, told from its tokens before any engine sees it.

The engine is not handed the query as it came but disarmed: `disarming` says why.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from graph.errors import QueryLimit

from .disarming import Disarming
from .faults import ForbiddenAt
from .prologue import Prologue, read_prologue
from .tokens import Token, decode_text, find_position, read_tokens, syntax_error

QueryKind = Literal["select", "ask", "construct", "describe"]

_KINDS = ("select", "ask", "construct", "describe")
_CHANGES = frozenset(
    ("add", "clear", "copy", "create", "delete", "drop", "insert", "into", "load", "move", "using", "with")
)
_VOLATILE = frozenset(("bnode", "now", "rand", "struuid", "uuid"))
_LONGEST = 1_000_000  # characters of a query
_LONGEST_KEPT = 20_000  # … whose form is kept


@dataclass(frozen=True, slots=True)
class QueryForm:
    """A query that may be asked.

    Args:
        kind: its form.
        text: the same query as the engine is to read it.
        has_dataset: whether it has FROM or FROM NAMED.
        services: the IRIs of the endpoints that it calls, sorted, each allowed.
        is_volatile: whether the same data may answer it otherwise another time.
    """

    kind: QueryKind
    text: str
    has_dataset: bool
    services: tuple[str, ...]
    is_volatile: bool

    @property
    def is_graph(self) -> bool:
        """Whether the answer is a graph rather than solutions or a truth value."""
        return self.kind in ("construct", "describe")


def analyse(text: str, services: Collection[str] = (), base: str = "") -> QueryForm:
    """The form of a query that may be asked.

    Whether it is wholly SPARQL is left to the engine, which needs to be kept apart: it can take long to parse, and deep
    nesting overruns its stack. Lines and columns count in the text with its code point escapes decoded outside of IRIs
    and strings.

    Args:
        text: the query, SPARQL 1.1 or 1.2.
        services: IRIs of the endpoints that SERVICE may call.
        base: what relative IRIs are resolved against where the query gives no base, or empty.

    Raises:
        QuerySyntaxError: it isn't a query, or has something that is no token.
        QueryForbidden: it calls an endpoint that isn't listed, reads a file, or changes data.
        QueryLimit: it is too long, or gets too long with its names written out.
    """
    if len(text) > _LONGEST:
        raise QueryLimit("bytes", f"the query is {len(text)} characters long, and may have {_LONGEST}")
    recall = _recall if len(text) <= _LONGEST_KEPT else _recall_long
    return recall(text, frozenset(services), base)


def _analyse(text: str, services: frozenset[str], base: str) -> QueryForm:
    text = decode_text(text)
    tokens = list(read_tokens(text))
    read = [token for token in tokens if token.kind not in ("space", "comment")]
    prologue = read_prologue(read, text, Prologue(base=base or None))
    body = read[prologue.length :]
    kind = _find_kind(body, text)
    called: set[str] = set()
    has_dataset = is_volatile = False
    for n, token in enumerate(body):
        if token.kind != "word":
            continue
        word = token.text.lower()
        if word in _CHANGES:
            raise forbidden_at(f"{token.text.upper()} changes data, and this is for queries alone", text, token)
        if word == "service":
            called.add(check_call(body, n, prologue, services, text))
        elif "service" in word:
            raise syntax_error(f"{token.text!r} is no word of SPARQL", text, token.start)
        elif word in _VOLATILE:
            is_volatile = True
        elif word == "from":
            has_dataset = True
            _check_graph(body, n, prologue, text)
    handed = Disarming(text, ("service",)).disarm_all([(token, prologue) for token in tokens])
    return QueryForm(kind, handed, has_dataset, tuple(sorted(called)), is_volatile or bool(called))


# A query is looked at where it is asked, where it waits and where it is handed on, and analysed once. Of long ones few
# are kept, for they would fill the memory.
_recall = lru_cache(maxsize=64)(_analyse)
_recall_long = lru_cache(maxsize=4)(_analyse)


def _find_kind(body: list[Token], text: str) -> QueryKind:
    if not body:
        raise syntax_error("the query is empty", text, len(text))
    first = body[0]
    word = first.text.lower() if first.kind == "word" else ""
    if word in _CHANGES:
        raise forbidden_at(f"{first.text.upper()} changes data, and this is for queries alone", text, first)
    if word not in _KINDS:
        raise syntax_error(f"expected SELECT, ASK, CONSTRUCT or DESCRIBE, not {first.text!r}", text, first.start)
    return cast(QueryKind, word)


def forbidden_at(message: str, text: str, token: Token) -> ForbiddenAt:
    """A refusal with the place of a token."""
    return ForbiddenAt(message, *find_position(text, token.start))


def _follower(body: Sequence[Token], n: int, skipped: str) -> Token | None:
    """The token after the n-th and after a word that may stand between."""
    rest = body[n + 1 : n + 3]
    if rest and rest[0].kind == "word" and rest[0].text.lower() == skipped:
        rest = rest[1:]
    return rest[0] if rest else None


def check_call(body: Sequence[Token], n: int, prologue: Prologue, services: frozenset[str], text: str) -> str:
    """The endpoint that the n-th token, the word SERVICE, calls; raises QueryForbidden where it isn't listed."""
    target = _follower(body, n, "silent")
    iri = prologue.expand(target, text) if target and target.kind in ("iri", "name") else None
    if iri is None or iri not in services:
        called = f"<{iri}>" if iri else (target.text if target else "nothing")
        allowed = "; it may call " + ", ".join(f"<{one}>" for one in sorted(services)) if services else ""
        raise forbidden_at(f"SERVICE would call {called}, and this service calls no other host{allowed}", text, body[n])
    return iri


def _check_graph(body: list[Token], n: int, prologue: Prologue, text: str) -> None:
    target = _follower(body, n, "named")
    if target and target.kind in ("iri", "name") and is_file(prologue.expand(target, text)):
        raise forbidden_at("FROM names a file, and this service reads none; name a graph of the dataset", text, body[n])


def is_file(iri: str) -> bool:
    """Whether an IRI names a file."""
    return iri[:5].lower() == "file:"
