from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.models import (
    AmongShape,
    AnalysisShape,
    ClustersShape,
    DifferenceShape,
    GraphShape,
    MeasureShape,
    MomentShape,
    NodeShape,
    PageShape,
    PathsShape,
    RelationShape,
    VocabularyShape,
)
from graph.model import AS_IN_DATA, Value
from graph.network.measures import MEASURES
from graph.records import statement_record
from tests.api.service import Served
from viz.style import CLASS_STYLES, LINE_STYLES


def ask(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def refusal(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 400, path
    return answer.json()["error"]


def test_the_graph_holds_facts_and_says_what_else_there_is(client: TestClient, served: Served) -> None:
    found = ask(client, "/api/graph?entity=gmg")
    GraphShape.model_validate(found)
    assert {each["id"] for each in found["entities"]} == {"gmg", "ilo", "iom", "secretary-general", "a-1-1"}
    assert {each["modality"] for each in found["statements"]} == {"fact"}
    assert found["hidden"] == {"absence": 1, "proposal": 2, "recommendation": 1}
    assert found["total"] == {"entities": 5, "statements": len(found["statements"])}
    first = found["statements"][0]
    assert first.pop("certainty") == "unknown"
    assert first == statement_record(served.snapshot.statement(first["id"]), served.snapshot)
    every = ask(client, "/api/graph?entity=gmg&modality=all")
    assert every["hidden"] == {}
    assert {"rec-2-b", "model-a", "secretariat"} <= {each["id"] for each in every["entities"]}


def test_the_graph_of_several_entities_and_its_limit(client: TestClient) -> None:
    between = ask(client, "/api/graph?entity=gmg&entity=ilo&entity=iom&depth=0")
    assert between["centres"] == ["gmg", "ilo", "iom"]
    assert {each["distance"] for each in between["entities"]} == {0}
    assert {each["id"] for each in between["statements"]} == {"A-1-1/1.2", "A-1-1/1.3", "A-1-1/1.4"}
    small = ask(client, "/api/graph?entity=gmg&limit=2")
    assert (small["left_out"], small["total"]["entities"], len(small["entities"])) == (3, 5, 2)
    assert small["statements_left_out"] == small["total"]["statements"] - len(small["statements"]) > 0


def ask_among(client: TestClient, entity: list[str], query: str = "", **more: Any) -> Any:
    answer = client.post(f"/api/graph?{query}", json={"entity": entity, **more})
    assert answer.status_code == 200, answer.text
    AmongShape.model_validate(answer.json())
    return answer.json()


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b"", "body: Field required"),
        (b"[]", "body: Input should be a valid dictionary"),
        (b'{"entity": ["gmg"', "body: no JSON, at character 17: "),
        (b'{"entity": [1]}', "entity.0: Input should be a valid string"),
    ],
)
def test_a_body_that_asks_nothing_is_refused_by_its_place(client: TestClient, body: bytes, place: str) -> None:
    answer = client.post("/api/graph", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith(place)
    assert answer.json()["error"]["parameter"] == place.partition(":")[0]


def test_what_is_among_many_entities_comes_in_parts(client: TestClient, served: Served) -> None:
    every = list(served.snapshot.entities)
    whole = ask_among(client, every, "modality=all")
    between = {each.id for each in served.snapshot.statements.values() if not isinstance(each.object, Value)}
    assert {each["id"] for each in whole["statements"]} == between
    assert (whole["statements_left_out"], whole["missing"]) == (0, [])
    assert whole["total"] == {"entities": len(every), "statements": len(between)}
    first, second = (ask_among(client, every, f"modality=all&limit=3&skip={skip}") for skip in (0, 3))
    assert first["statements"] + second["statements"] == whole["statements"][:6]
    assert (first["statements_left_out"], second["statements_left_out"]) == (len(between) - 3, len(between) - 6)
    assert {each["id"] for each in first["entities"]} == set(every)
    assert second["entities"] == second["centres"] == []
    behind = ask_among(client, every, f"modality=all&skip={len(between) + 3}")
    assert (behind["statements"], behind["statements_left_out"]) == ([], 0)


def test_among_many_entities_keeps_to_filters_and_names_what_is_missing(client: TestClient) -> None:
    found = ask_among(client, ["gmg", "nobody", "ilo", "gmg", "<x>"], "families=membership")
    assert found["missing"] == ["nobody", "<x>"]
    assert {each["id"] for each in found["entities"]} == {"gmg", "ilo"}
    plain = ask(client, "/api/graph?entity=gmg&entity=ilo&depth=0&families=membership")
    assert found["statements"] == [each for each in plain["statements"] if "id" in each["object"]]
    valued = ask_among(client, ["gmg", "ilo"], values=True)
    assert valued["statements"] == ask(client, "/api/graph?entity=gmg&entity=ilo&depth=0")["statements"]


@pytest.mark.parametrize(
    ("query", "body"),
    [
        ("", {"entity": []}),
        ("", {"entity": "gmg"}),
        ("", {"entity": ["x"] * 10_001}),
        ("", {"entity": ["x" * 301]}),
        ("", {"entity": ["gmg"], "entities": []}),
        ("", {}),
        ("limit=5001", {"entity": ["gmg"]}),
        ("skip=-1", {"entity": ["gmg"]}),
        ("entity=gmg", {"entity": ["gmg"]}),
    ],
)
def test_a_wrong_question_about_many_entities_is_refused(client: TestClient, query: str, body: Any) -> None:
    answer = client.post(f"/api/graph?{query}", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == "bad-parameter"


@pytest.mark.parametrize("among", ["true", "false"])
def test_the_timeline_of_many_entities_is_the_one_by_address_in_pages(client: TestClient, among: str) -> None:
    query = f"modality=all&certainty=certain&certainty=possible&certainty=unknown&among={among}"
    by_address = ask(client, f"/api/timeline?{query}&entity=gmg&entity=iom&entity=ilo")
    body = {"entity": ["gmg", "iom", "ilo"]}
    answer = client.post(f"/api/timeline?{query}", json=body)
    assert answer.json() == by_address
    assert by_address["total"] > 2
    first = client.post(f"/api/timeline?{query}&limit=2", json=body)
    assert "Link" not in first.headers
    cursor = first.json()["next"]
    second = client.post(f"/api/timeline?{query}&limit=2&cursor={cursor}", json=body).json()
    assert first.json()["items"] + second["items"] == by_address["items"][:4]
    # A cursor belongs to one list: to these entities alone.
    other = client.post(f"/api/timeline?{query}&limit=2&cursor={cursor}", json={"entity": ["gmg"]})
    assert (other.status_code, other.json()["error"]["parameter"]) == (400, "cursor")
    table = client.post(f"/api/timeline?{query}&format=csv", json=body).text
    assert len(list(csv.reader(io.StringIO(table.lstrip("\ufeff"))))) == by_address["total"] + 1


def test_a_timeline_of_many_entities_is_bounded(client: TestClient, served: Served) -> None:
    many = list(served.snapshot.entities) * 100
    answer = client.post("/api/timeline?modality=all", json={"entity": many[:10_000]})
    assert (answer.status_code, answer.json()["total"]) == (200, ask(client, "/api/timeline?modality=all")["total"])
    for entities in ([], ["gmg"] * 10_001, ["nobody"]):
        answer = client.post("/api/timeline", json={"entity": entities})
        assert (answer.status_code, answer.json()["error"]["type"]) == (400, "bad-parameter")


@pytest.mark.parametrize(
    ("filters", "statements"),
    [
        ("families=membership", {"1.2", "1.3"}),
        ("class=Institution", {"1.2", "1.3", "1.4"}),
        ("holder=secretary-general&modality=all", {"2.1"}),
        ("section=I.1", set()),
        ("to=2005", {"summary.1", "1.2", "1.3", "1.4"}),
        ("to=2005&certainty=certain&certainty=possible", set()),
        ("as_at=2006-07-01&certainty=possible", {"1.1"}),
        ("as_at=2006&certainty=certain", {"1.1"}),
    ],
)
def test_every_filter_narrows_the_graph(client: TestClient, filters: str, statements: set[str]) -> None:
    found = ask(client, f"/api/graph?entity=gmg&{filters}")
    assert {each["id"].partition("/")[2] for each in found["statements"]} == statements


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("", "entity", "required"),
        ("entity=nobody", "entity", "nobody"),
        ("entity=gmg&depth=4", "depth", "3"),
        ("entity=gmg&limit=100000", "limit", "1000"),
        ("entity=gmg&modality=true", "modality", "all"),
        ("entity=gmg&section=Z", "section", "I.1"),
        ("entity=gmg&holder=nobody", "holder", "search"),
        ("entity=gmg&from=soon", "from", "EDTF"),
        ("entity=gmg&from=2007&to=2006", "to", "swap"),
        ("entity=gmg&as_at=2006/..", "as_at", "open"),
        ("entity=gmg&certainty=maybe", "certainty.0", "certain"),
        ("entity=gmg&moon=full", "moon", "known here"),
        ("&".join(["entity=gmg"] * 501), "entity", "500"),
    ],
)
def test_a_wrong_parameter_is_named_with_what_is_right(
    client: TestClient, query: str, parameter: str, words: str
) -> None:
    error = refusal(client, f"/api/graph?{query}")
    assert error["parameter"] == parameter
    assert words in error["message"]


