"""Diagrams of whatever an address asks for: what they show, keep and refuse."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

SECRETARIAT = "CONSTRUCT { ?s ?p entity:secretariat } WHERE { ?x rdf:subject ?s ; rdf:predicate ?p }"
SERVICE = "CONSTRUCT { ?s ?p ?o } { SERVICE <http://x/> { ?s ?p ?o } }"


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


def test_a_timeline_without_lines_tells_when_alone(client: TestClient) -> None:
    query = "entity=gmg&entity=ilo&depth=0&layout=timeline"
    assert client.get(f"/view.json?{query}").json()["edges"]
    plain = client.get(f"/view.json?{query}&lines=false").json()
    assert plain["edges"] == []
    # What isn't dated has no place there, and is counted; where nothing is dated, it stands as such.
    assert {node["id"] for node in plain["nodes"]} == {"gmg"}
    assert "(1)" in plain["note"]["en"]
    assert plain["title"] == {"zh": "移徙小组：按日期", "en": "Migration Group, by date"}
    undated = client.get("/view.json?entity=ilo&entity=iom&depth=0&layout=timeline&lines=false").json()
    assert {node["id"] for node in undated["nodes"]} == {"ilo", "iom"}
    # What dates one of them stands with it.
    assert "A-1-1/1.1" in {claim["id"] for node in plain["nodes"] for claim in node["claims"] if node["id"] == "gmg"}
    assert client.get("/view.json?entity=gmg&lines=maybe").status_code == 400


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
