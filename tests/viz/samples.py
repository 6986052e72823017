# ruff: noqa: E501 - one record a line
"""Small datasets for the tests of diagrams, built from the core's objects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from zlib import crc32

from graph.model import Content, Entity, Evidence, Label, ReportInfo, Scenario, Statement, TimeSpan, Value
from graph.snapshot import Snapshot
from graph.wording import in_sentence, is_plural, sentence
from ontology import Text, vocabulary

REPORT = ReportInfo(
    "A-68-283",
    "A/68/283",
    "https://example.org/report/A-68-283",
    Text("移徙者人权问题特别报告员的报告", "Report of the Special Rapporteur on the human rights of migrants"),
    "2013-08-07",
)


def entity(id: str, class_id: str, zh: str, en: str, *more: str) -> Entity:
    """An entity; further names are English."""
    english = tuple(Label(text, "un") for text in (en, *more))
    return Entity(id, f"https://example.org/entity/{id}", class_id, (Label(zh, "report"),), english)


def evidence(unit: str, quote: str, translation: str = "Our words") -> Evidence:
    """A passage of the report; other words stand at another place."""
    start = crc32(quote.encode(errors="surrogatepass")) % 5000
    return Evidence("A-68-283", unit, start, start + len(quote), quote, translation)


def statement(
    number: str,
    subject: str,
    predicate: str,
    object: str | Value,
    modality: str = "fact",
    *,
    holder: str = "a-68-283",
    quote: str = "",
    time: str = "",
    qualifier: Text | None = None,
    condition: Text | None = None,
) -> Statement:
    """A statement whose id is its paragraph and a number, such as `46.1`."""
    unit = number.partition(".")[0]
    end = object if isinstance(object, str) else object.words.en
    reads = vocabulary().properties[predicate].labels
    return Statement(
        f"A-68-283/{number}",
        f"https://example.org/statement/{number}",
        "A-68-283",
        subject,
        predicate,
        object,
        modality,
        holder,
        (evidence(unit, quote or f"第{number}条引文", f"Passage {number}"),),
        Text(f"{subject}{reads.zh}{end}。", f"{subject} {reads.en} {end}."),
        TimeSpan(time, None, None) if time else None,
        qualifier=qualifier,
        condition=condition,
    )


def snapshot(entities: Iterable[Entity], statements: Iterable[Statement], *scenarios: Scenario) -> Snapshot:
    """A dataset of one report."""
    by_id = {each.id: each for each in entities}
    claims = {each.id: each for each in statements}
    return Snapshot(
        Content(dict(sorted(by_id.items())), claims, {}, (REPORT,), (), {each.id: each for each in scenarios}, {}),
        "3f9c2ab41d70",
    )


def institutions() -> Snapshot:
    """Twenty-six entities around the Global Migration Group, with statements of every modality."""
    members = ("ilo", "iom", "ohchr", "unhcr", "unicef", "unesco", "unctad", "undp", "unfpa", "who", "world-bank")
    names = {
        "ilo": ("国际劳工组织", "International Labour Organization", "ILO"),
        "iom": ("国际移民组织", "International Organization for Migration", "IOM"),
        "ohchr": (
            "联合国人权事务高级专员办事处",
            "Office of the United Nations High Commissioner for Human Rights",
            "OHCHR",
        ),
        "unhcr": (
            "联合国难民事务高级专员办事处",
            "Office of the United Nations High Commissioner for Refugees",
            "UNHCR",
        ),
        "unicef": ("联合国儿童基金会", "United Nations Children's Fund", "UNICEF"),
        "unesco": (
            "联合国教育、科学及文化组织",
            "United Nations Educational, Scientific and Cultural Organization",
            "UNESCO",
        ),
        "unctad": ("联合国贸易和发展会议", "United Nations Conference on Trade and Development", "UNCTAD"),
        "undp": ("联合国开发计划署", "United Nations Development Programme", "UNDP"),
        "unfpa": ("联合国人口基金", "United Nations Population Fund", "UNFPA"),
        "who": ("世界卫生组织", "World Health Organization", "WHO"),
        "world-bank": ("世界银行", "World Bank"),
    }
    entities = [entity(id, "Institution", *names[id]) for id in members] + [
        entity("united-nations", "Institution", "联合国", "United Nations", "UN"),
        entity("general-assembly", "Body", "大会", "General Assembly"),
        entity("human-rights-council", "Body", "人权理事会", "Human Rights Council"),
        entity("gmg", "Body", "全球移徙问题小组", "Global Migration Group", "GMG"),
        entity("geneva-migration-group", "Body", "日内瓦移徙小组", "Geneva Migration Group"),
        entity("global-commission", "Body", "国际移徙问题全球委员会", "Global Commission on International Migration"),
        entity("gfmd", "Process", "全球移徙与发展论坛", "Global Forum on Migration and Development", "GFMD"),
        entity("hld", "Process", "国际移徙与发展高级别对话", "High-level Dialogue on International Migration and Development", "HLD"),
        entity("rcps", "RegionalConsultativeProcess", "区域协商进程", "regional consultative processes", "RCPS"),
        entity("secretary-general", "Role", "秘书长", "Secretary-General"),
        entity("special-rapporteur", "Role", "移徙者人权问题特别报告员", "Special Rapporteur on the human rights of migrants"),
        entity("srsg-migration-development", "Role", "秘书长国际移徙与发展问题特别代表", "Special Representative of the Secretary-General on International Migration and Development"),
        entity("states", "Group", "各国", "States"),
        entity("civil-society", "Group", "民间社会", "civil society"),
        entity("icrmw", "Instrument", "保护所有移徙工人及其家庭成员权利国际公约", "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families", "ICRMW"),
        entity("a-68-283", "Document", "本报告", "Report A/68/283"),
    ]  # fmt: skip
    count = Value(Text("16 个成员", "16 members"), "16", "xsd:decimal", "member", "exact")
    statements = [
        statement("46.1", "secretary-general", "created", "gmg", time="2006", quote="秘书长于 2006 年参照日内瓦移徙小组设立了全球移徙问题小组"),
        statement("46.2", "gmg", "modelledOn", "geneva-migration-group", time="2006", quote="秘书长于 2006 年参照日内瓦移徙小组设立了全球移徙问题小组"),
        *(statement(f"46.{n}", member, "memberOf", "gmg", quote="该小组由下列实体组成") for n, member in enumerate(members, 3)),
        statement("46.20", "gmg", "memberCount", count),
        statement("38.1", "general-assembly", "bodyOf", "united-nations"),
        statement("38.2", "general-assembly", "organized", "hld", time="2006-09"),
        statement("38.3", "general-assembly", "organized", "hld", "plan", time="2013-10-03/2013-10-04"),
        statement("40.1", "human-rights-council", "bodyOf", "united-nations"),
        statement("40.2", "special-rapporteur", "reportsTo", "human-rights-council"),
        statement("40.3", "special-rapporteur", "reportsTo", "general-assembly"),
        statement("50.1", "gmg", "provides", "gfmd", "criticism", holder="special-rapporteur", qualifier=Text("有限", "limited")),
        statement("52.1", "gfmd", "bodyOf", "united-nations", "absence", quote="全球论坛不是联合国的机构"),
        statement("52.2", "srsg-migration-development", "linkedTo", "gfmd", "assessment"),
        statement("53.1", "secretary-general", "appointed", "srsg-migration-development", time="2006"),
        statement("55.1", "civil-society", "participatedIn", "gfmd", "reported", holder="civil-society"),
        statement("56.1", "states", "participatedIn", "gfmd"),
        statement("60.1", "iom", "bodyOf", "united-nations", "absence"),
        statement("60.2", "iom", "bodyOf", "united-nations", "proposal", holder="special-rapporteur"),
        statement("60.3", "iom", "supports", "rcps"),
        statement("60.4", "iom", "providesSecretariatFor", "rcps", qualifier=Text("其中一些", "some of them")),
        statement("70.1", "states", "ratifies", "icrmw", "recommendation", holder="special-rapporteur"),
        statement("71.1", "states", "ratifies", "icrmw", "requirement"),
        statement("80.1", "global-commission", "proposes", "gmg", "reported", holder="global-commission"),
        statement("81.1", "ohchr", "supports", "special-rapporteur"),
        statement("90.1", "iom", "mergedWith", "unhcr", "conditional", condition=Text("如会员国同意", "if member States agree")),
    ]  # fmt: skip
    return snapshot(entities, [_worded(each, {one.id: one for one in entities}) for each in statements])


def _worded(claim: Statement, entities: dict[str, Entity]) -> Statement:
    def name(id: str) -> Text:
        return in_sentence(entities[id].names, entities[id].class_id)

    words = claim.object.words if isinstance(claim.object, Value) else name(claim.object)
    term = vocabulary().properties[claim.predicate]
    plain = sentence(
        term,
        name(claim.subject),
        words,
        plural=is_plural(entities[claim.subject].names.en, entities[claim.subject].class_id),
        modality=claim.modality,
        qualifier=claim.qualifier,
        condition=claim.condition,
        time=claim.time,
    )
    return replace(claim, sentence=plain)
