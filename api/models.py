"""The shapes of the answers, for the API's description; `graph.records` makes what they describe."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from ontology import MIGOV

Item = TypeVar("Item", bound=BaseModel)


class Shape(BaseModel):
    """Base of all shapes: exactly the named fields."""

    model_config = ConfigDict(extra="forbid")


class Words(Shape):
    """The same words in both languages."""

    zh: str = Field(examples=["全球移徙问题小组"])
    en: str = Field(examples=["Global Migration Group"])


class Names(Shape):
    """All names in each language, preferred first."""

    zh: list[str] = Field(examples=[["全球移徙问题小组", "全球移徙小组"]])
    en: list[str] = Field(examples=[["Global Migration Group", "GMG"]])


class NameConfirmations(Shape):
    """Of each name in each language the publication that has it in these words, null where it wasn't looked up."""

    zh: list[str | None] = Field(examples=[[None, None]])
    en: list[str | None] = Field(examples=[["A/68/283 (English), para. 20", None]])


class MentionShape(Shape):
    """A place where an entity is named."""

    paragraph: str = Field(description="`1`…`143`, `cover`, `summary` or `fn1`…`fn13`.", examples=["46"])
    start: int = Field(description="First character in the paragraph's text, from 0.", examples=[27])
    end: int = Field(description="The character after the last one.", examples=[35])
    form: str = Field(description="The words as they stand there.", examples=["全球移徙问题小组"])
    report: str = Field(examples=["A-68-283"])


class EvidenceShape(Shape):
    """The words a statement rests on."""

    paragraph: str = Field(examples=["46"])
    quote: str = Field(examples=["秘书长于 2006 年参照日内瓦移徙小组设立了全球移徙问题小组"])
    report: str = Field(examples=["A-68-283"])
    start: int = Field(examples=[7])
    end: int = Field(examples=[38])
    translation: str = Field(description="Our working translation, not the official English version.")


class EntityShape(Shape):
    """Something that statements are about."""

    id: str = Field(examples=["gmg"])
    iri: str = Field(examples=["https://w3id.org/migov/entity/gmg"])
    class_: str = Field(alias="class", examples=["Body"])
    labels: Names
    label_sources: Names = Field(description="Where each name comes from, in the order of `labels`.")
    label_confirmations: NameConfirmations
    mentions: list[MentionShape]


class ListedEntity(EntityShape):
    """An entity of a list."""

    label: str = Field(description="Its preferred name in the language of the answer.")


class EntityId(Shape):
    """An entity by its id."""

    id: str = Field(examples=["gmg"])


class PredicateShape(Shape):
    """A property of the ontology."""

    id: str = Field(examples=["created"])
    iri: str = Field(examples=[str(MIGOV.created)])
    label: Words


class ValueShape(Shape):
    """A literal."""

    value: str = Field(examples=["151"])
    datatype: str
    unit: str | None = Field(examples=["member-state"])
    bound: str | None = Field(description="`exact`, `min`, `more-than`, `max` or `about`.", examples=["exact"])
    words: Words


class TimeShape(Shape):
    """A date or an interval."""

    edtf: str = Field(description="Extended Date/Time Format (ISO 8601-2).", examples=["2006"])
    earliest: str | None = Field(examples=["2006-01-01"])
    latest: str | None = Field(examples=["2006-12-31"])


class StatementShape(Shape):
    """One claim with its words, status, holder and time."""

    id: str = Field(examples=["A-68-283/46.1"])
    iri: str
    report: str = Field(examples=["A-68-283"])
    subject: EntityId
    predicate: PredicateShape
    object: EntityId | ValueShape
    modality: str = Field(examples=["fact"])
    attributed_to: str | None = Field(
        description="The entity that holds it; null in RDF that carries no evidence.", examples=["a-68-283"]
    )
    time: TimeShape | None
    as_of_report: bool = Field(description="Whether it is said to hold at the time of writing.")
    qualifier: Words | None = Field(description="The words that limit the claim.")
    condition: Words | None = Field(description="On what it depends.")
    sentence: Words = Field(description="The claim in plain words, its status not included.")
    evidence: list[EvidenceShape]
    note: Words | None


