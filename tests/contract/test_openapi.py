"""The OpenAPI document: valid, complete, and what it promises is what the service answers."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.app import ROUTERS
from api.routes.documentation import to_openapi_3_0

DOCUMENTED = sorted(
    (route.path_format, method.lower())
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, APIRoute) and route.include_in_schema
    for method in route.methods or ()
)


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def test_it_is_openapi_3_1_and_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")

    def check(node: object) -> None:
        if isinstance(node, dict):
            if "$ref" in node:
                target: Any = document
                for step in node["$ref"].removeprefix("#/").split("/"):
                    target = target[step]
            for child in node.values():
                check(child)
        elif isinstance(node, list):
            for child in node:
                check(child)

    check(document)


@pytest.mark.parametrize(("path", "method"), DOCUMENTED)
def test_every_route_is_documented(document: dict[str, Any], path: str, method: str) -> None:
    operation = document["paths"][path][method]
    assert operation["summary"]
    assert operation["description"]
    assert operation["tags"]
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "query":
            assert parameter.get("description"), parameter["name"]


def test_nothing_is_documented_that_isnt_there(document: dict[str, Any]) -> None:
    assert {(path, method) for path, item in document["paths"].items() for method in item} == set(DOCUMENTED)


def test_operations_have_names_of_their_own(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for item in document["paths"].values() for operation in item.values()]
    assert len(names) == len(set(names))


def test_swagger_ui_gets_openapi_3_0(client: TestClient, document: dict[str, Any]) -> None:
    older = client.get("/docs/openapi.json").json()
    assert older == to_openapi_3_0(document)
    assert older["openapi"] == "3.0.3"
    assert '"type":"null"' not in client.get("/docs/openapi.json").text
    assert set(older["paths"]) == set(document["paths"])
