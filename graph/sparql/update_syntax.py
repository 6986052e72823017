"""What an update is and what it would reach, told from its tokens before any engine sees it.

An update is a list of operations with `;` between them, each with a prologue of its own. LOAD and SERVICE are refused;
the engine gets the text disarmed, as `disarming` says. It knows a prologue at the head only (pyoxigraph 0.5.13), so
where a later one declares anything, all of them are left out and every name is written out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from graph.errors import QueryLimit

from .disarming import Disarming
from .faults import ForbiddenAt
from .prologue import Prologue, read_prologue
from .syntax import check_call, forbidden_at
from .tasks import check_graphs
from .tokens import Token, decode_text, read_tokens, syntax_error

OPERATIONS = frozenset(("insert", "delete", "with", "clear", "drop", "create", "add", "move", "copy"))
_CALLS = ("service", "load")


@dataclass(frozen=True, slots=True)
class _Operation:
    """One operation: its tokens without prologue, spaces and comments, what counts in it, and its prologue's tokens."""

    tokens: Sequence[Token]
    prologue: Prologue
    head: Sequence[Token]
    start: int


def analyse_update(
    text: str,
    *,
    using: Sequence[str] = (),
    using_named: Sequence[str] = (),
    base: str | None = None,
    services: Collection[str] = (),
    longest: int = 1_000_000,
) -> str:
    """An update that may be made, as the engine is to read it; whether it is wholly SPARQL is left to the engine.

    Args:
        text: the update, SPARQL 1.1 or 1.2.
        using: IRIs of the graphs whose union its patterns see, as the protocol gives them beside the update.
        using_named: the same of those that GRAPH reaches.
        base: what relative IRIs are resolved against.
        services: IRIs of the endpoints that SERVICE may call.
        longest: characters that it may have.

    Raises:
        QuerySyntaxError: it isn't an update, or names graphs for its patterns that were given beside it too.
        QueryForbidden: it loads a document or calls an endpoint that isn't listed.
        QueryLimit: it is too long, or gets too long with its names written out.
    """
    if len(text) > longest:
        raise QueryLimit("bytes", f"the update is {len(text)} characters long, and may have {longest}")
    dataset = [f"USING <{graph}> " for graph in check_graphs(using) or ()]
    dataset += [f"USING NAMED <{graph}> " for graph in check_graphs(using_named) or ()]
    text = decode_text(text)
    tokens = list(read_tokens(text))
    operations = list(_read_operations(tokens, text, base))
    disarming = Disarming(text, _CALLS)
    added: dict[int, str] = {}
    for operation in operations:
        _check(operation, frozenset(services), text)
        if dataset:
            added |= _add_dataset(operation, disarming.escape("".join(dataset)), disarming, text)
    parts = list(_with_prologues(tokens, operations, base))
    if any(operation.head for operation in operations[1:]):
        declaring = {token.start for operation in operations for token in operation.head}
        parts = [(_write_out(token, prologue, declaring, text), prologue) for token, prologue in parts]
    if not added:
        return disarming.disarm_all(parts)
    cuts = [n for n, (token, _) in enumerate(parts) if token.start in added]
    pieces = [disarming.disarm_all(parts[: cuts[0]])]
    for n, following in zip(cuts, [*cuts[1:], len(parts)], strict=True):
        pieces += [added[parts[n][0].start], disarming.disarm_all(parts[n:following])]
    return "".join(pieces)


def _read_operations(tokens: Sequence[Token], text: str, base: str | None) -> Iterator[_Operation]:
    read = [token for token in tokens if token.kind not in ("space", "comment")]
    prologue = Prologue(base=base)
    rest: Sequence[Token] = read
    start = 0
    while rest:
        prologue = read_prologue(rest, text, prologue)
        head, rest = rest[: prologue.length], rest[prologue.length :]
        end = _find_end(rest)
        if end or head:
            yield _Operation(rest[:end], prologue, head, start)
        if not end and rest:
            raise syntax_error("a ';' without an operation before it", text, rest[end].start)
        start = rest[end].start if end < len(rest) else len(text)
        rest = rest[end + 1 :]


def _find_end(tokens: Sequence[Token]) -> int:
    """Where the first `;` outside of braces stands; the length where there is none."""
    depth = 0
    for n, token in enumerate(tokens):
        if token.kind == "sign":
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            if token.text == ";" and depth == 0:
                return n
    return len(tokens)


def _with_prologues(
    tokens: Sequence[Token], operations: Sequence[_Operation], base: str | None
) -> Iterator[tuple[Token, Prologue]]:
    """Every token with the prologue that counts where it stands."""
    coming = iter(operations)
    prologue = Prologue(base=base)
    following = next(coming, None)
    for token in tokens:
        while following is not None and token.start >= following.start:
            prologue, following = following.prologue, next(coming, None)
        yield token, prologue


def _write_out(token: Token, prologue: Prologue, declaring: Collection[int], text: str) -> Token:
    """A token that needs no prologue; those of prologues become spaces."""
    if token.start in declaring:
        return Token("space", " ", token.start)
    if token.kind in ("iri", "name"):
        return Token("iri", f"<{prologue.expand(token, text)}>", token.start)
    return token


def _check(operation: _Operation, services: frozenset[str], text: str) -> None:
    if not operation.tokens:
        return
    first = operation.tokens[0]
    if first.kind != "word" or first.text.lower() not in {*OPERATIONS, "load"}:
        listed = ", ".join(sorted(word.upper() for word in OPERATIONS))
        raise syntax_error(f"expected one of {listed}, not {first.text!r}", text, first.start)
    for n, token in enumerate(operation.tokens):
        if token.kind != "word":
            continue
        word = token.text.lower()
        if word == "load":
            raise _refuse_load(text, token)
        if word == "service":
            check_call(operation.tokens, n, operation.prologue, services, text)
        elif any(call in word for call in _CALLS):
            raise syntax_error(f"{token.text!r} is no word of SPARQL", text, token.start)


def _refuse_load(text: str, token: Token) -> ForbiddenAt:
    return forbidden_at("LOAD would fetch a document, and this service reads no file and calls no host", text, token)


def _add_dataset(operation: _Operation, dataset: str, disarming: Disarming, text: str) -> dict[int, str]:
    """What to put before which token, so that its patterns see these graphs (SPARQL 1.1 Protocol, 2.2.3).

    `DELETE WHERE {…}`, which can't name graphs, becomes `DELETE {…} USING … WHERE {…}`.
    """
    depth = 0
    added: dict[int, str] = {}
    for n, token in enumerate(operation.tokens):
        depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "sign" else 0
        if token.kind != "word" or depth:
            continue
        word = token.text.lower()
        if word in ("using", "with"):
            message = f"{word.upper()} and the parameters using-graph-uri and using-named-graph-uri exclude each other"
            raise syntax_error(message, text, token.start)
        if word == "where":
            short = n > 0 and operation.tokens[n - 1].text.lower() == "delete"
            block = operation.tokens[n + 1 :]
            parts = [(_write_out(each, operation.prologue, (), text), operation.prologue) for each in _spaced(block)]
            template = disarming.disarm_all(parts) if short else ""
            added[token.start] = f"{template} {dataset}"
    return added


def _spaced(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield Token("space", " ", token.start)
        yield token
