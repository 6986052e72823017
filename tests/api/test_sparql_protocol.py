"""The SPARQL 1.1 Protocol over HTTP, to the letter: methods, forms, datasets, faults, caches, and clients that go."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pyoxigraph
import pytest
from fastapi import FastAPI
from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from api.app import create_app
from api.negotiation import GRAPHS, RESULTS
from graph.sparql import GRAPH_FORMATS, RESULT_FORMATS, EmbeddedStore, Limits
from tests.api.service import Served

G1, G2, HIDDEN = "http://example.org/graph/1", "http://example.org/graph/2", "http://example.org/graph/hidden"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
SELECT = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"
ASK = "ASK { ?s ?p ?o }"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
DESCRIBE = f"DESCRIBE <{G1}#s>"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(40)) + " }"
QUERIES = {"select": SELECT, "ask": ASK, "construct": CONSTRUCT, "describe": DESCRIBE}
PARAMETER_METHODS = ("get", "form", "direct")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """Three graphs, the third outside of the default graph."""
    path = tmp_path_factory.mktemp("store")
    writer = pyoxigraph.Store(str(path))
    p = NamedNode("http://example.org/p")
    for graph, words in ((G1, "中 文 %20+&"), (G2, "two"), (HIDDEN, "hidden")):
        writer.add(Quad(NamedNode(f"{graph}#s"), p, Literal(words), NamedNode(graph)))
    for n in range(20):
        writer.add(Quad(NamedNode(f"{HIDDEN}#{n}"), p, Literal(n), NamedNode(HIDDEN)))
    writer.flush()
    del writer
    opened = EmbeddedStore(path, [G1, G2], version="v1", workers=2, limits=Limits(seconds=3, rows=1000))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(served: Served, store: EmbeddedStore) -> FastAPI:
    return create_app(served.settings(body_bytes=20_000), store=store, snapshot=served.snapshot)


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as made:
        yield made


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


@pytest.mark.parametrize("method", PARAMETER_METHODS)
@pytest.mark.parametrize("kind", QUERIES)
@pytest.mark.parametrize("media_type", [*RESULT_FORMATS, *GRAPH_FORMATS])
def test_every_way_gives_every_form(client: TestClient, method: str, kind: str, media_type: str) -> None:
    answer = send(client, method, QUERIES[kind], media_type)
    if (media_type in GRAPH_FORMATS) != (kind in ("construct", "describe")):
        assert fault(answer) == (406, "not-acceptable")
        return
    assert answer.status_code == 200
    sent = answer.headers["content-type"]
    assert sent == (f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type)
    assert "Accept" in answer.headers["vary"]
    assert answer.headers["access-control-allow-origin"] == "*"
    if media_type in GRAPH_FORMATS:
        assert len(list(pyoxigraph.parse(answer.content, GRAPH_FORMATS[media_type]))) == (
            2 if kind == "construct" else 1
        )
    elif kind == "select":
        assert "中 文 %20+&" in answer.content.decode().replace("&amp;", "&")
    else:
        assert b"true" in answer.content


DATASETS = [
    ("", {}, ["two", "中 文 %20+&"]),
    ("", {"default-graph-uri": G2}, ["two"]),
    ("", {"default-graph-uri": [HIDDEN, G2]}, None),
    ("", {"named-graph-uri": G2}, []),
    (f"FROM <{G1}>", {}, ["中 文 %20+&"]),
    (f"FROM <{G1}>", {"default-graph-uri": G2}, ["two"]),
    (f"FROM NAMED <{G1}>", {}, []),
    ("", {"default-graph-uri": "http://example.org/nowhere"}, []),
]


@pytest.mark.parametrize("method", PARAMETER_METHODS)
@pytest.mark.parametrize(("dataset", "parameters", "expected"), DATASETS)
def test_datasets(
    client: TestClient, method: str, dataset: str, parameters: dict[str, Any], expected: list[str] | None
) -> None:
    found = values(send(client, method, f"SELECT ?o {dataset} {{ ?s ?p ?o }} ORDER BY ?o", **parameters))
    assert len(found) == 22 if expected is None else found == expected


@pytest.mark.parametrize("method", PARAMETER_METHODS)
def test_named_graphs_of_the_request(client: TestClient, method: str) -> None:
    query = "SELECT (STR(?g) AS ?o) { GRAPH ?g { ?s ?p ?x } } GROUP BY ?g ORDER BY ?g"
    assert values(send(client, method, query)) == [G1, G2, HIDDEN]
    assert values(send(client, method, query, **{"named-graph-uri": [G1, G2]})) == [G1, G2]
    assert values(send(client, method, query, **{"default-graph-uri": G1})) == []


@pytest.mark.parametrize(
    ("accept", "query", "expected"),
    [
        ("", SELECT, "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", SELECT, "application/sparql-results+xml"),
        ("application/*;q=0.2, text/tab-separated-values", SELECT, "text/tab-separated-values; charset=utf-8"),
        ("application/sparql-results+json;q=0, */*", SELECT, "application/sparql-results+xml"),
        ("application/json", SELECT, "application/json"),
        ("text/xml", ASK, "text/xml; charset=utf-8"),
        ("application/xml", CONSTRUCT, "application/xml"),
        ("application/json, text/turtle;q=0.9", CONSTRUCT, "application/json"),
        ("nonsense, text/turtle;q=x, application/ld+json", CONSTRUCT, "application/ld+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", SELECT, "application/xml"),
        ("TEXT/CSV; Q=1", SELECT, "text/csv; charset=utf-8"),
    ],
)
def test_accept(client: TestClient, accept: str, query: str, expected: str) -> None:
    answer = send(client, "get", query, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, expected)


@pytest.mark.parametrize(("forms", "query"), [(RESULTS, SELECT), (GRAPHS, CONSTRUCT)])
def test_short_names(client: TestClient, forms: tuple[Any, ...], query: str) -> None:
    for form in forms:
        for name in (form.media_type, *form.names):
            for parameter in ("format", "output", "results"):
                answer = send(client, "get", query, "text/html", **{parameter: name})
                assert answer.headers["content-type"].partition(";")[0] == form.media_type
    assert fault(send(client, "get", query, format="docx")) == (406, "not-acceptable")
    assert fault(send(client, "get", query, format="json", output="xml")) == (400, "bad-parameter")
    assert send(client, "form", query, format="").status_code == 200


def test_head_is_get_without_a_body(client: TestClient) -> None:
    asked = {"query": SELECT}
    head, get = client.head("/sparql", params=asked), client.get("/sparql", params=asked)
    assert head.status_code == 200
    assert head.content == b""
    for name in ("content-type", "content-length", "etag", "vary"):
        assert head.headers[name] == get.headers[name]


def test_preflight_and_options(client: TestClient) -> None:
    asked = {"Origin": "http://example.org", "Access-Control-Request-Method": "POST"}
    for headers in (asked, {}):
        answer = client.options("/sparql", headers=headers)
        assert answer.status_code == 204
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "POST" in answer.headers["access-control-allow-methods"]
        assert "Content-Type" in answer.headers["access-control-allow-headers"]
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_other_methods(client: TestClient, method: str) -> None:
    answer = client.request(method, "/sparql")
    assert fault(answer) == (405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize(
    ("query", "status", "kind", "line"),
    [
        ("SELECT *\n{ ?s ?p }", 400, "query-syntax", 2),
        ("SELECT * {\n\n'open }", 400, "query-syntax", 3),
        ("", 400, "query-syntax", 1),
        ("SELECT * { ?s ?p ?o FILTER(<http://example.org/f>(?o)) }", 400, "query-syntax", None),
        ("SELECT * {\n SERVICE <http://example.org/sparql> { ?s ?p ?o } }", 403, "query-forbidden", 2),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", 403, "query-forbidden", 1),
        ("LOAD <file:///etc/passwd>", 403, "query-forbidden", 1),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 403, "query-forbidden", 1),
        (
            f"SELECT * {{ {' '.join(f'GRAPH ?g{n} {{ ?a{n} ?b{n} ?c{n} }}' for n in range(3))} }}",
            422,
            "query-limit",
            None,
        ),
    ],
)
@pytest.mark.parametrize("method", PARAMETER_METHODS)
def test_faults_of_queries(
    client: TestClient, method: str, query: str, status: int, kind: str, line: int | None
) -> None:
    answer = send(client, method, query)
    assert fault(answer) == (status, kind)
    assert answer.json()["error"].get("line") == line
    assert answer.headers["cache-control"] == "no-store"


def test_which_limit_is_told(client: TestClient) -> None:
    start = time.monotonic()
    answer = send(client, "get", ENDLESS, timeout="0.3")
    assert fault(answer) == (422, "query-limit")
    assert answer.json()["error"]["limit"] == "time"
    assert "0.3 seconds" in answer.json()["error"]["message"]
    assert time.monotonic() - start < 5


def test_triple_terms_are_not_acceptable_as_json_ld(client: TestClient) -> None:
    query = "CONSTRUCT { <a:s> <a:p> ?t } { BIND(TRIPLE(<a:a>, <a:b>, 1) AS ?t) }"
    assert fault(send(client, "get", query, "application/ld+json")) == (406, "not-acceptable")
    assert b"<<(" in send(client, "get", query, "text/turtle").content


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ([("query", ASK), ("query", ASK)], "query"),
        ([("query", ASK), ("update", "CLEAR ALL")], "update"),
        ([("query", ASK), ("Query", ASK)], "Query"),
        ([("query", ASK), ("timeout", "soon")], "timeout"),
        ([("query", ASK), ("timeout", "-1")], "timeout"),
        ([("query", ASK), ("timeout", "nan")], "timeout"),
        ([("query", ASK), ("timeout", "1"), ("timeout", "2")], "timeout"),
        ([("default-graph-uri", G1)], "query"),
        ([("timeout", "1")], "query"),
    ],
)
def test_bad_parameters(client: TestClient, parameters: list[tuple[str, str]], named: str) -> None:
    encoded = urlencode(parameters)
    for answer in (
        client.get(f"/sparql?{encoded}"),
        client.post("/sparql", content=encoded, headers={"Content-Type": FORM}),
    ):
        assert fault(answer) == (400, "bad-parameter")
        assert answer.json()["error"]["parameter"] == named


def test_a_query_in_address_and_body_is_double(client: TestClient) -> None:
    for content, kind in ((urlencode({"query": ASK}), FORM), (ASK, DIRECT)):
        answer = client.post("/sparql", params={"query": ASK}, content=content, headers={"Content-Type": kind})
        assert fault(answer) == (400, "bad-parameter")
    assert fault(client.post("/sparql", content="", headers={"Content-Type": FORM})) == (400, "bad-parameter")


def test_what_clients_send_along_is_taken(client: TestClient) -> None:
    sent = {"format": "json", "output": "json", "results": "json", "infer": "true", "_": "1"}
    assert len(values(send(client, "get", SELECT, **sent))) == 2


@pytest.mark.parametrize("graph", ["relative", "", "http://example.org/a b"])
def test_graphs_that_are_no_iris(client: TestClient, graph: str) -> None:
    assert fault(send(client, "get", ASK, **{"default-graph-uri": graph})) == (400, "query-syntax")
    assert fault(send(client, "get", ASK, **{"named-graph-uri": "file:///etc"})) == (403, "query-forbidden")


def test_forms_are_decoded_once(client: TestClient) -> None:
    literal = "100%25 %20 + & = 中"
    query = f'SELECT ("{literal}" AS ?o) {{}}'
    for method in PARAMETER_METHODS:
        assert values(send(client, method, query)) == [literal]
    plus = client.post("/sparql", content="query=ASK+%7B%7D", headers={"Content-Type": FORM})
    assert plus.json()["boolean"] is True


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        (FORM, 200),
        (f"{FORM}; charset=UTF-8", 200),
        (f'{FORM.upper()};charset="utf-8"', 200),
        (f"{FORM}; charset=iso-8859-1", 415),
        ("multipart/form-data; boundary=x", 415),
        ("application/json", 415),
        ("application/sparql-update", 415),
        ("", 415),
    ],
)
def test_content_types(client: TestClient, content_type: str, expected: int) -> None:
    answer = client.post("/sparql", content=urlencode({"query": ASK}), headers={"Content-Type": content_type})
    assert answer.status_code == expected
    if expected == 415:
        assert fault(answer) == (415, "unsupported-media-type")
        assert DIRECT in answer.headers["accept-post"]


def test_compressed_and_broken_bodies(client: TestClient) -> None:
    headers = {"Content-Type": DIRECT, "Content-Encoding": "gzip"}
    assert client.post("/sparql", content=b"x", headers=headers).status_code == 415
    broken = client.post("/sparql", content=b"ASK { '\xff' }", headers={"Content-Type": DIRECT})
    assert fault(broken) == (400, "bad-parameter")
    assert fault(client.get("/sparql?query=%FF")) == (400, "bad-parameter")
    many = client.post("/sparql", content="a=b&" * 2000, headers={"Content-Type": FORM})
    assert fault(many) == (400, "bad-parameter")


def test_queries_over_the_bound(client: TestClient) -> None:
    long = f"ASK {{ ?s ?p '{'x' * 21_000}' }}"
    for method in ("form", "direct"):
        assert fault(send(client, method, long)) == (413, "body-too-large")

    def stream() -> Iterator[bytes]:
        yield from [b"x" * 1000] * 30

    streamed = client.post("/sparql", content=stream(), headers={"Content-Type": DIRECT})
    assert fault(streamed) == (413, "body-too-large")
    assert fault(send(client, "get", long)) == (414, "address-too-long")


def test_tags_tell_answers_apart(client: TestClient) -> None:
    first = send(client, "get", SELECT)
    tag = first.headers["etag"]
    assert send(client, "get", SELECT).headers["etag"] == tag
    others = [
        send(client, "get", SELECT + " LIMIT 1"),
        send(client, "get", SELECT, "text/csv"),
        send(client, "get", SELECT, **{"default-graph-uri": G1}),
        send(client, "get", SELECT, **{"named-graph-uri": G1}),
    ]
    assert len({tag, *(other.headers["etag"] for other in others)}) == 5
    again = client.get("/sparql", params={"query": SELECT}, headers={"If-None-Match": f'"x", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert "Accept" in again.headers["vary"]
    assert client.get("/sparql", params={"query": SELECT}, headers={"If-None-Match": '"x"'}).status_code == 200


def test_what_changes_is_not_known_before(client: TestClient) -> None:
    query = "SELECT (UUID() AS ?o) {}"
    first = send(client, "get", query)
    again = client.get("/sparql", params={"query": query}, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200
    assert values(again) != values(first)


def test_answers_are_compressed_for_who_accepts(client: TestClient) -> None:
    query = f"SELECT * {{ GRAPH <{HIDDEN}> {{ ?s ?p ?o }} }}"
    small = client.get("/sparql", params={"query": query}, headers={"Accept-Encoding": "gzip"})
    plain = client.get("/sparql", params={"query": query}, headers={"Accept-Encoding": "identity"})
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert small.content == plain.content
    assert {"Accept", "Accept-Encoding"} <= {part.strip() for part in small.headers["vary"].split(",")}


@pytest.mark.parametrize("media_type", [*RESULT_FORMATS, *GRAPH_FORMATS])
@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip", "gzip"),
        ("br", "br"),
        ("zstd", "zstd"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, br;q=0.5", "br"),
        ("br;q=0, gzip", "gzip"),
        ("deflate", None),
        ("identity", None),
        ("gzip;q=0", None),
    ],
)
def test_every_form_is_compressed_as_the_client_can_read_it(
    client: TestClient, media_type: str, accepted: str, sent: str | None
) -> None:
    pattern = "GRAPH <" + HIDDEN + "> { ?s ?p ?o }"
    query = f"{'CONSTRUCT { ?s ?p ?o }' if media_type in GRAPH_FORMATS else 'SELECT *'} WHERE {{ {pattern} }}"
    headers = {"Accept": media_type, "Accept-Encoding": accepted}
    with client.stream("GET", "/sparql", params={"query": query}, headers=headers) as answer:
        assert answer.status_code == 200
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == sent
    assert "Accept-Encoding" in answer.headers["vary"]
    plain = client.get(
        "/sparql", params={"query": query}, headers={"Accept": media_type, "Accept-Encoding": "identity"}
    )
    assert len(plain.content) > 1000
    assert (len(raw) < len(plain.content)) == (sent is not None)
    assert plain.headers["etag"] == answer.headers["etag"]


@pytest.mark.parametrize("form", GRAPHS, ids=lambda form: form.names[0])
def test_the_service_describes_itself(client: TestClient, form: Any) -> None:
    answer = client.get("/sparql", headers={"Accept": form.media_type})
    assert answer.status_code == 200
    store = pyoxigraph.Store()
    store.load(answer.content, GRAPH_FORMATS[form.media_type])
    query = """PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
        SELECT ?name { ?s a sd:Service ; sd:endpoint ?s ; sd:supportedLanguage sd:SPARQL11Query ;
        sd:defaultDataset [ sd:defaultGraph [] ; sd:namedGraph [ sd:name ?name ] ] } ORDER BY ?name"""
    found = store.query(query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [str(row["name"]) for row in found] == [f"<{graph}>" for graph in (G1, G2, HIDDEN)]
    assert client.get("/sparql", headers={"Accept": form.media_type}).content == answer.content


def test_without_a_query_clients_get_what_they_can_read(client: TestClient) -> None:
    assert client.get("/sparql").headers["content-type"].startswith("text/turtle")
    assert client.get("/sparql?format=jsonld").headers["content-type"] == "application/ld+json"
    wanted = {"Accept": "application/sparql-results+json"}
    assert fault(client.get("/sparql", headers=wanted)) == (400, "bad-parameter")
    assert fault(client.get("/sparql?format=docx")) == (406, "not-acceptable")


@pytest.mark.parametrize(("language", "words"), [("en", "Ask in SPARQL"), ("zh", "用 SPARQL 查询")])
def test_browsers_get_a_page(client: TestClient, language: str, words: str) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Accept-Language": language}
    for answer in (client.get("/sparql", headers=browser), client.get(f"/sparql?format=html&lang={language}")):
        page = answer.text
        assert answer.headers["content-type"].startswith("text/html")
        assert words in page
        assert 'method="post" action="/sparql"' in page
        for label in ("query", "format", "timeout"):
            assert f'<label for="{label}">' in page
            assert f'id="{label}"' in page
        assert "<script" not in page
        assert "style=" not in page
        assert "http" not in page.replace("http://www.w3.org/2004/02/skos/core#", "").partition("<body")[0]
    assert fault(client.get("/sparql?format=html&lang=fr")) == (400, "bad-parameter")


def test_the_examples_of_the_page_are_answered(client: TestClient) -> None:
    from api.query_page import EXAMPLES

    for _, query in EXAMPLES.values():
        assert send(client, "form", query, format="").status_code == 200


def test_a_hostile_query_stays_text(client: TestClient) -> None:
    hostile = "<script>alert(1)</script>"
    answer = send(client, "get", hostile, "text/html")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_client_that_goes_away_ends_its_query(app: FastAPI, store: EmbeddedStore) -> None:
    """Spoken to as a server speaks to the app: the request, and then the news that the client is gone."""
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/sparql",
        "raw_path": b"/sparql",
        "root_path": "",
        "query_string": urlencode({"query": ENDLESS}).encode(),
        "headers": [(b"host", b"testserver")],
        "client": ("127.0.0.1", 1),
        "server": ("testserver", 80),
        "state": {},
    }
    sent: list[Any] = []

    async def work() -> None:
        messages = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive() -> Any:
            for message in messages:
                return message
            await asyncio.sleep(0.3)
            return {"type": "http.disconnect"}

        async def keep(message: Any) -> None:
            sent.append(message)

        await app(scope, receive, keep)

    before = set(store.pool.pids)
    asyncio.run(work())
    assert sent[0]["status"] == 499
    end = time.monotonic() + 5
    while store.pool.pending and time.monotonic() < end:
        time.sleep(0.02)
    assert store.pool.pending == 0
    assert set(store.pool.pids) != before


def test_the_description_of_the_api_has_the_endpoint(client: TestClient) -> None:
    paths = json.loads(client.get("/openapi.json").text)["paths"]["/sparql"]
    assert {parameter["name"] for parameter in paths["get"]["parameters"]} == {
        "query",
        "default-graph-uri",
        "named-graph-uri",
        "format",
        "timeout",
        "evidence",
    }
    assert set(paths["post"]["requestBody"]["content"]) == {FORM, DIRECT}


@pytest.mark.parametrize(
    ("body", "status"), [("query=ASK { ?s ?p '中 文' }", 200), (b"query=ASK { ?s ?p '\xff' }", 400)]
)
def test_a_form_in_raw_utf_8_is_read_as_such(client: TestClient, body: str | bytes, status: int) -> None:
    # Browsers escape what isn't ASCII, scripts often don't.
    answer = client.post(
        "/sparql", content=body.encode() if isinstance(body, str) else body, headers={"Content-Type": FORM}
    )
    assert answer.status_code == status
    if status == 200:
        quoted = "query=SELECT ('中文' AS ?x) {}".encode()
        rows = client.post("/sparql", content=quoted, headers={"Content-Type": FORM}).json()["results"]["bindings"]
        assert rows[0]["x"]["value"] == "中文"
    else:
        assert answer.json()["error"]["message"] == "the form isn't UTF-8"
