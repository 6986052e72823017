from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import openpyxl
import pytest

from graph.model import Language
from tests.viz.hostile import hostile_diagram
from tests.viz.samples import institutions
from viz import Diagram, Options, diagram_of, render
from viz.legible import legible_text

DATA_FORMS = ("json", "csv", "xlsx", "graphml", "gexf", "cyjs", "dot", "mmd")
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def every_modality() -> Diagram:
    data = institutions()
    return diagram_of(data.neighbourhood(["gmg", "iom"], depth=2, limit=60), data)


@pytest.fixture(scope="module")
def diagram() -> Diagram:
    return every_modality()


@pytest.fixture(scope="module")
def hostile() -> Diagram:
    return hostile_diagram()


def text_of(data: bytes, extension: str) -> str:
    if extension != "xlsx":
        return data.decode()
    book = openpyxl.load_workbook(io.BytesIO(data))
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


@pytest.mark.parametrize("extension", DATA_FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_carries_title_symbol_version_and_every_quotation(
    diagram: Diagram, extension: str, language: Language
) -> None:
    text = text_of(render(diagram, extension, Options(language)), extension)
    drawn = {number for edge in diagram.edges for number in edge.claim.sources}
    quotes = [source.quote for source in diagram.sources if extension != "csv" or source.number in drawn]
    for words in (diagram.title.get(language), "A/68/283", diagram.version, *quotes):
        assert words in text


@pytest.mark.parametrize("extension", DATA_FORMS)
def test_each_form_states_the_status_of_every_line_in_words(diagram: Diagram, extension: str) -> None:
    text = text_of(render(diagram, extension), extension)
    for entry in diagram.modalities:
        assert entry.label.en in text, entry.id


def test_json_holds_all_of_the_diagram(diagram: Diagram) -> None:
    record = json.loads(render(diagram, "json"))
    assert [node["id"] for node in record["nodes"]] == [node.id for node in diagram.nodes]
    assert all(isinstance(node["x"], float) and isinstance(node["y"], float) for node in record["nodes"])
    assert [(e["from"], e["to"], e["id"], e["status"], tuple(e["sources"])) for e in record["edges"]] == [
        (e.start, e.end, e.id, e.claim.modality, e.claim.sources) for e in diagram.edges
    ]
    assert [(s["number"], s["quote"]) for s in record["sources"]] == [(s.number, s.quote) for s in diagram.sources]
    gmg = next(node for node in record["nodes"] if node["id"] == "gmg")
    assert [claim["id"] for claim in gmg["claims"]] == ["A-68-283/46.20"]
    assert "not the official" in record["translations"]["en"]


def test_csv_has_a_row_for_each_line_and_a_mark_for_excel(diagram: Diagram) -> None:
    data = render(diagram, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [(row["statement"], row["status"]) for row in rows] == [(e.id, e.claim.modality) for e in diagram.edges]
    by_number = {str(source.number): source.quote for source in diagram.sources}
    for row in rows:
        assert row["quotes"] == " | ".join(by_number[number] for number in row["sources"].split(" | "))


def test_the_workbook_has_a_sheet_for_each_part(diagram: Diagram) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(diagram, "xlsx", Options("zh"))))
    assert book.sheetnames == ["关系", "细节", "实体", "资料来源", "说明"]
    lines = list(book["关系"].iter_rows(min_row=2, values_only=True))
    assert [line[-1] for line in lines] == [edge.id for edge in diagram.edges]
    labels = {entry.id: entry.label.zh for entry in diagram.modalities}
    assert [line[3] for line in lines] == [labels[edge.claim.modality] for edge in diagram.edges]
    # Where each stands is said beside its number.
    units = {source.number: source.unit for source in diagram.sources}
    for line, edge in zip(lines, diagram.edges, strict=True):
        for number in edge.claim.sources:
            assert str(number) in line[-2]
            assert f"第{units[number]}段" in line[-2].replace(" ", "")
    quotes = [row[2] for row in book["资料来源"].iter_rows(min_row=2, values_only=True)]
    assert quotes == [source.quote for source in diagram.sources]


