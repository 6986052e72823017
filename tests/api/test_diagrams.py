from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from html import unescape
from itertools import islice
from urllib.parse import unquote, urlencode
from xml.etree.ElementTree import fromstring

import pytest
from starlette.testclient import TestClient

from api.files import disposition
from tests.api.service import Served
from viz import FORMS

SECRETARIAT = "CONSTRUCT { ?s ?p entity:secretariat } WHERE { ?x rdf:subject ?s ; rdf:predicate ?p }"
SERVICE = "CONSTRUCT { ?s ?p ?o } { SERVICE <http://x/> { ?s ?p ?o } }"


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


def test_a_view_is_narrowed(client: TestClient) -> None:
    whole = client.get("/view.html?entity=gmg").text
    members = client.get("/view.html?entity=gmg&families=membership&modality=fact&lang=zh").text
    assert "secretary-general" in whole
    assert "secretary-general" not in members
    assert 'lang="zh' in members


@pytest.mark.parametrize(
    ("query", "shown", "not_shown"),
    [
        ("entity=gmg&hide=iom", ["ilo"], ["iom"]),
        ("entity=gmg&hide=A-1-1/1.2", ["iom"], []),
        ("entity=gmg&class=Role", ["secretary-general", "gmg"], ["ilo", "secretariat"]),
        ("entity=ilo&entity=iom&depth=0", ["ilo", "iom"], ["gmg"]),
        ("path=ilo,iom", ["ilo", "gmg", "iom"], ["secretary-general"]),
        ("path=ilo,iom&length=2&families=membership", ["ilo", "gmg", "iom"], []),
        ("scenario=scenario-a", ["secretariat", "gmg"], []),
        (urlencode({"query": SECRETARIAT}), ["secretariat", "gmg"], ["ilo"]),
        ("from=2006&to=2006", ["gmg"], ["ilo"]),
        ("entity=gmg&modality=all", ["secretary-general", "gmg", "ilo"], []),
    ],
)
def test_each_kind_of_view(client: TestClient, query: str, shown: list[str], not_shown: list[str]) -> None:
    page = client.get(f"/view.html?{query}")
    assert page.status_code == 200, page.text
    drawn = set(re.findall(r'"iri":"[^"]*/entity/([^"]+)"', page.text))
    assert drawn >= set(shown)
    assert drawn.isdisjoint(not_shown)
    assert client.get(f"/view?{query}").status_code == 200
    assert client.get(f"/embed/view?{query}").status_code == 200


MANY = ["gmg", "ilo", "iom", "secretariat", "secretary-general", "rec-2-b", "a-1-1"]


@pytest.mark.parametrize(
    "narrowed",
    [
        *("modality=fact", "modality=absence&modality=recommendation", "modality=all&families=membership"),
        *("modality=all&holder=secretary-general", "modality=all&section=I.1", "modality=all&as_at=2005"),
        *("modality=all&from=2000&to=2005-06", "holder=a-1-1&modality=fact&section=I&as_at=2006"),
    ],
)
def test_a_view_shows_what_the_graph_shows_under_the_same_filters(client: TestClient, narrowed: str) -> None:
    def drawn(query: str) -> set[str]:
        record = client.get(f"/view.json?{query}&values=false").json()
        assert not [claim for node in record["nodes"] for claim in node["claims"]]
        return {edge["id"] for edge in record["edges"]}

    everything = "&".join(["depth=0", *(f"entity={id}" for id in MANY)])
    statements = client.get(f"/api/graph?{everything}&{narrowed}").json()["statements"]
    between = {each["id"] for each in statements if "id" in each["object"]}
    assert drawn(f"{everything}&{narrowed}") == between
    assert between < drawn(everything)


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


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_too_much_to_read_is_counted_and_led_to(client: TestClient, language: str) -> None:
    query = "entity=gmg&depth=3&limit=3"
    page = client.get(f"/view?{query}&lang={language}").text
    assert ("All that was selected" if language == "en" else "选取的全部内容") in page
    links = re.findall(r'href="(/view\?[^"]*class=[^"]*)">(\d+)</a>', page)
    assert len(links) > 2
    for address, _ in links:
        narrower = client.get(unescape(address).replace("limit=3", "limit=100"))
        assert narrower.status_code == 200
        assert f'lang="{"en" if language == "en" else "zh-Hans"}"' in narrower.text
    assert client.get(unescape(re.findall(r'href="(/view\?[^"]*layout=clusters[^"]*)"', page)[0])).status_code == 200
    counted = unescape(re.findall(r'href="(/view\?[^"]*summary=true[^"]*)"', page)[0])
    assert ("Summary by class" if language == "en" else "按类别汇总") in client.get(counted).text
    assert client.get(counted.replace("/view?", "/view.svg?")).status_code == 200
    assert client.get("/view?entity=gmg&summary=true&layout=timeline").status_code == 400
    assert "All that was selected" not in client.get("/view?entity=gmg&depth=0&lang=en").text


