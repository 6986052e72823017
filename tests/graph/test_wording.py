"""Statements in plain words."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from graph.dates import read_date
from graph.wording import Article, agree, as_not_done, as_past, in_sentence, is_plural, number_words, sentence
from ontology import Text, vocabulary


@pytest.mark.parametrize(
    ("name", "class_id", "plural"),
    [
        ("States", "Group", True),
        ("member States of the European Union", "Group", True),
        ("countries of origin", "Group", True),
        ("women", "Group", True),
        ("civil society", "Group", False),
        ("United Nations", "Institution", False),
        ("Budapest Process", "RegionalConsultativeProcess", False),
        ("readmission agreements", "Instrument", True),
        ("human rights of migrants", "Concept", True),
        ("access to justice", "Concept", False),
        ("border management", "Concept", False),
        ("Regional Consultative Processes on Migration", "Process", True),
        ("United Nations human rights mechanisms", "Body", True),
        ("Human Rights Council", "Body", False),
        ("Migrant Workers (Supplementary Provisions) Convention, 1975 (No. 143)", "Instrument", False),
        ("economic, social and cultural rights", "Concept", True),
        ("careful, informal and non-binding dialogue", "Concept", False),
        ("funds, training and knowledge that often come from outside the region", "Concept", True),
        ("a number of challenges", "Concept", True),
        ("processes similar to regional consultative processes", "Group", True),
        ("meetings and activities related to the mandate", "Process", True),
        ("staff of the International Organization for Migration", "Group", True),
        ("human rights regardless of status", "Concept", True),
        ("private agencies recruiting migrant workers", "Group", True),
        ("civil society organizations working on development", "Group", True),
        ("Convention relating to the Status of Refugees", "Instrument", False),
        ("IOM's not being part of the United Nations system", "Concept", False),
        ("Bringing IOM into the United Nations", "Proposal", False),
    ],
)
def test_number_of_names(name: str, class_id: str, plural: bool) -> None:
    assert is_plural(name, class_id) is plural


@pytest.mark.parametrize(
    ("template", "agreeing"),
    [
        ("{s} is a member of {o}", "{s} are a member of {o}"),
        ("{s} carries out {o}", "{s} carry out {o}"),
        ("{s} focuses on {o}", "{s} focus on {o}"),
        ("{s} discusses {o}", "{s} discuss {o}"),
        ("{s} opposes {o}", "{s} oppose {o}"),
        ("{s} says: {o}", "{s} say: {o}"),
        ("{s} established {o}", "{s} established {o}"),
        ("{s} establishes {o}", "{s} establish {o}"),
        ("the date of {s} is {o}", "the date of {s} is {o}"),
    ],
)
def test_verbs_agree(template: str, agreeing: str) -> None:
    assert agree(template, True) == agreeing
    assert agree(template, False) == template


@pytest.mark.parametrize(
    ("name", "class_id", "words"),
    [
        # bodies, forums and treaties
        ("General Assembly", "Body", "the General Assembly"),
        ("internal review of the Group", "Process", "the internal review of the Group"),
        ("2004 enlargement of the European Union", "Event", "the 2004 enlargement of the European Union"),
        ("Regional Consultative Processes on Migration", "Process", "the Regional Consultative Processes on Migration"),
        ("readmission agreements", "Instrument", "readmission agreements"),
        ("some regional consultative processes", "Process", "some regional consultative processes"),
        ("all processes", "Process", "all processes"),
        ("the eight ILO conventions", "Instrument", "the eight ILO conventions"),
        ("The Hague Process", "Process", "The Hague Process"),
        # roles
        ("Secretary-General", "Role", "the Secretary-General"),
        ("keynote speaker", "Role", "keynote speaker"),
        # nothing that has an article by its class
        ("States", "Group", "States"),
        ("civil society", "Group", "civil society"),
        ("Mexico", "Place", "Mexico"),
        ("transparency", "Concept", "transparency"),
        # documents: called by their kind, or by their title
        ("report of the Commission", "Document", "the report of the Commission"),
        ("country visit reports", "Document", "country visit reports"),
        ("The future we want", "Document", "“The future we want”"),
        ("Study on “irregular” work", "Document", "“Study on ‘irregular’ work”"),
        ("Global Governance (edited volume, 2011)", "Document", "“Global Governance” (edited volume, 2011)"),
        # proposals are clauses
        ("Creating a new agency", "Proposal", "creating a new agency"),
        ("A new agency", "Proposal", "a new agency"),
        ("IOM as the lead agency", "Proposal", "IOM as the lead agency"),
    ],
)
def test_names_in_sentences(name: str, class_id: str, words: str) -> None:
    assert in_sentence(Text("名", name), class_id).en == words
    assert in_sentence(Text("名", name), class_id, known=True).en == words


@pytest.mark.parametrize(
    ("name", "class_id", "article", "as_object", "as_subject"),
    [
        ("complex phenomenon", "Concept", "a", "a complex phenomenon", "the complex phenomenon"),
        ("effective way", "Concept", "a", "an effective way", "the effective way"),
        ("EU agency", "Concept", "a", "an EU agency", "the EU agency"),
        ("European agency", "Concept", "a", "a European agency", "the European agency"),
        ("useful platform", "Concept", "a", "a useful platform", "the useful platform"),
        ("unified approach", "Concept", "a", "a unified approach", "the unified approach"),
        ("unwillingness to act", "Concept", "a", "an unwillingness to act", "the unwillingness to act"),
        ("firewall", "Concept", "any", "a firewall", "a firewall"),
        ("human rights of migrants", "Concept", "the", "the human rights of migrants", "the human rights of migrants"),
        ("private sector", "Group", "the", "the private sector", "the private sector"),
        ("permanent secretariat", "Body", "a", "a permanent secretariat", "the permanent secretariat"),
        ("human rights law", "Instrument", "none", "human rights law", "human rights law"),
        ("Oxford University Press", "Institution", "none", "Oxford University Press", "Oxford University Press"),
        ("Doyle report", "Document", "the", "the Doyle report", "the Doyle report"),
        ("resolution 67/172", "Document", "none", "resolution 67/172", "resolution 67/172"),
    ],
)
def test_an_article_that_was_authored(
    name: str, class_id: str, article: Article, as_object: str, as_subject: str
) -> None:
    names = Text("名", name)
    assert in_sentence(names, class_id, article=article) == Text("名", as_object)
    assert in_sentence(names, class_id, article=article, known=True) == Text("名", as_subject)


def test_what_asks_for_something_stands_in_quotation_marks() -> None:
    assert in_sentence(Text("加强合作", "Cooperate more"), "Recommendation") == Text("“加强合作”", "“Cooperate more”")
    quoting = Text("制裁“非正规雇主”", "Sanction “irregular employers”")
    assert in_sentence(quoting, "Recommendation") == Text("“制裁‘非正规雇主’”", "“Sanction ‘irregular employers’”")


@pytest.mark.parametrize(
    ("value", "unit", "bound", "zh", "en"),
    [
        ("151", "member-state", "exact", "151 个成员国", "151 member States"),
        ("7800", "staff", "more-than", "超过 7,800 名工作人员", "more than 7,800 staff members"),
        ("97", "percent", "more-than", "超过 97%", "more than 97 per cent"),
        ("1", "year", "exact", "1 年", "one year"),
        ("9", "instrument", "min", "至少 9 项文书", "at least nine instruments"),
        ("10", "instrument", "exact", "10 项文书", "10 instruments"),
        ("2.5", "year", "exact", "2.5 年", "2.5 years"),
        ("0", "meeting", "exact", "0 次会议", "0 meetings"),
        ("8", "percent", "exact", "8%", "8 per cent"),
        ("232000000", "person", "about", "约 232,000,000 人", "about 232 million persons"),
        ("1000000", "person", "exact", "1,000,000 人", "1 million persons"),
        ("232500000", "person", "exact", "232,500,000 人", "232,500,000 persons"),
        ("3", "ordinal", "exact", "第 3", "number 3"),
        ("1.5", "percent", "about", "约 1.5%", "about 1.5 per cent"),
        ("100", "state", "min", "至少 100 个国家", "at least 100 States"),
    ],
)
def test_numbers_in_words(value: str, unit: str, bound: str, zh: str, en: str) -> None:
    assert number_words(Decimal(value), vocabulary().units[unit], bound) == Text(zh, en)


def told(
    predicate: str,
    subject: Text,
    obj: Text,
    *,
    plural: bool = False,
    modality: str = "fact",
    qualifier: Text | None = None,
    condition: Text | None = None,
    time: str | None = None,
) -> Text:
    """The sentence of a statement; `time` is an EDTF date."""
    return sentence(
        vocabulary().properties[predicate],
        subject,
        obj,
        plural=plural,
        modality=modality,
        qualifier=qualifier,
        condition=condition,
        time=read_date(time) if time else None,
    )


def test_limits_conditions_and_time_stand_in_the_sentence() -> None:
    words = told(
        "supports",
        Text("各国", "States"),
        Text("{s}", "{o}"),
        plural=True,
        qualifier=Text("一些", "some"),
        condition=Text("如果", "if so"),
        time="2007/..",
    )
    assert words.en == "States support {o} (some) (condition: if so) (since 2007)."
    assert words.zh == "各国支持{s}（一些）（条件：如果）（2007年起）。"


@pytest.mark.parametrize(
    ("years", "zh", "en"),
    [
        ("1", "论坛每年举行一次。", "Forum takes place every year."),
        ("3", "论坛每 3 年举行一次。", "Forum takes place every three years."),
    ],
)
def test_an_interval_of_one_is_not_counted(years: str, zh: str, en: str) -> None:
    words = told("interval", Text("论坛", "Forum"), number_words(Decimal(years), vocabulary().units["year"], "exact"))
    assert words == Text(zh, en)


@pytest.mark.parametrize(
    ("modality", "zh", "en"),
    [
        ("fact", "各国设立了论坛。", "States established Forum."),
        ("recommendation", "各国设立论坛。", "States establish Forum."),
        ("plan", "各国设立论坛。", "States establish Forum."),
    ],
)
def test_what_is_not_done_is_not_told_as_a_past_act(modality: str, zh: str, en: str) -> None:
    words = told("created", Text("各国", "States"), Text("论坛", "Forum"), plural=True, modality=modality)
    assert words == Text(zh, en)


@pytest.mark.parametrize(
    ("modality", "time", "en"),
    [
        ("fact", "2006", "States took part in Forum (2006)."),
        ("fact", "2006/2009", "States took part in Forum (2006 to 2009)."),
        ("fact", "2006/..", "States take part in Forum (since 2006)."),
        ("fact", None, "States take part in Forum."),
        ("plan", "2006", "States take part in Forum (2006)."),
        ("absence", "2006", "States take part in Forum (2006)."),
    ],
)
def test_a_fact_of_a_time_that_has_an_end_is_told_in_the_past(modality: str, time: str | None, en: str) -> None:
    words = told(
        "participatedIn", Text("各国", "States"), Text("论坛", "Forum"), plural=True, modality=modality, time=time
    )
    assert words.en == en


def test_every_act_that_has_a_past_is_a_template() -> None:
    changed = {term.id for term in vocabulary().properties.values() if as_past(term.template, "fact") != term.template}
    assert changed == {"participatedIn", "organized", "holdsRole", "proposes", "requested"}
    said = {term.id for term in vocabulary().properties.values() if as_past(term.template, "plan") != term.template}
    assert said == {"proposes", "requested"}


@pytest.mark.parametrize(
    ("name", "time", "en"),
    [
        ("Dialogue (2006)", "2006", "The Assembly convened Dialogue (2006) (the first)."),
        ("“Rights” (volume, 2006)", "2006", "The Assembly convened “Rights” (volume, 2006) (the first)."),
        ("Dialogue (2006)", "2006-09", "The Assembly convened Dialogue (2006) (the first) (September 2006)."),
        ("Dialogue of 2006", "2006", "The Assembly convened Dialogue of 2006 (the first) (2006)."),
    ],
)
def test_english_names_a_time_once(name: str, time: str, en: str) -> None:
    words = told(
        "organized", Text("大会", "the Assembly"), Text("对话", name), qualifier=Text("首次", "the first"), time=time
    )
    assert words.en == en
    assert words.zh.startswith("大会举行对话（首次）（2006年")


def test_every_past_act_has_its_present() -> None:
    templates = [term.template for term in vocabulary().properties.values()]
    past = [template for template in templates if re.match(r"\{s\} \w+ed \{o\}", template.en)]
    assert past
    for template in past:
        assert as_not_done(template).en != template.en
    assert not [template for template in templates if "了{o}" in as_not_done(template).zh]
