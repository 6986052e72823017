"""Datasets made of a few numbers, for what must hold of any dataset."""

from __future__ import annotations

from collections.abc import Iterable

from graph.dates import read_date
from graph.model import Content, Entity, Evidence, Heading, Label, Passage, ReportInfo, Scenario, Statement, Text, Value
from graph.snapshot import Snapshot

REPORT = "A-0-0"
Edge = tuple[int, int, str]
"""Subject, object and status."""


def make_statement(number: int, edge: Edge, edtf: str = "", *, as_of_report: bool = False) -> Statement:
    """A statement between numbered entities; an object below zero stands for a value."""
    subject, target, modality = edge
    unit = str(number % 10 + 1)
    return Statement(
        id=f"{REPORT}/{unit}.{number}",
        iri=f"https://example.org/statement/{number}",
        report=REPORT,
        subject=f"e{subject}",
        predicate="memberOf",
        object=f"e{target}"
        if target >= 0
        else Value(Text("值", "value"), "1", "http://www.w3.org/2001/XMLSchema#string"),
        modality=modality,
        holder="e0",
        evidence=(Evidence(REPORT, unit, 0, 2, "移徙", "migration"),),
        sentence=Text(f"第{number}句", f"Sentence {number}"),
        time=read_date(edtf) if edtf else None,
        as_of_report=as_of_report,
    )


def make_snapshot(statements: Iterable[Statement], entities: int, *scenarios: Scenario) -> Snapshot:
    """A dataset of numbered entities, each a body or an institution in turn, and ten paragraphs in two sections."""
    nodes = (
        Entity(
            f"e{n}",
            f"https://example.org/entity/e{n}",
            ("Body", "Institution")[n % 2],
            (Label(f"第{n}号", "report"),),
            (Label(f"Body number {n}", "ours"),),
        )
        for n in range(entities)
    )
    headings = (Heading("I", Text("一", "One"), "", 0), Heading("I.A", Text("甲", "A"), "I", 1))
    passages = (Passage(REPORT, str(n), "I" if n <= 5 else "I.A", "移徙", n) for n in range(1, 11))
    report = ReportInfo(
        REPORT, "A/0/0", "https://example.org/report", Text("报告", "Report"), "2013-08-07", "e0", headings
    )
    content = Content(
        entities={node.id: node for node in nodes},
        statements={statement.id: statement for statement in statements},
        passages={(REPORT, passage.id): passage for passage in passages},
        reports=(report,),
        notes=(),
        scenarios={each.id: each for each in scenarios},
        sources={},
    )
    return Snapshot(content, "0" * 16)