def test_relations_before_anything_is_unfolded(client: TestClient) -> None:
    found = ask(client, "/api/entities/gmg/relations?modality=all")
    PageShape[RelationShape].model_validate(found)
    members = next(each for each in found["items"] if each["predicate"] == "memberOf")
    assert (members["direction"], members["modality"], members["statements"]) == ("in", "fact", 2)
    assert members["neighbours"] == ["ilo", "iom"]
    few = ask(client, "/api/entities/gmg/relations?modality=all&neighbours=1")["items"]
    assert max(len(each["neighbours"]) for each in few) == 1
    assert max(each["neighbours_total"] for each in few) == 2
    rows = list(csv.DictReader(io.StringIO(client.get("/api/entities/gmg/relations?modality=all&format=csv").text)))
    assert [row["statements"] for row in rows] == [str(each["statements"]) for each in found["items"]]
    assert client.get("/api/entities/nobody/relations").status_code == 404


@pytest.mark.parametrize(
    "filters", ["", "modality=all&class=Institution", "modality=all&section=I", "modality=all&as_at=1900"]
)
def test_relations_are_those_that_the_graph_would_bring(client: TestClient, filters: str) -> None:
    counted = ask(client, f"/api/entities/gmg/relations?neighbours=100&{filters}")["items"]
    graph = ask(client, f"/api/graph?entity=gmg&depth=1&{filters}")
    brought = {each["id"] for each in graph["entities"]} - {"gmg"}
    assert {neighbour for each in counted for neighbour in each["neighbours"]} - {"gmg"} == brought


