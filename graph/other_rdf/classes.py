"""The classes of any RDF: how they lie below one another, how they are drawn, and by which of them an entity goes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from types import MappingProxyType

from ontology import Term, Text

from .names import Named, choose_words, digest_of, local_name, slug_of

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_OWL = "http://www.w3.org/2002/07/owl#"
# Classes that tell nothing: what has another one goes by that.
_EMPTY = frozenset((f"{_OWL}Thing", f"{_OWL}NamedIndividual", "http://www.w3.org/2000/01/rdf-schema#Resource"))
LOOKS = 16
"""How many signs there are for classes; the first is that of what has no class."""
# The sign that suits a class, by its name, as a place among the classes of our ontology.
_FITTING = MappingProxyType(
    {
        **dict.fromkeys(("agent", "actor"), 1),
        **dict.fromkeys(
            ("organization", "organisation", "institution", "company", "corporation", "formalorganization"), 2
        ),
        **dict.fromkeys(("body", "organizationalunit", "department", "committee"), 3),
        **dict.fromkeys(("group", "team", "population"), 4),
        **dict.fromkeys(("person", "human", "people"), 5),
        **dict.fromkeys(("role", "post", "occupation"), 6),
        **dict.fromkeys(("place", "location", "country", "city", "feature", "spatialthing", "address"), 7),
        **dict.fromkeys(("instrument", "law", "treaty", "legalresource"), 8),
        **dict.fromkeys(("process", "activity", "project"), 9),
        **dict.fromkeys(("event", "meeting"), 11),
        **dict.fromkeys(("document", "work", "book", "article", "creativework", "report", "dataset"), 12),
        **dict.fromkeys(("concept", "topic", "subject", "conceptscheme"), 13),
    }
)
DESCRIBED_NOWHERE = "Resource"
"""Id of the class of what the data gives no class."""
UNCLASSED = Term(
    DESCRIBED_NOWHERE,
    "http://www.w3.org/2000/01/rdf-schema#Resource",
    Text("未注明类别的资源", "Resource without a class"),
    Text("数据集未说明其类别。", "The dataset doesn't say what it is."),
)


class Classes:
    """The classes that the entities of some triples have.

    Attributes:
        terms: by IRI, in the order of how many have them; last that of what has none.
    """

    def __init__(self, triples: Collection[tuple[str, str, object]], named: Mapping[str, list[Named]]) -> None:
        self._types: dict[str, list[str]] = defaultdict(list)
        above: dict[str, list[str]] = defaultdict(list)
        for subject, predicate, target in triples:
            if not isinstance(target, str):
                continue
            if predicate == _RDF_TYPE:
                self._types[subject].append(target)
            elif predicate == _SUBCLASS and subject != target:
                above[subject].append(target)
        counts = Counter(each for kinds in self._types.values() for each in kinds)
        self._order = sorted(counts, key=lambda iri: (-counts[iri], iri))
        self._rank = {iri: rank for rank, iri in enumerate(self._order)}
        self._above = {iri: _ancestors(iri, above) for iri in counts if iri in above}
        parents = _parents(self._order, above)
        ids = {iri: f"{slug_of(local_name(iri))}-{look}" for iri, look in _looks(sorted(counts)).items()}
        self.terms = {
            iri: Term(
                ids[iri], iri, choose_words(named, iri), Text(iri, iri), superclass=ids.get(parents.get(iri, ""), "")
            )
            for iri in self._order
        }
        self.terms[UNCLASSED.iri] = UNCLASSED

    def of(self, node: str) -> Term:
        """The class that an entity goes by: none above another one of its own, of these the one that most have."""
        kinds = [each for each in self._types.get(node, []) if each not in _EMPTY] or self._types.get(node, [])
        if len(kinds) > 1:
            general = {above for each in kinds for above in self._above.get(each, ())}
            kinds = [each for each in kinds if each not in general] or kinds
        return self.terms[min(kinds, key=self._rank.__getitem__)] if kinds else UNCLASSED

    def words(self, iri: str) -> Text:
        """What a class is called."""
        return self.terms[iri].labels


def _looks(iris: Collection[str]) -> dict[str, str]:
    """A sign for each class, as two hexadecimal digits for its colour and its glyph; a digest where all are taken.

    No two classes have the same sign, and of up to `LOOKS` - 1 no two the same glyph. Which one a class has depends on
    its name, and on the others only where they would share one.
    """
    taken: set[tuple[int, int]] = set()
    glyphs: Counter[int] = Counter()
    found: dict[str, str] = {}
    for iri in sorted(iris, key=lambda each: (local_name(each).lower() not in _FITTING, each)):
        wish = _FITTING.get(local_name(iri).lower()) or 1 + int(digest_of(iri, 6).encode().hex(), 16) % (LOOKS - 1)
        ways = [(turn, 1 + (wish - 1 + step) % (LOOKS - 1)) for turn in range(LOOKS) for step in range(LOOKS - 1)]
        free = [way for way in ways if way not in taken]
        if not free:
            found[iri] = digest_of(iri)
            continue
        turn, glyph = min(free, key=lambda way: (glyphs[way[1]], way[0], ways.index(way)))
        taken.add((turn, glyph))
        glyphs[glyph] += 1
        found[iri] = f"{(glyph + turn) % LOOKS:x}{glyph:x}"
    return found


def _ancestors(iri: str, above: Mapping[str, list[str]]) -> frozenset[str]:
    found: set[str] = set()
    front = [iri]
    while front:
        front = [each for one in front for each in above.get(one, ()) if each not in found]
        found.update(front)
    return frozenset(found - {iri})


def _parents(order: Collection[str], above: Mapping[str, list[str]]) -> dict[str, str]:
    """The nearest class above each one, without going round in a circle."""
    parents: dict[str, str] = {}
    known = set(order)
    for iri in order:
        for parent in sorted(above.get(iri, ())):
            climbing = parent
            while climbing and climbing != iri:
                climbing = parents.get(climbing, "")
            if parent in known and climbing != iri:
                parents[iri] = parent
                break
    return parents
