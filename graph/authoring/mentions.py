"""Where each entity is named: the longest label wins, and authored rulings decide what hangs on context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A label found in a text: `text[start:end]`, with the ids of all entities that bear it."""

    start: int
    end: int
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """An authored exception: `text[start:end]` means that entity, or none of ours."""

    start: int
    end: int
    entity: str | None


class LabelIndex:
    """Finds labels in texts, the longest at each place, left to right."""

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        """Takes pairs (label, entity id)."""
        bearers: dict[str, set[str]] = {}
        for label, entity in labels:
            bearers.setdefault(label, set()).add(entity)
        self._bearers: Mapping[str, tuple[str, ...]] = {
            label: tuple(sorted(entities)) for label, entities in bearers.items()
        }
        by_first: dict[str, set[int]] = {}
        for label in bearers:
            by_first.setdefault(label[0], set()).add(len(label))
        self._lengths = {first: sorted(lengths, reverse=True) for first, lengths in by_first.items()}

    def find(self, text: str, rulings: Sequence[Ruling] = ()) -> tuple[Found, ...]:
        """Every label in a text by longest match; a ruling takes its place from every label that overlaps it."""
        claimed = sorted(rulings, key=lambda ruling: ruling.start)
        found: list[Found] = []
        at = 0
        while at < len(text):
            ruling = next((each for each in claimed if each.start == at), None)
            if ruling is not None:
                if ruling.entity is not None:
                    found.append(Found(ruling.start, ruling.end, (ruling.entity,)))
                at = ruling.end
                continue
            end = self._longest(text, at, claimed)
            if end is None:
                at += 1
            else:
                found.append(Found(at, end, self._bearers[text[at:end]]))
                at = end
        return tuple(found)

    def _longest(self, text: str, at: int, claimed: Sequence[Ruling]) -> int | None:
        for length in self._lengths.get(text[at], ()):
            end = at + length
            if text[at:end] in self._bearers and not any(r.start < end and at < r.end for r in claimed):
                return end
        return None
