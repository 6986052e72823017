"""Every failure of every route has the one shape."""

from __future__ import annotations

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.app import ROUTERS
from api.errors import ERRORS
from api.models import ErrorShape
from graph.errors import QueryError
from tests.api.service import Served

PLACES = {
    "measure": "nope",
    "id": "nope",
    "report": "nope",
    "symbol": "nope",
    "n": "nope",
    "layer": "nope",
    "place": "nope",
    "name": "nope",
    "extension": "nope",
    "view": "nope",
}
ROUTES = sorted(
    {
        (route.path, method)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }
)
# One page for every address, whose script tells the reader what it doesn't know of it: tests/api/test_explorer.py.
EXPLORER = ["/", "/explore", "/explore/{view}"]
GETS = [path for path, method in ROUTES if method == "GET" and not path.startswith("/sparql") and path not in EXPLORER]


def address(path: str) -> str:
    for name, value in PLACES.items():
        path = path.replace(f"{{{name}}}", value).replace(f"{{{name}:path}}", value)
    assert "{" not in path, f"say in PLACES what stands for the parameters of {path}"
    return path


def check_shape(answer: object, status: int, kind: str = "") -> None:
    assert getattr(answer, "status_code") == status  # noqa: B009
    body = answer.json()  # type: ignore[attr-defined]
    ErrorShape.model_validate(body)
    assert set(body) == {"error"}
    assert body["error"]["message"]
    assert kind in ("", body["error"]["type"])
    assert answer.headers["content-type"] == "application/json"  # type: ignore[attr-defined]


def test_all_routes_are_looked_at() -> None:
    assert len(GETS) >= 45
    assert set(EXPLORER) < {path for path, _ in ROUTES}


@pytest.mark.parametrize("path", GETS)
def test_an_unknown_parameter_is_refused_by_name(client: TestClient, path: str) -> None:
    answer = client.get(address(path), params={"langauge": "en"})
    check_shape(answer, 400, "bad-parameter")
    assert answer.json()["error"]["parameter"] == "langauge"


@pytest.mark.parametrize("path", [path for path in GETS if "{" in path])
def test_what_isnt_there_is_404(client: TestClient, path: str) -> None:
    check_shape(client.get(address(path)), 404, "not-found")


@pytest.mark.parametrize("path", [*GETS, *EXPLORER])
@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH"])
def test_what_isnt_allowed_is_405(client: TestClient, path: str, method: str) -> None:
    answer = client.request(method, address(path))
    check_shape(answer, 405, "method-not-allowed")
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize("path", ["/nope", "/api", "/api/", "/api/entities/", "/static/nope.css", "/%00", "/docs/nope"])
def test_what_no_route_knows_is_404(client: TestClient, path: str) -> None:
    check_shape(client.get(path), 404, "not-found")


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("/api/entities?limit=x", "limit"),
        ("/api/entities?limit=-1", "limit"),
        ("/api/entities?lang=fr", "lang"),
        ("/api/entities?lang=en&lang=zh", "lang"),
        ("/api/entities?class=Nope", "class"),
        ("/api/entities?cursor=%00", "cursor"),
        ("/api/entities?format=xls", "format"),
        ("/api/entities/gmg/neighbourhood?depth=4", "depth"),
        ("/api/entities/gmg/neighbourhood?families=nope", "families"),
        ("/api/entities/gmg/neighbourhood?modality=nope", "modality"),
        ("/api/statements?subject=nope", "subject"),
        ("/api/statements?predicate=nope", "predicate"),
        ("/api/statements?paragraph=nope", "paragraph"),
        ("/api/statements?report=nope", "report"),
        ("/view?entity=gmg&limit=121", "limit"),
        ("/api/questions?topic=nope", "topic"),
        ("/api/questions/claims?subjekt=gmg", "subjekt"),
        ("/api/questions/claims?subject=gmg&subject=ilo", "subject"),
        ("/api/questions/claims?modality=nope", "modality"),
        ("/api/questions/claims/answer?subject=nope", "subject"),
        ("/api/questions/claims/answer?subject=", "subject"),
        ("/api/questions/claims/answer?limit=1", "limit"),
        ("/api/questions/every-kind/answer?least=1_0", "least"),
        ("/api/questions/every-kind/answer?day=soon", "day"),
        ("/api/questions/every-kind/answer?class=Nope", "class"),
        ("/api/questions/every-kind/answer?paragraph=144", "paragraph"),
        ("/questions/claims?subject=nope", "subject"),
        ("/questions/claims?format=csv", "format"),
    ],
)
def test_a_wrong_value_names_its_parameter(client: TestClient, path: str, parameter: str) -> None:
    answer = client.get(path)
    check_shape(answer, 400, "bad-parameter")
    assert answer.json()["error"]["parameter"].split(".")[0] == parameter


@pytest.mark.parametrize(
    "path",
    [
        *("/api/entities", "/api/statements", "/api/reports", "/entity/gmg", "/ontology"),
        *("/api/questions", "/api/questions/claims/answer"),
    ],
)
def test_no_form_that_is_accepted_is_406(client: TestClient, path: str) -> None:
    check_shape(client.get(path, headers={"Accept": "image/png"}), 406, "not-acceptable")


@pytest.mark.parametrize("path", GETS)
def test_a_fault_of_ours_says_nothing_internal(served: Served, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the house")

    app = served.app()
    with TestClient(app) as client:
        monkeypatch.setattr("api.parameters.query_parameters", fail)
        answer = client.get(address(path))
        check_shape(answer, 500, "internal")
        assert "secret" not in answer.text


def test_every_error_of_queries_has_its_status() -> None:
    def below(kind: type[Exception]) -> set[type[Exception]]:
        return {kind, *(found for child in kind.__subclasses__() for found in below(child))}

    unlisted = {
        kind for kind in below(QueryError) - {QueryError} if not any(ancestor in ERRORS for ancestor in kind.__mro__)
    }
    assert not unlisted
    assert all(400 <= status < 600 for status, _ in ERRORS.values())
