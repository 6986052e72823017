"""Statements and values in plain words of both languages, built from labels and the properties' templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from ontology import Term, Text, vocabulary

from .model import IDEAS, TimeSpan
from .moments import moment_words

Article = Literal["a", "any", "the", "none"]
"""What an English name takes in a sentence where it doesn't follow from its class.

`a` is “the” where the sentence is about it; `any` stays “a”, as what the report says there isn't yet.
"""

_WITH_THE = frozenset({"Institution", "Body", "Process", "RegionalConsultativeProcess", "Event", "Instrument"})
_DETERMINER = re.compile(r"(?:the|a|an|some|many|most|several|all|any|each|no|other|at least) ", re.IGNORECASE)
_VOWEL_SOUND = re.compile(r"(?!uni|use|euro|one)[aeiou]", re.IGNORECASE)
# Their names are clauses; those of proposals only in Chinese, where they would run into the verb.
_QUOTED_ZH, _QUOTED_EN = IDEAS, frozenset({"Recommendation"})
_INNER_QUOTES = str.maketrans("“”", "‘’")
_TITLES = frozenset({"Institution", "Person", "Place", "Document", "Proposal", "Recommendation"})
_ASIDE = re.compile(r" \([^)]*\)")
_LAST_ASIDE = re.compile(r" \([^()]*\)$")
_HEAD_END = re.compile(
    r" (?:of|on|in|under|for|to|from|with|without|between|among|that|who|by|at|outside|not"
    r"|participating|concerned|applying|covering|allowing|working|recruiting|responsible|related|relating|similar"
    r"|regardless) "
)
_HAN, _LATIN = r"[\u4e00-\u9fff]", r"[A-Za-z0-9]"
_JOINT = re.compile(f"{_HAN}{_LATIN}|{_LATIN}{_HAN}")
_DATE = re.compile(r"\d{4}年")
_PLURALS = frozenset({"people", "women", "children", "persons", "staff"})
_SINGULARS = frozenset({"news", "always", "status", "diaspora"})
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s")
_IRREGULAR = {"is": "are", "was": "were", "has": "have"}
NOT_DONE = frozenset({"plan", "requirement", "conditional", "proposal", "recommendation"})
_PRESENT = {
    "established": "establishes",
    "appointed": "appoints",
    "visited": "visits",
    "adopted": "adopts",
    "prepared": "prepares",
    "edited": "edits",
    "submitted": "submits",
    "transmitted": "transmits",
    "issued": "issues",
}
_PAST = {"takes part in": "took part in", "convenes": "convened", "serves as": "served as"}
# What was asked for at a time isn't done, but the asking is.
_SAID = {"proposes": "proposed", "calls for": "called for"}
_FEW = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MILLION = 1_000_000
_BOUNDS = {
    "exact": Text("{n}", "{n}"),
    "min": Text("至少 {n}", "at least {n}"),
    "more-than": Text("超过 {n}", "more than {n}"),
    "max": Text("至多 {n}", "at most {n}"),
    "about": Text("约 {n}", "about {n}"),
}


def number_words(value: Decimal, unit: Term, bound: str) -> Text:
    """A number with its unit and bound, such as “more than 97 per cent”."""
    digits = f"{value.normalize():,f}"
    phrase = _BOUNDS[bound]
    if unit.id == "ordinal":
        return Text(f"第 {digits}", f"number {digits}")
    gap = "" if unit.labels.zh.startswith("%") else " "
    counted = unit.labels.en.removesuffix("s") if value == 1 else unit.labels.en
    return Text(
        f"{phrase.zh.format(n=digits)}{gap}{unit.labels.zh}",
        f"{phrase.en.format(n=digits if unit.id == 'percent' else _english_number(value))} {counted}",
    )


def _english_number(value: Decimal) -> str:
    """A number as the United Nations write it: below ten in words, round millions with theirs."""
    if value in range(1, len(_FEW) + 1):
        return _FEW[int(value) - 1]
    if value >= _MILLION and value % _MILLION == 0:
        return f"{value / _MILLION:,f} million"
    return f"{value.normalize():,f}"


def number_words_from(lexical: str, unit: str, bound: str) -> Text:
    """The same from a number's lexical form and its unit's id."""
    return number_words(Decimal(lexical), vocabulary().units[unit], bound)


def is_plural(name: str, class_id: str) -> bool:
    """Whether an English name takes a plural verb, as “member States” and “ILO conventions” do, “United Nations” not.

    Proper names of institutions, persons and places and titles of works and ideas count as one.
    """
    if name[:1].isupper() and class_id in _TITLES:
        return False
    head = _HEAD_END.split(_ASIDE.sub("", name).removeprefix("a number of "), maxsplit=1)[0]
    # After a comma more adjectives may follow (“economic, social and cultural rights”), or more nouns, or a year.
    return any(_is_plural_noun(part.rpartition(" ")[2].lower()) for part in (head, head.partition(",")[0]))


def _is_plural_noun(word: str) -> bool:
    if word in _PLURALS:
        return True
    return word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS) and word not in _SINGULARS


def agree(template: str, plural: bool) -> str:
    """An English template with its verb, the word after `{s}`, agreeing with the number of the subject."""
    start, found, rest = template.partition("{s} ")
    if not plural or not found or start:
        return template
    verb, gap, after = rest.partition(" ")
    mark = verb[len(verb.rstrip(":")) :]
    verb = verb.rstrip(":")
    if verb in _IRREGULAR:
        verb = _IRREGULAR[verb]
    elif verb.endswith("ies"):
        verb = f"{verb[:-3]}y"
    elif verb.endswith(("sses", "cuses", "shes")):
        verb = verb[:-2]
    elif verb.endswith("s"):
        verb = verb[:-1]
    return f"{{s}} {verb}{mark}{gap}{after}"


def as_not_done(template: Text) -> Text:
    """A template of a past act, such as “{s} established {o}”, as it stands for an act only asked for or possible."""
    return Text(template.zh.replace("了{o}", "{o}"), _with_verb(template.en, _PRESENT))


def as_past(template: Text, modality: str) -> Text:
    """A template such as “{s} convenes {o}” as it stands for a past fact; of others only the asking is past."""
    return Text(template.zh, _with_verb(template.en, _SAID | _PAST if modality == "fact" else _SAID))


def _with_verb(template: str, forms: Mapping[str, str]) -> str:
    """An English template with the other form of its verb, where `forms` has one."""
    for verb, other in forms.items():
        template = template.replace(f"{{s}} {verb} ", f"{{s}} {other} ")
    return template


def in_sentence(names: Text, class_id: str, *, article: Article | None = None, known: bool = False) -> Text:
    """Names as they stand in a sentence: with an article, asks and titles in quotation marks, proposals as clauses.

    Args:
        names: of the entity, preferred ones.
        class_id: id of its class.
        article: what the English name takes, where that was authored.
        known: whether the sentence is about it as about something that is there: “the” one instead of “a” one.
    """
    zh, en = names.zh, names.en
    if class_id in _QUOTED_ZH:
        zh = f"“{zh.translate(_INNER_QUOTES)}”"
    if class_id in _QUOTED_EN:
        en = f"“{en.translate(_INNER_QUOTES)}”"
    elif class_id == "Proposal":
        en = _as_clause(en)
    elif class_id == "Document" and article is None and en[:1].isupper():
        en = _as_title(en)
    else:
        en = _with_article(en, _article(en, class_id) if article is None else article, known)
    return Text(zh, en)


def _article(name: str, class_id: str) -> Article:
    """What a name takes by its class: bodies, forums, treaties and whatever is called by its kind take “the”."""
    if _DETERMINER.match(name) or (name[:1].islower() and is_plural(name, class_id)):
        return "none"
    if class_id in _WITH_THE or class_id == "Document":
        return "the"
    return "the" if class_id == "Role" and name[:1].isupper() else "none"


def _with_article(name: str, article: Article, known: bool) -> str:
    if article == "none":
        return name
    if article == "the" or (known and article == "a"):
        return f"the {name}"
    return f"{'an' if _VOWEL_SOUND.match(name) else 'a'} {name}"


def _as_clause(name: str) -> str:
    """A proposal's name without its initial capital, which stays in an acronym."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _as_title(name: str) -> str:
    """A title in quotation marks, an aside of ours outside of them."""
    title = _LAST_ASIDE.sub("", name)
    return f"“{title.translate(_INNER_QUOTES)}”{name[len(title) :]}"


