"""What a model for the future would change: facts of today beside what is proposed, and reasons for and against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ontology import Text

from ..model import Scenario, Statement
from ..snapshot import Snapshot

Side = Literal["substance", "required", "for", "against", "open"]
SIDES: tuple[Side, ...] = get_args(Side)
# By property, what a statement says of a model that is its subject, and of one that is its object.
_AS_SUBJECT: Mapping[str, Side] = {
    **dict.fromkeys(("content", "includes", "aimsAt"), "substance"),
    **dict.fromkeys(("enables", "benefits", "supports", "contributesTo"), "for"),
    **dict.fromkeys(("hinders", "neglects"), "against"),
    **dict.fromkeys(("wouldRequire", "needs", "dependsOn"), "required"),
    **dict.fromkeys(("assessedAs", "leadsTo"), "open"),
}
_AS_OBJECT: Mapping[str, Side] = {
    **dict.fromkeys(("favours", "enables", "supports"), "for"),
    **dict.fromkeys(("hinders", "opposes"), "against"),
    **dict.fromkeys(("needs", "considers"), "open"),
}
METHOD = Text(
    "“今日”仅指报告陈述为事实者。理由的方向看属性：“使能够”“有益于”“赞成”为支持，“妨碍”“忽视”“反对”以及一切批评为反对；"
    "评估的方向，以及报告在论及模式时举出的事实的方向，看其内容，由我们逐条判断。“须具备的条件”指就该模式指明的条件，以及报告在同一处提出的要求。"
    "只是提出后果或仅予审议者不归入任何一方，须读其原文。"
    "报告对同一机构的其他批评不一定针对该模式，不列于此。",
    "“Today” is what the report states as fact. On which side a reason stands follows from its property: "
    "enables, benefits and favours speak for a model; works against, neglects, opposes and whatever is a criticism "
    "speak against it. Judgements, and facts that the report names in weighing a model, stand where what they say "
    "puts them, by our reading of each. What it would take is what is said to be required of the model, and what the "
    "report asks for in the same place. What only names a consequence, or considers the model, is left open, to be "
    "read in its own words. What the report criticizes in a body that the model is about isn't said of the model, and "
    "doesn't stand here.",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Today and a scenario.

    Attributes:
        added: statements that would become so.
        ended: (fact that would end, statements that say so).
        changed: (fact as it is, statement that would replace it).
        reasons: what is said of the model, by the side on which it stands.
        entities: ids of all entities of the difference, each with whether any fact of the dataset is about it.
    """

    scenario: Scenario
    added: tuple[Statement, ...]
    ended: tuple[tuple[Statement, tuple[Statement, ...]], ...]
    changed: tuple[tuple[Statement, Statement], ...]
    reasons: Mapping[Side, tuple[Statement, ...]]
    entities: Mapping[str, bool]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All of its statements, each once."""
        found: dict[str, Statement] = {}
        parts: Iterable[Iterable[Statement]] = (
            self.added,
            (each for fact, because in self.ended for each in (fact, *because)),
            (each for pair in self.changed for each in pair),
            *self.reasons.values(),
        )
        for part in parts:
            found.update((each.id, each) for each in part)
        return tuple(found.values())


def find_difference(snapshot: Snapshot, scenario_id: str) -> Difference:
    """What a scenario would change; raises NotFound."""
    scenario = snapshot.scenario(scenario_id)
    get = snapshot.statement
    added = tuple(get(each) for each in scenario.adds)
    ended = tuple((get(fact), tuple(get(each) for each in because)) for fact, because in scenario.ends)
    changed = tuple((get(old), get(new)) for old, new in scenario.changes)
    edges = (*added, *(fact for fact, _ in ended), *(each for pair in changed for each in pair))
    ids = dict.fromkeys((scenario.model, *(entity for edge in edges for entity in edge.entities)))
    entities = {entity: any(s.modality == "fact" for s in snapshot.statements_about(entity)) for entity in ids}
    return Difference(scenario, added, ended, changed, _find_reasons(snapshot, scenario), entities)


def _find_reasons(snapshot: Snapshot, scenario: Scenario) -> Mapping[Side, tuple[Statement, ...]]:
    """What is said of the model apart from what would change, in the order of the reports."""
    own = {*scenario.adds, *(new for _, new in scenario.changes)}
    judged: dict[str, Side] = dict.fromkeys(scenario.said_for, "for")
    judged |= dict.fromkeys(scenario.said_against, "against")
    judged |= dict.fromkeys(scenario.said_required, "required")
    reasons: dict[Side, list[Statement]] = {side: [] for side in SIDES}
    about = {each.id: each for each in snapshot.statements_about(scenario.model)}
    about |= {id: snapshot.statement(id) for id in judged}
    for statement in sorted(about.values(), key=snapshot.place_of):
        told = (_AS_SUBJECT if statement.subject == scenario.model else _AS_OBJECT).get(statement.predicate)
        side = judged.get(statement.id) or (told and _turned(told, statement.modality))
        if side and statement.id not in own:
            reasons[side].append(statement)
    return {side: tuple(found) for side, found in reasons.items()}


def _turned(side: Side, modality: str) -> Side:
    """The side where the status counts: a criticism speaks against, and what is said not to be so is left open."""
    return "against" if modality == "criticism" else "open" if modality == "absence" else side
