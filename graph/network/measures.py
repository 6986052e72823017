"""What the network of statements shows as a whole: who is most connected, who links groups, who shares what.

Every figure leads back to the statements that it was computed from. networkx is the projection: entities are its nodes,
and two of them are tied once, however many statements there are between them and whichever way these go.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import networkx as nx

from ontology import Text

from ..errors import TooLarge
from ..model import Statement, Value
from ..snapshot import Snapshot
from .criteria import Criteria, Filter

SEED = 2013
STATEMENTS_MAX = 200
"""Ids of statements that one figure names; it says how many there are."""
WORK_MAX = 500_000
"""Nodes times ties up to which brokerage is exact, about a second's work; beyond, some of the nodes must do."""
PAIRS_MAX = 200_000
COMMUNITY_TIES_MAX = 50_000
"""Ties among which communities are found: about three seconds' work."""
_DIGITS = 6

MEMBERSHIP = frozenset({"memberOf"})
MANDATE = frozenset(
    (
        *("hasMandate", "responsibleFor", "carriesOut", "provides", "hasExpertiseIn"),  # functions
        *("addresses", "focusesOn", "aimsAt"),  # topics
        *("serves", "protects"),  # persons
    )
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One result of a measure.

    Attributes:
        entities: ids of what it is about: one, a pair or a group.
        value: the number.
        shared: ids of what a pair shares.
        statements: ids of those it was computed from, in the order of the reports, at most `STATEMENTS_MAX`.
        statements_total: how many there are.
    """

    entities: tuple[str, ...]
    value: float
    statements: tuple[str, ...]
    statements_total: int
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of a measure, the greatest first, and whether they are exact and all there are."""

    figures: tuple[Figure, ...]
    exact: bool = True
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Measure:
    """A way to look at the network.

    Attributes:
        title: what it is called.
        method: how it is computed and what it doesn't tell.
        needs: ids of the properties that it looks at, where it doesn't look at all.
    """

    id: str
    title: Text
    method: Text
    compute: Callable[[Network], Result]
    needs: frozenset[str] = frozenset()


class Network:
    """The projection of a dataset under some criteria.

    Args:
        snapshot: the dataset.
        criteria: what statements and entities must have.
        entities: ids of those that it is narrowed to, or all.

    Attributes:
        ties: for each two entities, in the order of their ids, the statements between them.
    """

    def __init__(self, snapshot: Snapshot, criteria: Criteria, entities: Collection[str] | None = None) -> None:
        self.snapshot = snapshot
        wanted = Filter(criteria, snapshot)
        known = snapshot.entities if entities is None else frozenset(entities)
        self.statements = [
            statement
            for statement in snapshot.statements.values()
            if not isinstance(statement.object, Value)
            and statement.subject != statement.object
            and wanted.accepts(statement)
            and all(each in known and wanted.shows(snapshot.entities[each]) for each in statement.entities)
        ]
        self.ties: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for statement in self.statements:
            one, other = sorted(statement.entities)
            self.ties[one, other].append(statement)
        self.entities = tuple(sorted({entity for tie in self.ties for entity in tie}))

    def graph(self) -> Any:  # noqa: ANN401 - networkx has no types
        """The ties as an undirected networkx.Graph of the entities' numbers in `entities`.

        Numbers hash alike in every process, as words don't, so that the same data gives the same result.
        """
        numbers = {entity: n for n, entity in enumerate(self.entities)}
        graph = nx.Graph()
        graph.add_nodes_from(range(len(self.entities)))
        graph.add_edges_from(sorted((numbers[one], numbers[other]) for one, other in self.ties))
        return graph

    def about(self) -> Mapping[str, list[Statement]]:
        """The statements that tie each entity."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for entity in statement.entities:
                found[entity].append(statement)
        return found

    def figure(
        self, entities: Iterable[str], value: float, statements: Iterable[Statement], shared: Iterable[str] = ()
    ) -> Figure:
        """A figure with the ids of its statements in their order."""
        places = {statement.id: self.snapshot.place_of(statement) for statement in statements}
        ids = tuple(sorted(places, key=places.__getitem__))
        return Figure(tuple(entities), value, ids[:STATEMENTS_MAX], len(ids), tuple(shared))


def measure_connections(network: Network) -> Result:
    """How many others each entity is tied to."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, other in network.ties:
        neighbours[one].add(other)
        neighbours[other].add(one)
    about = network.about()
    return Result(_ranked(network.figure([each], len(neighbours[each]), about[each]) for each in network.entities))


def measure_brokers(network: Network) -> Result:
    """Which share of the shortest paths between others leads by way of each entity (Brandes 2001)."""
    graph = network.graph()
    nodes, ties = graph.number_of_nodes(), graph.number_of_edges()
    exact = nodes * ties <= WORK_MAX
    pivots = None if exact else max(1, min(nodes, WORK_MAX // ties))
    shares = nx.betweenness_centrality(graph, k=pivots, seed=SEED)
    about = network.about()
    figures = (
        network.figure([entity], round(shares[n], _DIGITS), about[entity])
        for n, entity in enumerate(network.entities)
        if round(shares[n], _DIGITS) > 0
    )
    return Result(_ranked(figures), exact)


def measure_communities(network: Network) -> Result:
    """Groups that are tied among each other more than to others (Louvain method, Blondel et al. 2008).

    Of each group those come first that have the most neighbours in it.

    Raises:
        TooLarge: more than `COMMUNITY_TIES_MAX` ties.
    """
    if len(network.ties) > COMMUNITY_TIES_MAX:
        raise TooLarge(
            Text(
                f"网络有 {len(network.ties):,} 条连线，群组计算的上限为 {COMMUNITY_TIES_MAX:,} 条；请用筛选缩小范围",
                f"the network has {len(network.ties):,} ties, and communities are found among at most "
                f"{COMMUNITY_TIES_MAX:,}: narrow it by filters or by `entity`",
            )
        )
    groups = nx.community.louvain_communities(network.graph(), seed=SEED)
    inside: dict[str, int] = {network.entities[n]: number for number, group in enumerate(groups) for n in sorted(group)}
    statements: dict[int, list[Statement]] = defaultdict(list)
    neighbours: Counter[str] = Counter()
    for (one, other), between in network.ties.items():
        if inside[one] == inside[other]:
            statements[inside[one]] += between
            neighbours.update((one, other))
    members: dict[int, list[str]] = defaultdict(list)
    for entity in sorted(inside, key=lambda each: (-neighbours[each], each)):
        members[inside[entity]].append(entity)
    figures = (network.figure(members[number], len(group), statements[number]) for number, group in enumerate(groups))
    return Result(_ranked(figures))


def measure_shared_membership(network: Network) -> Result:
    """How many bodies each two entities are both members of."""
    return _measure_shared(network, MEMBERSHIP)


def measure_mandate_overlap(network: Network) -> Result:
    """How many topics, functions and persons each two entities both deal with."""
    return _measure_shared(network, MANDATE)


def _measure_shared(network: Network, predicates: Collection[str]) -> Result:
    holders: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in network.statements:
        # What is said not to be so is shared by nobody.
        if statement.predicate in predicates and isinstance(statement.object, str) and statement.modality != "absence":
            holders[statement.object][statement.subject].append(statement)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    pairs = 0
    complete = True
    # What few share comes first, so that a bound leaves out what nearly all share.
    for target in sorted(holders, key=lambda each: (len(holders[each]), each)):
        size = len(holders[target])
        pairs += size * (size - 1) // 2
        if pairs > PAIRS_MAX:
            complete = False
            break
        for pair in combinations(sorted(holders[target]), 2):
            shared[pair].append(target)
    figures = (
        network.figure(
            pair,
            len(targets),
            (each for target in targets for entity in pair for each in holders[target][entity]),
            sorted(targets),
        )
        for pair, targets in shared.items()
    )
    return Result(_ranked(figures), complete=complete)


def _ranked(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda each: (-each.value, each.entities)))


_PROJECTION = Text(
    "实体为节点；两个实体之间只要有一项所选陈述即相连一次，不计方向和数目。",
    "Entities are nodes; two of them are tied once where any of the chosen statements stands between them, in either "
    "direction.",
)
_SAYS = Text(
    "数字描述的是所载陈述，而不是机构的实际影响力。",
    "The numbers describe what is stated, not how much influence anybody has.",
)


def find_measures(snapshot: Snapshot) -> Mapping[str, Measure]:
    """The measures that a dataset lends itself to: some need the properties of our ontology."""
    return {id: each for id, each in MEASURES.items() if each.needs <= snapshot.properties.keys()}


def _method(zh: str, en: str) -> Text:
    return Text(f"{_PROJECTION.zh}{zh}{_SAYS.zh}", f"{_PROJECTION.en} {en} {_SAYS.en}")


MEASURES: Mapping[str, Measure] = {
    measure.id: measure
    for measure in (
        Measure(
            "connections",
            Text("联系最多者", "Most connected"),
            _method(
                "数值为与其相连的其他实体的数目。", "The value is the number of other entities that one is tied to."
            ),
            measure_connections,
        ),
        Measure(
            "brokers",
            Text("居间者", "Brokers"),
            _method(
                "数值为其他两两实体之间的最短路径中经过该实体的比例（中介中心性，Brandes 2001），0 至 1；"
                "网络很大时以固定抽样估计，并予注明。",
                "The value is the share of the shortest paths between all others that lead by way of one (betweenness "
                "centrality, Brandes 2001), 0 to 1; in a very large network it is estimated from a fixed sample, and "
                "then it says so.",
            ),
            measure_brokers,
        ),
        Measure(
            "communities",
            Text("群组", "Communities"),
            _method(
                "群组内部联系多于对外联系（Louvain 方法，Blondel 等 2008，固定随机种子）；数值为群组的实体数目。"
                "其他划分同样可能合理。",
                "Groups are tied more among each other than to others (Louvain method, Blondel et al. 2008, fixed "
                "seed); the value is the number of entities in one. Other divisions can be as good.",
            ),
            measure_communities,
        ),
        Measure(
            "shared-membership",
            Text("共同成员资格", "Shared membership"),
            _method(
                "数值为两个实体都是其成员（“是……的成员”）的实体的数目；说明并非如此的陈述不计。",
                "The value is the number of bodies of which two entities are both members (“is a member of”); what is "
                "said not to be so doesn't count.",
            ),
            measure_shared_membership,
            MEMBERSHIP,
        ),
        Measure(
            "mandate-overlap",
            Text("任务重叠", "Overlap of mandates"),
            _method(
                "数值为两个实体都处理的主题、职能和所保护的人的数目（任务、负责、开展、提供、专长、处理、侧重、目标、"
                "服务、保护）。只计完全相同的对象；说明并非如此的陈述不计。",
                "The value is the number of topics, functions and persons that two entities both deal with (has the "
                "mandate of, is responsible for, carries out, provides, has expertise in, deals with, focuses on, aims "
                "at, provides services to, protects). Only the very same object counts; what is said not to be so "
                "doesn't.",
            ),
            measure_mandate_overlap,
            MANDATE,
        ),
    )
}
