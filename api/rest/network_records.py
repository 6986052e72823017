"""Records of what the network of statements shows: surroundings, relations, paths, moments."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Entity, Text
from graph.network.clusters import Cluster, Clusters
from graph.network.criteria import Filter
from graph.network.differences import METHOD, Difference
from graph.network.paths import Path, Paths
from graph.network.relations import Relation
from graph.network.surroundings import Surroundings, find_beyond
from graph.network.timeline import Moment
from graph.records import STATEMENT_COLUMNS, Record, Row, statement_record, statement_row, text_record
from graph.snapshot import Snapshot

MOMENT_COLUMNS = ("certainty", *STATEMENT_COLUMNS)
NODE_COLUMNS = ("id", "iri", "class", "label_zh", "label_en", "short_label_zh", "short_label_en", "statements")
BETWEEN_MAX = 200
_NAMED = 2
RELATION_COLUMNS = (
    *("predicate", "label_zh", "label_en", "family", "direction", "modality", "statements"),
    *("neighbours", "neighbours_total"),
)


def node_record(entity: Entity, snapshot: Snapshot) -> Record:
    """An entity as a node: how to call it, and how much is said of it."""
    return {
        "id": entity.id,
        "iri": entity.iri,
        "class": entity.class_id,
        "label": text_record(entity.names),
        "short_label": text_record(entity.short_names),
        "statements": len(snapshot.statements_about(entity.id)),
    }


def node_row(entity: Entity, snapshot: Snapshot) -> Row:
    """The same as a flat row; keys are NODE_COLUMNS."""
    record = node_record(entity, snapshot)
    cells = record | {
        f"{name}_{language}": record[name][language] for name in ("label", "short_label") for language in ("zh", "en")
    }
    return {name: str(cells[name]) for name in NODE_COLUMNS}


def clusters_record(found: Clusters, snapshot: Snapshot) -> Record:
    """The clusters with how much they hold, and what lies between them."""
    return {
        "clusters": [
            {
                "id": each.id,
                "label": text_record(_community_name(each, snapshot) or snapshot.classes[each.id].labels),
                "entities": each.entities,
                "inside": each.inside,
                "members": list(each.members),
            }
            for each in found.clusters
        ],
        "between": [
            {"from": each.start, "to": each.end, "statements": each.statements} for each in found.between[:BETWEEN_MAX]
        ],
        "between_total": len(found.between),
        "total": {
            "entities": sum(each.entities for each in found.clusters),
            "statements": sum(each.inside for each in found.clusters) + sum(each.statements for each in found.between),
        },
        "dataset": snapshot.version,
    }


def _community_name(cluster: Cluster, snapshot: Snapshot) -> Text | None:
    """A community is called after the best connected in it; None for a class."""
    if not cluster.members:
        return None
    names = [snapshot.entities[each].short_names for each in cluster.members[:_NAMED]]
    more = len(cluster.members) > _NAMED
    zh, en = "、".join(each.zh for each in names), ", ".join(each.en for each in names)
    return Text(f"{zh}等" if more else zh, f"{en} and others" if more else en)


def graph_record(found: Surroundings, wanted: Filter, snapshot: Snapshot) -> Record:
    """What surrounds some entities, and what it is a part of."""
    around = found.neighbourhood
    beyond = find_beyond(around, wanted, snapshot).counts
    return {
        "centres": list(around.centres),
        "entities": [
            {
                **node_record(entity, snapshot),
                "distance": found.distances[entity.id],
                "beyond": beyond.get(entity.id, 0),
            }
            for entity in around.entities
        ],
        "statements": [
            {**statement_record(each, snapshot), "certainty": wanted.certainty(each)} for each in around.statements
        ],
        "later": [entity.id for entity in around.entities if wanted.is_later(entity.id)],
        "left_out": around.left_out,
        "statements_left_out": found.total_statements - len(around.statements),
        "total": {"entities": found.total_entities, "statements": found.total_statements},
        "hidden": dict(found.hidden),
        "dataset": snapshot.version,
    }


def among_record(found: Surroundings, wanted: Filter, snapshot: Snapshot, asked: Sequence[str], skipped: int) -> Record:
    """A part of what is among many entities: they themselves stand in the first one alone."""
    record = graph_record(found, wanted, snapshot)
    if skipped:
        record |= {"centres": [], "entities": []}
    record["statements_left_out"] = max(0, record["statements_left_out"] - skipped)
    return {**record, "missing": [each for each in dict.fromkeys(asked) if each not in snapshot.entities]}


def relation_record(relation: Relation, snapshot: Snapshot, limit: int) -> Record:
    """A relation with at most some of its neighbours."""
    term = snapshot.properties[relation.predicate]
    label = term.inverse if relation.direction == "in" and term.inverse else term.labels
    return {
        "predicate": relation.predicate,
        "label": text_record(label),
        "family": term.family,
        "direction": relation.direction,
        "modality": relation.modality,
        "statements": relation.statements,
        "neighbours": list(relation.neighbours[:limit]),
        "neighbours_total": len(relation.neighbours),
    }


def relation_row(relation: Relation, snapshot: Snapshot, limit: int) -> Row:
    """The same as a flat row; keys are RELATION_COLUMNS."""
    record = relation_record(relation, snapshot, limit)
    label = record.pop("label")
    cells = {**record, "label_zh": label["zh"], "label_en": label["en"], "neighbours": " | ".join(record["neighbours"])}
    return {name: str(cells[name]) for name in RELATION_COLUMNS}


def paths_record(found: Paths, snapshot: Snapshot) -> Record:
    """Paths, and each entity and statement of theirs once."""
    entities = sorted({entity for path in found.paths for entity in path.entities})
    statements = {each.id: each for path in found.paths for step in path.steps for each in step}
    return {
        "paths": [_path_record(path) for path in found.paths],
        "entities": [node_record(snapshot.entities[entity], snapshot) for entity in entities],
        "statements": [statement_record(each, snapshot) for each in sorted(statements.values(), key=snapshot.place_of)],
        "total": found.total,
        "left_out": found.total - len(found.paths),
        "complete": found.complete,
        "dataset": snapshot.version,
    }


def _path_record(path: Path) -> Record:
    return {"entities": list(path.entities), "steps": [[statement.id for statement in step] for step in path.steps]}


def difference_record(found: Difference, snapshot: Snapshot) -> Record:
    """Today and a scenario: ids of statements by what would become of them, and the statements themselves."""
    scenario = found.scenario
    statements = sorted(found.statements, key=snapshot.place_of)
    return {
        "id": scenario.id,
        "iri": scenario.iri,
        "report": scenario.report,
        "model": scenario.model,
        "title": text_record(scenario.title),
        "added": [each.id for each in found.added],
        "ended": [{"fact": fact.id, "because": [each.id for each in because]} for fact, because in found.ended],
        "changed": [{"from": old.id, "to": new.id} for old, new in found.changed],
        "reasons": {side: [each.id for each in reasons] for side, reasons in found.reasons.items()},
        "entities": [
            {**node_record(snapshot.entities[entity], snapshot), "stated_today": stated}
            for entity, stated in found.entities.items()
        ],
        "statements": [statement_record(each, snapshot) for each in statements],
        "method": text_record(METHOD),
        "dataset": snapshot.version,
    }


def moment_record(moment: Moment, snapshot: Snapshot) -> Record:
    """A statement with how sure it is that it falls into the period asked for."""
    return {**statement_record(moment.statement, snapshot), "certainty": moment.certainty}


def moment_row(moment: Moment, snapshot: Snapshot) -> Row:
    """The same as a flat row; keys are MOMENT_COLUMNS."""
    return {"certainty": moment.certainty, **statement_row(moment.statement, snapshot)}
