"""The text index of one dataset version, by tantivy: which names and paragraphs may answer a search, best first.

It stands beside the dataset, in a folder that is moved into place when it is whole, or in memory where it can't be
written. What it holds are words and pairs of Chinese characters, made by `search_terms`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from .terms import Piece, fold, grams_needed, grams_of, pairs, slips_allowed, words_of

FORMAT = "1"
"""Changes with what the index holds, so that one made by another version of Migov is made anew."""
_KEY, _KIND = "key", "kind"
_HEAP_BYTES = 32_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found.

    Attributes:
        kind: `entity` or `paragraph`.
        key: what tells it from all others of its kind.
        texts: its own texts, in any language.
        named: other names of what its texts mention.
    """

    kind: str
    key: str
    texts: Sequence[str]
    named: Sequence[str] = ()


class SearchIndex:
    """Finds entries by words, slips of the pen allowed.

    Args:
        entries: everything that can be found, in a fixed order.
        folder: where the index stands or is to stand; in memory without it.
    """

    def __init__(self, entries: Iterable[Entry], folder: Path | None = None) -> None:
        self._schema = _make_schema()
        self._index = _open_index(self._schema, entries, folder)
        self._index.reload()

    def find(self, pieces: Sequence[Piece], kind: str, limit: int) -> list[str]:
        """Keys of entries of a kind that have some of the pieces, the best first; of equals the first in order."""
        wanted = [(tantivy.Occur.Should, self._query(piece)) for piece in pieces]
        if not wanted:
            return []
        of_kind = tantivy.Query.const_score_query(tantivy.Query.term_query(self._schema, _KIND, kind), 0.0)
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, of_kind), (tantivy.Occur.Must, tantivy.Query.boolean_query(wanted))]
        )
        searcher = self._index.searcher()
        hits = searcher.search(query, limit, count=False).hits
        return [str(searcher.doc(address).get_first(_KEY)) for _, address in hits]

    def _query(self, piece: Piece) -> tantivy.Query:
        """What has a piece: in its own texts, and for less in the names of what it mentions."""
        make = self._run if piece.is_run else self._word
        named = tantivy.Query.boost_query(make(piece, "named_"), 0.3)
        return tantivy.Query.disjunction_max_query([make(piece, ""), named], 0.1)

    def _word(self, piece: Piece, prefix: str) -> tantivy.Query:
        word, field = piece.text, f"{prefix}words"
        ways = [
            tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, field, word), 2.0),
        ]
        if piece.is_open:
            ways.append(tantivy.Query.fuzzy_term_query(self._schema, field, word, distance=0, prefix=True))
        if slips := slips_allowed(word, f"{word}?"):  # one letter more may be meant
            fuzzy = tantivy.Query.fuzzy_term_query(self._schema, field, word, distance=slips)
            ways.append(tantivy.Query.boost_query(fuzzy, 0.5))
        return tantivy.Query.disjunction_max_query(ways)

    def _run(self, piece: Piece, prefix: str) -> tantivy.Query:
        run = piece.text
        if len(run) == 1:
            return tantivy.Query.term_query(self._schema, f"{prefix}characters", run)
        field, grams = f"{prefix}grams", pairs(run)
        if len(grams) == 1:
            return tantivy.Query.term_query(self._schema, field, run)
        some = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, field, gram)) for gram in grams],
            minimum_number_should_match=grams_needed(run),
        )
        whole = tantivy.Query.boost_query(tantivy.Query.phrase_query(self._schema, field, list(grams)), 2.0)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, some), (tantivy.Occur.Should, whole)])


def _make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(_KEY, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(_KIND, tokenizer_name="raw", index_option="basic")
    for prefix in ("", "named_"):
        builder.add_text_field(f"{prefix}words", tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field(f"{prefix}characters", tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field(f"{prefix}grams", tokenizer_name="whitespace", index_option="position")
    return builder.build()


def _open_index(schema: tantivy.Schema, entries: Iterable[Entry], folder: Path | None) -> tantivy.Index:
    if folder is None:
        return _fill(tantivy.Index(schema), entries)
    if not folder.is_dir():
        every = tuple(entries)
        try:
            _write(schema, every, folder)
        except OSError:
            return _fill(tantivy.Index(schema), every)
    return tantivy.Index.open(str(folder))


def _write(schema: tantivy.Schema, entries: Iterable[Entry], folder: Path) -> None:
    """Write the index aside and move it into place; raises OSError."""
    aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".building-"))
    try:
        _fill(tantivy.Index(schema, path=str(aside)), entries)
        aside.chmod(0o755)
        aside.replace(folder)
    except OSError:
        if not folder.is_dir():  # another process may have been faster
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _fill(index: tantivy.Index, entries: Iterable[Entry]) -> tantivy.Index:
    # One thread and one segment, so that equally good entries come in the order in which they were added.
    writer = index.writer(_HEAP_BYTES, 1)
    for entry in entries:
        fields: dict[str, str] = {_KEY: entry.key, _KIND: entry.kind}
        for prefix, texts in (("", entry.texts), ("named_", entry.named)):
            folded = [fold(text) for text in texts]
            fields[f"{prefix}words"] = " ".join(word for text in folded for word in words_of(text))
            # A word between two texts keeps the last character of one from pairing with the first of the next.
            fields[f"{prefix}grams"] = " | ".join(" ".join(grams_of(text)) for text in folded)
            fields[f"{prefix}characters"] = " ".join(sorted({c for text in folded for c in text if c > "\u3400"}))
        writer.add_document(tantivy.Document(**fields))
    writer.commit()
    writer.wait_merging_threads()
    return index
