"""The content of a dataset as RDF: each layer a named graph, everything sorted, every node named."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Dataset, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD

from ontology import BIBO, EDTF, MIGOV, OA, ONTOLOGY_FILE, SKOSXL, Text

from ..authoring.authored import SourceEntry
from ..identifiers import Identifiers
from ..model import Content, Entity, Statement, Value
from ..reports.references import find_references
from ..reports.report import Report

NOTE_CLASSES = {"tension": MIGOV.Tension, "inference": MIGOV.Inference, "continuation": MIGOV.Continuation}

Node = URIRef | RdfLiteral
Triple = tuple[URIRef, URIRef, Node]


def _words(subject: URIRef, predicate: URIRef, words: Text | None) -> Iterator[Triple]:
    if words:
        yield subject, predicate, RdfLiteral(words.zh, lang="zh")
        yield subject, predicate, RdfLiteral(words.en, lang="en")


def build_dataset(
    content: Content, reports: dict[str, Report], sources: list[SourceEntry], identifiers: Identifiers
) -> Dataset:
    """The whole dataset: the ontology's layer, the entities' layer, and the layers of each report.

    Args:
        content: what to express.
        reports: the parsed report of each slug, for its headings' marks and its items.
        sources: where names come from.
        identifiers: how nodes and layers are named.
    """
    dataset = Dataset()
    builder = _Builder(content, identifiers)
    _fill(dataset, identifiers.graph("ontology"), _ontology())
    _fill(dataset, identifiers.graph("entities"), builder.entities(sources))
    for slug, report in reports.items():
        _fill(dataset, identifiers.graph("report", slug), builder.report(slug, report))
        _fill(dataset, identifiers.graph("passages", slug), builder.passages(slug))
        _fill(dataset, identifiers.graph("statements", slug), builder.statements(slug))
        _fill(dataset, identifiers.graph("facts", slug), builder.facts(slug))
        _fill(dataset, identifiers.graph("mentions", slug), builder.mentions(slug))
        _fill(dataset, identifiers.graph("notes", slug), builder.notes(slug))
        for scenario in content.scenarios.values():
            if scenario.report == slug:
                _fill(dataset, identifiers.scenario_graph(slug, scenario.id), builder.scenario(scenario.id))
    return dataset


def _fill(dataset: Dataset, graph: str, triples: Iterator[Triple]) -> None:
    target = dataset.graph(URIRef(graph))
    for triple in triples:
        target.add(triple)


def _ontology() -> Iterator[Triple]:
    """The ontology without its anonymous nodes: an inverse's name becomes a named property."""
    graph = Graph().parse(ONTOLOGY_FILE)
    for s, p, o in graph:
        if not isinstance(s, URIRef) or not isinstance(p, URIRef):
            continue
        if p == OWL.inverseOf:
            inverse = URIRef(f"{s}Inverse")
            yield s, p, inverse
            yield inverse, RDF.type, OWL.ObjectProperty
            for label in graph.objects(o, RDFS.label):
                if isinstance(label, RdfLiteral):
                    yield inverse, RDFS.label, label
        elif isinstance(o, URIRef | RdfLiteral):
            yield s, p, o


