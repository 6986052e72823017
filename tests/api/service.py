"""A small dataset with hostile names, built from its authored folder, and the service over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph import Identifiers, Snapshot
from graph.datasets.building import compile_dataset
from graph.datasets.publish import sorted_quads
from graph.sparql import Limits, QueryResult, Rules, evaluate

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>"
REPORT = (
    " 第一届会议 \n\n临时议程* 项目 1(a) \n\n秘书长报告 \n\n \n   摘要 \n\n 本报告论述移徙小组。 \n\n"
    "http://undocs.org/ch/A/RES/1/2\n  一. 导言 \n \n\n"
    "1. 秘书长于 2006 年设立了移徙小\n\n组，共有 2 个成员，即劳工组织和 \n\nIOM。\n1\n 小组没有秘书处。 \n\n"
    "__________________ \n\n \n1\n 见 www.example.org/a_ \n\nb.html。 \n"
    " 2. 小组应：\n\n (a) 发表报告；\n\n (b) 与劳工组织合作。 \n\n"
    " 1. 标题\n1\n \n\n3. 此段无关。 \n"
)
FILES = {
    "sources.yaml": "- {id: report, en: As in the report, zh: 报告原文}\n- {id: un, en: UN name, zh: 联合国名称}\n"
    "- {id: treaty, en: Official title, zh: 正式标题, looked_up: true}\n",
    "entities/all.yaml": f"""\
- {{id: a-1-1, class: Document, zh: [本报告], en: [{{text: This report, source: un}}]}}
- {{id: secretary-general, class: Role, zh: [秘书长], en: [{{text: Secretary-General, source: un}}]}}
- {{id: gmg, class: Body, zh: [移徙小组], en: [{{text: Migration Group, source: un}}, {{text: GMG, source: un}}]}}
- id: ilo
  class: Institution
  zh: [劳工组织]
  en:
    - {{text: International Labour Organization, source: un}}
    - {{text: ILO, source: treaty, confirmed_by: "A/1, title"}}
- {{id: iom, class: Institution, zh: [IOM], en: [{{text: International Organization for Migration, source: un}}]}}
- id: secretariat
  class: Concept
  zh: [秘书处]
  en:
    - {{text: {HOSTILE!r}, source: un}}
    - {{text: "=HYPERLINK(1)", source: un}}
- {{id: rec-2-b, class: Recommendation, zh: [与劳工组织合作], en: [{{text: Work with the ILO, source: un}}]}}
- {{id: model-a, class: Proposal, zh: [发表报告], en: [{{text: Publish a report, source: un}}]}}
""".replace(repr(HOSTILE), "'" + HOSTILE.replace("'", "''") + "'"),
    "reports/A-1-1/report.yaml": """\
symbol: A/1/1
entity: a-1-1
date: "2013"
title: {zh: 秘书长报告, en: Report of the Secretary-General}
headings: {I: Introduction, I.1: Heading}
""",
    "reports/A-1-1/statements/all.yaml": f"""\
- paragraph: cover
  reason: {{zh: 封面, en: The cover makes no claim.}}
- paragraph: summary
  passages:
    - quote: 本报告论述移徙小组
      en: This report deals with the Migration Group
      statements:
        - {{id: "summary.1", subject: a-1-1, predicate: addresses, object: gmg, modality: fact}}
- paragraph: "1"
  passages:
    - quote: 秘书长于 2006 年设立了移徙小组，共有 2 个成员，即劳工组织和 IOM。
      en: 'In 2006 the Secretary-General established the Migration Group {HOSTILE.replace("'", "''")}'
      statements:
        - {{id: "1.1", subject: secretary-general, predicate: created, object: gmg, modality: fact, time: "2006"}}
        - {{id: "1.2", subject: ilo, predicate: memberOf, object: gmg, modality: fact}}
        - {{id: "1.3", subject: iom, predicate: memberOf, object: gmg, modality: fact}}
        - id: "1.4"
          subject: gmg
          predicate: memberCount
          number: {{value: 2, unit: member}}
          modality: fact
          as_of_report: true
    - quote: 小组没有秘书处
      en: The Group has no secretariat
      statements:
        - {{id: "1.5", subject: gmg, predicate: hasFeature, object: secretariat, modality: absence}}
- paragraph: "2"
  passages:
    - quote: 小组应：
      en: "The Group should:"
      statements:
        - id: "2.1"
          subject: rec-2-b
          predicate: addressedTo
          object: gmg
          modality: recommendation
          holder: secretary-general
          also: [{{paragraph: "2", quote: 与劳工组织合作, en: work with the ILO}}]
    - quote: 发表报告
      en: publish a report
      statements:
        - id: "2.4"
          subject: model-a
          predicate: concerns
          object: gmg
          modality: proposal
          accept: the paragraph's opening words address the Group
    - quote: 与劳工组织合作
      en: work with the ILO
      statements:
        - id: "2.2"
          subject: rec-2-b
          predicate: content
          text: {{zh: 与劳工组织合作, en: Work with the ILO}}
          modality: recommendation
          holder: secretary-general
        - id: "2.3"
          subject: gmg
          predicate: worksWith
          object: ilo
          modality: proposal
          accept: the paragraph's opening words address the Group
          qualifier: {{zh: 应, en: should}}
- paragraph: "3"
  reason: {{zh: 与治理无关, en: It has nothing to do with governance.}}
