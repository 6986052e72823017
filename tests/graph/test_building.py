"""Built datasets: deterministic, whole, the same when read back, each triple in one layer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Dataset

from graph.datasets.building import Result, build, check_data
from graph.datasets.exporting import FORMATS, export_dataset
from graph.datasets.publish import Built, is_default, open_built, sorted_quads
from graph.datasets.reading import read_content
from graph.errors import DataError, NotFound, PublishError
from graph.identifiers import Identifiers


def everything(folder: Path) -> dict[str, bytes]:
    """Each file below a folder, the store left out."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files if "store" not in path.parts}


def select_from(built: Built, query: str) -> Iterator[Mapping[str, str]]:
    store = pyoxigraph.Store.read_only(str(built.store))
    solutions = store.query(query)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: solution[name].value for name in names if solution[name] is not None}


@pytest.fixture
def result(data_folder: Path, tmp_path: Path) -> Result:
    return build(data_folder, tmp_path / "built", Identifiers())


def test_what_is_built_reads_back_the_same(result: Result) -> None:
    content = read_content(lambda query: select_from(result.built, query))
    assert content == result.content
    assert list(content.statements) == list(result.content.statements)
    assert list(content.entities) == sorted(result.content.entities)


def test_the_same_data_gives_the_same_bytes(data_folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(data_folder, tmp_path / name, Identifiers())
    assert everything(tmp_path / "one") == everything(tmp_path / "two")
    before = everything(tmp_path / "one")
    build(data_folder, tmp_path / "one", Identifiers())
    assert everything(tmp_path / "one") == before


def test_no_triple_stands_in_two_layers(result: Result) -> None:
    seen: dict[str, str] = {}
    for quad in pyoxigraph.parse(path=str(result.built.quads), format=pyoxigraph.RdfFormat.N_QUADS):
        assert isinstance(quad, pyoxigraph.Quad)
        if is_default(str(quad.graph_name.value)):  # type: ignore[union-attr]
            assert seen.setdefault(str(quad.triple), str(quad.graph_name)) == str(quad.graph_name)


def test_the_default_graph_of_the_store_is_the_union_of_its_layers(result: Result) -> None:
    store = pyoxigraph.Store.read_only(str(result.built.store))
    layers = {pyoxigraph.NamedNode(graph) for graph in result.built.layers if is_default(graph)}
    union = {str(quad.triple) for quad in store if quad.graph_name in layers}
    merged = [str(quad.triple) for quad in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())]
    assert sorted(merged) == sorted(union)
    assert len(layers) < len(result.built.layers)


def test_only_facts_become_direct_triples(result: Result) -> None:
    facts = {s.id for s in result.content.statements.values() if s.modality == "fact"}
    graph = next(graph for graph in result.built.layers if graph.endswith("/graph/facts"))
    assert result.built.layers[graph] == len(facts) == 6
    rows = list(select_from(result.built, f"SELECT * {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"))
    assert not any(row["p"].endswith(("hasFeature", "worksWith", "addressedTo")) for row in rows)


def test_scenarios_are_asked_for_by_name(result: Result) -> None:
    added = "https://w3id.org/migov/ontology#worksWith"
    assert not list(select_from(result.built, f"SELECT * {{ ?s <{added}> ?o }}"))
    assert len(list(select_from(result.built, f"SELECT * {{ GRAPH ?g {{ ?s <{added}> ?o }} }}"))) == 1


def test_a_base_of_ones_own(data_folder: Path, tmp_path: Path) -> None:
    built = build(data_folder, tmp_path / "built", Identifiers("http://localhost:8000/")).built
    text = built.quads.read_text(encoding="utf-8")
    assert "<http://localhost:8000/report/A-1-1/statement/1.1>" in text
    assert "w3id.org/migov/" not in text.replace("https://w3id.org/migov/ontology", "")


def test_faulty_data_changes_nothing(data_folder: Path, tmp_path: Path) -> None:
    built = build(data_folder, tmp_path / "built", Identifiers()).built
    before = everything(tmp_path / "built")
    (data_folder / "sources.yaml").write_text("- {id: report}\n", encoding="utf-8")
    with pytest.raises(DataError):
        build(data_folder, tmp_path / "built", Identifiers())
    assert everything(tmp_path / "built") == before
    assert open_built(tmp_path / "built").version == built.version


