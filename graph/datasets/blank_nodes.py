"""Names for blank nodes by what is said of them: the same data gives the same ones whatever a parser calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from ..other_rdf.names import digest_of

_ROUNDS = 4
_PREFIX = "_:"
Triple = tuple[str, str, object]


def is_blank(node: object) -> bool:
    """Whether a node of a triple is a blank one."""
    return isinstance(node, str) and node.startswith(_PREFIX)


def name_blank_nodes(triples: Collection[Triple]) -> Mapping[str, str]:
    """A name for each blank node of some triples.

    It comes from the node's triples and, a few steps on, from those of the blank nodes beside it. Nodes that are alike
    in all of that are numbered; which gets which number makes no difference where they are alike altogether.

    Args:
        triples: subject, predicate and object; blank nodes begin with `_:`, a literal is any other object.

    Returns:
        The new name by the old one; both begin with `_:`.
    """
    out: dict[str, list[tuple[str, object]]] = defaultdict(list)
    into: dict[str, list[tuple[str, str]]] = defaultdict(list)
    nodes: dict[str, None] = {}
    for subject, predicate, target in triples:
        if is_blank(subject):
            nodes[subject] = None
            out[subject].append((predicate, target))
        if isinstance(target, str) and is_blank(target):
            nodes[target] = None
            into[target].append((predicate, subject))
    colours = dict.fromkeys(nodes, "")
    for _ in range(_ROUNDS if nodes else 0):
        colours = {node: _colour(out[node], into[node], colours) for node in nodes}
    alike: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        alike[colours[node]].append(node)
    return {
        node: f"{_PREFIX}{colour}" + (f"-{number}" if len(group) > 1 else "")
        for colour, group in alike.items()
        for number, node in enumerate(sorted(group), start=1)
    }


def _colour(out: list[tuple[str, object]], into: list[tuple[str, str]], colours: Mapping[str, str]) -> str:
    said = [f">{predicate} {_seen(target, colours)}" for predicate, target in out]
    said += [f"<{predicate} {_seen(subject, colours)}" for predicate, subject in into]
    return digest_of("\n".join(sorted(said)), 10)


def _seen(node: object, colours: Mapping[str, str]) -> str:
    return _PREFIX + colours[node] if isinstance(node, str) and is_blank(node) else repr(node)
