"""Search in everything: names of every kind and spelling, and the text of the paragraphs in both languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from ..model import Entity, Language, Passage
from ..snapshot import Snapshot
from .index import FORMAT, Entry, SearchIndex
from .marks import Segment, find_marks, to_segments
from .terms import Piece, Span, fit_of, fold, is_like, wanted_pieces, words_of

Kind = Literal["entity", "paragraph"]
Match = Literal["exact", "beginning", "words", "similar"]
Source = Literal["name", "report", "translation"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_MATCHES: tuple[Match, ...] = get_args(Match)
CANDIDATES = 300
"""Entries of each kind that are looked at closely."""
QUERY_MAX = 200
"""Characters of a search that count."""
_PIECES_MAX = 24
# The share of the pieces that a paragraph must have at least.
_ENOUGH = 0.6
_WIDTHS: dict[Language, int] = {"zh": 90, "en": 220}


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a search.

    Attributes:
        item: an entity or a paragraph.
        match: how: an entity by a whole name, by its beginning, by words of one name, or with slips of the pen; a
            paragraph by all words (`words`), or by most or with slips (`similar`).
        name: the place of an entity's name by which it was found, among all its names.
    """

    item: Entity | Passage
    match: Match
    name: int = 0

    @property
    def kind(self) -> Kind:
        """What it is."""
        return "entity" if isinstance(self.item, Entity) else "paragraph"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Why something was found.

    Attributes:
        source: whose words these are: a name, the report's own or our working translation.
        segments: the words, some of them marked.
        quote: of a translation, the words of the report that it translates, else empty.
    """

    source: Source
    language: Language
    segments: tuple[Segment, ...]
    quote: str = ""


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    words: frozenset[str]
    language: Language
    text: str


class Search:
    """Answers searches in one dataset version.

    Args:
        snapshot: the dataset.
        folder: the folder of the version, where the index is kept; in memory without it.
    """

    def __init__(self, snapshot: Snapshot, folder: Path | None = None) -> None:
        self.snapshot = snapshot
        self._folder = folder / f"search-{FORMAT}" if folder else None
        self._known_names: dict[str, tuple[_Name, ...]] = {}
        self._known_texts: dict[tuple[str, str], tuple[str, frozenset[str]]] = {}

    @cached_property
    def index(self) -> SearchIndex:
        """The text index, made or opened when it is first asked for."""
        return SearchIndex(_entries(self.snapshot), self._folder)

    def find(self, text: str, kinds: Sequence[Kind] = KINDS) -> tuple[Found, ...]:
        """What answers a search, best first: entities by their names, then paragraphs.

        Args:
            text: words in any language; the last one may be a beginning.
            kinds: what to look for.
        """
        folded, pieces = _read(text)
        entities = self._find_entities(folded, pieces) if "entity" in kinds else []
        return (*entities, *(self._find_paragraphs(pieces) if "paragraph" in kinds else ()))

    def show(self, found: Found, text: str, language: Language) -> Snippet:
        """The words by which something was found; of equally good ones those in the reader's language."""
        _, pieces = _read(text)
        if isinstance(found.item, Entity):
            name = self._names(found.item)[found.name]
            return Snippet("name", name.language, to_segments(name.text, find_marks(name.text, pieces)))
        return self._show_paragraph(found.item, pieces, language)

    def _find_entities(self, folded: str, pieces: Sequence[Piece]) -> list[Found]:
        found: list[tuple[int, int, str, int]] = []
        keys = self.index.find(pieces, "entity", CANDIDATES)
        names = (name for key in keys for name in self._names(self.snapshot.entities[key]))
        right = _right(pieces, ((name.folded, name.words) for name in names))
        for place, key in enumerate(keys):
            entity = self.snapshot.entities[key]
            ranks = (_rank(name, folded, pieces, right) for name in self._names(entity))
            best = min((rank, number) for number, rank in enumerate(ranks))
            if best[0] < len(_MATCHES):
                # What is meant more often comes first; of what is only similar, what has more of the words.
                order = place if _MATCHES[best[0]] == "similar" else -len(entity.mentions)
                found.append((best[0], order, key, best[1]))
        return [Found(self.snapshot.entities[key], _MATCHES[rank], name) for rank, _, key, name in sorted(found)]

    def _find_paragraphs(self, pieces: Sequence[Piece]) -> list[Found]:
        found: list[tuple[int, int, int, Passage]] = []
        units = (key.partition("/") for key in self.index.find(pieces, "paragraph", CANDIDATES))
        passages = [self.snapshot.passages[report, unit] for report, _, unit in units]
        right = _right(pieces, map(self._texts, passages))
        for place, passage in enumerate(passages):
            fits = [_fit(piece, *self._texts(passage), right) for piece in pieces]
            if sum(fit > 0 for fit in fits) >= _ENOUGH * len(pieces):
                found.append((fits.count(0), fits.count(1), place, passage))
        found.sort(key=lambda each: each[:3])
        return [Found(passage, "similar" if missing or near else "words") for missing, near, _, passage in found]

    def _show_paragraph(self, passage: Passage, pieces: Sequence[Piece], language: Language) -> Snippet:
        own = find_marks(passage.text, pieces)
        best = (*_worth(passage.text, own, pieces), language == "zh")
        shown = Snippet("report", "zh", to_segments(passage.text, own, _WIDTHS["zh"]))
        for translation, quote in _translations(passage, self.snapshot).items():
            marks = find_marks(translation, pieces)
            worth = (*_worth(translation, marks, pieces), language == "en")
            if worth > best:
                segments = to_segments(translation, marks, _WIDTHS["en"])
                best, shown = worth, Snippet("translation", "en", segments, quote)
        mentions = self._mentions(passage, pieces) if best[0] < len(pieces) else ()
        return Snippet("report", "zh", to_segments(passage.text, mentions, _WIDTHS["zh"])) if mentions else shown

    def _mentions(self, passage: Passage, pieces: Sequence[Piece]) -> tuple[Span, ...]:
        """Where a paragraph mentions what has another name with all of the pieces."""
        return tuple(
            (mention.start, mention.end)
            for mention, entity in self.snapshot.mentions_in(passage.report, passage.id)
            if any(
                all(fit_of(piece, name.folded, name.words) == 2 for piece in pieces)
                for name in self._names(self.snapshot.entities[entity])
            )
        )

    def _names(self, entity: Entity) -> tuple[_Name, ...]:
        if entity.id not in self._known_names:
            pairs: list[tuple[Language, str]] = [("zh", label.text) for label in entity.zh]
            pairs += [("en", label.text) for label in entity.en]
            folded = [(fold(text), language, text) for language, text in pairs]
            self._known_names[entity.id] = tuple(
                _Name(name, frozenset(words_of(name)), language, text) for name, language, text in folded
            )
        return self._known_names[entity.id]

    def _texts(self, passage: Passage) -> tuple[str, frozenset[str]]:
        """All texts of a paragraph and all names of what it mentions, folded, and their words."""
        key = (passage.report, passage.id)
        if key not in self._known_texts:
            folded = fold("\n".join((*_texts(passage, self.snapshot), *_named(passage, self.snapshot))))
            self._known_texts[key] = folded, frozenset(words_of(folded))
        return self._known_texts[key]


