"""Statements in plain words."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from graph.dates import read_date
from graph.wording import agree, as_not_done, in_sentence, is_plural, number_words, sentence
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


def test_articles_stand_before_proper_names_of_bodies() -> None:
    assert in_sentence(Text("大会", "General Assembly"), "Body").en == "the General Assembly"
    assert in_sentence(Text("各国", "States"), "Group").en == "States"


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
        ("1", "year", "exact", "1 年", "1 year"),
        ("1.5", "percent", "about", "约 1.5%", "about 1.5 per cent"),
        ("100", "state", "min", "至少 100 个国家", "at least 100 States"),
    ],
)
def test_numbers_in_words(value: str, unit: str, bound: str, zh: str, en: str) -> None:
    assert number_words(Decimal(value), vocabulary().units[unit], bound) == Text(zh, en)


def test_limits_conditions_and_time_stand_in_the_sentence() -> None:
    words = sentence(
        vocabulary().properties["supports"],
        Text("各国", "States"),
        Text("{s}", "{o}"),
        plural=True,
        modality="fact",
        qualifier=Text("一些", "some"),
        condition=Text("如果", "if so"),
        time=read_date("2007/.."),
    )
    assert words.en == "States support {o} (some) (condition: if so) (since 2007)."
    assert words.zh == "各国支持{s}（一些）（条件：如果）（2007年起）。"


@pytest.mark.parametrize(
    ("years", "zh", "en"),
    [
        ("1", "论坛每年举行一次。", "Forum takes place every year."),
        ("3", "论坛每 3 年举行一次。", "Forum takes place every 3 years."),
    ],
)
def test_an_interval_of_one_is_not_counted(years: str, zh: str, en: str) -> None:
    words = sentence(
        vocabulary().properties["interval"],
        Text("论坛", "Forum"),
        number_words(Decimal(years), vocabulary().units["year"], "exact"),
        plural=False,
        modality="fact",
        qualifier=None,
        condition=None,
        time=None,
    )
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
    words = sentence(
        vocabulary().properties["created"],
        Text("各国", "States"),
        Text("论坛", "Forum"),
        plural=True,
        modality=modality,
        qualifier=None,
        condition=None,
        time=None,
    )
    assert words == Text(zh, en)


def test_every_past_act_has_its_present() -> None:
    templates = [term.template for term in vocabulary().properties.values()]
    past = [template for template in templates if re.match(r"\{s\} \w+ed \{o\}", template.en)]
    assert past
    for template in past:
        assert as_not_done(template).en != template.en
    assert not [template for template in templates if "了{o}" in as_not_done(template).zh]
