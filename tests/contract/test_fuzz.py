"""Whatever the OpenAPI document allows, and what it doesn't, gets an answer that the document promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from tests.api.service import Served
from tests.contract.test_openapi import DOCUMENTED

EXAMPLES = 5
"""How many requests of each kind an operation gets; the same ones in every run."""


@pytest.fixture(scope="module")
def schema(served: Served) -> Iterator[Any]:
    """The document of the service over the small dataset, which also answers."""
    app = served.app(metrics="all")
    with TestClient(app):
        yield schemathesis.openapi.from_asgi("/openapi.json", app)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("path", "method"), DOCUMENTED)
def test_every_answer_is_one_that_the_document_promises(
    schema: Any, path: str, method: str, mode: GenerationMode
) -> None:
    operation = schema[path][method]
    # Whether an id, a cursor or a query is sound depends on the data, which the document doesn't hold.
    excluded: list[Any] = [positive_data_acceptance]
    if path == "/oembed":  # its standard says 501 for a form that it doesn't have
        excluded.append(not_a_server_error)
    if mode is GenerationMode.NEGATIVE and not list(operation.query) and not list(operation.body):
        return  # a path takes any text, so there is nothing to get wrong

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case: Any) -> None:
        answer = case.call()
        if answer.status_code == 414:  # whatever it was, it was too long to look at
            return
        case.validate_response(answer, excluded_checks=excluded)

    check()
