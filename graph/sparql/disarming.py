"""A query or update as the engine may be handed it: no word of it can be taken for a call that isn't one.

Oxigraph's parser reads no tokens. It takes `SERVICE:x {…}`, `1.SERVICE:x {…}`, `trueSERVICE <…> {…}` and
`e:a.b.SERVICE <…> {…}` for calls of another endpoint, and `LOAD:x` for the loading of a document, where the grammar has
prefixed names or nothing; it reads the end of a name anew where the whole isn't an IRI, and takes `<` for an operator
where the grammar has an IRI (seen in pyoxigraph 0.5.13). So the text it gets has such a word nowhere but in a call that
is allowed, in variables and in language tags, where nothing can end right before it: comments become spaces, IRIs and
strings write its first letter as an escape, prefixed names become IRIs, and blank nodes get another label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from graph.errors import QueryLimit

from .prologue import Prologue
from .tokens import Token

_OWN_LABEL = re.compile("x[0-9]+")
_GROWTH = 4  # times its length, and so many more, that a text may have as the engine is to read it
_GROWTH_AT_LEAST = 64_000


class Disarming:
    """Makes tokens that can't be taken for a call.

    Args:
        text: what they are the tokens of.
        words: the words that mean calls, in small letters.
    """

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        self.text = text
        self.labels: dict[str, str] = {}
        self._next = 0
        self._call = re.compile("|".join(words), re.IGNORECASE)
        firsts = "|".join(f"{word[0]}(?={word[1:]})" for word in words)
        self._first_letter = re.compile(firsts, re.IGNORECASE)

    @cached_property
    def _taken(self) -> set[str]:
        return set(_OWN_LABEL.findall(self.text))

    def disarm_all(self, tokens: Iterable[tuple[Token, Prologue]]) -> str:
        """The text of all tokens, each with the prologue that counts for it, disarmed.

        Raises:
            QueryLimit: it gets much longer than the text was.
        """
        bound = _GROWTH * len(self.text) + _GROWTH_AT_LEAST
        parts: list[str] = []
        length = 0
        for token, prologue in tokens:
            parts.append(self.disarm(token, prologue))
            length += len(parts[-1])
            if length > bound:
                raise QueryLimit(
                    "bytes",
                    f"with its prefixed names written out the query is over {bound} characters long; "
                    "declare shorter namespaces",
                )
        return "".join(parts)

    def disarm(self, token: Token, prologue: Prologue) -> str:
        """One token, disarmed."""
        if token.kind == "comment":
            return " " * len(token.text)
        if token.kind == "iri" and token.text[1:2] in ("?", "$"):  # the engine would read it as < before a variable
            token = Token("iri", f"<\\u{ord(token.text[1]):04X}{token.text[2:]}", token.start)
        if not self._call.search(token.text):
            return token.text
        if token.kind in ("iri", "string"):
            return self.escape(token.text)
        if token.kind == "blank":
            return self._label("_:", token)
        if token.kind == "name":
            if token.start in prologue.declared_at:
                return self._label("", token) + ":"
            return self.escape(f"<{prologue.expand(token, self.text)}>")
        return token.text

    def escape(self, term: str) -> str:
        """An IRI or string with the first letter of each such word as an escape."""
        return self._first_letter.sub(lambda letter: f"\\u{ord(letter[0]):04X}", term)

    def _label(self, sign: str, token: Token) -> str:
        """A label that the query doesn't use; the same for the same token, and for no other."""
        if token.text not in self.labels:
            while (label := f"x{self._next}") in self._taken:
                self._next += 1
            self._next += 1
            self.labels[token.text] = sign + label
        return self.labels[token.text]
