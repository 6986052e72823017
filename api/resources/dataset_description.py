"""What the dataset is, in RDF: VoID for what it holds and DCAT 3 for how to get it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDF, VOID, XSD
from rdflib.term import Node

from graph.datasets.blank_nodes import is_blank
from graph.identifiers import Identifiers
from graph.model import AS_IN_DATA
from graph.snapshot import Snapshot
from ontology import PREFIXES, Text

from .downloads import Download

SPDX = Namespace("http://spdx.org/rdf/terms#")
LICENCE = "http://spdx.org/licenses/Apache-2.0"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"
TITLE = Text("Migov：移徙如何治理", "Migov: how migration is governed")
DESCRIPTION = Text(
    "报告中关于移徙治理的陈述，每项均附段落、原文引文、性质和陈述方。英文译文为工作译文，并非正式文本。",
    "What reports state about the governance of migration; each statement has its paragraph, its exact words, its "
    "status and who holds it. English quotations are working translations, never the official version.",
)
RIGHTS = Text("报告文本为联合国文件。", "The text of the reports is a United Nations document.")
EXAMPLES = 3

Triple = tuple[Node, Node, Node]


def describe_dataset(
    snapshot: Snapshot,
    identifiers: Identifiers,
    root: str,
    downloads: Sequence[Download],
    layers: Mapping[str, int],
) -> Graph:
    """The description of a dataset, named under its base.

    Args:
        snapshot: what it holds.
        identifiers: how its nodes are named.
        root: address of this service, with a slash at its end.
        downloads: its files.
        layers: number of triples of each of its named graphs.
    """
    graph = Graph()
    for prefix, iri in {**PREFIXES, "void": str(VOID), "dcat": str(DCAT), "spdx": str(SPDX), "foaf": str(FOAF)}.items():
        graph.bind(prefix, iri)
    dataset = URIRef(f"{identifiers.base}dataset")
    for triple in (
        *_about(dataset, snapshot, identifiers, root),
        *_holds(dataset, snapshot, layers),
        *_files(dataset, root, downloads),
    ):
        graph.add(triple)
    return graph


def _words(subject: Node, predicate: Node, text: Text) -> Iterator[Triple]:
    yield subject, predicate, Literal(text.zh, lang="zh")
    yield subject, predicate, Literal(text.en, lang="en")


def _about(dataset: URIRef, snapshot: Snapshot, identifiers: Identifiers, root: str) -> Iterator[Triple]:
    for kind in (VOID.Dataset, DCAT.Dataset, PROV.Entity):
        yield dataset, RDF.type, kind
    if snapshot.carries_evidence:  # of other RDF nothing is known of that
        for predicate, text in ((DCTERMS.title, TITLE), (DCTERMS.description, DESCRIPTION), (DCTERMS.rights, RIGHTS)):
            yield from _words(dataset, predicate, text)
        yield dataset, DCTERMS.license, URIRef(LICENCE)
        for language in ("zh", "en"):
            yield dataset, DCTERMS.language, URIRef(f"{LANGUAGES}{language}")
        for vocabulary in PREFIXES.values():
            yield dataset, VOID.vocabulary, URIRef(vocabulary)
    yield dataset, DCTERMS.identifier, Literal(snapshot.version)
    yield dataset, URIRef(f"{DCAT}version"), Literal(snapshot.version)
    for report in snapshot.reports:
        yield dataset, DCTERMS.source, URIRef(report.iri)
        yield dataset, PROV.wasDerivedFrom, URIRef(report.iri)
    yield from _period(dataset, snapshot)
    yield dataset, FOAF.homepage, URIRef(f"{root}dataset")
    yield dataset, DCAT.landingPage, URIRef(f"{root}dataset")
    service = URIRef(f"{root}sparql")
    yield dataset, VOID.sparqlEndpoint, service
    yield service, RDF.type, DCAT.DataService
    yield service, DCAT.endpointURL, service
    yield service, DCAT.servesDataset, dataset
    yield from _words(service, DCTERMS.title, Text("SPARQL 端点", "SPARQL endpoint"))
    yield dataset, VOID.uriSpace, Literal(identifiers.base)
    named = (entity for entity in snapshot.entities.values() if not is_blank(entity.iri))
    ranked = sorted(named, key=lambda each: (-len(each.mentions), each.id))
    iris = [entity.iri for entity in ranked[:EXAMPLES]]
    if snapshot.carries_evidence:
        iris += [each.iri for each in snapshot.statements.values()][:1]
    for iri in iris:
        yield dataset, VOID.exampleResource, URIRef(iri)


def _period(dataset: URIRef, snapshot: Snapshot) -> Iterator[Triple]:
    """From the first to the last day that a dated statement can mean."""
    times = [each.time for each in snapshot.statements.values() if each.time]
    first = min((time.earliest for time in times if time.earliest), default=None)
    last = max((time.latest for time in times if time.latest), default=None)
    if first and last:
        period = URIRef(f"{dataset}#period")
        yield dataset, DCTERMS.temporal, period
        yield period, RDF.type, DCTERMS.PeriodOfTime
        yield period, DCAT.startDate, Literal(first, datatype=XSD.date)
        yield period, DCAT.endDate, Literal(last, datatype=XSD.date)


def _holds(dataset: URIRef, snapshot: Snapshot, layers: Mapping[str, int]) -> Iterator[Triple]:
    yield dataset, VOID.entities, Literal(len(snapshot.entities))
    if layers:
        yield dataset, VOID.triples, Literal(sum(layers.values()))
    for layer, triples in sorted(layers.items()):
        yield dataset, VOID.subset, URIRef(layer)
        yield URIRef(layer), RDF.type, VOID.Dataset
        yield URIRef(layer), VOID.triples, Literal(triples)
    classes = Counter(each.class_id for each in snapshot.entities.values())
    for name, count in sorted(classes.items()):
        part = URIRef(f"{dataset}#class-{name}")
        yield dataset, VOID.classPartition, part
        yield part, VOID["class"], URIRef(snapshot.classes[name].iri)
        yield part, VOID.entities, Literal(count)
    for name, count in sorted(_facts(snapshot).items()):
        part = URIRef(f"{dataset}#property-{name}")
        yield dataset, VOID.propertyPartition, part
        yield part, VOID.property, URIRef(snapshot.properties[name].iri)
        yield part, VOID.triples, Literal(count)
    yield dataset, VOID.classes, Literal(len(classes))


def _facts(snapshot: Snapshot) -> Counter[str]:
    """How many facts there are of each property: one said twice is one triple."""
    facts = {
        (each.subject, each.predicate, each.object if isinstance(each.object, str) else each.object.lexical)
        for each in snapshot.statements.values()
        if each.modality in ("fact", AS_IN_DATA)
    }
    return Counter(predicate for _, predicate, _ in facts)


def _files(dataset: URIRef, root: str, downloads: Sequence[Download]) -> Iterator[Triple]:
    for download in downloads:
        form, address = download.form, URIRef(f"{root}dataset/{download.form.name}")
        node, checksum = URIRef(f"{dataset}#{form.name}"), URIRef(f"{dataset}#{form.name}-sha256")
        yield dataset, DCAT.distribution, node
        yield node, RDF.type, DCAT.Distribution
        title = Text(f"{form.title.zh}（{form.name}）", f"{form.title.en} ({form.name})")
        yield from _words(node, DCTERMS.title, title)
        yield node, DCAT.downloadURL, address
        yield node, DCAT.accessURL, address
        yield node, DCAT.mediaType, URIRef(f"{MEDIA_TYPES}{form.media_type}")
        yield node, DCAT.byteSize, Literal(str(download.size), datatype=XSD.nonNegativeInteger)
        yield node, DCTERMS.license, URIRef(LICENCE)
        yield node, SPDX.checksum, checksum
        yield checksum, RDF.type, SPDX.Checksum
        yield checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256
        yield checksum, SPDX.checksumValue, Literal(download.sha256, datatype=XSD.hexBinary)
        if form.profile:
            yield dataset, VOID.dataDump, address
            yield node, DCTERMS.conformsTo, Literal(form.profile)
