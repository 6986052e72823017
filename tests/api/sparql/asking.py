"""Queries over three small graphs, and the ways to ask them."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

G1, G2, HIDDEN = "http://example.org/graph/1", "http://example.org/graph/2", "http://example.org/graph/hidden"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
SELECT = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"
ASK = "ASK { ?s ?p ?o }"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
DESCRIBE = f"DESCRIBE <{G1}#s>"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(40)) + " }"
QUERIES = {"select": SELECT, "ask": ASK, "construct": CONSTRUCT, "describe": DESCRIBE}
PARAMETER_METHODS = ("get", "form", "direct")


def send(client: TestClient, method: str, query: str, accept: Any = "*/*", **parameters: Any) -> Any:
    """A query by one of the three ways of the protocol."""
    headers = {"Accept": accept}
    if method == "get":
        return client.get("/sparql", params={"query": query, **parameters}, headers=headers)
    if method == "form":
        return client.post("/sparql", data={"query": query, **parameters}, headers=headers)
    headers["Content-Type"] = DIRECT
    return client.post("/sparql", content=query.encode(), params=parameters, headers=headers)


def values(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["o"]["value"] for row in answer.json()["results"]["bindings"]]


def fault(answer: Any) -> tuple[int, str]:
    error = answer.json()["error"]
    assert set(error) >= {"type", "message"}
    return answer.status_code, error["type"]
