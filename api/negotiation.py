"""The forms in which answers come, and which one a client gets (RFC 9110, 12.5.1).

SPARQL results come as JSON, XML, CSV and TSV, graphs as Turtle, N-Triples, N-Quads, TriG, RDF/XML and JSON-LD. A form
has aliases, for clients that know only `application/json` or `application/xml`, and they get that name back; and short
names for `?format=`, among them those that SPARQLWrapper and our own pages use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .errors import NotAcceptable


@dataclass(frozen=True, slots=True)
class Form:
    """A form of an answer.

    Args:
        media_type: what the form is called, and what the store is asked for.
        names: its short names.
        aliases: other media types that it may be sent as.
    """

    media_type: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The form that a client gets and the media type that it is sent as."""

    form: Form
    sent_as: str

    @property
    def content_type(self) -> str:
        """The Content-Type header: text says that it is UTF-8, what always is doesn't."""
        return f"{self.sent_as}; charset=utf-8" if self.sent_as.startswith("text/") else self.sent_as


HTML = Form("text/html", ("html",), ("application/xhtml+xml",))
RESULTS = (
    Form("application/sparql-results+json", ("json", "srj"), ("application/json",)),
    Form("application/sparql-results+xml", ("xml", "srx"), ("application/xml", "text/xml")),
    Form("text/csv", ("csv",)),
    Form("text/tab-separated-values", ("tsv",)),
)
GRAPHS = (
    Form("text/turtle", ("turtle", "ttl"), ("application/x-turtle",)),
    Form("application/n-triples", ("ntriples", "nt", "n-triples"), ("text/plain",)),
    Form("application/n-quads", ("nquads", "nq", "n-quads")),
    Form("application/trig", ("trig",)),
    Form("application/rdf+xml", ("rdfxml", "rdf", "rdf+xml", "xml"), ("application/xml", "text/xml")),
    Form("application/ld+json", ("jsonld", "json-ld", "json"), ("application/json",)),
)


def choose(accept: str, offered: Sequence[Form]) -> Choice:
    """The form that an Accept header prefers; of equals the one that is offered first, and a form before its aliases.

    The most specific range that covers a media type decides its quality. Parameters of a range other than `q` are not
    looked at, as no form of ours has any; a range that can't be read counts for nothing; an empty header accepts all.

    Raises:
        NotAcceptable: it allows none of them.
    """
    ranges = _read_ranges(accept or "*/*")
    best, chosen = 0.0, None
    candidates = [(form, form.media_type) for form in offered]
    candidates += [(form, alias) for form in offered for alias in form.aliases]
    for form, media_type in candidates:
        quality = _find_quality(media_type, ranges)
        if quality > best:
            best, chosen = quality, Choice(form, media_type)
    if chosen is None:
        forms = ", ".join(form.media_type for form in offered)
        raise NotAcceptable(f"this comes as {forms}; Accept was {accept!r}")
    return chosen


def choose_named(name: str, offered: Sequence[Form]) -> Choice:
    """The form with a short name or media type, as `?format=` gives it, in any case of letters.

    Of several with commas between them, as SPARQLWrapper gives media types, the first one that is known.

    Raises:
        NotAcceptable: none that is offered has it.
    """
    for wanted in name.lower().split(","):
        for form in offered:
            if wanted.strip() in (form.media_type, *form.names, *form.aliases):
                return Choice(form, form.media_type)
    names = ", ".join(form.names[0] for form in offered)
    raise NotAcceptable(f"there is no form {name!r} of this answer; there are {names}")


def _read_ranges(accept: str) -> dict[str, float]:
    ranges: dict[str, float] = {}
    for item in accept.split(","):
        media_range, *parameters = (part.strip().lower() for part in item.split(";"))
        quality = 1.0
        for name, _, value in (parameter.partition("=") for parameter in parameters):
            if name.strip() == "q":
                quality = _read_quality(value.strip())
        if media_range.count("/") == 1:
            ranges[media_range] = max(quality, ranges.get(media_range, 0.0))
    return ranges


def _read_quality(value: str) -> float:
    try:
        quality = float(value)
    except ValueError:
        return 0.0
    return quality if 0.0 <= quality <= 1.0 else 0.0


def _find_quality(media_type: str, ranges: dict[str, float]) -> float:
    main = media_type.partition("/")[0]
    for media_range in (media_type, f"{main}/*", "*/*"):
        if media_range in ranges:
            return ranges[media_range]
    return 0.0