def test_paths_with_the_statements_of_each_step(client: TestClient) -> None:
    found = ask(client, "/api/paths?from=ilo&to=secretary-general")
    PathsShape.model_validate(found)
    assert found["paths"] == [
        {"entities": ["ilo", "gmg", "secretary-general"], "steps": [["A-1-1/1.2"], ["A-1-1/1.1"]]}
    ]
    assert [each["id"] for each in found["statements"]] == ["A-1-1/1.1", "A-1-1/1.2"]
    assert found["complete"]
    wider = ask(client, "/api/paths?from=ilo&to=secretary-general&modality=all")
    assert wider["paths"][0]["steps"][0] == ["A-1-1/1.2", "A-1-1/2.3"]
    assert ask(client, "/api/paths?from=ilo&to=secretary-general&max_length=1")["total"] == 0
    assert refusal(client, "/api/paths?from=ilo&to=ilo")["parameter"] == "to"
    assert refusal(client, "/api/paths?from=nobody&to=ilo")["parameter"] == "from"


def test_paths_keep_to_the_time_asked_for(client: TestClient) -> None:
    """The one dated step is of 2006; the other has no date."""
    paths = "/api/paths?from=ilo&to=secretary-general"
    for period in ("since=2006&until=2006-12-31", "since=2006-03", "until=2006-03", "as_at=2006"):
        assert ask(client, f"{paths}&{period}")["total"] == 1, period
    for period in ("since=2007", "until=2005", "as_at=2005", "certainty=certain"):
        assert ask(client, f"{paths}&{period}")["total"] == 0, period
    assert refusal(client, f"{paths}&since=2007&until=2006")["parameter"] == "until"
    assert refusal(client, f"{paths}&since=yesterday")["parameter"] == "since"


