"""The whole network in clusters, by class and by community."""

from __future__ import annotations

import csv
import io
from collections import Counter

from starlette.testclient import TestClient

from api.models import (
    ClustersShape,
    NodeShape,
    PageShape,
)
from graph.model import Value
from tests.api.service import Served, ask


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
