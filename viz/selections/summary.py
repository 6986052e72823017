"""What a selection holds that is too large to be read as one picture: how many of each class, and what links these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Value
from graph.snapshot import Snapshot
from ontology import Term

from .choice import Construct, choose
from .recipe import Selection

MOST_COUNTED = 2000


@dataclass(frozen=True, slots=True)
class Tie:
    """What links entities of one class with those of another.

    Attributes:
        subject, object: the classes.
        statuses: how many statements there are of each status, in the ontology's order.
    """

    subject: Term
    object: Term
    statuses: Mapping[str, int]

    @property
    def statements(self) -> int:
        """How many statements there are in all."""
        return sum(self.statuses.values())


@dataclass(frozen=True, slots=True)
class Summary:
    """The entities of a selection by class, and the statements between them by the classes of their ends.

    Attributes:
        entities, statements: how many were counted.
        classes: with the number of entities of each, the most first; an entity counts for its own class only.
        ties: those with the most statements first.
        left_out: entities farther away that were not counted.
    """

    entities: int
    statements: int
    classes: tuple[tuple[Term, int], ...]
    ties: tuple[Tie, ...]
    left_out: int


def summarise(selection: Selection, snapshot: Snapshot, construct: Construct) -> Summary:
    """All that is selected, its limit aside, counted by class up to `MOST_COUNTED` entities.

    Raises:
        NotFound, EmptySelection, UnfitQuery, QueryError: as `choose` does.
    """
    around = choose(selection.model_copy(update={"limit": MOST_COUNTED}), snapshot, construct).around
    class_of = {entity.id: entity.class_id for entity in around.entities}
    sizes = Counter(class_of.values())
    counts: dict[tuple[str, str], Counter[str]] = {}
    for statement in around.statements:
        if not isinstance(statement.object, Value):
            pair = class_of[statement.subject], class_of[statement.object]
            counts.setdefault(pair, Counter())[statement.modality] += 1
    ties = [
        Tie(
            snapshot.classes[subject],
            snapshot.classes[object_],
            {status: statuses[status] for status in snapshot.modalities if statuses[status]},
        )
        for (subject, object_), statuses in sorted(counts.items())
    ]
    classes = [(snapshot.classes[id], count) for id, count in sorted(sizes.items())]
    return Summary(
        len(class_of),
        sum(tie.statements for tie in ties),
        tuple(sorted(classes, key=lambda each: -each[1])),
        tuple(sorted(ties, key=lambda tie: -tie.statements)),
        around.left_out,
    )