def test_no_cell_is_a_formula_a_number_or_a_link(hostile: Diagram) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(hostile, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    formulas = [cell for cell in cells if str(cell.value).startswith("=")]
    assert formulas
    assert all(cell.quotePrefix for cell in formulas)


def test_no_cell_of_a_csv_is_a_formula(hostile: Diagram) -> None:
    rows = list(csv.reader(io.StringIO(render(hostile, "csv").decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["diagram", "hostile"])
def test_networkx_reads_graphml_and_gexf_back(
    name: str, language: Language, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    drawn: Diagram = request.getfixturevalue(name)
    path = tmp_path / "graph"
    for extension, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        path.write_bytes(render(drawn, extension, Options(language)))
        found = read(path)
        assert set(found.nodes) == {node.id for node in drawn.nodes}
        assert sorted(data["statement"] for *_, data in found.edges(data=True)) == sorted(e.id for e in drawn.edges)
        by_number = {source.number: legible_text(source.quote) for source in drawn.sources}
        quotes = {edge.id: " | ".join(by_number[n] for n in edge.claim.sources) for edge in drawn.edges}
        assert {data["statement"]: data["quotes"] for *_, data in found.edges(data=True)} == quotes


def test_gexf_says_what_it_is_and_not_when_it_was_made(diagram: Diagram) -> None:
    root = ET.fromstring(render(diagram, "gexf"))  # noqa: S314 - our own bytes
    meta = root.find("{http://www.gexf.net/1.2draft}meta")
    assert meta is not None
    assert "lastmodifieddate" not in meta.attrib
    assert diagram.version in (meta[0].text or "")


def test_cytoscape_json_is_read_by_networkx(hostile: Diagram) -> None:
    record = json.loads(render(hostile, "cyjs"))
    found = nx.cytoscape_graph({**record, "directed": True, "multigraph": True, "data": []})
    assert set(found.nodes) == {node.id for node in hostile.nodes}
    assert sorted(data["id"] for *_, data in found.edges(data=True)) == sorted(edge.id for edge in hostile.edges)
    assert all({"x", "y"} == set(node["position"]) for node in record["elements"]["nodes"])


@pytest.mark.parametrize("name", ["diagram", "hostile"])
def test_graphviz_reads_dot_and_draws_each_text_as_text(name: str, request: pytest.FixtureRequest) -> None:
    drawn: Diagram = request.getfixturevalue(name)
    svg = draw_with_graphviz(render(drawn, "dot"))
    root = ET.fromstring(svg)  # noqa: S314 - our own bytes
    space = "{http://www.w3.org/2000/svg}"
    drawn_nodes = [each for each in root.iter(f"{space}g") if each.get("class") == "node"]
    drawn_edges = [each for each in root.iter(f"{space}g") if each.get("class") == "edge"]
    assert (len(drawn_nodes), len(drawn_edges)) == (len(drawn.nodes), len(drawn.edges))
    words = "".join(root.itertext()).replace("\xa0", " ")
    for node in drawn.nodes:
        assert legible_text(node.short_names.en).replace(" ", "") in words.replace(" ", "")
    assert not list(root.iter(f"{space}script"))


def draw_with_graphviz(dot: bytes) -> bytes:
    """The SVG that Graphviz makes of a text in DOT."""
    program = Path(sys.executable).with_name("graphviz-pure")
    done = subprocess.run([program, "-Tsvg"], input=dot, capture_output=True, check=True, timeout=120)
    return done.stdout


def test_mermaid_keeps_hostile_words_inside_their_quotes(hostile: Diagram) -> None:
    text = render(hostile, "mmd").decode()
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert json.loads(head.removeprefix("title: ")) == legible_text(hostile.title.en)
    lines = body.splitlines()
    assert lines[0] == "flowchart LR"
    assert len([line for line in lines if " -->|" in line]) == len(hostile.edges)
    for line in lines[1:]:
        if line.startswith("%%"):
            assert not line.startswith("%%{")
        elif '"' in line:
            assert line.count('"') == 2
            assert not set("<>\\&{}|=+@'") & set(line[line.index('"') : line.rindex('"')]), line


@pytest.mark.parametrize("extension", DATA_FORMS)
def test_the_same_diagram_gives_the_same_bytes(extension: str, diagram: Diagram) -> None:
    assert render(diagram, extension) == render(every_modality(), extension)


def test_other_processes_give_the_same_bytes(diagram: Diagram) -> None:
    script = (
        "import hashlib, sys; from tests.viz.test_data_forms import *; d = every_modality();"
        "print(*(hashlib.sha256(render(d, e)).hexdigest() for e in DATA_FORMS))"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": zone},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
            timeout=240,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    ]
    assert found[0] == found[1]
    assert len(found[0].split()) == len(DATA_FORMS)
    assert diagram.edges


def test_illegible_characters_are_replaced_and_others_kept() -> None:
    assert legible_text("a\x00b\x1b[31m\ud800\u202ec\nd\ttab 全球\u3000«é»😀") == "a�b�[31m��c d tab 全球\u3000«é»😀"