def sentence(
    predicate: Term,
    subject: Text,
    obj: Text,
    *,
    plural: bool,
    modality: str,
    qualifier: Text | None,
    condition: Text | None,
    time: TimeSpan | None,
) -> Text:
    """A claim in a plain sentence, with what limits it, on what it depends and when; its status is said elsewhere.

    An interval of one is not counted: “every year”. What is only asked for or possible isn't told as a past act; a fact
    of a time that has an end is. English names a time once, where an aside of a name has it already.
    """
    if predicate.id == "interval":
        obj = Text(obj.zh.removeprefix("1 "), obj.en.removeprefix("one "))
    template = predicate.template
    if modality in NOT_DONE:
        template = as_not_done(template)
    if time and time.latest:
        template = as_past(template, modality)
    zh = _fill(template.zh, subject.zh, obj.zh)
    en = _fill(agree(template.en, plural), subject.en, obj.en)
    if qualifier:
        zh, en = f"{zh}（{qualifier.zh}）", f"{en} ({qualifier.en})"
    if condition:
        zh, en = f"{zh}（条件：{condition.zh}）", f"{en} (condition: {condition.en})"
    if time and predicate.value_kind != "date":
        moment = moment_words(time.edtf)
        zh = f"{zh}（{moment.zh}）"
        is_named = any(f"{mark}{moment.en})" in en for mark in ("(", ", "))
        en = en if is_named else f"{en} ({moment.en})"
    return Text(zh + "。", en[:1].upper() + en[1:] + ".")


def _fill(template: str, subject: str, obj: str) -> str:
    # Not str.format: labels may hold braces.
    before, _, rest = template.partition("{s}")
    between, _, after = rest.partition("{o}")
    if "{o}" in before:
        first, _, second = before.partition("{o}")
        return _joined(first, obj, second, subject, rest)
    return _joined(before, subject, between, obj, after)


def _joined(*parts: str) -> str:
    """Parts of a sentence, a Chinese character apart from a Latin letter or digit, as the report prints them.

    Only where they meet: names stay as they are. Our own dates, such as `2006年`, stand close.
    """
    words = ""
    for part in parts:
        is_apart = _JOINT.fullmatch(words[-1:] + part[:1]) and not _DATE.match(part)
        words += " " * bool(is_apart) + part
    return words
