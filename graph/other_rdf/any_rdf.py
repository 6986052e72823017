"""Any RDF as a snapshot: entities, classes, relations and values as the data itself names them, without evidence."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import NamedTuple

import pyoxigraph

from ontology import Term, Text, Vocabulary

from ..datasets.blank_nodes import is_blank, name_blank_nodes
from ..errors import TooLarge
from ..identifiers import DATA_REPORT, Identifiers
from ..model import AS_IN_DATA, Content, Entity, Statement, Value
from ..snapshot import Snapshot
from .classes import DESCRIBED_NOWHERE, Classes
from .names import (
    ALSO_NAMING,
    FROM_IRI,
    NAME_MAX,
    NAMING,
    VALUE_MAX,
    Named,
    choose_labels,
    choose_words,
    digest_of,
    local_name,
    namespace_of,
    shortened,
    slug_of,
    vocabulary_name,
)

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
TERMS_MAX = 5000
"""Classes and properties that a dataset may have to be explored."""
_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_IRI_DATATYPE = f"{_XSD}anyURI"
_RANKS = {iri: rank for rank, iri in enumerate((*NAMING, *ALSO_NAMING))}
_NUMBERS = frozenset(f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float", "int", "long", "short"))
_DATES = frozenset(f"{_XSD}{name}" for name in ("date", "dateTime", "gYear", "gYearMonth", "time"))

STATUS = Term(
    AS_IN_DATA,
    "",
    Text("数据如此记载", "As in the data"),
    Text(
        "数据集中有此三元组；数据集未附依据，也未说明其性质和陈述方。",
        "The dataset holds this triple; it carries no evidence for it and says neither its status nor who holds it.",
    ),
)


class _Literal(NamedTuple):
    lexical: str
    datatype: str
    language: str


_Object = str | _Literal
_Triple = tuple[str, str, _Object]


def read_rdf(quads: Iterable[pyoxigraph.Quad], identifiers: Identifiers, triples_max: int = 1_000_000) -> Snapshot:
    """Any RDF as a snapshot.

    Every resource is an entity and every triple a statement without evidence: one between entities where its object is
    a resource, else, and where it tells a class, one of a value. Named graphs are read as one; what stands in several
    of them counts once. What the data calls classes and properties becomes the vocabulary, the namespaces of the
    properties its families.

    Args:
        quads: the data.
        identifiers: how statements are named.
        triples_max: at most how many triples.

    Raises:
        TooLarge: there are more, or more than `TERMS_MAX` classes and properties.
    """
    with _without_collections():
        triples = _read_triples(quads, triples_max)
        content, terms = _Reading(triples, identifiers).result()
        return Snapshot(content, _version_of(content), terms)


@contextmanager
def _without_collections() -> Iterator[None]:
    """Put off the search for unreachable circles: all that is read stays, and to go through it again costs a third."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def leave_unread(words: Text) -> Snapshot:
    """The snapshot of data that isn't explored, and why."""
    content, terms = _Reading([], Identifiers()).result()
    return Snapshot(content, "unread", terms, words)


def _version_of(content: Content) -> str:
    """A digest of the data: its statements are named after their triples."""
    digest = sha256()
    for statement in content.statements:
        digest.update(statement.encode())
        digest.update(b"\n")
    return digest.hexdigest()[:16]


def _read_triples(quads: Iterable[pyoxigraph.Quad], most: int) -> list[_Triple]:
    """The different triples, with names for blank nodes that don't depend on the parser, in no order."""
    texts: dict[str, str] = {}
    found: set[_Triple] = set()
    for quad in quads:
        subject, target = _read_node(quad.subject), _read_node(quad.object)
        if isinstance(subject, str):
            predicate = quad.predicate.value
            found.add(
                (
                    texts.setdefault(subject, subject),
                    texts.setdefault(predicate, predicate),
                    texts.setdefault(target, target) if isinstance(target, str) else target,
                )
            )
        if len(found) > most:
            raise TooLarge(
                Text(
                    f"数据超过 {most:,} 条三元组，已达可浏览的上限",
                    f"The data has more than {most:,} triples, the most that can be explored",
                )
            )
    names = name_blank_nodes(found)
    if not names:
        return list(found)
    return [(names.get(s, s), p, names.get(o, o) if isinstance(o, str) else o) for s, p, o in found]