def test_the_timeline_marks_and_sorts(client: TestClient) -> None:
    found = ask(client, "/api/timeline")
    PageShape[MomentShape].model_validate(found)
    assert [(each["id"], each["certainty"]) for each in found["items"]] == [("A-1-1/1.1", "certain")]
    half = ask(client, "/api/timeline?from=2006-06-01&to=2010")["items"]
    assert [each["certainty"] for each in half] == ["possible"]
    assert ask(client, "/api/timeline?from=2007&to=2012")["total"] == 0
    # What holds at the time of writing, which was in 2013.
    assert [each["id"] for each in ask(client, "/api/timeline?from=2013")["items"]] == ["A-1-1/1.4"]
    assert ask(client, "/api/timeline?entity=ilo")["total"] == 0
    undated = ask(client, "/api/timeline?certainty=unknown&entity=ilo")["items"]
    assert [each["id"] for each in undated] == ["A-1-1/1.2"]
    every = "modality=all&certainty=certain&certainty=possible&certainty=unknown"
    about = {each["id"] for each in ask(client, f"/api/timeline?{every}&entity=gmg")["items"]}
    among = {each["id"] for each in ask(client, f"/api/timeline?{every}&entity=gmg&among=true")["items"]}
    between = {each["id"] for each in ask(client, "/api/graph?entity=gmg&depth=0&modality=all")["statements"]}
    assert among == between < about
    rows = list(csv.DictReader(io.StringIO(client.get("/api/timeline?format=csv").text)))
    assert [(row["certainty"], row["time"]) for row in rows] == [("certain", "2006")]


def test_the_vocabulary_is_whole_and_carries_the_drawing_style(client: TestClient, served: Served) -> None:
    found = ask(client, "/api/vocabulary")
    VocabularyShape.model_validate(found)
    terms = served.snapshot.vocabulary
    for kind in ("classes", "properties", "families", "modalities", "units"):
        assert [each["id"] for each in found[kind]] == list(getattr(terms, kind))
        assert all(each["label"]["zh"] and each["label"]["en"] for each in found[kind])
    assert {each["id"]: each["style"]["glyph"] for each in found["classes"]} == {
        name: style.glyph for name, style in CLASS_STYLES.items()
    }
    assert {each["id"]: each["style"]["arrow"] for each in found["modalities"]} == {
        name: style.arrow for name, style in LINE_STYLES.items() if name != AS_IN_DATA
    }
    assert [each["id"] for each in found["sections"]] == ["I", "I.1"]
    assert {each["id"]: each["label"]["zh"] for each in found["name_sources"]} == {
        name: label.zh for name, label in served.snapshot.sources.items()
    }


def test_measures_say_how_they_are_made(client: TestClient) -> None:
    found = ask(client, "/api/analysis")
    PageShape[MeasureShape].model_validate(found)
    assert [each["id"] for each in found["items"]] == list(MEASURES)


@pytest.mark.parametrize("measure", list(MEASURES))
def test_a_measure_in_every_form(client: TestClient, measure: str) -> None:
    found = ask(client, f"/api/analysis/{measure}?modality=all")
    AnalysisShape.model_validate(found)
    assert found["measure"]["id"] == measure
    assert found["total"] == len(found["items"])
    rows = list(csv.DictReader(io.StringIO(client.get(f"/api/analysis/{measure}?modality=all&format=csv").text)))
    assert [float(row["value"]) for row in rows] == [each["value"] for each in found["items"]]
    assert ask(client, f"/api/analysis/{measure}?modality=all") == found


def test_figures_are_of_facts_unless_asked_and_page(client: TestClient, served: Served) -> None:
    first = ask(client, "/api/analysis/connections?limit=1")
    assert (first["items"][0]["entities"][0]["id"], first["items"][0]["value"]) == ("gmg", 4)
    assert {served.snapshot.statement(each).modality for each in first["items"][0]["statements"]} == {"fact"}
    assert ask(client, "/api/analysis/connections?modality=all&limit=1")["items"][0]["value"] == 7
    second = ask(client, f"/api/analysis/connections?limit=1&cursor={first['next']}")
    assert second["items"][0]["entities"] != first["items"][0]["entities"]
    pair = ask(client, "/api/analysis/shared-membership")["items"][0]
    assert ([each["id"] for each in pair["entities"]], pair["shared"]) == (["ilo", "iom"], ["gmg"])
    missing = client.get("/api/analysis/moon")
    assert missing.status_code == 404
    assert "brokers" in missing.json()["error"]["message"]


