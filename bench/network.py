"""A network of any size to draw: bodies, treaties and people with names in two languages, tied as real ones are.

Most are tied to few and some to very many, because a new one goes to those that are tied already (Barabási and Albert
1999), and most ties stay within one of several regions. The same size gives the same network.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

SEED = 2013
NAMESPACE = "http://network.example/"
KINDS = (("Body", "机构"), ("Treaty", "条约"), ("Process", "进程"), ("Person", "人物"), ("Place", "地点"))
TIES = (("memberOf", "成员"), ("worksWith", "合作"), ("foundedBy", "创建者"), ("reportsTo", "报告对象"))
TIES_EACH = 2
PER_REGION = 250
STRAYING = 0.06
"""Share of the ties that leave a region."""


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by number, each with its kind, and ties: from, to, which of `TIES`."""

    kinds: tuple[int, ...]
    ties: tuple[tuple[int, int, int], ...]

    def name(self, node: int) -> str:
        """The English name of a node."""
        return f"{KINDS[self.kinds[node]][0]} {node:05d} for migration"


def make_network(nodes: int) -> Network:
    """A network of so many nodes and about twice as many ties."""
    draw = random.Random(SEED)  # noqa: S311 - the same each time, and no secret
    kinds = tuple(draw.randrange(len(KINDS)) for _ in range(nodes))
    regions = max(1, nodes // PER_REGION)
    ends: list[list[int]] = [[] for _ in range(regions)]
    ties: dict[tuple[int, int], int] = {}
    for node in range(nodes):
        home = ends[node % regions]
        for _ in range(TIES_EACH):
            from_home = home and draw.random() >= STRAYING
            chosen = home if from_home else ends[draw.randrange(regions)]
            if chosen and (other := draw.choice(chosen)) != node:
                ties[node, other] = draw.randrange(len(TIES))
                home.append(other)
        home.append(node)
    return Network(kinds, tuple((one, other, kind) for (one, other), kind in ties.items()))


def write_turtle(network: Network) -> Iterator[str]:
    """The network as lines of Turtle."""
    yield f"@prefix : <{NAMESPACE}> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    for name, chinese in (*KINDS, *TIES):
        yield f':{name} rdfs:label "{name}"@en, "{chinese}"@zh .\n'
    for node, kind in enumerate(network.kinds):
        chinese = f"移徙{KINDS[kind][1]}{node:05d}"
        yield f':n{node:05d} a :{KINDS[kind][0]}; rdfs:label "{network.name(node)}"@en, "{chinese}"@zh .\n'
    for one, other, tie in network.ties:
        yield f":n{one:05d} :{TIES[tie][0]} :n{other:05d} .\n"
