"""Diagrams in pages of others: who may frame them, how oEmbed tells of them, what they say when the data moved on."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlencode
from xml.etree.ElementTree import fromstring

import pytest
from starlette.testclient import TestClient

from tests.api.service import Served


@pytest.mark.parametrize("path", ["/diagrams/institutions", "/view?entity=gmg", "/diagrams/institutions.html"])
def test_a_diagram_may_not_be_framed(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    ancestors = page.headers["content-security-policy"].rpartition("frame-ancestors ")[2]
    assert ancestors in ("'none'", "'self'")


@pytest.mark.parametrize("path", ["/embed/diagrams/institutions", "/embed/view?entity=gmg"])
def test_an_embedded_diagram_may_be_framed_by_whom_the_setting_names(served: Served, path: str) -> None:
    for setting, ancestors in (
        ("'self'", "'self'"),
        ("https://intranet.example", "'self' https://intranet.example"),
        ("'none'", "'self'"),
    ):
        with TestClient(served.app(frame_ancestors=setting)) as client:
            policy = client.get(path).headers["content-security-policy"]
            assert policy.endswith(f"; frame-ancestors {ancestors}")


def test_the_start_page_embeds_the_institutions(client: TestClient) -> None:
    page = client.get("/plain").text
    assert 'src="/embed/diagrams/institutions?lang=en"' in page
    assert 'src="/embed/diagrams/institutions?lang=zh"' in client.get("/plain?lang=zh").text


def test_a_link_from_another_version_is_told(client: TestClient, served: Served) -> None:
    for path in ("/embed/diagrams/institutions?lang=en", "/embed/view?entity=gmg&lang=en"):
        told = 'role="note" data-message="moved"'
        assert told not in client.get(path).text
        assert told not in client.get(f"{path}&v={served.snapshot.version}").text
        assert told in client.get(f"{path}&v=another").text


def test_a_page_leads_to_its_oembed_and_that_to_its_frame(client: TestClient) -> None:
    for path in ("/diagrams/institutions?lang=zh", "/view?entity=gmg&depth=1&families=membership&lang=zh"):
        page = client.get(path).text
        link = re.search(r'type="application/json\+oembed" href="([^"]+)"', page)
        assert link
        answer = client.get(unescape(link[1]))
        assert answer.status_code == 200
        told = answer.json()
        assert (told["type"], told["version"], told["width"], told["height"]) == ("rich", "1.0", 960, 720)
        frame = re.fullmatch(
            r'<iframe src="([^"]+)" title="([^"]+)" width="960" height="720" [^>]*></iframe>', told["html"]
        )
        assert frame
        assert frame[2] == told["title"]
        shown = client.get(unescape(frame[1]))
        assert shown.status_code == 200
        assert 'id="picture"' in shown.text
        assert 'data-message="moved"' not in shown.text
        assert f'<iframe src="{frame[1]}"' in unescape(page)


def test_oembed_keeps_to_the_room_there_is_and_speaks_xml(client: TestClient) -> None:
    url = "http://testserver/diagrams/institutions"
    answer = client.get("/oembed", params={"url": url, "maxwidth": 400, "maxheight": 300, "format": "xml"})
    assert answer.headers["content-type"].startswith("text/xml")
    document = fromstring(answer.text)  # noqa: S314 - our own
    assert document.tag == "oembed"
    assert (document.findtext("width"), document.findtext("height")) == ("400", "300")
    assert 'width="400" height="300"' in str(document.findtext("html"))


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"url": "https://elsewhere.example/diagrams/institutions"}, 404),
        ({"url": "http://testserver.evil/diagrams/institutions"}, 404),
        ({"url": "http://testserver@evil/diagrams/institutions"}, 404),
        ({"url": "javascript:alert(1)//testserver/diagrams/institutions"}, 404),
        ({"url": "http://[::1/diagrams/institutions"}, 404),
        ({"url": "http://testserver/diagrams/nope"}, 404),
        ({"url": "http://testserver/entity/gmg"}, 404),
        ({"url": "http://testserver/view?entity=nope"}, 404),
        ({"url": "http://testserver/view?entity=gmg&depth=x"}, 400),
        ({"url": "http://testserver/view?entity=gmg&callback=x"}, 400),
        ({"url": "http://testserver/diagrams/institutions", "format": "yaml"}, 501),
        ({"url": "http://testserver/diagrams/institutions", "maxwidth": "1"}, 400),
        ({}, 400),
    ],
)
def test_oembed_answers_for_diagrams_of_this_service_only(
    client: TestClient, parameters: dict[str, str], status: int
) -> None:
    answer = client.get("/oembed", params=parameters)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_a_title_cannot_leave_its_attribute(client: TestClient) -> None:
    hostile = '"><script>alert(1)</script>'
    address = f"/view?{urlencode({'entity': 'gmg', 'title': hostile})}"
    assert "<script>alert" not in client.get(address).text
    told = client.get("/oembed", params={"url": f"http://testserver{address}"}).json()
    assert "<script>" not in told["html"]
    assert told["html"].count("<iframe") == 1
    assert "<script>alert" not in client.get(address.replace("/view?", "/view.html?")).text
