"""What a scenario does to what a diagram shows: today beside what is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.model import Scenario
from graph.snapshot import Snapshot

from ..diagram import Change

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_ENDING = frozenset(("ended", "replaces"))
_MERGING = "mergedWith"
_MADE = frozenset(("Institution", "Body", "Process", "Proposal"))


@dataclass(frozen=True, slots=True)
class Marks:
    """Changes by id of the statement and of the entity.

    Attributes:
        because: by id of a statement that ends or changes, the statements that say so.
    """

    statements: Mapping[str, Change]
    entities: Mapping[str, Change]
    because: Mapping[str, tuple[str, ...]]


NO_MARKS = Marks(MappingProxyType({}), MappingProxyType({}), _NOTHING)


def marks_of(scenario: Scenario, snapshot: Snapshot) -> Marks:
    """What a scenario does.

    A statement that becomes so is added, a fact that would no longer hold ends, one that another replaces changes. Of
    entities only those are marked of which the report says it: an institution, body, process or proposal of which it
    states no fact is added, what is replaced ends, what is merged changes.
    """
    changes: dict[str, Change] = {
        **dict.fromkeys(scenario.adds, "added"),
        **{fact: "ended" for fact, _ in scenario.ends},
        **{replacing: "added" for _, replacing in scenario.changes},
        **{replaced: "changed" for replaced, _ in scenario.changes},
    }
    because = dict(scenario.ends)
    because |= {replaced: (replacing,) for replaced, replacing in scenario.changes}
    marked: dict[str, Change] = {}
    for id, change in changes.items():
        statement = snapshot.statements[id]
        if change != "added":
            continue
        for entity in statement.entities:
            if entity != scenario.model and _is_proposed(entity, snapshot):
                marked.setdefault(entity, "added")
        if statement.predicate in _ENDING and isinstance(statement.object, str):
            marked[statement.object] = "ended"
        if statement.predicate == _MERGING:
            marked |= dict.fromkeys(statement.entities, "changed")
    return Marks(changes, marked, because)


def _is_proposed(entity: str, snapshot: Snapshot) -> bool:
    return snapshot.entities[entity].class_id in _MADE and not any(
        statement.modality == "fact" for statement in snapshot.statements_about(entity)
    )