def test_figures_among_some_entities_and_in_a_time(client: TestClient) -> None:
    alone = ask(client, "/api/analysis/connections?entity=ilo&entity=gmg")
    assert [([each["id"] for each in figure["entities"]], figure["value"]) for figure in alone["items"]] == [
        (["gmg"], 1),
        (["ilo"], 1),
    ]
    assert ask(client, "/api/analysis/connections?entity=ilo")["total"] == 0
    assert client.get("/api/analysis/connections?entity=nobody").status_code == 400
    whole = {each["entities"][0]["id"]: each for each in ask(client, "/api/analysis/connections")["items"]}
    bodies = ask(client, "/api/analysis/connections?of=Body&of=Institution")["items"]
    assert [each["entities"][0]["id"] for each in bodies] == ["gmg", "ilo", "iom"]
    assert all(each == whole[each["entities"][0]["id"]] for each in bodies)
    actors = ask(client, "/api/analysis/connections?of=Actor")["items"]
    assert [each["entities"][0]["id"] for each in actors] == ["gmg", "ilo", "iom", "secretary-general"]
    assert client.get("/api/analysis/connections?of=Moon").json()["error"]["parameter"] == "of"
    dated = ask(client, "/api/analysis/connections?from=2006&to=2006&certainty=certain")
    assert {each for figure in dated["items"] for each in figure["statements"]} == {"A-1-1/1.1"}
    (first, *_) = ask(client, "/api/analysis/communities")["items"]
    assert first["entities"][0]["id"] == "gmg"  # all others of its group are tied to it alone


def test_figures_among_more_entities_than_an_address_names(client: TestClient, served: Served) -> None:
    asked = "/api/analysis/connections?modality=all&of=Body&of=Institution"
    body = {"entity": ["gmg", "iom", "ilo"]}
    by_address = ask(client, f"{asked}&entity=gmg&entity=iom&entity=ilo")
    assert by_address["total"] == 3
    assert client.post(asked, json=body).json() == by_address
    first = client.post(f"{asked}&limit=2", json=body)
    assert "Link" not in first.headers
    second = client.post(f"{asked}&limit=2&cursor={first.json()['next']}", json=body).json()
    assert first.json()["items"] + second["items"] == by_address["items"]
    other = client.post(f"{asked}&limit=2&cursor={first.json()['next']}", json={"entity": ["gmg", "ilo"]})
    assert (other.status_code, other.json()["error"]["parameter"]) == (400, "cursor")
    many = (list(served.snapshot.entities) * 1000)[:10_000]
    whole = client.post("/api/analysis/connections?modality=all", json={"entity": many}).json()
    assert whole["items"] == ask(client, "/api/analysis/connections?modality=all")["items"]
    for entities in ([], ["gmg"] * 10_001, ["nobody"]):
        answer = client.post(asked, json={"entity": entities})
        assert (answer.status_code, answer.json()["error"]["type"]) == (400, "bad-parameter")


def test_the_statements_of_a_figure_come_at_once_in_the_order_of_the_report(client: TestClient) -> None:
    wanted = ask(client, "/api/analysis/connections?modality=all&limit=1")["items"][0]["statements"]
    assert len(wanted) > 2
    backwards = "&".join(f"id={each}" for each in [*reversed(wanted), wanted[0]])
    found = ask(client, f"/api/statements?{backwards}")
    assert [each["id"] for each in found["items"]] == wanted
    assert ask(client, f"/api/statements?{backwards}&modality=fact")["total"] < len(wanted)
    refused = client.get("/api/statements?id=A-1-1/9.9")
    assert (refused.status_code, refused.json()["error"]["parameter"]) == (400, "id")


def test_a_scenario_beside_today(client: TestClient) -> None:
    found = ask(client, "/api/scenarios/scenario-a/difference")
    DifferenceShape.model_validate(found)
    assert found["added"] == ["A-1-1/2.3"]
    assert found["changed"] == [{"from": "A-1-1/1.5", "to": "A-1-1/2.2"}]
    assert found["ended"] == [{"fact": "A-1-1/1.2", "because": ["A-1-1/1.5", "A-1-1/2.1"]}]
    assert {each["id"] for each in found["statements"]} == {f"A-1-1/{n}" for n in ("1.2", "1.5", "2.1", "2.2", "2.3")}
    assert {each["id"]: each["stated_today"] for each in found["entities"]}["ilo"] is True
    assert client.get("/api/scenarios/nowhere/difference").status_code == 404