def _read_node(node: object) -> _Object:
    if isinstance(node, pyoxigraph.NamedNode):
        return node.value
    if isinstance(node, pyoxigraph.BlankNode):
        return f"_:{node.value}"
    if isinstance(node, pyoxigraph.Literal):
        return _Literal(node.value, node.datatype.value, node.language or "")
    return _Literal(str(node), f"{_XSD}string", "")  # a triple of RDF 1.2: shown as it is written


class _Reading:
    """Makes the content of a snapshot out of triples."""

    def __init__(self, triples: list[_Triple], identifiers: Identifiers) -> None:
        self._triples = triples
        self._identifiers = identifiers
        self._named: dict[str, list[Named]] = defaultdict(list)
        self._nodes: dict[str, None] = {}
        for subject, predicate, target in triples:
            self._nodes[subject] = None
            if isinstance(target, str):
                if predicate != TYPE:
                    self._nodes[target] = None
            elif (rank := _RANKS.get(predicate)) is not None:
                self._named[subject].append((rank, target.language.lower(), target.lexical, predicate))
        self._classes = Classes(triples, self._named)
        self._properties = self._read_properties()
        terms = len(self._classes.terms) + len(self._properties)
        if terms > TERMS_MAX:
            raise TooLarge(
                Text(
                    f"数据有 {terms:,} 个类和属性，可浏览的上限为 {TERMS_MAX:,} 个",
                    f"The data has {terms:,} classes and properties, and at most {TERMS_MAX:,} can be explored",
                )
            )
        self._entities = self._read_entities()

    def result(self) -> tuple[Content, Vocabulary]:
        """The content and its vocabulary."""
        entities = {entity.id: entity for entity in sorted(self._entities.values(), key=lambda each: each.id)}
        statements = {statement.id: statement for statement in self._statements()}
        sources = {FROM_IRI: Text("取自其 IRI", "from its IRI")}
        sources |= {term.iri: term.labels for term in self._properties.values()}
        vocabulary = Vocabulary(
            classes={term.id: term for term in self._classes.terms.values()},
            properties={term.id: term for term in self._properties.values()},
            modalities={STATUS.id: STATUS},
            families=self._families(),
            units={},
        )
        return Content(entities, statements, {}, (), (), {}, sources), vocabulary

    def _read_properties(self) -> dict[str, Term]:
        """The properties by IRI, those of one namespace together."""
        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        for _, predicate, target in self._triples:
            kinds[predicate]["entity" if isinstance(target, str) and predicate != TYPE else _value_kind(target)] += 1
        order = sorted(kinds, key=lambda iri: (namespace_of(iri), iri))
        return {
            iri: Term(
                f"{slug_of(local_name(iri))}-{digest_of(iri)}",
                iri,
                choose_words(self._named, iri),
                Text(iri, iri),
                family=_family_id(namespace_of(iri)),
                value_kind="entity" if kinds[iri]["entity"] else min(kinds[iri]),  # type: ignore[arg-type]
                template=Text("{s} — " + words.zh + "：{o}", "{s} — " + words.en + ": {o}"),
            )
            for iri in order
            for words in (choose_words(self._named, iri),)
        }

    def _families(self) -> dict[str, Term]:
        spaces = dict.fromkeys(namespace_of(iri) for iri in self._properties)
        names = {space: vocabulary_name(space) for space in spaces}
        return {
            _family_id(space): Term(_family_id(space), space, Text(name, name), Text(space, space))
            for space, name in names.items()
        }

    def _read_entities(self) -> dict[str, Entity]:
        """The entities by node."""
        found: dict[str, Entity] = {}
        ids: set[str] = set()
        for node in sorted(self._nodes):
            kind = self._classes.of(node)
            named = self._named.get(node, ())
            chinese, english = choose_labels(named, _unnamed(node, kind))
            id = f"{slug_of(kind.labels.en if is_blank(node) else local_name(node))}-{digest_of(node)}"
            id = id if id not in ids else f"{id}{digest_of(node, 32)}"
            ids.add(id)
            found[node] = Entity(id, node, kind.id, chinese, english)
        return found

    def _statements(self) -> Iterator[Statement]:
        """The statements, those of one subject together: relations first, names last."""
        order = {iri: number for number, iri in enumerate(self._properties)}
        ids = {node: entity.id for node, entity in self._entities.items()}

        def place(triple: _Triple) -> tuple[str, int, int, str, _Literal]:
            subject, predicate, target = triple
            kind = 2 if predicate in _RANKS else 1 if predicate == TYPE or not isinstance(target, str) else 0
            node, literal = (target, _NOTHING) if isinstance(target, str) else ("", target)
            return ids[subject], kind, order[predicate], ids.get(node, node), literal

        known: set[str] = set()
        for triple in sorted(self._triples, key=place):
            subject, predicate, target = triple
            entity, term = self._entities[subject], self._properties[predicate]
            number = f"{entity.id}.{digest_of(f'{predicate} {target!r}')}"
            if number in known:
                number = f"{number}{digest_of(f'{predicate} {target!r}', 32)}"
            known.add(number)
            what = self._object(predicate, target)
            told = what.words if isinstance(what, Value) else self._entities[str(target)].names
            yield Statement(
                id=f"{DATA_REPORT}/{number}",
                iri=self._identifiers.statement(DATA_REPORT, number),
                report=DATA_REPORT,
                subject=entity.id,
                predicate=term.id,
                object=what if isinstance(what, Value) else self._entities[str(target)].id,
                modality=AS_IN_DATA,
                holder="",
                evidence=(),
                sentence=_sentence(term, entity.names, told),
            )

    def _object(self, predicate: str, target: _Object) -> Value | str:
        if isinstance(target, _Literal):
            text = shortened(target.lexical, VALUE_MAX)
            shown = f"{text} ({target.language})" if target.language else text
            return Value(Text(shown, shown), text, target.datatype)
        if predicate == TYPE:
            return Value(self._classes.words(target), target, _IRI_DATATYPE)
        return target


