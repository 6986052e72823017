"""The ready diagrams as the service gives them: forms, files, lists, briefings, and what drawing them costs others."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from api.drawing.files import disposition
from tests.api.service import Served
from viz import FORMS


def test_the_ready_diagrams_are_listed_with_their_forms(client: TestClient) -> None:
    listed = client.get("/api/diagrams").json()
    assert [each["extension"] for each in listed["forms"]] == list(FORMS)
    assert listed["frame_ancestors"] == "'self'"
    assert listed["items"]
    for each in listed["items"]:
        found = client.get(f"/api/diagrams/{each['id']}").json()
        drawn = client.get(f"/diagrams/{each['id']}.json").json()
        assert found["title"] == each["title"] == drawn["title"]
        places = {spot["id"]: (spot["x"], spot["y"]) for spot in found["entities"]}
        assert places == {node["id"]: (node["x"], node["y"]) for node in drawn["nodes"]}
        assert list(places) == sorted(places)
    assert [each["about"] for each in listed["items"]] == [["gmg"]]
    assert client.get("/api/diagrams/nope").status_code == 404


@pytest.mark.parametrize("extension", FORMS)
def test_every_form_has_an_address(client: TestClient, extension: str) -> None:
    for path in (f"/diagrams/institutions.{extension}?lang=zh", f"/view.{extension}?lang=zh&entity=gmg"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == FORMS[extension].media_type.partition(";")[0]
        assert answer.headers["content-language"] == "zh-Hans"
        assert "content-disposition" not in answer.headers
        assert client.get(path).content == answer.content
        tag = answer.headers["etag"]
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
        saved = client.get(f"{path}&download=true").headers["content-disposition"]
        assert saved.startswith("attachment; filename=")
    saved = client.get(f"/diagrams/institutions.{extension}?lang=zh&download=1").headers["content-disposition"]
    assert f"机构.{extension}" in unquote(saved)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Who & what", "Who & what.svg"),
        ("a/b\\c:d\"e*f?g<h>i|j", "a b c d e f g h i j.svg"),
        ("../../etc/passwd", "etc passwd.svg"),
        ("line\r\nSet-Cookie: x", "line Set-Cookie x.svg"),
        ("\u202egpj.exe", "gpj.exe.svg"),
        ("全球移徙问题小组", "全球移徙问题小组.svg"),
        ("x" * 500, "x" * 120 + ".svg"),
        ("...", "diagram.svg"),
    ],
)  # fmt: skip
def test_a_file_name_is_safe(title: str, named: str) -> None:
    header = disposition("", title, "svg")
    assert header == header.encode("ascii", "strict").decode()
    assert unquote(header.rpartition("''")[2]).lstrip(". ") == named


def test_a_page_is_rendered_once(fresh: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []

    def render(diagram: object, extension: str, options: object) -> bytes:
        drawn.append(diagram)
        return b"a page"

    monkeypatch.setattr("api.routes.views.render", render)
    for query in ("families=membership&families=structure", "families=structure&families=membership"):
        assert fresh.get(f"/view.html?entity=gmg&{query}").text == "a page"
    assert len(drawn) == 1


def test_drawing_holds_up_neither_health_nor_lists_and_is_bounded(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, begun, drawn = threading.Event(), threading.Event(), []

    def render(diagram: object, extension: str, options: object) -> bytes:
        drawn.append(diagram)
        begun.set()
        assert go.wait(60)
        return b"a page"

    monkeypatch.setattr("api.routes.views.render", render)
    addresses = [f"/view.html?entity=gmg&limit={n}" for n in range(1, 61)]
    with TestClient(served.app()) as client, ThreadPoolExecutor(62) as readers:
        answers = {readers.submit(client.get, addresses[0])}
        assert begun.wait(20)
        answers |= {readers.submit(client.get, address) for address in (*addresses[1:], addresses[0], addresses[0])}
        refusals = list(islice(as_completed(answers, 60), 51))
        refused = [each.result() for each in refusals]
        # The one that is drawn and the eight that wait are held; the rest, and no other route, was refused.
        assert {answer.status_code for answer in refused} == {503}
        assert {answer.headers["retry-after"] for answer in refused} == {"1"}
        assert {answer.json()["error"]["type"] for answer in refused} == {"busy"}
        for path in ("/healthz", "/readyz", "/api/entities", "/entity/gmg"):
            assert readers.submit(client.get, path).result(30).status_code == 200
        assert len(drawn) == 1
        go.set()
        held = [each.result(60) for each in answers.difference(refusals)]
    assert {answer.status_code for answer in held} == {200}
    assert len(drawn) == 9


def test_what_takes_too_long_is_told_and_found_later(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()

    def render(diagram: object, extension: str, options: object) -> bytes:
        assert go.wait(20)
        return b"a page"

    monkeypatch.setattr("api.routes.views.render", render)
    monkeypatch.setattr("api.drawing.diagrams.SECONDS", 0.2)
    with TestClient(served.app()) as client:
        answer = client.get("/view.html?entity=gmg")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "ask again" in answer.json()["error"]["message"]
        go.set()
        monkeypatch.setattr("api.drawing.diagrams.SECONDS", 20)
        assert client.get("/view.html?entity=gmg").text == "a page"


def test_a_briefing_is_one_document_of_ready_diagrams(client: TestClient) -> None:
    for ending, media in (("docx", "wordprocessingml.document"), ("pptx", "presentationml.presentation")):
        answer = client.get(f"/briefing.{ending}?diagram=institutions&diagram=institutions&lang=zh")
        assert answer.status_code == 200
        assert answer.headers["content-type"].endswith(media)
        assert f'filename="briefing.{ending}"' in answer.headers["content-disposition"]
        assert answer.headers["content-language"] == "zh-Hans"
        assert answer.content.startswith(b"PK")


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("docx", 400, "diagram"),
        ("odt?diagram=institutions", 404, "docx, pptx, pdf"),
        ("docx?diagram=nothing", 404, "there is no diagram"),
        ("docx?" + "&".join(f"diagram=d{n}" for n in range(21)), 400, "diagram"),
        ("docx?diagram=institutions&colour=red", 400, "colour"),
        ("docx?diagram=institutions&paper=a9", 400, "paper"),
    ],
)
def test_what_makes_no_briefing_is_refused(client: TestClient, query: str, status: int, words: str) -> None:
    answer = client.get(f"/briefing.{query}", headers={"accept": "application/json"})
    assert answer.status_code == status
    assert words in answer.text


def test_the_list_previews_each_drawing(client: TestClient) -> None:
    page = client.get("/diagrams?lang=zh").text
    assert 'src="/diagrams/institutions/preview.svg?lang=zh"' in page
    for form in FORMS:
        assert f"/diagrams/institutions.{form}?lang=zh&amp;download=true" in page
    picture = client.get("/diagrams/institutions/preview.svg?lang=zh")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert "移徙小组" in picture.text
    assert len(picture.content) < len(client.get("/diagrams/institutions.svg?lang=zh").content)
