"""BASE, PREFIX and VERSION at the head of a query, and the IRIs that its names stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyoxigraph

from .tokens import Token, decode_codes, syntax_error

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LONGEST_IRI = 8_000
_LOCAL_ESCAPE = re.compile(r"\\(.)")


@dataclass(slots=True)
class Prologue:
    """What the head of a query declares.

    Args:
        length: how many tokens it has, spaces and comments aside.
        base: the base that counts after it, absolute, or None.
        prefixes: IRI reference and base of each prefix, as it was declared last.
        declared_at: where prefixes are declared, as offsets in the text.
    """

    length: int = 0
    base: str | None = None
    prefixes: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    declared_at: set[int] = field(default_factory=set)

    def expand(self, token: Token, text: str) -> str:
        """The absolute IRI of an IRI or prefixed name; raises QuerySyntaxError where it stands for none."""
        if token.kind == "iri":
            return self._resolve(token.text[1:-1], self.base, token, text)
        prefix, _, local = token.text.partition(":")
        if prefix not in self.prefixes:
            raise syntax_error(f"the prefix {prefix}: isn't declared", text, token.start)
        namespace = self._resolve(*self.prefixes[prefix], token, text)
        iri = namespace + _LOCAL_ESCAPE.sub(r"\1", local)
        try:
            return pyoxigraph.NamedNode(iri).value
        except ValueError:
            raise syntax_error(f"{token.text} stands for {iri!r}, which is no IRI", text, token.start) from None

    def _resolve(self, reference: str, base: str | None, token: Token, text: str) -> str:
        try:
            return resolve(reference, base)
        except (ValueError, SyntaxError):
            needed = "" if base else " without a BASE"
            raise syntax_error(f"<{reference}> is no IRI{needed}", text, token.start) from None


def resolve(reference: str, base: str | None) -> str:
    """The absolute IRI of a reference as it stands between angle brackets, resolved as the engine resolves it.

    Raises:
        ValueError, SyntaxError: it is no IRI, or is relative and there is no base.
    """
    if base is None and _ABSOLUTE.match(reference):
        return pyoxigraph.NamedNode(decode_codes(reference)).value
    turtle = f"<{reference}> <a:b> 1 ."
    subject = next(pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE, base_iri=base)).subject
    return str(subject)[1:-1]


def read_prologue(tokens: Sequence[Token], text: str, before: Prologue | None = None) -> Prologue:
    """The prologue at the head of the tokens of a query, which are without spaces and comments.

    Args:
        tokens: the tokens, from where the prologue may begin.
        text: what they are the tokens of.
        before: what counts already, as in the second operation of an update.

    Raises:
        QuerySyntaxError: a declaration is incomplete, or its IRI is longer than any in use.
    """
    prologue = Prologue(0, before.base, dict(before.prefixes)) if before else Prologue()
    while prologue.length < len(tokens):
        head, *rest = tokens[prologue.length : prologue.length + 3]
        word = head.text.lower() if head.kind == "word" else ""
        kinds = tuple(token.kind for token in rest)
        if word == "base" and kinds[:1] == ("iri",):
            _check_length(rest[0], text)
            prologue.base = prologue._resolve(rest[0].text[1:-1], prologue.base, rest[0], text)
            _check_length(rest[0], text, prologue.base)
            prologue.length += 2
        elif word == "prefix" and kinds == ("name", "iri") and rest[0].text.endswith(":"):
            _check_length(rest[1], text)
            prologue.prefixes[rest[0].text[:-1]] = (rest[1].text[1:-1], prologue.base)
            prologue.declared_at.add(rest[0].start)
            prologue.length += 3
        elif word == "version" and kinds[:1] == ("string",):
            prologue.length += 2
        elif word in ("base", "prefix", "version"):
            raise syntax_error(f"{head.text} isn't followed by what it declares", text, head.start)
        else:
            break
    return prologue


def _check_length(token: Token, text: str, iri: str | None = None) -> None:
    """Raise where a declared IRI is so long that writing it out for each name would cost too much."""
    length = len(token.text) - 2 if iri is None else len(iri)
    if length > _LONGEST_IRI:
        message = f"the declared IRI is {length} characters long, and may have {_LONGEST_IRI}"
        raise syntax_error(message, text, token.start)