class NeighbourhoodShape(Shape):
    """Entities around an entity, and the statements between them."""

    centres: list[str]
    entities: list[EntityShape]
    statements: list[StatementShape]
    left_out: int = Field(description="How many entities the limit kept away.")


Certainty = Literal["certain", "possible", "unknown"]


class NodeShape(Shape):
    """An entity as a node."""

    id: str = Field(examples=["gmg"])
    iri: str = Field(examples=["https://w3id.org/migov/entity/gmg"])
    class_: str = Field(alias="class", examples=["Body"])
    label: Words
    short_label: Words = Field(description="For narrow places: the acronym where there is one.")
    statements: int = Field(description="How many statements of the dataset are about it.", examples=[57])


class PlacedNodeShape(NodeShape):
    """A node and how far it is from where the reader started."""

    distance: int = Field(description="Statements away from the nearest of `centres`.", examples=[1])


class DatedStatementShape(StatementShape):
    """A statement and the period asked about."""

    certainty: Certainty | None = Field(
        description="Whether it falls into the period: `certain` whatever day its date means, `possible` for some, "
        "`unknown` without a date.",
        examples=["certain"],
    )


class TotalShape(Shape):
    """How much there is, limits aside."""

    entities: int
    statements: int


class GraphShape(Shape):
    """What is among and around some entities."""

    centres: list[str] = Field(examples=[["gmg", "iom"]])
    entities: list[PlacedNodeShape]
    statements: list[DatedStatementShape]
    left_out: int = Field(description="How many entities the limit kept away.")
    statements_left_out: int = Field(description="How many statements of `total` are not here.")
    total: TotalShape = Field(description="What meets the filters at that depth, limits aside.")
    hidden: dict[str, int] = Field(
        description="Statements about the centres that the filters keep away, by status.", examples=[{"criticism": 3}]
    )
    dataset: str = Field(description="Version of the dataset.")


class RelationShape(Shape):
    """The statements of one property, direction and status about an entity."""

    predicate: str = Field(examples=["memberOf"])
    label: Words = Field(description="How the property reads in that direction.")
    family: str = Field(examples=["membership"])
    direction: Literal["out", "in"] = Field(
        description="`out` where the entity is the subject, `in` where it is the object."
    )
    modality: str = Field(examples=["fact"])
    statements: int = Field(description="How many there are.", examples=[16])
    neighbours: list[str] = Field(description="Ids of entities at their other ends, at most as many as asked for.")
    neighbours_total: int = Field(description="How many entities are at their other ends; none for values.")


class PathShape(Shape):
    """A chain of entities."""

    entities: list[str] = Field(description="Ids from the one end to the other.")
    steps: list[list[str]] = Field(description="For each step the ids of its statements, each in its own direction.")


class PathsShape(Shape):
    """The short paths between two entities."""

    paths: list[PathShape] = Field(description="The shortest first.")
    entities: list[NodeShape]
    statements: list[StatementShape] = Field(description="Those of all steps, with their evidence.")
    total: int = Field(description="How many paths were found.")
    left_out: int = Field(description="How many of them the limit kept away.")
    complete: bool = Field(description="Whether those found are all; false where there were too many to find.")
    dataset: str = Field(description="Version of the dataset.")


class MomentShape(StatementShape):
    """A statement at its place in time."""

    certainty: Certainty = Field(
        description="Whether it falls into the period asked for: `certain` whatever day its date means, `possible` for "
        "some, `unknown` without a date."
    )


class HeadingShape(Shape):
    """A headed section."""

    id: str = Field(examples=["III.C.1"])
    title: Words
    parent: str = Field(description="The section it belongs to, empty at the top.")


class ReportShape(Shape):
    """A report."""

    slug: str = Field(examples=["A-68-283"])
    symbol: str = Field(examples=["A/68/283"])
    iri: str
    title: Words
    date: str = Field(examples=["2013-08-07"])
    paragraphs: list[str] = Field(description="Ids of its paragraphs, footnotes included, in their order.")
    paragraph_sections: list[str] = Field(description="The section that each of these stands in, empty outside any.")
    sections: list[HeadingShape]


class MentionedEntity(MentionShape):
    """A mention with the entity that it names."""

    entity: str = Field(examples=["gmg"])


