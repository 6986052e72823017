from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.api.service import Served


@pytest.mark.parametrize("path", ["/diagrams/institutions", "/diagrams/entity/gmg"])
def test_a_diagram_may_not_be_framed(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert page.headers["content-security-policy"].endswith("frame-ancestors 'none'")


def test_an_embedded_diagram_may_be_framed_by_whom_the_setting_names(served: Served) -> None:
    with TestClient(served.app()) as client:
        assert (
            client.get("/embed/diagrams/institutions").headers["content-security-policy"].endswith("ancestors 'self'")
        )
    with TestClient(served.app(frame_ancestors="https://intranet.example")) as client:
        policy = client.get("/embed/diagrams/institutions").headers["content-security-policy"]
        assert policy.endswith("frame-ancestors https://intranet.example")


def test_the_start_page_embeds_the_institutions(client: TestClient) -> None:
    page = client.get("/").text
    assert 'src="/embed/diagrams/institutions?lang=en"' in page
    assert 'src="/embed/diagrams/institutions?lang=zh"' in client.get("/?lang=zh").text


def test_an_entity_diagram_is_narrowed(client: TestClient) -> None:
    whole = client.get("/diagrams/entity/gmg").text
    members = client.get("/diagrams/entity/gmg?families=membership&modality=fact&lang=zh").text
    assert "secretary-general" in whole
    assert "secretary-general" not in members
    assert 'lang="zh' in members


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/diagrams/nope", 404),
        ("/embed/diagrams/nope", 404),
        ("/diagrams/entity/nope", 404),
        ("/diagrams/entity/gmg?depth=4", 400),
    ],
)
def test_what_isnt_there_is_refused(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_a_page_is_rendered_once(client: TestClient, served: Served) -> None:
    first = client.get("/diagrams/institutions").content
    assert client.get("/diagrams/institutions").content == first
    assert client.app.state.diagrams.ready.cache_info().hits == 1  # type: ignore[attr-defined]