def test_places_are_kept(client: TestClient) -> None:
    page = client.get("/view.html?entity=ilo&entity=iom&depth=0&at=10,20;-300,40").text
    assert re.search(r'"x":10(\.0)?,"y":20(\.0)?[,}]', page)
    assert re.search(r'"x":-300(\.0)?,"y":40(\.0)?[,}]', page)


def test_who_joins_later_leaves_the_others_where_they_are(client: TestClient) -> None:
    def places(query: str) -> dict[str, list[float]]:
        nodes = client.get(f"/view.json?{query}").json()["nodes"]
        return {node["id"]: [node["x"], node["y"]] for node in nodes}

    before = places("entity=ilo&entity=iom&depth=0")
    after = places("entity=gmg&entity=ilo&entity=iom&depth=0&later=gmg")
    assert set(after) == {*before, "gmg"}
    assert {id: after[id] for id in before} == before


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/diagrams/nope", 404, "institutions"),
        ("/diagrams/nope.html", 404, "institutions"),
        ("/diagrams/institutions.exe", 404, "html"),
        ("/embed/diagrams/nope", 404, "institutions"),
        ("/view.html?entity=gmgg", 404, "gmgg"),
        ("/view.html?entity=ilo&hide=nope", 404, "nope"),
        ("/view.html?entity=gmg&depth=4", 400, "depth"),
        ("/view.html", 400, "give one of entities"),
        ("/view.html?entity=gmg&path=a,b", 400, "only a scenario goes with entities"),
        ("/view.html?path=gmg", 400, "two ids"),
        ("/view.html?path=secretary-general,secretariat&families=time", 404, "no path of at most 3"),
        ("/view.html?scenario=nope", 400, "scenario-a"),
        ("/view.html?from=06", 400, "four digits"),
        ("/view.html?from=2007&to=2006", 400, "swap"),
        ("/view.html?entity=gmg&from=2007&to=2006-05", 400, "swap"),
        ("/view.html?entity=gmg&from=later", 400, "later"),
        ("/view.html?entity=gmg&as_at=2006/..", 400, "open"),
        ("/view.html?as_at=2006", 400, "say of what"),
        ("/view.html?entity=gmg&holder=nope", 400, "nope"),
        ("/view.html?entity=gmg&section=nope", 400, "nope"),
        ("/view.html?entity=gmg&values=maybe", 400, "values"),
        ("/view.html?from=1900&to=1901", 404, "longer period"),
        ("/view.html?entity=gmg&layout=spiral", 400, "layout"),
        ("/view.html?entity=gmg&at=1;2", 400, "no place"),
        ("/view.html?entity=gmg&at=1,2", 400, "1 places are given for"),
        ("/view.html?entity=gmg&later=iom", 400, "can't join later"),
        ("/view.html?entity=gmg&width=99", 400, "width"),
        ("/view.html?entity=gmg&scale=9", 400, "scale"),
        ("/view.html?entity=gmg&paper=a5", 400, "paper"),
        ("/view.html?entity=gmg&emphasis=nope", 404, "nope"),
        ("/view.html?entity=gmg&hide=%3Cscript%3E", 400, "hide takes ids"),
        ("/view.html?" + urlencode({"query": "SELECT * { ?s ?p ?o }"}), 400, "CONSTRUCT"),
        ("/view.html?" + urlencode({"query": "CONSTRUCT { ?s"}), 400, "line 1"),
        ("/view.html?" + urlencode({"query": "CONSTRUCT WHERE { ?s a oa:Nothing }"}), 404, "no triple"),
        ("/view.html?" + urlencode({"query": SERVICE}), 403, "SERVICE"),
        ("/embed/view?entity=gmg&v=" + 65 * "x", 400, "v"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_with_its_reason(client: TestClient, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.json()["error"]["message"]


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
        ("x" * 500, "x" * 80 + ".svg"),
        ("...", "diagram.svg"),
    ],
)  # fmt: skip
def test_a_file_name_is_safe(title: str, named: str) -> None:
    header = disposition("", title, "svg")
    assert header == header.encode("ascii", "strict").decode()
    assert unquote(header.rpartition("''")[2]).lstrip(". ") == named


def test_a_page_is_rendered_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []

    def render(diagram: object, extension: str, options: object) -> bytes:
        drawn.append(diagram)
        return b"a page"

    monkeypatch.setattr("api.routes.views.render", render)
    for query in ("families=membership&families=structure", "families=structure&families=membership"):
        assert client.get(f"/view.html?entity=gmg&{query}").text == "a page"
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
    monkeypatch.setattr("api.diagrams.SECONDS", 0.2)
    with TestClient(served.app()) as client:
        answer = client.get("/view.html?entity=gmg")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "ask again" in answer.json()["error"]["message"]
        go.set()
        monkeypatch.setattr("api.diagrams.SECONDS", 20)
        assert client.get("/view.html?entity=gmg").text == "a page"


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