def _read(text: str) -> tuple[str, tuple[Piece, ...]]:
    folded = fold(text[:QUERY_MAX])
    return folded, wanted_pieces(folded)[:_PIECES_MAX]


def _right(pieces: Sequence[Piece], texts: Iterable[tuple[str, Collection[str]]]) -> frozenset[str]:
    """The words of a search that some text has as they are: those are no slips of the pen for others."""
    left = {piece for piece in pieces if not piece.is_run}
    right = set()
    for folded, words in texts:
        right |= {piece for piece in left if fit_of(piece, folded, words) == 2}
        left -= right
        if not left:
            break
    return frozenset(piece.text for piece in right)


def _fit(piece: Piece, folded: str, words: Collection[str], right: Collection[str]) -> int:
    """How a text has a piece, slips counted only where nothing has it as it is."""
    fit = fit_of(piece, folded, words)
    return 0 if fit == 1 and piece.text in right else fit


def _rank(name: _Name, folded: str, pieces: Sequence[Piece], right: Collection[str]) -> int:
    """How a name fits a search, as a place in `Match`; past its end where it doesn't."""
    if name.folded == folded:
        return 0
    if name.folded.startswith(folded):
        return 1
    fits = [_fit(piece, name.folded, name.words, right) for piece in pieces]
    if all(fit == 2 for fit in fits):
        return 2
    return 3 if all(fits) or is_like(folded, name.folded) else len(_MATCHES)


def _worth(text: str, marks: Sequence[Span], pieces: Sequence[Piece]) -> tuple[int, int]:
    """How many pieces a text shows, and how many of them as they are."""
    marked = fold("\n".join(text[start:end] for start, end in marks))
    fits = [fit_of(piece, marked, words_of(marked)) for piece in pieces]
    return sum(fit > 0 for fit in fits), fits.count(2)


def _translations(passage: Passage, snapshot: Snapshot) -> dict[str, str]:
    """Our translations of words of a paragraph, each with those words."""
    return {
        evidence.translation: evidence.quote
        for statement in snapshot.statements_in(passage.report, passage.id)
        for evidence in statement.evidence
        if (evidence.report, evidence.unit) == (passage.report, passage.id)
    }


def _texts(passage: Passage, snapshot: Snapshot) -> tuple[str, ...]:
    return passage.text, *_translations(passage, snapshot)


def _named(passage: Passage, snapshot: Snapshot) -> tuple[str, ...]:
    """All names of what a paragraph mentions."""
    entities = dict.fromkeys(entity for _, entity in snapshot.mentions_in(passage.report, passage.id))
    items = (snapshot.entities[entity] for entity in entities)
    return tuple(label.text for item in items for label in (*item.zh, *item.en))


def _entries(snapshot: Snapshot) -> Iterator[Entry]:
    for entity in snapshot.entities.values():
        yield Entry("entity", entity.id, [label.text for label in (*entity.zh, *entity.en)])
    for (report, unit), passage in snapshot.passages.items():
        yield Entry("paragraph", f"{report}/{unit}", _texts(passage, snapshot), _named(passage, snapshot))
