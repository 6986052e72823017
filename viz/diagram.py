"""A diagram as data: what is drawn and what each line rests on. No renderer knows how it was selected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from graph.model import TimeSpan
from ontology import Text

MAX_NODES = 300

LayoutKind = Literal["force", "layered", "radial", "timeline", "clusters", "matrix"]
Change = Literal["", "added", "ended", "changed"]


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that statements of the diagram rest on.

    Attributes:
        number: from 1, in the order of the reports.
        symbol: symbol of the report.
        unit: id of the paragraph, footnote, cover or summary.
        quote: its exact Chinese words.
        translation: our working English translation, never the official English version.
    """

    number: int
    symbol: str
    unit: str
    quote: str
    translation: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement says and on what it rests, in words.

    Attributes:
        id: the statement's id, such as `A-68-283/46.1`.
        iri: the statement's, empty where it has none.
        predicate: id of the property, empty where it only counts statements; `relation_iri` is its IRI, `label` how it
            reads.
        family, modality: ids of the ontology.
        holder: names of who holds it.
        sources: numbers of the sources it rests on, ascending.
        sentence: the claim in plain words, its status not included.
        when, time: when it holds as the report dates it, with its bounds and in words, else None.
    """

    id: str
    iri: str
    predicate: str
    label: Text
    family: str
    modality: str
    holder: Text
    sources: tuple[int, ...]
    sentence: Text
    when: TimeSpan | None = None
    time: Text | None = None
    as_of_report: bool = False
    qualifier: Text | None = None
    condition: Text | None = None
    note: Text | None = None
    relation_iri: str = ""

    @property
    def edtf(self) -> str:
        """When it holds, in Extended Date/Time Format; empty where the report doesn't date it."""
        return self.when.edtf if self.when else ""

    @property
    def is_count(self) -> bool:
        """Whether it only counts statements, in a summary, and is none of them."""
        return not self.predicate

    @property
    def limited(self) -> bool:
        """Whether the report limits the claim, as by “some”, “often” or a condition."""
        return self.qualifier is not None or self.condition is not None


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of the diagram.

    Attributes:
        iri: the entity's, empty where the node stands for a class of entities.
        class_id: id of its class.
        names, short_names: the preferred names, and those for narrow places.
        other_names: every further name in either language.
        emphasised: whether the diagram is about it.
        claims: its statements that aren't lines: counts, dates, texts.
        when: where it stands on a timeline, None where the report dates it nowhere and in other layouts.
        change: what a scenario does to it, empty outside one.
        at: where its centre is to stand, where whoever asked says so; those without a place join those that have one.
    """

    id: str
    iri: str
    class_id: str
    names: Text
    short_names: Text
    other_names: tuple[str, ...] = ()
    emphasised: bool = False
    claims: tuple[Claim, ...] = ()
    when: TimeSpan | None = None
    change: Change = ""
    at: tuple[float, float] | None = None

    @property
    def is_statement(self) -> bool:
        """Whether it stands for a statement, not for an entity."""
        return any(claim.id == self.id for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement between two nodes; statements between the same two are edges of their own.

    Attributes:
        change: what a scenario does to it, empty outside one.
        because: the statements for which a scenario ends or changes it.
    """

    start: str
    end: str
    claim: Claim
    change: Change = ""
    because: tuple[Claim, ...] = ()

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.claim.id


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A class, a modality or a relation family that occurs in the diagram, and how often."""

    id: str
    label: Text
    comment: Text
    count: int


@dataclass(frozen=True, slots=True)
class Origin:
    """A report that the diagram's statements come from."""

    symbol: str
    title: Text
    date: str
    iri: str


class Cited(Protocol):
    """What rests on numbered passages of reports, such as a diagram."""

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The reports."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The passages, by number."""

    @property
    def version(self) -> str:
        """The dataset's version."""


@dataclass(frozen=True, slots=True)
class LeftBeyond:
    """How many entities that a diagram doesn't show are tied to those it shows by statements such as it draws.

    Attributes:
        most: the short names of the entities of the diagram that have the most of them, and how many.
    """

    total: int = 0
    most: tuple[tuple[Text, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """A selection of the dataset with title, legend and numbered sources.

    Attributes:
        nodes: sorted by id, emphasised ones first.
        edges: sorted by their places in the reports.
        classes, modalities, families: the legend of what occurs, in the ontology's order.
        sources: by number.
        version: the dataset's version.
        left_out: how many entities a limit kept away.
        beyond: what else is tied to its entities, where nothing but these was asked for.
        undrawn: by modality, how many statements stand between its nodes that the selection doesn't keep.
        layout: how its nodes are arranged.
    """

    id: str
    title: Text
    subtitle: Text | None
    note: Text | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    classes: tuple[LegendEntry, ...]
    modalities: tuple[LegendEntry, ...]
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    version: str
    left_out: int = 0
    undrawn: tuple[LegendEntry, ...] = ()
    beyond: LeftBeyond = LeftBeyond()
    layout: LayoutKind = "force"
    families: tuple[LegendEntry, ...] = ()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """What a notebook shows of it: the picture, and its description for those who don't see it."""
        # A notebook's door into what is built on diagrams: nothing else here knows renderers.
        from .pages.notebook import notebook_bundle

        return notebook_bundle(self)
