"""The command line as its users meet it: what it prints, what it writes, and how it fails."""

from __future__ import annotations

import csv
import io
import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Dataset

from api.cli import main
from api.resources.downloads import FORMS
from graph.evidence import COLUMNS
from tests.authored import write_authored

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `migov …` over a folder of its own and gives status, output and messages."""
    monkeypatch.setenv("MIGOV_DATASET", str(tmp_path / "built"))
    monkeypatch.setenv("MIGOV_DATA", str(write_authored(tmp_path / "data")))

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["migov", *arguments])
        try:
            main()
            status = 0
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        output = capfd.readouterr()
        return status, output.out, output.err

    return call


@pytest.fixture
def built(run: Run) -> Run:
    assert run("build")[0] == 0
    return run


def test_build_tells_what_it_built(run: Run, tmp_path: Path) -> None:
    status, out, err = run("build")
    assert (status, err) == (0, "")
    assert "8 entities, 11 statements" in out
    version = (tmp_path / "built/current").read_text(encoding="utf-8").strip()
    assert version in out
    downloads = tmp_path / "built" / version / "downloads"
    assert {path.name for path in downloads.iterdir()} == set(FORMS)
    status, out, err = run("build")
    assert (status, err) == (0, "")
    assert out.startswith(f"Nothing has changed since {version} was built")
    (tmp_path / "built" / version / "manifest.json").unlink()
    assert f"Built {version}" in run("build")[1]


def test_faults_are_listed_with_their_place_and_nothing_changes(built: Run, tmp_path: Path) -> None:
    before = (tmp_path / "built/current").read_bytes()
    path = tmp_path / "data/reports/A-1-1/statements/all.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("fn1.1", "fn1.0"), encoding="utf-8")
    for command in ("build", "check"):
        status, out, err = built(command)
        assert status == 1
        assert out.startswith(
            "reports/A-1-1/statements/all.yaml:66: passages.0.statements.0.id: a statement's id is its paragraph"
        )
        assert "1 fault in the data; nothing was changed" in err
    assert (tmp_path / "built/current").read_bytes() == before


def test_check_of_right_data(run: Run) -> None:
    assert run("check")[:2] == (0, "No faults: 8 entities, 11 statements, 0 questions, 0 diagrams\n")


QUERY = "SELECT ?m { ?m migov:memberOf entity:gmg } ORDER BY ?m"


def test_query_as_table_csv_and_json(built: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ilo, iom = (f"https://w3id.org/migov/entity/{name}" for name in ("ilo", "iom"))
    status, out, _ = built("query", QUERY)
    assert status == 0
    assert ilo in out
    assert iom in out
    assert built("query", QUERY, "--format", "csv")[1] == f"m\n{ilo}\n{iom}\n"
    (tmp_path / "q.rq").write_text(QUERY, encoding="utf-8")
    document = json.loads(built("query", "--file", str(tmp_path / "q.rq"), "--format", "json")[1])
    assert [row["m"]["value"] for row in document["results"]["bindings"]] == [ilo, iom]
    monkeypatch.setattr(sys, "stdin", io.StringIO(QUERY))
    assert built("query", "--format", "csv")[1] == f"m\n{ilo}\n{iom}\n"


def test_other_forms_of_query(built: Run) -> None:
    assert built("query", "ASK { entity:iom migov:memberOf entity:gmg }", "--format", "csv")[1] == "answer\ntrue\n"
    status, out, _ = built("query", "CONSTRUCT WHERE { ?s migov:memberOf ?o }")
    assert status == 0
    assert len(list(Dataset().parse(data=out, format="turtle").quads())) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "SELECT ?x {"], "line 1, column"),
        (["query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], "SERVICE"),
        (["query", "DELETE WHERE { ?s ?p ?o }"], "DELETE"),
        (["query", "x", "--file", "y"], "not both"),
        (["query", "--file", "no/such/file"], "can't read the query from no/such/file"),
        (["export", "entities", "--format", "turtle"], "take one of jsonl, csv"),
        (["export", "dataset", "--format", "csv"], "take one of turtle, trig, nquads, jsonld"),
        (["export", "dataset", "--layer", "nothing"], "there are entities, facts"),
        (["export", "entities", "--layer", "facts"], "--layer and --rdf12 go with the dataset only"),
        (["export", "entities", "--to", "/no/such/folder/x"], "can't write /no/such/folder/x"),
        (["export", "dataset", "--rdf12", "--format", "jsonld"], "JSON-LD has no RDF 1.2"),
        (["diagram", "--entity", "gmmg"], "there is no entity “gmmg”"),
        (["diagram", "--entity", "gmg", "--family", "friends"], "there is no relation family “friends”"),
        (["diagram", "nothing"], "there is no ready diagram “nothing”"),
        (["diagram", "gmg"], "what surrounds an entity is drawn with --entity gmg"),
        (["diagram", "small", "--entity", "gmg"], "a ready diagram has its own selection"),
        (["diagram", "small", "--depth", "2"], "a ready diagram has its own selection"),
        (
            ["diagram", "--entity", "gmg", "--to", "x.exe"],
            "“.exe” is no form of a diagram: end the name x.exe in .html",
        ),
        (["diagram", "--entity", "gmg", "--to", "x"], "No ending is no form of a diagram"),
        (["diagram", "--entity", "gmg", "--to", "/no/such/folder/x.html"], "can't write /no/such/folder/x.html"),
        (["briefing", "nothing", "--to", "x.docx"], "there is no ready diagram “nothing”"),
        (["briefing", "small", "--to", "x.txt"], "end the name x.txt in .docx, .pptx, .pdf"),
        (["diagram", "--path", "gmg"], "--path takes two ids"),
        (["diagram", "--length", "2"], "--length goes with --path"),
        (["diagram", "--depth", "2"], "give one of entities, path, scenario, query, period"),
        (["diagram", "--from", "06"], "should match pattern"),
        (["diagram", "--scenario", "nope"], "there is no scenario “nope”"),
        (["diagram", "--query", "ASK {}"], "a diagram takes a CONSTRUCT"),
        (["ask", "nothing"], "there is no question “nothing”"),
        (["ask", "--set", "body=ilo"], "migov ask ID --set NAME=VALUE"),
        (["paragraph", "99"], "there is no paragraph “99”"),
        (["paragraph", "1", "--report", "A/9/9"], "there is A-1-1"),
        (["stats", "--dataset", "/no/such/folder"], "run migov build"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_message(built: Run, arguments: list[str], message: str) -> None:
    status, _, err = built(*arguments)
    assert status == 1
    assert message in err
    assert err.startswith("migov: ")
    assert "Traceback" not in err


def test_unknown_options_are_refused_by_name(run: Run) -> None:
    status, _, err = run("build", "--fast")
    assert status == 2
    assert "--fast" in err


SMALL = """\
id: small
title: {zh: 小图, en: Small}
selection: {entities: [gmg, iom], depth: 0}
"""
QUESTION = """\
#+ title: {zh: 成员, en: Members}
#+ description: {zh: 说明, en: What it lists}
#+ topic: membership
#+ parameters: [{name: body, kind: entity, default: gmg, zh: 机关, en: Body}]
#+ answer: [[ilo], [iom]]
SELECT ?member { ?member migov:memberOf $body } ORDER BY ?member
"""


def test_ready_questions_are_listed_and_answered(built: Run, tmp_path: Path) -> None:
    (tmp_path / "data/questions").mkdir()
    (tmp_path / "data/questions/members.rq").write_text(QUESTION, encoding="utf-8")
    assert "members │ membership │ Members  │ body=gmg" in built("ask")[1]
    assert "成员" in built("ask", "--lang", "zh")[1]
    assert [each["id"] for each in json.loads(built("ask", "--format", "json")[1])] == ["members"]
    assert "International Labour Organization" in built("ask", "members")[1]
    assert "劳工组织" in built("ask", "members", "--set", "body=移徙小组", "--lang", "zh")[1]
    assert built("ask", "members", "--set", "body=ILO", "--format", "csv")[1].splitlines() == [
        ",".join(["member", *COLUMNS])
    ]
    rows = list(csv.DictReader(io.StringIO(built("ask", "members", "--format", "csv")[1])))
    assert [(row["member"], row["member_zh"]) for row in rows] == [("ilo", "劳工组织"), ("iom", "IOM")]
    answer = json.loads(built("ask", "members", "--format", "json")[1])
    assert answer["columns"] == ["member"]
    assert answer["rows"][0][0]["id"] == "ilo"
    for given, message in (("body=nope", "no entity “nope”"), ("who=ilo", "no parameter “who”"), ("x", "NAME=VALUE")):
        status, _, err = built("ask", "members", "--set", given)
        assert status == 1
        assert message in err
    assert "set twice" in built("ask", "members", "--set", "body=ilo", "--set", "body=iom")[2]


def test_export_of_entities_and_statements(built: Run, tmp_path: Path) -> None:
    entities = [json.loads(line) for line in built("export", "entities", "--format", "jsonl")[1].splitlines()]
    gmg = next(entity for entity in entities if entity["id"] == "gmg")
    assert gmg["class"] == "Body"
    assert gmg["labels"] == {"zh": ["移徙小组"], "en": ["Migration Group", "GMG"]}
    places = [(m["paragraph"], m["start"], m["end"], m["form"]) for m in gmg["mentions"]]
    assert places == [
        ("summary", 5, 9, "移徙小组"),
        ("1", 14, 18, "移徙小组"),
        ("1", 39, 41, "小组"),
        ("2", 0, 2, "小组"),
    ]
    statements = [json.loads(line) for line in built("export", "statements")[1].splitlines()]
    assert len(statements) == 11
    founding = next(s for s in statements if s["id"] == "A-1-1/1.1")
    assert founding["subject"] == {"id": "secretary-general"}
    assert founding["predicate"]["id"] == "created"
    assert founding["object"] == {"id": "gmg"}
    assert founding["modality"] == "fact"
    assert founding["attributed_to"] == "a-1-1"
    assert founding["time"] == {"edtf": "2006", "earliest": "2006-01-01", "latest": "2006-12-31"}
    assert founding["evidence"][0]["paragraph"] == "1"
    assert founding["evidence"][0]["quote"].startswith("秘书长于 2006 年设立了移徙小组")
    count = next(s for s in statements if s["id"] == "A-1-1/1.4")
    assert (count["object"]["value"], count["object"]["unit"]) == ("2", "member")
    assert built("export", "statements", "--format", "csv", "--to", str(tmp_path / "s.csv"))[0] == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "s.csv").read_text(encoding="utf-8-sig"))))
    assert [row["id"] for row in rows] == [s["id"] for s in statements]


def test_export_of_a_layer(built: Run) -> None:
    status, out, _ = built("export", "dataset", "--layer", "facts", "--format", "turtle")
    assert status == 0
    assert len(list(Dataset().parse(data=out, format="turtle").quads())) == 6


def test_diagram_to_a_file(built: Run, tmp_path: Path) -> None:
    status, _, err = built("diagram", "--entity", "gmg", "--lang", "zh", "--to", str(tmp_path / "gmg.html"))
    assert status == 0
    assert f"wrote {tmp_path / 'gmg.html'}" in err
    page = (tmp_path / "gmg.html").read_text(encoding="utf-8")
    assert '<html lang="zh' in page
    assert "移徙小组" in page


def test_ready_diagrams_are_listed_and_drawn(built: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data/diagrams"
    folder.mkdir(exist_ok=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    assert built("diagram")[:2] == (0, "small  Small\n")
    assert built("diagram", "--lang", "zh")[1] == "small  小图\n"
    status, out, _ = built("diagram", "small", "--layout", "radial")
    assert (status, "secretary-general" in out) == (0, False)
    query = "CONSTRUCT { ?a migov:memberOf ?b } { ?a migov:memberOf ?b }"
    status, out, _ = built("diagram", "--query", query, "--title", "Mine")
    assert status == 0
    assert '<h1 id="title">Mine</h1>' in out
    assert "secretary-general" not in out


def test_stats_and_coverage(built: Run) -> None:
    rows = dict(line.rsplit(",", 1) for line in built("stats", "--format", "csv")[1].splitlines())
    assert rows["total,statements"] == "11"
    covered = list(csv.reader(io.StringIO(built("stats", "--coverage", "--format", "csv")[1])))
    assert covered[0] == ["report", "paragraph", "statements", "covered", "why none"]
    assert ["A-1-1", "3", "0", "0%", "It has nothing to do with governance."] in covered


def test_paragraph_shows_text_beside_statements(built: Run) -> None:
    out = built("paragraph", "1")[1]
    assert "秘书长于 2006 年设立了移徙小组" in out
    assert "    The Secretary-General established the Migration Group (2006).\n" in out
    assert "[stated absence; This report]\n    Said not to be so: The Migration Group has secretariat.\n" in out
    assert "[fact; This report; at the time of the report]\n    The Migration Group has two members.\n" in out
    assert "No statements: It has nothing to do with governance." in built("paragraph", "3")[1]


def test_a_port_in_use_is_named_with_the_way_out(built: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, _, err = built("serve", "--port", str(port))
    assert status == 1
    assert f"can't listen on 127.0.0.1:{port}" in err
    assert "--port" in err


@pytest.mark.parametrize(
    "command", ["build", "check", "serve", "ask", "query", "export", "diagram", "stats", "paragraph"]
)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"migov {command}" in out


def test_the_command_is_installed() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("migov"), "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "migration" in done.stdout


def test_a_briefing_is_written_whole_or_not_at_all(built: Run, tmp_path: Path) -> None:
    recipe = "id: small\ntitle: {en: A small one, zh: 小图}\nselection: {entities: [gmg]}\n"
    folder = tmp_path / "data" / "diagrams"
    folder.mkdir(exist_ok=True)
    (folder / "small.yaml").write_text(recipe, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    for ending in ("docx", "pptx", "pdf"):
        status, _, err = built("briefing", "small", "small", "--lang", "zh", "--to", str(out / f"b.{ending}"))
        assert (status, err) == (0, f"migov: wrote {out / f'b.{ending}'}\n")
        assert (out / f"b.{ending}").read_bytes()[:2] in (b"PK", b"%P")
    assert sorted(path.name for path in out.iterdir()) == ["b.docx", "b.pdf", "b.pptx"]
    status, _, err = built("briefing", "small", "--to", str(tmp_path / "missing" / "b.docx"))
    assert status == 1
    assert "can't write" in err
    assert not (tmp_path / "missing").exists()
