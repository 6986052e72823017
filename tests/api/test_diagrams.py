from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice

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
        ("/diagrams/entity/gmg?depth=3", 400),
    ],
)
def test_what_isnt_there_is_refused(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_a_page_is_rendered_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []

    def render(diagram: object, language: str) -> str:
        drawn.append(diagram)
        return "a page"

    monkeypatch.setattr("api.diagrams.render_html", render)
    for path in ("/diagrams/institutions", "/embed/diagrams/institutions", "/diagrams/institutions"):
        assert client.get(path).text == "a page"
    assert len(drawn) == 1
    for query in ("families=membership&families=structure", "families=structure&families=membership"):
        assert client.get(f"/diagrams/entity/gmg?{query}").text == "a page"
    assert len(drawn) == 2


def test_drawing_holds_up_neither_health_nor_lists_and_is_bounded(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, drawn = threading.Event(), []

    def render(diagram: object, language: str) -> str:
        drawn.append(diagram)
        assert go.wait(20)
        return "a page"

    monkeypatch.setattr("api.diagrams.render_html", render)
    addresses = [f"/diagrams/entity/gmg?limit={n}" for n in range(1, 61)]
    with TestClient(served.app()) as client, ThreadPoolExecutor(62) as readers:
        answers = {readers.submit(client.get, address) for address in (*addresses, addresses[0], addresses[0])}
        refusals = list(islice(as_completed(answers, 20), 51))
        refused = [each.result() for each in refusals]
        # The one that is drawn and the eight that wait are held; the rest, and no other route, was refused.
        assert {answer.status_code for answer in refused} == {503}
        assert {answer.headers["retry-after"] for answer in refused} == {"1"}
        assert {answer.json()["error"]["type"] for answer in refused} == {"busy"}
        for path in ("/healthz", "/readyz", "/api/entities", "/entity/gmg"):
            assert readers.submit(client.get, path).result(5).status_code == 200
        assert len(drawn) == 1
        go.set()
        held = [each.result(10) for each in answers.difference(refusals)]
    assert {answer.status_code for answer in held} == {200}
    assert len(drawn) == 9
