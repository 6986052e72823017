"""How things of any RDF are called: by the labels that the data gives them, else by what their IRI says."""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from types import MappingProxyType
from urllib.parse import unquote

from ontology import Text

from ..model import Label

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
FOAF = "http://xmlns.com/foaf/0.1/"
DCTERMS = "http://purl.org/dc/terms/"
_SCHEMA = ("https://schema.org/", "http://schema.org/")
# What gives a name, the best first, and what gives another one.
NAMING = (
    *(f"{SKOS}prefLabel", f"{RDFS}label", f"{FOAF}name", *(f"{each}name" for each in _SCHEMA), f"{DCTERMS}title"),
    *("http://purl.org/dc/elements/1.1/title", "http://www.w3.org/2006/vcard/ns#fn"),
)
ALSO_NAMING = (
    *(f"{SKOS}altLabel", f"{SKOS}hiddenLabel", f"{FOAF}nick"),
    *(f"{each}alternateName" for each in _SCHEMA),
    f"{DCTERMS}alternative",
)
FROM_IRI = "iri"
"""The source of a name that the data doesn't give."""
NAME_MAX, VALUE_MAX, SLUG_MAX = 200, 4000, 40
"""Characters of a name and of a value that are shown, and of the readable part of an id."""

_VOCABULARIES = MappingProxyType(
    {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "RDF",
        RDFS: "RDF Schema",
        "http://www.w3.org/2002/07/owl#": "OWL",
        SKOS: "SKOS",
        FOAF: "FOAF",
        DCTERMS: "Dublin Core",
        "http://purl.org/dc/elements/1.1/": "Dublin Core 1.1",
        **dict.fromkeys(_SCHEMA, "schema.org"),
        "http://www.w3.org/ns/prov#": "PROV",
        "http://www.w3.org/ns/org#": "ORG",
        "http://www.w3.org/ns/dcat#": "DCAT",
        "http://www.w3.org/2006/vcard/ns#": "vCard",
        "http://www.w3.org/2003/01/geo/wgs84_pos#": "WGS84",
        "http://www.w3.org/2006/time#": "OWL-Time",
        "http://rdfs.org/ns/void#": "VoID",
    }
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

Named = tuple[int, str, str, str]
"""A name that the data gives: the rank of its property, its language, its text, the property's IRI."""


def digest_of(text: str, length: int = 8) -> str:
    """Letters and digits that tell a text from others, at most 32; equal texts have equal ones."""
    # No more of the digest is put into letters than is asked for: every triple of a dataset has its own.
    needed = -(-length * 5 // 8)
    return b32encode(blake2b(text.encode(), digest_size=20).digest()[:needed]).decode().lower()[:length]


def local_name(iri: str) -> str:
    """What stands after the last sign that parts an IRI, readable; the IRI itself where nothing does."""
    trimmed = iri.rstrip("#/")
    name = unquote(re.split(r"[#/:]", trimmed)[-1], errors="replace")
    return " ".join(name.replace("_", " ").split())[:NAME_MAX] or iri[:NAME_MAX]


def namespace_of(iri: str) -> str:
    """An IRI up to the last sign that parts it."""
    cut = max(iri.rfind("#"), iri.rfind("/"), -1 if "//" in iri else iri.rfind(":"))
    return iri[: cut + 1] or iri


def words_of_term(iri: str) -> str:
    """How the name of a class or property reads: `memberOf` as “member of”."""
    parts = _CAMEL.sub(" ", local_name(iri)).split()
    return " ".join([*parts[:1], *(each if each.isupper() else each.lower() for each in parts[1:])])


def vocabulary_name(namespace: str) -> str:
    """What the vocabulary of a namespace is called; of an unknown one, where it stands."""
    return _VOCABULARIES.get(namespace) or namespace.partition("://")[2].rstrip("#/")[:NAME_MAX] or namespace[:NAME_MAX]


def slug_of(name: str) -> str:
    """A name as the readable part of an id: it needs no escape in an address but for letters beyond ASCII."""
    return "-".join(re.findall(r"\w+", name))[:SLUG_MAX].strip("-_") or "x"


def shortened(text: str, most: int) -> str:
    """A text on one line, cut where it is longer than that; the cut is seen."""
    flat = " ".join(text.split()) if "\n" in text or "\t" in text or "\r" in text else text
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def choose_labels(named: Iterable[Named], otherwise: Text) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """The names of something for readers of Chinese and of English, each preferred first.

    A reader gets the best name in the own language, else one without a language, else English, else any. The others of
    the own language follow; those of third languages stand among the English ones, so that all are found.

    Args:
        named: names that the data gives.
        otherwise: what to call it where there is none.
    """
    every = sorted({each for each in named if each[2].strip()})
    if not every:
        return (Label(otherwise.zh, FROM_IRI),), (Label(otherwise.en, FROM_IRI),)
    preferred = [each for each in every if each[0] < len(NAMING)] or every
    chinese = min(preferred, key=lambda each: (_distance(each[1], "zh"), each))
    english = min(preferred, key=lambda each: (_distance(each[1], "en"), each))
    return (
        _labels(chinese, (each for each in every if _is_in(each[1], "zh"))),
        _labels(english, (each for each in every if not _is_in(each[1], "zh"))),
    )


def choose_words(named: Mapping[str, list[Named]], iri: str) -> Text:
    """How a class or property is called in both languages."""
    words = words_of_term(iri)
    chinese, english = choose_labels(named.get(iri, ()), Text(words, words))
    return Text(chinese[0].text, english[0].text)


def _labels(first: Named, others: Iterable[Named]) -> tuple[Label, ...]:
    found = {shortened(each[2], NAME_MAX): each[3] for each in (first, *others)}
    return tuple(Label(text, source) for text, source in found.items())


def _is_in(tag: str, language: str) -> bool:
    return tag == language or tag.startswith(f"{language}-")


def _distance(tag: str, language: str) -> tuple[int, str]:
    """How far a name's language is from a reader's: their own, none, English, then the others by their tags."""
    if _is_in(tag, language):
        return 0, tag
    return (1 if not tag else 2 if _is_in(tag, "en") else 3, tag)
