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


@pytest.fixture
def client(served: Served) -> Iterator[TestClient]:
    """A client of the service over the small dataset."""
    with TestClient(served.app()) as made:
        yield made
