"""One version of the dataset as frozen objects with indexes: what explorers and scripts ask of all the time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from ontology import Term, Text, Vocabulary, vocabulary

from .errors import NotFound
from .model import Content, Entity, Mention, Neighbourhood, Note, Passage, ReportInfo, Scenario, Statement
from .network.criteria import Criteria
from .network.surroundings import find_surroundings
from .searching.terms import fold


class Snapshot:
    """The content of one dataset version, indexed; immutable, so that answers can be cached by version.

    Attributes:
        version: digest of the dataset.
        vocabulary: the ontology's terms, or those of any RDF.
        unread: why it holds nothing of a dataset of somebody else's, or None.
    """

    def __init__(
        self, content: Content, version: str, terms: Vocabulary | None = None, unread: Text | None = None
    ) -> None:
        self.version = version
        self.vocabulary = terms or vocabulary()
        self.unread = unread
        self._content = content
        self._entities = MappingProxyType(dict(content.entities))
        self._statements = MappingProxyType(dict(content.statements))
        self._passages = MappingProxyType(dict(content.passages))
        self._scenarios = MappingProxyType(dict(content.scenarios))
        self._places = {statement: place for place, statement in enumerate(content.statements)}
        self._about: dict[str, list[Statement]] = defaultdict(list)
        self._in: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for statement in content.statements.values():
            for entity in dict.fromkeys(statement.entities):
                self._about[entity].append(statement)
            for place in dict.fromkeys((evidence.report, evidence.unit) for evidence in statement.evidence):
                self._in[place].append(statement)
        self._narrower: dict[str, list[str]] = defaultdict(list)
        for item in content.entities.values():
            for above in item.broader:
                self._narrower[above].append(item.id)
        self._mentions: dict[tuple[str, str], list[tuple[Mention, str]]] = defaultdict(list)
        for item in content.entities.values():
            for mention in item.mentions:
                self._mentions[mention.report, mention.unit].append((mention, item.id))
        for found in self._mentions.values():
            found.sort(key=lambda pair: (pair[0].start, pair[1]))
        self._names = [
            (fold(label.text), entity) for entity in content.entities.values() for label in (*entity.zh, *entity.en)
        ] + [(entity.id, entity) for entity in content.entities.values()]

    @property
    def carries_evidence(self) -> bool:
        """Whether its statements rest on the words of reports; those of any other RDF rest on nothing that it holds."""
        return bool(self._content.reports)

    @property
    def reports(self) -> tuple[ReportInfo, ...]:
        """The reports, by slug."""
        return self._content.reports

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Every entity by id."""
        return self._entities

    @property
    def statements(self) -> Mapping[str, Statement]:
        """Every statement by id, in the order of the reports."""
        return self._statements

    @property
    def passages(self) -> Mapping[tuple[str, str], Passage]:
        """Every paragraph by (report, paragraph), in the order of the reports."""
        return self._passages

    @property
    def notes(self) -> tuple[Note, ...]:
        """Our remarks."""
        return self._content.notes

    @property
    def scenarios(self) -> Mapping[str, Scenario]:
        """Every scenario by id."""
        return self._scenarios

    @property
    def sources(self) -> Mapping[str, Text]:
        """What each source of names is."""
        return self._content.sources

    @property
    def classes(self) -> Mapping[str, Term]:
        """The ontology's classes of entities."""
        return self.vocabulary.classes

    @property
    def properties(self) -> Mapping[str, Term]:
        """The ontology's properties of statements."""
        return self.vocabulary.properties

    @property
    def modalities(self) -> Mapping[str, Term]:
        """The statuses a statement can have."""
        return self.vocabulary.modalities

    @property
    def families(self) -> Mapping[str, Term]:
        """The families of properties."""
        return self.vocabulary.families

    @property
    def units(self) -> Mapping[str, Term]:
        """What numbers count."""
        return self.vocabulary.units

    def entity(self, entity: str) -> Entity:
        """The entity with that id; raises NotFound."""
        try:
            return self._content.entities[entity]
        except KeyError:
            raise NotFound(f"there is no entity “{entity}”{self._meant(entity)}") from None

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The id of each entity by its IRI."""
        return {entity.iri: entity.id for entity in self._content.entities.values()}

    def statement(self, statement: str) -> Statement:
        """The statement with that id, such as `A-68-283/46.1`; raises NotFound."""
        try:
            return self._content.statements[statement]
        except KeyError:
            raise NotFound(f"there is no statement “{statement}”") from None

    def report(self, report: str) -> ReportInfo:
        """The report with that slug or symbol; raises NotFound."""
        for info in self.reports:
            if report in (info.slug, info.symbol):
                return info
        raise NotFound(f"there is no report “{report}”: there is {', '.join(info.slug for info in self.reports)}")

    def passage(self, report: str, unit: str) -> Passage:
        """The paragraph of a report; raises NotFound."""
        try:
            return self._content.passages[report, unit]
        except KeyError:
            raise NotFound(f"there is no paragraph “{unit}” in a report “{report}”") from None

    def scenario(self, scenario: str) -> Scenario:
        """The scenario with that id; raises NotFound."""
        try:
            return self._content.scenarios[scenario]
        except KeyError:
            raise NotFound(f"there is no scenario “{scenario}”") from None

    def _meant(self, entity: str) -> str:
        near = self.search(entity, 3)
        return f": did you mean {', '.join(each.id for each in near)}?" if near else ""

    def place_of(self, statement: Statement) -> int:
        """The place of a statement in the order of the reports."""
        return self._places[statement.id]

    def statements_about(self, entity: str) -> tuple[Statement, ...]:
        """Statements with the entity as subject or object, in the order of the reports."""
        return tuple(self._about.get(entity, ()))

    def statements_in(self, report: str, unit: str) -> tuple[Statement, ...]:
        """Statements that rest on a paragraph, in the order of the reports."""
        return tuple(self._in.get((report, unit), ()))

    def mentions_in(self, report: str, unit: str) -> tuple[tuple[Mention, str], ...]:
        """What a paragraph names: (mention, entity id), in the order of the text."""
        return tuple(self._mentions.get((report, unit), ()))

    def narrower(self, entity: str) -> tuple[str, ...]:
        """Ids of the topics directly below one in our order of them, by id."""
        return tuple(self._narrower.get(entity, ()))

    def search(self, text: str, limit: int = 20) -> tuple[Entity, ...]:
        """Entities with a name or id that holds the text: equal names first, then beginnings, then the most named."""
        wanted = fold(text)
        if not wanted:
            return ()
        best: dict[str, tuple[int, int, str]] = {}
        for name, entity in self._names:
            if wanted in name:
                rank = (0 if name == wanted else 1 if name.startswith(wanted) else 2, -len(entity.mentions), entity.id)
                best[entity.id] = min(rank, best.get(entity.id, rank))
        ranked = sorted(best.values())[:limit]
        return tuple(self._content.entities[entity] for _, _, entity in ranked)

    def neighbourhood(
        self,
        entities: Iterable[str],
        depth: int = 1,
        limit: int = 60,
        families: Collection[str] | None = None,
        modalities: Collection[str] | None = None,
    ) -> Neighbourhood:
        """What surrounds some entities.

        Args:
            entities: ids to start from.
            depth: how many relations away, from 0 (only what stands between them).
            limit: at most how many entities, the starting ones included; the nearest and best connected stay.
            families: only relations of these families, or all.
            modalities: only relations of these statuses, or all.

        Raises:
            NotFound: an id is unknown.
        """
        return find_surroundings(self, entities, depth, limit, Criteria(families, modalities)).neighbourhood
