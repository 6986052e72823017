"""The vocabularies of others that the dataset uses, declared once."""

from __future__ import annotations

from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace

from .terms import MIGOV

BIBO = Namespace("http://purl.org/ontology/bibo/")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")

PREFIXES = {
    "migov": str(MIGOV),
    "bibo": str(BIBO),
    "dct": str(DCTERMS),
    "edtf": str(EDTF),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "skos": str(SKOS),
    "skosxl": str(SKOSXL),
    "xsd": str(XSD),
}
"""Prefixes of every file and query of the dataset."""