class ParagraphShape(Shape):
    """A paragraph, footnote, the cover or the summary."""

    id: str = Field(examples=["46"])
    iri: str
    report: str = Field(examples=["A-68-283"])
    text: str = Field(description="The normalised Chinese text.")
    section: HeadingShape | None
    statements: list[StatementShape]
    mentions: list[MentionedEntity]
    footnotes: list[str] = Field(description="Ids of the footnotes that it calls.", examples=[["fn7"]])
    reason: Words | None = Field(description="Why no statement rests on it.")


class CoverageShape(Shape):
    """How much of a paragraph statements rest on."""

    paragraph: str = Field(examples=["46"])
    statements: int
    share: float = Field(description="Share of its characters that stand in evidence, 0 to 1.")
    reason: Words | None


class TermShape(Shape):
    """A term of the ontology."""

    id: str = Field(examples=["membership"])
    iri: str
    label: Words
    comment: Words = Field(description="What it means.")


class NodeStyleShape(Shape):
    """How entities of a class are drawn."""

    colour: str = Field(description="Of outline and glyph.", examples=["#00727f"])
    tint: str = Field(description="Of the box behind dark text.", examples=["#e2f3f4"])
    shape: str = Field(description="Name of the glyph's geometry.", examples=["hexagon"])
    glyph: str = Field(description="An SVG path in a box of 16 by 16.")


class LineStyleShape(Shape):
    """How statements of a status are drawn."""

    colour: str = Field(examples=["#0b5ea8"])
    dashes: list[int] = Field(description="Lengths of dashes and gaps in pixels; none for a solid line.")
    width: float = Field(description="In pixels.", examples=[1.8])
    arrow: Literal["triangle", "vee", "bar", "diamond", "circle"] = Field(description="The head at the object's end.")


class ClassShape(TermShape):
    """A class of entities."""

    superclass: str | None = Field(description="The class above it.", examples=["Actor"])
    style: NodeStyleShape


class PropertyShape(TermShape):
    """A property of statements."""

    family: str = Field(examples=["membership"])
    domain: str | None = Field(description="Class of its subject.", examples=["Actor"])
    range: str | None = Field(description="Class of its object, where that is an entity.", examples=["Entity"])
    value_kind: Literal["entity", "text", "string", "number", "date", "link"] = Field(description="What its object is.")
    inverse_label: Words | None = Field(description="How it reads from its object's side.")
    sentence: Words = Field(description="How its statements read, with `{s}` and `{o}`.")


class ModalityShape(TermShape):
    """A status of statements."""

    lead: Words = Field(description="What stands before a sentence of that status, so that it isn't read as more.")
    style: LineStyleShape


class SectionShape(HeadingShape):
    """A headed section of a report."""

    report: str = Field(examples=["A-68-283"])


class BaseStyleShape(Shape):
    """What all drawings share."""

    ink: str = Field(description="Colour of text.")
    paper: str = Field(description="Colour behind all.")


class VocabularyShape(Shape):
    """What the dataset's ids mean and how they are drawn, each list in the order of the ontology."""

    classes: list[ClassShape]
    properties: list[PropertyShape]
    families: list[TermShape]
    modalities: list[ModalityShape]
    units: list[TermShape]
    sections: list[SectionShape] = Field(description="In the order of the text.")
    style: BaseStyleShape
    carries_evidence: bool = Field(
        description="Whether statements rest on the words of reports; false where other RDF is served."
    )
    beginnings: list[NodeShape] = Field(description="Where to begin in other RDF: what is tied to most.")
    unread: Words | None = Field(description="Why other RDF can't be explored, where it is too large.")
    dataset: str = Field(description="Version of the dataset.")


class ScenarioShape(Shape):
    """What a model for the future would change."""

    id: str = Field(examples=["iom-into-un"])
    iri: str
    report: str
    model: str = Field(description="The proposal it follows.")
    title: Words
    adds: list[str] = Field(description="Statements that would become so.")
    ends: list[dict[str, str | list[str]]] = Field(description="`fact`, the statement that would end, and `because`.")
    changes: list[dict[str, str]] = Field(description="`from`, the statement as it is, and `to`.")


