"""The service over a small dataset."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.api.service import Served


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The small dataset."""
    return Served(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def client(served: Served) -> Iterator[TestClient]:
    """A client of the service over the small dataset, the same for all tests of a module."""
    with TestClient(served.app()) as made:
        yield made


@pytest.fixture
def fresh(served: Served) -> Iterator[TestClient]:
    """A client of a service of its own: for what counts answers, or changes what the service is made of."""
    with TestClient(served.app()) as made:
        yield made
