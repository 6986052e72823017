"""The tokens of SPARQL 1.1 (section 19.8 of its recommendation) with the additions of SPARQL 1.2.

At each place the longest terminal counts, as the recommendation asks: `<` opens an IRI wherever an IRI can be read.
Whatever is no token is an error, so that nothing passes unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from graph.errors import QuerySyntaxError

TokenKind = Literal[
    "space", "comment", "iri", "string", "variable", "blank", "language", "name", "number", "word", "sign"
]

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = rf"{_BASE}_0-9\u00b7\u0300-\u036f\u203f\u2040"
_CHARS = rf"{_NAME}\-"
_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ECHAR = rf"\\[tbnrf\"'\\]|{_UCHAR}"
_PLX = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_STRING = "|".join(
    (
        rf"\"\"\"(?:\"{{0,2}}(?:[^\"\\]|{_ECHAR}))*\"\"\"",
        rf"'''(?:'{{0,2}}(?:[^'\\]|{_ECHAR}))*'''",
        rf"(?!\"\"\")\"(?:[^\"\\\r\n]|{_ECHAR})*\"",
        rf"(?!''')'(?:[^'\\\r\n]|{_ECHAR})*'",
    )
)
_IRI = rf"<(?:[^\x00-\x20<>\"{{}}|^`\\]|{_UCHAR})*>"
_PREFIX = rf"[{_BASE}](?:[{_CHARS}.]*[{_CHARS}])?"
_LOCAL = rf"(?:[{_BASE}_:0-9]|{_PLX})(?:(?:[{_CHARS}.:]|{_PLX})*(?:[{_CHARS}:]|{_PLX}))?"
_TERMINALS = {
    "space": r"[ \t\r\n]+",
    "comment": r"#[^\r\n]*",
    "iri": _IRI,
    "string": _STRING,
    "variable": rf"[?$][{_BASE}_0-9][{_NAME}]*",
    "blank": rf"_:[{_BASE}_0-9](?:[{_CHARS}.]*[{_CHARS}])?",
    "language": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[A-Za-z]+)?",
    "name": rf"(?:{_PREFIX})?:(?:{_LOCAL})?",
    "number": r"(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+",
    "word": r"[A-Za-z_][A-Za-z0-9_]*",
    "sign": r"[{}()\[\];,.*+\-/?^|!=<>~&]",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _TERMINALS.items()))
_TOKEN_WITHOUT_PREFIX = re.compile(
    "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in {**_TERMINALS, "name": rf":(?:{_LOCAL})?"}.items())
)
_PREFIX_RUN = re.compile(rf"[{_CHARS}.]*")
_ESCAPED = re.compile(rf"(?P<kept>#[^\r\n]*|{_IRI}|{_STRING}|\\[^uU])|(?P<code>{_UCHAR})")
_CODE = re.compile(_UCHAR)


@dataclass(frozen=True, slots=True)
class Token:
    """One terminal and where it begins, counted in characters from 0."""

    kind: TokenKind
    text: str
    start: int


def syntax_error(message: str, text: str, offset: int) -> QuerySyntaxError:
    """An error at a place of a text, given in characters from 0."""
    line, column = find_position(text, offset)
    return QuerySyntaxError(f"line {line}, column {column}: {message}", line, column)


def find_position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a place of a text given in characters from 0."""
    before = re.split(r"\r\n|\r|\n", text[:offset])
    return len(before), len(before[-1]) + 1


def decode_code(escape: str) -> str:
    """The character of a code point escape, a backslash and `u` or `U` with 4 or 8 hexadecimal digits.

    Raises:
        ValueError: there is no such character, or it is half of a surrogate pair.
    """
    number = int(escape[2:], 16)
    if 0xD800 <= number <= 0xDFFF:
        raise ValueError(f"{escape} is half of a surrogate pair")
    return chr(number)


def decode_codes(text: str) -> str:
    """A text with all its code point escapes decoded; may raise the errors of `decode_code`."""
    return _CODE.sub(lambda match: decode_code(match[0]), text)


def decode_outside_terms(text: str) -> str:
    """Decode code point escapes, except in IRIs and strings, where they mean the same, and in comments.

    SPARQL 1.1 (19.2) allows them anywhere; the engine knows them in IRIs and strings only.

    Raises:
        QuerySyntaxError: an escape of what is no character.
    """

    def decode(match: re.Match[str]) -> str:
        if match["kept"] is not None:
            return match["kept"]
        try:
            return decode_code(match["code"])
        except (ValueError, OverflowError):
            raise syntax_error(f"{match['code']} is no character", text, match.start()) from None

    return _ESCAPED.sub(decode, text)


def decode_text(text: str) -> str:
    """A query or update as its tokens are read; may raise QuerySyntaxError, as `decode_outside_terms`."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise syntax_error("half of a surrogate pair", text, error.start) from None
    return decode_outside_terms(text) if "\\" in text else text


def _end_run(text: str, offset: int) -> int:
    match = _PREFIX_RUN.match(text, offset)
    return match.end() if match else offset


def read_tokens(text: str) -> Iterator[Token]:
    """All tokens in their order, spaces and comments among them; together they are the text.

    A prefix ends right before a colon, and a colon can't stand in one. So whether a prefix can begin anywhere in a run
    of what prefixes are made of is told once, by what ends the run; to look for it at each token would take quadratic
    time for `a.a.a.…`.

    Raises:
        QuerySyntaxError: something is no token, such as a string without its end.
    """
    offset = run_end = 0
    terminals = _TOKEN
    while offset < len(text):
        if offset >= run_end:
            run_end = _end_run(text, offset)
            may_be_prefix = text[run_end : run_end + 1] == ":" and text[run_end - 1] != "."
            terminals = _TOKEN if may_be_prefix else _TOKEN_WITHOUT_PREFIX
        match = terminals.match(text, offset)
        if match is None:
            what = "a string without its end" if text[offset] in "\"'" else f"{text[offset]!r} begins no token"
            raise syntax_error(f"{what} of SPARQL", text, offset)
        yield Token(cast(TokenKind, match.lastgroup), match[0], offset)
        offset = match.end()