class FormShape(Shape):
    """A form that diagrams come in."""

    extension: str = Field(description="Of `/diagrams/{id}.{extension}` and `/view.{extension}`.", examples=["svg"])
    title: Words


class DiagramShape(Shape):
    """A ready diagram: `/diagrams/{id}.{extension}` is its file, `/diagrams/{id}/preview.svg` its picture alone."""

    id: str = Field(examples=["institutions"])
    title: Words
    subtitle: Words | None


class DiagramsShape(Shape):
    """The ready diagrams, and what holds of all diagrams."""

    items: list[DiagramShape]
    forms: list[FormShape]
    most_entities: int = Field(description="How many entities a view shows at most.")
    frame_ancestors: str = Field(description="Which sites may embed diagrams, as Content-Security-Policy names them.")
    dataset: str = Field(description="Version of the dataset.")


class SpotShape(Shape):
    """Where an entity stands in a diagram."""

    id: str = Field(examples=["gmg"])
    x: float = Field(description="Of its centre, in pixels.")
    y: float = Field(description="Of its centre, in pixels; grows downwards.")


class DiagramSpotsShape(DiagramShape):
    """A ready diagram with what it shows."""

    entities: list[SpotShape]
    families: list[str] = Field(description="Relation families that it keeps; all where none is named.")
    modalities: list[str] = Field(description="Statuses that it keeps; all where none is named.")
    dataset: str = Field(description="Version of the dataset.")


class MovedEntityShape(NodeShape):
    """An entity that a scenario concerns."""

    stated_today: bool = Field(description="Whether any fact of the dataset is about it.")


class EndShape(Shape):
    """A fact that would end."""

    fact: str = Field(description="Id of the statement.", examples=["A-68-283/36.1"])
    because: list[str] = Field(description="Ids of the statements that say so.")


class ChangeShape(Shape):
    """A fact that would change."""

    from_: str = Field(alias="from", description="Id of the statement as it is.")
    to: str = Field(description="Id of the one that would replace it.")


class ReasonsShape(Shape):
    """What is said of a model: ids of statements by the side on which they stand."""

    for_: list[str] = Field(alias="for")
    against: list[str]
    open: list[str] = Field(description="Judgements, consequences and requirements to be read in their own words.")


class DifferenceShape(Shape):
    """Today's facts and what a model for the future would change."""

    id: str = Field(examples=["iom-into-un"])
    iri: str
    report: str
    model: str = Field(description="The proposal it follows.", examples=["model-iom-into-un"])
    title: Words
    added: list[str] = Field(description="Ids of statements that would become so.")
    ended: list[EndShape]
    changed: list[ChangeShape]
    reasons: ReasonsShape
    entities: list[MovedEntityShape]
    statements: list[StatementShape] = Field(description="All that are named above, with their evidence.")
    method: Words = Field(description="How it was made.")
    dataset: str = Field(description="Version of the dataset.")


class MeasureShape(Shape):
    """A way to look at the network."""

    id: str = Field(examples=["brokers"])
    title: Words
    method: Words = Field(description="How it is computed and what it doesn't tell.")


class FigureShape(Shape):
    """One result of a measure."""

    entities: list[NodeShape] = Field(description="What it is about: one, a pair or a group.")
    value: float = Field(examples=[29])
    shared: list[str] = Field(description="Ids of what a pair shares.")
    statements: list[str] = Field(description="Ids of the statements it was computed from, at most 200.")
    statements_total: int = Field(description="How many there are.")


class AnalysisShape(Shape):
    """A page of the figures of a measure, the greatest first."""

    measure: MeasureShape
    items: list[FigureShape]
    total: int = Field(description="Items of the whole list.")
    exact: bool = Field(description="Whether the values are exact, and not estimated from a sample of a large network.")
    complete: bool = Field(description="Whether these are all figures; false where there were too many pairs.")
    next: str | None = Field(description="Cursor of the following page; null on the last one.")
    dataset: str = Field(description="Version of the dataset.")


class NoteShape(Shape):
    """A remark of ours, never a claim of the report."""

    id: str
    iri: str
    report: str
    kind: str = Field(examples=["tension"])
    statements: list[str]
    entities: list[str]
    words: Words