def test_a_graph_may_start_from_as_many_entities_as_a_canvas_holds(client: TestClient) -> None:
    path = "/api/graph?depth=0" + "&entity=gmg" * 500
    assert ask(client, path)["centres"] == ["gmg"]


def test_clusters_hold_every_entity_and_relation_once(client: TestClient, served: Served) -> None:
    snapshot = served.snapshot
    found = ask(client, "/api/clusters?modality=all")
    ClustersShape.model_validate(found)
    sizes = {each["id"]: each["entities"] for each in found["clusters"]}
    assert sizes == Counter(each.class_id for each in snapshot.entities.values())
    between = [each for each in snapshot.statements.values() if not isinstance(each.object, Value)]
    assert found["total"] == {"entities": len(snapshot.entities), "statements": len(between)}
    ties = {(each["from"], each["to"]): each["statements"] for each in found["between"]}
    ties |= {(each["id"], each["id"]): each["inside"] for each in found["clusters"] if each["inside"]}
    kinds = {id: each.class_id for id, each in snapshot.entities.items()}
    assert ties == Counter((kinds[each.subject], kinds[str(each.object)]) for each in between)
    facts = ask(client, "/api/clusters")
    assert facts["total"]["statements"] == sum(each.modality == "fact" for each in between)


def test_communities_are_clusters_called_after_the_best_connected(client: TestClient, served: Served) -> None:
    entities = served.snapshot.entities
    found = ask(client, "/api/clusters?by=community&modality=all")
    ClustersShape.model_validate(found)
    figures = ask(client, "/api/analysis/communities?modality=all")["items"]
    groups = {f"@{figure['entities'][0]['id']}": [each["id"] for each in figure["entities"]] for figure in figures}
    assert {each["id"]: each["members"] for each in found["clusters"]} == groups
    assert [each["entities"] for each in found["clusters"]] == sorted(map(len, groups.values()), reverse=True)
    for cluster in found["clusters"]:
        names = [entities[each].short_names for each in cluster["members"]]
        assert cluster["label"]["en"].removesuffix(" and others") == ", ".join(each.en for each in names[:2])
        assert cluster["label"]["zh"].removesuffix("等") == "、".join(each.zh for each in names[:2])
        assert cluster["label"]["en"].endswith(" and others") == (len(names) > 2)
    within = {each: id for id, members in groups.items() for each in members}
    between = [each for each in served.snapshot.statements.values() if not isinstance(each.object, Value)]
    ties = {(each["from"], each["to"]): each["statements"] for each in found["between"]}
    ties |= {(each["id"], each["id"]): each["inside"] for each in found["clusters"]}
    assert ties == Counter((within[each.subject], within[str(each.object)]) for each in between)
    by_class = ask(client, "/api/clusters?by=class&modality=all")
    assert by_class == ask(client, "/api/clusters?modality=all")
    assert not any(each["members"] for each in by_class["clusters"])
    assert client.get("/api/clusters?by=moon").json()["error"]["parameter"] == "by"


def test_a_cluster_is_opened_by_the_page(client: TestClient, served: Served) -> None:
    snapshot = served.snapshot
    wanted = {each.id for each in snapshot.entities.values() if each.class_id == "Institution"}
    first = ask(client, "/api/clusters/Institution?limit=1")
    rest = ask(client, f"/api/clusters/Institution?limit=100&cursor={first['next']}")
    PageShape[NodeShape].model_validate(rest)
    members = first["items"] + rest["items"]
    assert {each["id"] for each in members} == wanted
    assert len(members) == len(wanted) == first["total"] > 1
    counts = [each["statements"] for each in members]
    assert counts == sorted(counts, reverse=True)
    text = client.get("/api/clusters/Institution?format=csv").text
    assert [row["id"] for row in csv.DictReader(io.StringIO(text))] == [each["id"] for each in members]
    assert client.get("/api/clusters/Nobody").status_code == 404
