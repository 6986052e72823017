"""Every example in the description of the API is a request that is answered, in the shape that is promised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.app import ROUTERS
from api.models import AmongShape
from graph.authoring.assembly import assemble
from graph.authoring.folder import read_data
from graph.identifiers import Identifiers
from graph.locations import data_folder
from graph.snapshot import Snapshot
from ontology import vocabulary
from tests.api.service import Served

SHAPES = {
    route.path_format: route.response_model
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, APIRoute) and route.path.startswith("/api/") and route.response_model is not None
    if "GET" in (route.methods or ())
}


@pytest.fixture(scope="module")
def report_client(served: Served) -> Iterator[TestClient]:
    """A client of the service over the report itself, of which the examples speak."""
    from api.app import create_app

    snapshot = Snapshot(assemble(read_data(data_folder()), vocabulary(), Identifiers()), "v1")
    settings = served.settings().model_copy(update={"data": data_folder()})
    with TestClient(create_app(settings, store=served.store, snapshot=snapshot)) as made:
        yield made


def examples_of(parameter: dict[str, Any]) -> list[Any]:
    found: list[Any] = parameter["schema"].get("examples", parameter.get("examples", []))
    return found


@pytest.mark.parametrize("path", sorted(SHAPES))
def test_each_example_is_answered_in_its_shape(report_client: TestClient, path: str) -> None:
    operation = report_client.get("/openapi.json").json()["paths"][path]["get"]
    address, needed, optional = path, {}, {}
    for parameter in operation.get("parameters", ()):
        examples, name = examples_of(parameter), parameter["name"]
        if parameter.get("required"):
            assert examples, f"{name} of {path} has no example"
        if parameter["in"] == "path":
            address = address.replace(f"{{{name}}}", str(examples[0]))
        elif parameter.get("required"):
            needed[name] = examples[0]
        elif examples:
            optional[name] = examples[0]
    for more in ({}, *({name: value} for name, value in optional.items())):
        answer = report_client.get(address, params={**needed, **more})
        assert answer.status_code == 200, (answer.url, answer.text[:300])
        SHAPES[path].model_validate(answer.json())


def test_the_example_of_a_body_is_answered_in_its_shape(report_client: TestClient) -> None:
    document = report_client.get("/openapi.json").json()
    properties = document["components"]["schemas"]["AskedEntities"]["properties"]
    (example,) = properties["entity"]["examples"]
    answer = report_client.post("/api/graph", json={"entity": example})
    assert answer.status_code == 200, answer.text
    AmongShape.model_validate(answer.json())
    assert answer.json()["missing"] == []