class ParameterShape(Shape):
    """A place of a question that the asker fills."""

    name: str = Field(examples=["actor"])
    kind: str = Field(
        description="`entity`, `class`, `modality`, `paragraph`, `day`, `number` or `text`.", examples=["entity"]
    )
    default: str = Field(examples=["iom"])
    label: Words


class QuestionShape(Shape):
    """A ready question."""

    id: str = Field(examples=["ties-of-an-actor"])
    topic: str = Field(examples=["membership"])
    topic_label: Words = Field(description="What its topic is called.")
    title: Words
    description: Words
    parameters: list[ParameterShape]


class FilledQuestionShape(QuestionShape):
    """A ready question with its SPARQL."""

    query: str = Field(description="SPARQL that stands by itself, with the values given.")


class CellShape(Shape):
    """A value of an answer, with what is known of a thing that it names."""

    kind: str | None = Field(
        None, description="What it names: `entity`, `statement`, `term`, `report` or `paragraph`.", examples=["entity"]
    )
    id: str | None = Field(None, description="Of an entity, statement, term, report or paragraph.", examples=["gmg"])
    iri: str | None = Field(None, description="Of a resource.", examples=["https://w3id.org/migov/entity/gmg"])
    label: Words | None = Field(
        None, description="An entity's names, a statement's status and sentence, or a term's label."
    )
    value: str = Field(description="The id, another IRI, or a literal's text.", examples=["gmg"])


class AnswerShape(Shape):
    """The rows that answer a question."""

    columns: list[str] = Field(examples=[["body"]])
    headings: list[Words] = Field(description="What the columns are called.")
    rows: list[list[CellShape | None]] = Field(description="Cells in the order of the columns; null where empty.")
    dataset: str = Field(description="Version of the dataset.")


class PageShape(Shape, Generic[Item]):
    """A page of a list."""

    items: list[Item]
    total: int = Field(description="Items of the whole list.")
    next: str | None = Field(description="Cursor of the following page; null on the last one.")
    dataset: str = Field(description="Version of the dataset.")


class SegmentShape(Shape):
    """A run of a text; those of a snippet, joined, are the snippet."""

    text: str = Field(examples=["秘书处"])
    marked: bool = Field(description="Whether it is what was looked for.")


class SnippetShape(Shape):
    """The words by which something was found."""

    source: Literal["name", "report", "translation"] = Field(
        description="Whose words these are: a name of the entity, the report's own, or our working translation."
    )
    language: Literal["zh", "en"]
    segments: list[SegmentShape] = Field(description="`…` stands where a longer text is cut.")
    quote: str | None = Field(description="Of a translation, the words of the report that it translates.")


class EntityHitShape(NodeShape):
    """An entity that was found."""

    kind: Literal["entity"]
    mentions: int = Field(description="How often the reports name it.", examples=[31])
    match: Literal["exact", "beginning", "words", "similar"] = Field(
        description="By a whole name, its beginning, words of it, or with slips of the pen."
    )
    snippet: SnippetShape


class ParagraphHitShape(Shape):
    """A paragraph that was found."""

    kind: Literal["paragraph"]
    id: str = Field(examples=["53"])
    iri: str
    report: str = Field(examples=["A-68-283"])
    section: HeadingShape | None
    statements: int = Field(description="How many statements rest on it.")
    match: Literal["words", "similar"] = Field(description="By all words, or by most of them or with slips of the pen.")
    snippet: SnippetShape


class FoundTotals(Shape):
    """How many there are of each kind."""

    entity: int
    paragraph: int


class SearchShape(Shape):
    """A page of what was found, best first."""

    items: list[Annotated[EntityHitShape | ParagraphHitShape, Field(discriminator="kind")]]
    total: int = Field(description="Items of the whole list.")
    totals: FoundTotals
    next: str | None = Field(description="Cursor of the following page; null on the last one.")
    dataset: str = Field(description="Version of the dataset.")


class ErrorDetail(BaseModel):
    """A failure; some types carry more fields."""

    type: str = Field(examples=["bad-parameter"])
    message: str = Field(examples=["there is no parameter 'langauge'; known here: lang"])


class ErrorShape(Shape):
    """The answer to every failure."""

    error: ErrorDetail
