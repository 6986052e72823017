"""What a request says by the SPARQL 1.1 Protocol: its query, its dataset, and options of ours.

A parameter may stand in the address or in a form; both are decoded exactly once, as UTF-8. These parameters count:

- `query`, once
- `default-graph-uri` and `named-graph-uri`, any number of times
- `timeout`, seconds: the query may take no longer than that, nor than the service allows
- `format`, a short name or media type that goes before Accept, unless it is empty; `output` and `results` mean the
  same, as SPARQLWrapper sends all three

The ones in `IGNORED` are taken and do nothing, because clients made for other engines send them with every query and
the answer is right without them. All others are refused by name.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from .errors import BadParameter, BodyTooLarge

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
REPEATED = ("default-graph-uri", "named-graph-uri")
FORMATS = ("format", "output", "results")
SINGLE = ("query", "timeout", *FORMATS)
# Virtuoso's, RDF4J's, and what scripts add to get round caches.
IGNORED = frozenset(("debug", "run", "should-sponge", "signal_unconnected", "signal_void", "infer", "_"))
PAGE_ONLY = frozenset(("lang",))
_MOST_PARAMETERS = 1000


@dataclass(frozen=True, slots=True)
class ProtocolRequest:
    """A request, read.

    Args:
        query: its query, or None where it has none.
        default_graphs, named_graphs: IRIs as they were given.
        seconds: the time it asks for, or None.
        format: the form it asks for, or empty.
    """

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    seconds: float | None = None
    format: str = ""


async def read_request(request: Request, body_bytes: int) -> ProtocolRequest:
    """Read a GET or POST.

    Args:
        request: as it came.
        body_bytes: how large its body may be.

    Raises:
        BadParameter: a parameter is unknown, given twice, contradicts another, or isn't UTF-8.
        BodyTooLarge: the body is over the bound.
        HTTPException: 415, the body is in another form or another character set.
    """
    pairs = _decode(request.scope["query_string"], "the address")
    if request.method == "POST":
        kind = _check_content(request)
        body = await _read_body(request, body_bytes)
        if kind == FORM:
            pairs += _decode(body, "the form")
        else:
            pairs.append(("query", _decode_text(body)))
    return _read_parameters(pairs, page=request.method != "POST")


def _check_content(request: Request) -> str:
    """The media type of the body; raises 415 where it is none of the protocol's."""
    kind, *parameters = (part.strip() for part in request.headers.get("content-type", "").lower().split(";"))
    accepted = {"Accept-Post": f"{FORM}, {DIRECT}"}
    if kind == UPDATE:
        raise HTTPException(415, "This is for queries; updates aren't taken here.", accepted)
    if kind not in (FORM, DIRECT):
        raise HTTPException(
            415, f"A query comes as {FORM} or {DIRECT}, not {kind or 'without Content-Type'}.", accepted
        )
    for name, _, value in (parameter.partition("=") for parameter in parameters):
        if name.strip() == "charset" and value.strip(' "') not in ("utf-8", "utf8", "us-ascii"):
            raise HTTPException(415, f"A query comes in UTF-8, not {value}.", accepted)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415, "A query comes without Content-Encoding.", accepted)
    return kind


async def _read_body(request: Request, bound: int) -> bytes:
    body = bytearray()
    async for block in request.stream():
        body += block
        if len(body) > bound:
            raise BodyTooLarge(f"the body is over {bound} bytes")
    return bytes(body)


def _decode(encoded: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise BadParameter("query", f"{where} isn't UTF-8") from None
    except ValueError:
        raise BadParameter("query", f"{where} has over {_MOST_PARAMETERS} parameters") from None


def _decode_text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadParameter("query", f"the query isn't UTF-8 from byte {error.start} on") from None


def _read_parameters(pairs: Sequence[tuple[str, str]], *, page: bool) -> ProtocolRequest:
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    known = {*SINGLE, *REPEATED, *IGNORED, *(PAGE_ONLY if page else ())}
    for name, values in given.items():
        if name not in known:
            listed = ", ".join((*SINGLE, *REPEATED))
            raise BadParameter(name, f"there is no parameter {name!r}; known here: {listed}")
        if name in SINGLE and len(values) > 1:
            raise BadParameter(name, f"the parameter {name!r} is given {len(values)} times; give it once")
    formats = {given[name][0] for name in FORMATS if name in given}
    if len(formats) > 1:
        raise BadParameter("format", f"{', '.join(FORMATS)} mean the same, and here they differ: {sorted(formats)}")
    return ProtocolRequest(
        given["query"][0] if "query" in given else None,
        tuple(given.get("default-graph-uri", ())),
        tuple(given.get("named-graph-uri", ())),
        _read_seconds(given["timeout"][0]) if "timeout" in given else None,
        formats.pop() if formats else "",
    )


def _read_seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < math.inf:
        raise BadParameter("timeout", f"the timeout is in seconds, above zero, not {value!r}")
    return seconds
