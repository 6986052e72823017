"""What a request says by the SPARQL 1.1 Protocol: its query, its dataset, and options of ours.

A parameter may stand in the address or in a form; both are decoded exactly once, as UTF-8. These parameters count:

- `query`, once
- `default-graph-uri` and `named-graph-uri`, any number of times
- `timeout`, seconds: the query may take no longer than that, nor than the service allows
- `evidence`, `true` or `false`: adds to each row of a SELECT the statements behind it and their words
- `format`, a short name or media type that goes before Accept, unless it is empty; `output` and `results` mean the
  same, as SPARQLWrapper sends all three, some of them twice

An update has `update`, once, and `using-graph-uri` and `using-named-graph-uri`, any number of times.

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

from ..errors import BadParameter, BodyTooLarge

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
REPEATED = ("default-graph-uri", "named-graph-uri")
FORMATS = ("format", "output", "results")
SINGLE = ("query", "timeout", "evidence")
USING = ("using-graph-uri", "using-named-graph-uri")
# Virtuoso's, RDF4J's, and what scripts add to get round caches.
IGNORED = frozenset(("debug", "run", "should-sponge", "signal_unconnected", "signal_void", "infer", "_"))
PAGE_ONLY = frozenset(("lang",))
_MOST_PARAMETERS = 1000
_A = {"query": "A query", "update": "An update"}


@dataclass(frozen=True, slots=True)
class ProtocolRequest:
    """A request, read.

    Args:
        query: its query, or None where it has none.
        default_graphs, named_graphs: IRIs as they were given.
        seconds: the time it asks for, or None.
        formats: the forms it asks for, which must be the same one; none leaves it to Accept.
        evidence: whether it asks for evidence with each row.
    """

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    seconds: float | None = None
    formats: tuple[str, ...] = ()
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class UpdateRequest:
    """A request to change the store, read.

    Args:
        update: its update.
        using, using_named: IRIs of the graphs that its patterns see, as they were given.
    """

    update: str
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()


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
    pairs = await _read_pairs(request, body_bytes, "query", DIRECT)
    return _read_parameters(pairs, page=request.method != "POST")


async def read_update(request: Request, body_bytes: int) -> UpdateRequest:
    """Read a POST that changes the store; the arguments and faults are those of `read_request`."""
    given = _group(await _read_pairs(request, body_bytes, "update", UPDATE), ("update",), USING, frozenset())
    if "update" not in given:
        raise BadParameter("update", "there is no update; give one as the parameter 'update'")
    using, using_named = (tuple(given.get(name, ())) for name in USING)
    return UpdateRequest(given["update"][0], using, using_named)


async def _read_pairs(request: Request, body_bytes: int, name: str, direct: str) -> list[tuple[str, str]]:
    """The parameters in address and body; a body that is no form is the one of that name."""
    pairs = _decode(request.scope["query_string"], "the address")
    if request.method == "POST":
        kind = _check_content(request, name, direct)
        body = await read_body(request, body_bytes)
        if kind == FORM:
            pairs += _decode(body, "the form")
        else:
            pairs.append((name, _decode_text(body, name)))
    return pairs


def _check_content(request: Request, what: str, direct: str) -> str:
    """The media type of the body; raises 415 where it is none of the protocol's."""
    kind, *parameters = (part.strip() for part in request.headers.get("content-type", "").lower().split(";"))
    accepted = {"Accept-Post": f"{FORM}, {direct}"}
    if kind in (DIRECT, UPDATE) and kind != direct:
        other = "queries come to /sparql" if kind == DIRECT else "updates come to /sparql/update"
        raise HTTPException(415, f"This isn't for {kind}: {other}.", accepted)
    if kind not in (FORM, direct):
        came = kind or "without Content-Type"
        raise HTTPException(415, f"{_A[what]} comes as {FORM} or {direct}, not {came}.", accepted)
    for name, _, value in (parameter.partition("=") for parameter in parameters):
        if name.strip() == "charset" and value.strip(' "') not in ("utf-8", "utf8", "us-ascii"):
            raise HTTPException(415, f"{_A[what]} comes in UTF-8, not {value}.", accepted)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415, f"{_A[what]} comes without Content-Encoding.", accepted)
    return kind


async def read_body(request: Request, bound: int) -> bytes:
    """The body, whole; raises BodyTooLarge."""
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


def _decode_text(body: bytes, what: str) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadParameter(what, f"the {what} isn't UTF-8 from byte {error.start} on") from None


def _group(
    pairs: Sequence[tuple[str, str]], single: Sequence[str], repeated: Sequence[str], ignored: frozenset[str]
) -> dict[str, list[str]]:
    """The values of each parameter; raises BadParameter where one is unknown, or given more often than it may be."""
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    for name, values in given.items():
        if name not in (*single, *repeated, *ignored):
            listed = ", ".join((*single, *repeated))
            raise BadParameter(name, f"there is no parameter {name!r}; known here: {listed}")
        if name in single and len(values) > 1:
            raise BadParameter(name, f"the parameter {name!r} is given {len(values)} times; give it once")
    return given


def _read_parameters(pairs: Sequence[tuple[str, str]], *, page: bool) -> ProtocolRequest:
    given = _group(pairs, SINGLE, (*REPEATED, *FORMATS), IGNORED | (PAGE_ONLY if page else frozenset()))
    return ProtocolRequest(
        given["query"][0] if "query" in given else None,
        tuple(given.get("default-graph-uri", ())),
        tuple(given.get("named-graph-uri", ())),
        _read_seconds(given["timeout"][0]) if "timeout" in given else None,
        tuple(dict.fromkeys(value for name in FORMATS for value in given.get(name, ()) if value)),
        _read_flag("evidence", given["evidence"][0]) if "evidence" in given else False,
    )


def _read_flag(name: str, value: str) -> bool:
    if value not in ("true", "false", ""):
        raise BadParameter(name, f"{name} is true or false, not {value!r}")
    return value == "true"


def _read_seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < math.inf:
        raise BadParameter("timeout", f"the timeout is in seconds, above zero, not {value!r}")
    return seconds
