"""How the API's description tells of the SPARQL endpoint, whose parameters are read by hand."""

from __future__ import annotations

from typing import Any

from ..models import ErrorShape
from ..negotiation import GRAPHS, RESULTS
from .protocol import DIRECT, FORM

_TEXT = {"type": "string"}
_IRIS = {"type": "array", "items": {"type": "string", "format": "iri"}}
_SECONDS = {"type": "number", "exclusiveMinimum": 0}
_WORDS = {
    "query": "The query.",
    "default-graph-uri": "Graph of the default graph, instead of what the query says; may be repeated.",
    "named-graph-uri": "Named graph of the dataset, instead of what the query says; may be repeated.",
    "format": "Short name of the answer's form (json, xml, csv, tsv, turtle …); without it, Accept decides.",
    "evidence": "`true` adds to each row of a SELECT the statements that connect what it names: `evidence_total`, "
    "`evidence_statements`, `evidence_modalities`, `evidence_holders`, `evidence_paragraphs`, `evidence_quotations` "
    "(the report's words) and `evidence_translations` (ours), each with one entry a piece, ` | ` between.",
    "timeout": "Seconds that the query may take; only lowers the limit of the service.",
}
_SCHEMAS: dict[str, dict[str, Any]] = {
    "query": _TEXT,
    "default-graph-uri": _IRIS,
    "named-graph-uri": _IRIS,
    "format": _TEXT,
    "timeout": _SECONDS,
    "evidence": {"type": "boolean"},
}
_EXAMPLE = "SELECT * { ?s ?p ?o } LIMIT 10"


def _parameter(name: str) -> dict[str, Any]:
    example = {"example": _EXAMPLE} if name == "query" else {}
    return {"name": name, "in": "query", "description": _WORDS[name], "schema": _SCHEMAS[name], **example}


GET_OPERATION: dict[str, Any] = {"parameters": [_parameter(name) for name in _SCHEMAS]}
POST_OPERATION: dict[str, Any] = {
    "parameters": [_parameter(name) for name in _SCHEMAS if name != "query"],
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {name: {**schema, "description": _WORDS[name]} for name, schema in _SCHEMAS.items()},
                    "required": ["query"],
                },
                "example": {"query": _EXAMPLE},
            },
            DIRECT: {"schema": _TEXT, "example": _EXAMPLE},
        },
    },
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer: solutions or a truth value, or a graph",
        "content": {
            form.media_type: {} if "json" in form.media_type else {"schema": _TEXT} for form in (*RESULTS, *GRAPHS)
        },
    },
    304: {"description": "The client has this answer"},
    **{
        status: {"model": ErrorShape, "description": words}
        for status, words in {
            403: "The query would change data, read a file or call another host",
            406: "There is no form that the client accepts",
            413: "The query is too long",
            415: "The body is in no form of the protocol",
            422: "The query went over a limit, which the error names",
            503: "Too many queries at once, or no store; Retry-After says when to ask again",
        }.items()
    },
}