_NOTHING = _Literal("", "", "")


def _sentence(term: Term, subject: Text, target: Text) -> Text:
    english = term.template.en.replace("{s}", subject.en, 1)
    chinese = term.template.zh.replace("{s}", subject.zh, 1)
    return Text(
        chinese.removesuffix("{o}") + shortened(target.zh, NAME_MAX),
        english.removesuffix("{o}") + shortened(target.en, NAME_MAX),
    )


def _unnamed(node: str, kind: Term) -> Text:
    """What to call what the data doesn't name."""
    if not is_blank(node):
        return Text(local_name(node), local_name(node))
    colour, _, number = node.removeprefix("_:").partition("-")
    mark = "-".join(filter(None, (colour[:4], number)))
    if kind.id == DESCRIBED_NOWHERE:
        return Text(f"未命名节点 {mark}", f"unnamed node {mark}")
    return Text(f"未命名：{kind.labels.zh} {mark}", f"unnamed {kind.labels.en} {mark}")


def _value_kind(target: _Object) -> str:
    datatype = target.datatype if isinstance(target, _Literal) else _IRI_DATATYPE
    if datatype in _NUMBERS:
        return "number"
    if datatype in _DATES:
        return "date"
    return "link" if datatype == _IRI_DATATYPE else "text" if datatype == _LANG_STRING else "string"


def _family_id(namespace: str) -> str:
    return f"{slug_of(vocabulary_name(namespace))}-{digest_of(namespace)}"