- paragraph: fn1
  passages:
    - quote: 见 www.example.org/a_b.html
      en: See www.example.org/a_b.html
      statements:
        - id: "fn1.1"
          subject: a-1-1
          predicate: link
          link: http://www.example.org/a_b.html
          modality: fact
          accept: the footnote belongs to the report
""",
    "reports/A-1-1/mentions/all.yaml": """\
- {paragraph: "1", context: 小组没有秘书处, form: 小组, entity: gmg}
- {paragraph: "2", context: 小组应, form: 小组, entity: gmg}
""",
    "reports/A-1-1/scenarios/a.yaml": """\
id: scenario-a
model: model-a
title: {zh: 情景, en: Scenario}
adds: ["2.3"]
changes: [{from: "1.5", to: "2.2"}]
ends: [{fact: "1.2", because: ["2.1", "1.5"]}]
""",
    "reports/A-1-1/notes.yaml": """\
- {id: note-a, kind: tension, statements: ["1.5", "1.4"], zh: 说明, en: A remark}
- {id: note-b, kind: inference, entities: [ilo, iom], zh: 说明, en: A remark}
""",
    "diagrams/institutions.yaml": """\
id: institutions
title: {zh: 机构, en: Institutions}
selection: {entities: [gmg], depth: 1}
""",
    "questions/who-created-what.rq": """\
#+ title: {zh: 谁设立了什么？, en: Who established what?}
#+ description: {zh: 附日期, en: With the date}
#+ topic: structure
#+ answer: [[secretary-general, gmg, "2006", "1"]]
SELECT ?creator ?created ?date ?paragraph WHERE {
  ?statement rdf:subject ?creator ; rdf:predicate migov:created ; rdf:object ?created ;
    migov:mainEvidence/migov:inParagraph/dct:identifier ?paragraph . OPTIONAL { ?statement migov:edtf ?date }
}
""",
    "questions/claims.rq": """\
#+ title: {zh: 哪些陈述？, en: Which statements are there?}
#+ description: {zh: 某一性质，某一主语, en: Of a status and with a subject}
#+ topic: anything
#+ parameters:
#+   - {name: subject, kind: entity, default: gmg, zh: 主语, en: Subject}
#+   - {name: modality, kind: modality, default: absence, zh: 性质, en: Status}
#+ answer: [[A-1-1/1.5, hasFeature, secretariat]]
SELECT ?statement ?predicate ?object ?of_time WHERE {
  ?statement rdf:subject $subject ; migov:modality $modality ; rdf:predicate ?predicate ; rdf:object ?object
  OPTIONAL { ?statement migov:edtf ?of_time }
} ORDER BY ?statement
""",
    "questions/every-kind.rq": """\
#+ title: {zh: 各种参数, en: Every kind of parameter}
#+ description: {zh: 说明, en: Remark}
#+ topic: time
#+ parameters:
#+   - {name: class, kind: class, default: Body, zh: 类, en: Class}
#+   - {name: paragraph, kind: paragraph, default: "1", zh: 段落, en: Paragraph}
#+   - {name: day, kind: day, default: "2006", zh: 日期, en: Day}
#+   - {name: least, kind: number, default: "3", zh: 至少, en: At least}
#+   - {name: words, kind: text, default: 小组, zh: 词语, en: Words}
#+ answer: [[Body, "1", "2006-12-31", "3", 小组]]
SELECT ?class ?paragraph ?day ?least ?words WHERE {
  VALUES (?class ?paragraph ?day ?least ?words) { ($class $paragraph $day $least $words) }
}
""",
}


class LocalStore:
    """A store of this process, without workers: quick to make, and enough for queries that tests trust."""

    version = "0123456789abcdef"

    def __init__(self, quads: str) -> None:
        self.store = pyoxigraph.Store()
        self.store.load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
        graphs = sorted(graph.value for graph in self.store.named_graphs() if isinstance(graph, pyoxigraph.NamedNode))
        self.rules = Rules(tuple(graph for graph in graphs if "/graph/scenario/" not in graph))

    async def query(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        return self.evaluate(text, media_type=media_type, default_graphs=default_graphs, named_graphs=named_graphs)

    def evaluate(
        self,
        text: str,
        *,
        media_type: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> QueryResult:
        return evaluate(
            self.store,
            text,
            media_type=media_type,
            default_graphs=default_graphs,
            named_graphs=named_graphs,
            limits=limits,
            rules=self.rules,
        )

    def close(self) -> None:
        pass


class Served:
    """The authored folder, some of its files perhaps written otherwise, and what was made from it."""

    def __init__(self, folder: Path, changes: Mapping[str, str] | None = None) -> None:
        for name, text in {**FILES, **(changes or {})}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (folder / "reports/A-1-1/report.zh.txt").write_text(REPORT, encoding="utf-8")
        compiled = compile_dataset(folder, Identifiers())
        self.folder = folder
        self.snapshot = Snapshot(compiled.content, LocalStore.version)
        self.store = LocalStore(sorted_quads(compiled.dataset))

    def settings(self, **changes: object) -> Settings:
        """Settings that read nothing of the machine's own data."""
        return Settings(data=self.folder, dataset=self.folder / "none", **changes)  # type: ignore[arg-type]

    def app(self, **changes: object) -> FastAPI:
        """The service with these settings changed."""
        return create_app(self.settings(**changes), store=self.store, snapshot=self.snapshot)


def ask(client: TestClient, path: str) -> Any:
    """What a path answers in JSON."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def refusal(client: TestClient, path: str) -> Any:
    """The error with which a path is refused."""
    answer = client.get(path)
    assert answer.status_code == 400, path
    return answer.json()["error"]