class _Builder:
    def __init__(self, content: Content, identifiers: Identifiers) -> None:
        self.content = content
        self.ids = identifiers

    def entities(self, sources: list[SourceEntry]) -> Iterator[Triple]:
        for source in sources:
            node = URIRef(self.ids.source(source.id))
            yield node, RDF.type, PROV.Entity
            yield from _words(node, RDFS.label, Text(source.zh, source.en))
        for entity in self.content.entities.values():
            yield from self._entity(entity)

    def _entity(self, entity: Entity) -> Iterator[Triple]:
        node = URIRef(entity.iri)
        yield node, RDF.type, MIGOV[entity.class_id]
        yield node, DCTERMS.identifier, RdfLiteral(entity.id)
        for language, labels in (("zh", entity.zh), ("en", entity.en)):
            for n, label in enumerate(labels, start=1):
                words = RdfLiteral(label.text, lang=language)
                named = URIRef(self.ids.label(entity.id, language, n))
                yield node, SKOS.prefLabel if n == 1 else SKOS.altLabel, words
                yield node, SKOSXL.prefLabel if n == 1 else SKOSXL.altLabel, named
                yield named, RDF.type, SKOSXL.Label
                yield named, SKOSXL.literalForm, words
                yield named, DCTERMS.source, URIRef(self.ids.source(label.source))
                if label.confirmed_by:
                    yield named, DCTERMS.bibliographicCitation, RdfLiteral(label.confirmed_by)
        for above in entity.broader:
            yield node, SKOS.broader, URIRef(self.ids.entity(above))

    def report(self, slug: str, report: Report) -> Iterator[Triple]:
        info = next(info for info in self.content.reports if info.slug == slug)
        node = URIRef(info.iri)
        expression = URIRef(self.ids.expression(slug))
        yield node, RDF.type, MIGOV.Report
        yield node, DCTERMS.identifier, RdfLiteral(info.symbol)
        yield node, DCTERMS.issued, RdfLiteral(info.date, datatype=EDTF.EDTF)
        yield from _words(node, DCTERMS.title, info.title)
        yield node, DCTERMS.hasVersion, expression
        yield node, OWL.sameAs, URIRef(self.ids.entity(info.entity))
        yield expression, RDF.type, BIBO.Document
        yield expression, DCTERMS.language, RdfLiteral("zh", datatype=XSD.language)
        sections = {section.id: section for section in report.sections}
        for heading in info.headings:
            section = URIRef(self.ids.section(slug, heading.id))
            above = self.ids.section(slug, heading.parent) if heading.parent else info.iri
            yield section, RDF.type, MIGOV.Section
            yield section, DCTERMS.identifier, RdfLiteral(heading.id)
            yield section, DCTERMS.isPartOf, URIRef(above)
            yield section, MIGOV.inReport, node
            yield section, MIGOV.order, RdfLiteral(heading.order)
            yield from _words(section, DCTERMS.title, heading.title)
            for mark in sections[heading.id].marks:
                yield section, MIGOV.footnote, URIRef(self.ids.paragraph(slug, f"fn{mark}"))
        marks = {unit.id: unit.marks for unit in report.units}
        for passage in self.content.passages.values():
            if passage.report != slug:
                continue
            paragraph = URIRef(self.ids.paragraph(slug, passage.id))
            yield paragraph, RDF.type, MIGOV.Paragraph
            yield paragraph, DCTERMS.identifier, RdfLiteral(passage.id)
            yield paragraph, MIGOV.inReport, node
            yield paragraph, MIGOV.order, RdfLiteral(passage.order)
            yield paragraph, MIGOV.text, RdfLiteral(passage.text, lang="zh")
            if passage.section:
                yield paragraph, MIGOV.inSection, URIRef(self.ids.section(slug, passage.section))
            for mark_ in marks[passage.id]:
                yield paragraph, MIGOV.footnote, URIRef(self.ids.paragraph(slug, f"fn{mark_.number}"))
            yield from _words(paragraph, MIGOV.withoutStatements, passage.reason)
            for reference in find_references(passage.text):
                if reference.kind == "link":
                    yield paragraph, MIGOV.citesLink, RdfLiteral(reference.value, datatype=XSD.anyURI)
                elif reference.kind == "date":
                    yield paragraph, MIGOV.namesDate, RdfLiteral(reference.value, datatype=EDTF.EDTF)
                else:
                    yield paragraph, MIGOV.citesSymbol, RdfLiteral(reference.value)

    def statements(self, slug: str) -> Iterator[Triple]:
        for statement in self.content.statements.values():
            if statement.report == slug:
                yield from self._statement(statement)

    def _object(self, statement: Statement) -> Node:
        if not isinstance(statement.object, Value):
            return URIRef(self.ids.entity(statement.object))
        value = statement.object
        if URIRef(value.datatype) == RDF.langString:
            return RdfLiteral(value.lexical, lang="zh")
        return RdfLiteral(value.lexical, datatype=URIRef(value.datatype))

    def _statement(self, statement: Statement) -> Iterator[Triple]:
        node = URIRef(statement.iri)
        yield node, RDF.type, MIGOV.Statement
        yield node, DCTERMS.identifier, RdfLiteral(statement.id)
        yield node, MIGOV.inReport, URIRef(self.ids.report(statement.report))
        yield node, RDF.subject, URIRef(self.ids.entity(statement.subject))
        yield node, RDF.predicate, MIGOV[statement.predicate]
        yield node, RDF.object, self._object(statement)
        yield node, MIGOV.modality, MIGOV[statement.modality]
        yield node, PROV.wasAttributedTo, URIRef(self.ids.entity(statement.holder))
        yield from _words(node, MIGOV.sentence, statement.sentence)
        yield from _words(node, MIGOV.qualifier, statement.qualifier)
        yield from _words(node, MIGOV.condition, statement.condition)
        yield from _words(node, SKOS.note, statement.note)
        yield node, MIGOV.asOfReport, RdfLiteral(statement.as_of_report)
        if statement.time:
            yield node, MIGOV.edtf, RdfLiteral(statement.time.edtf, datatype=EDTF.EDTF)
            for predicate, day in ((MIGOV.earliest, statement.time.earliest), (MIGOV.latest, statement.time.latest)):
                if day:
                    yield node, predicate, RdfLiteral(day, datatype=XSD.date)
        if isinstance(statement.object, Value):
            if URIRef(statement.object.datatype) == RDF.langString:
                yield node, MIGOV.objectTranslation, RdfLiteral(statement.object.words.en, lang="en")
            if statement.object.unit:
                yield node, MIGOV.unit, MIGOV[f"unit-{statement.object.unit}"]
                yield node, MIGOV.bound, RdfLiteral(statement.object.bound)
        for n, evidence in enumerate(statement.evidence):
            passage = URIRef(self.ids.passage(evidence.report, evidence.unit, evidence.start, evidence.end))
            yield node, MIGOV.evidence, passage
            if n == 0:
                yield node, MIGOV.mainEvidence, passage

    def passages(self, slug: str) -> Iterator[Triple]:
        """Every run of words that a statement rests on or that names an entity.

        In a layer of its own, so that no triple stands in two layers: engines count such triples twice.
        """
        for statement in self.content.statements.values():
            for evidence in statement.evidence:
                if evidence.report == slug:
                    yield from self._passage(slug, evidence.unit, evidence.start, evidence.end, evidence.quote)
                    passage = URIRef(self.ids.passage(slug, evidence.unit, evidence.start, evidence.end))
                    yield passage, MIGOV.translation, RdfLiteral(evidence.translation, lang="en")
        for entity in self.content.entities.values():
            for mention in entity.mentions:
                if mention.report == slug:
                    yield from self._passage(slug, mention.unit, mention.start, mention.end, mention.form)

    def _passage(self, report: str, unit: str, start: int, end: int, words: str) -> Iterator[Triple]:
        passage = URIRef(self.ids.passage(report, unit, start, end))
        paragraph = URIRef(self.ids.paragraph(report, unit))
        quote, position = URIRef(f"{passage}#quote"), URIRef(f"{passage}#position")
        yield passage, RDF.type, MIGOV.Passage
        yield passage, OA.hasSource, paragraph
        yield passage, MIGOV.inParagraph, paragraph
        yield passage, OA.hasSelector, quote
        yield passage, OA.hasSelector, position
        yield quote, RDF.type, OA.TextQuoteSelector
        yield quote, OA.exact, RdfLiteral(words, lang="zh")
        yield position, RDF.type, OA.TextPositionSelector
        yield position, OA.start, RdfLiteral(start, datatype=XSD.nonNegativeInteger)
        yield position, OA.end, RdfLiteral(end, datatype=XSD.nonNegativeInteger)

    def facts(self, slug: str) -> Iterator[Triple]:
        for statement in self.content.statements.values():
            if statement.report == slug and statement.modality == "fact":
                yield from self._direct(statement)

    def _direct(self, statement: Statement) -> Iterator[Triple]:
        subject, predicate = URIRef(self.ids.entity(statement.subject)), MIGOV[statement.predicate]
        yield subject, predicate, self._object(statement)
        if isinstance(statement.object, Value) and URIRef(statement.object.datatype) == RDF.langString:
            yield subject, predicate, RdfLiteral(statement.object.words.en, lang="en")

    def mentions(self, slug: str) -> Iterator[Triple]:
        for entity in self.content.entities.values():
            for mention in entity.mentions:
                if mention.report != slug:
                    continue
                node = URIRef(self.ids.mention(slug, mention.unit, mention.start, mention.end))
                passage = URIRef(self.ids.passage(slug, mention.unit, mention.start, mention.end))
                yield node, RDF.type, MIGOV.Mention
                yield node, OA.hasBody, URIRef(entity.iri)
                yield node, OA.hasTarget, passage
                yield node, MIGOV.form, RdfLiteral(mention.form, lang="zh")

    def notes(self, slug: str) -> Iterator[Triple]:
        for note in self.content.notes:
            if note.report != slug:
                continue
            node = URIRef(note.iri)
            yield node, RDF.type, NOTE_CLASSES[note.kind]
            yield node, DCTERMS.identifier, RdfLiteral(note.id)
            yield node, MIGOV.inReport, URIRef(self.ids.report(slug))
            yield from _words(node, SKOS.note, note.words)
            for statement in note.statements:
                yield node, MIGOV.concernsStatement, URIRef(self.content.statements[statement].iri)
            for entity in note.entities:
                yield node, MIGOV.concernsEntity, URIRef(self.ids.entity(entity))

    def scenario(self, scenario_id: str) -> Iterator[Triple]:
        """What the scenario adds as direct triples, and what it adds, ends and changes by statement."""
        scenario = self.content.scenarios[scenario_id]
        node = URIRef(scenario.iri)
        statements = self.content.statements
        yield node, RDF.type, MIGOV.Scenario
        yield node, DCTERMS.identifier, RdfLiteral(scenario.id)
        yield node, MIGOV.inReport, URIRef(self.ids.report(scenario.report))
        yield node, MIGOV.ofModel, URIRef(self.ids.entity(scenario.model))
        yield from _words(node, DCTERMS.title, scenario.title)
        for added in scenario.adds:
            yield node, MIGOV.adds, URIRef(statements[added].iri)
            yield from self._direct(statements[added])
        for term, said in (
            (MIGOV.saidFor, scenario.said_for),
            (MIGOV.saidAgainst, scenario.said_against),
            (MIGOV.saidRequired, scenario.said_required),
        ):
            for judgement in said:
                yield node, term, URIRef(statements[judgement].iri)
        changes: list[tuple[str, tuple[str, ...], str | None]] = [(old, why, None) for old, why in scenario.ends]
        changes += [(old, (), new) for old, new in scenario.changes]
        for n, (old, because, new) in enumerate(changes, start=1):
            change = URIRef(f"{scenario.iri}#change-{n}")
            yield node, MIGOV.changes, change
            yield change, RDF.type, MIGOV.Change
            yield change, MIGOV["from"], URIRef(statements[old].iri)
            for reason in because:
                yield change, MIGOV.because, URIRef(statements[reason].iri)
            if new is not None:
                yield change, MIGOV.to, URIRef(statements[new].iri)
                yield from self._direct(statements[new])