def test_shapes_find_what_checks_do_not(data_folder: Path) -> None:
    path = data_folder / "reports/A-1-1/statements/all.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("predicate: addressedTo", "predicate: concerns"), encoding="utf-8")
    with pytest.raises(DataError, match=r"entities/all.yaml:7: .*whom it is addressed to"):
        check_data(data_folder, Identifiers())


def test_a_store_that_is_missing_is_made_anew(result: Result, tmp_path: Path) -> None:
    shutil.rmtree(result.built.store)
    assert (
        len(
            list(
                select_from(
                    open_built(tmp_path / "built"), "SELECT * { ?s a <https://w3id.org/migov/ontology#Statement> }"
                )
            )
        )
        == 11
    )


@pytest.mark.parametrize("damage", ["manifest.json", "dataset.nq"])
def test_a_damaged_dataset_is_refused(result: Result, tmp_path: Path, damage: str) -> None:
    (result.built.quads.parent / damage).unlink()
    with pytest.raises(PublishError, match="damaged"):
        open_built(tmp_path / "built")


def test_no_dataset_at_all(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="run migov build"):
        open_built(tmp_path / "none")


def test_a_folder_that_cannot_be_written(data_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PublishError, match="can't write the dataset"):
        build(data_folder, tmp_path / "file" / "built", Identifiers())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("layer", [None, "facts", "entities", "scenario/scenario-a"])
def test_exports_hold_the_layer_in_every_format(result: Result, form: str, layer: str | None) -> None:
    text = export_dataset(result.built, form, layer)
    assert text == export_dataset(result.built, form, layer)
    names = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
    # Every node is named, so that sets of triples compare the graphs.
    parsed = {quad[:3] for quad in Dataset().parse(data=text, format=names[form]).quads()}
    lines = result.built.quads.read_text(encoding="utf-8").splitlines()
    graphs = {line: line.rstrip(" .").rpartition(" ")[2].strip("<>") for line in lines}
    wanted = [
        line
        for line, graph in graphs.items()
        if (layer is None or graph.endswith(f"/graph/{layer}")) and (layer or form != "turtle" or is_default(graph))
    ]
    assert parsed == {quad[:3] for quad in Dataset().parse(data="\n".join(wanted), format="nquads").quads()}
    assert len(parsed) > 0


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads"])
def test_statements_as_reifiers_hold_the_same_triples(result: Result, form: str) -> None:
    text = export_dataset(result.built, form, "statements", reifiers=True)
    names = {
        "turtle": pyoxigraph.RdfFormat.TURTLE,
        "trig": pyoxigraph.RdfFormat.TRIG,
        "nquads": pyoxigraph.RdfFormat.N_QUADS,
    }
    quads = list(pyoxigraph.parse(text, format=names[form]))
    reified = {quad.subject.value: quad.object for quad in quads if str(quad.predicate).endswith("#reifies>")}
    assert len(reified) == len(result.content.statements) == 11
    for statement in result.content.statements.values():
        triple = reified[statement.iri]
        assert isinstance(triple, pyoxigraph.Triple)
        assert triple.subject.value == Identifiers().entity(statement.subject)  # type: ignore[union-attr]
        assert triple.predicate.value.endswith(f"#{statement.predicate}")
    plain = export_dataset(result.built, form, "statements")
    assert len(quads) == len(list(pyoxigraph.parse(plain, format=names[form]))) - 2 * len(reified)


def test_an_unknown_layer_names_the_known_ones(result: Result) -> None:
    with pytest.raises(NotFound, match="entities, facts, mentions"):
        export_dataset(result.built, "trig", "nothing")


def test_names_may_hold_any_character(data_folder: Path, tmp_path: Path) -> None:
    path = data_folder / "entities/all.yaml"
    text = path.read_text(encoding="utf-8")
    assert "text: GMG" in text
    path.write_text(text.replace("text: GMG", 'text: "a \\u2028\\u0085{s}<b>"'), encoding="utf-8")
    result = build(data_folder, tmp_path / "built", Identifiers())
    content = read_content(lambda query: select_from(result.built, query))
    assert content.entities["gmg"].en[1].text == "a \u2028\u0085{s}<b>"
    assert content == result.content


def test_sorted_quads_are_unique_lines(data_folder: Path) -> None:
    lines = sorted_quads(check_data(data_folder, Identifiers()).dataset).splitlines()
    assert lines == sorted(set(lines))
    assert not any("_:" in line.split('"')[0] for line in lines)
