"""A diagram in words: for those who don't see it, and for the caption of a picture."""

from __future__ import annotations

from collections import Counter

from graph.model import Language
from graph.moments import moment_words
from ontology import Text

from .diagram import Cited, Claim, Diagram
from .layouts.captions import source_marks
from .messages import LEADS, filled

_MOST = 60


def describe(diagram: Diagram, language: Language, most: int = _MOST) -> str:
    """What a diagram shows, in sentences: its title, how much of what, and its first statements with their status.

    Args:
        diagram: what to describe.
        language: of the words.
        most: how many statements to spell out; where some are, how many more there are is said.
    """
    full_stop, comma = ("。", "、") if language == "zh" else (".", ", ")
    names = {entry.id: entry.label.get(language) for entry in diagram.modalities}
    counts = Counter(edge.claim.modality for edge in diagram.edges)
    statuses = comma.join(f"{name} {counts[id]}" for id, name in names.items() if counts[id])
    opening = filled("described", nodes=len(diagram.nodes), edges=len(diagram.edges), statuses=statuses or "–").get(
        language
    )
    titles = [words.get(language) + full_stop for words in (diagram.title, diagram.subtitle) if words]
    told = [spoken_claim(edge.claim, language) for edge in diagram.edges[:most]]
    rest = len(diagram.edges) - len(told)
    closing = [filled("more_described", n=rest).get(language)] if rest and told else []
    space = "" if language == "zh" else " "
    return space.join([*titles, opening, *told, *closing])


def undrawn_words(diagram: Diagram) -> Text | None:
    """What is said and not drawn: between a diagram's entities, counted by status, and of others that are tied to them.

    None where all of it is drawn.
    """
    told = []
    if diagram.undrawn:
        zh = "、".join(f"{entry.label.zh} {entry.count} 条" for entry in diagram.undrawn)
        en = ", ".join(f"{entry.label.en} {entry.count}" for entry in diagram.undrawn)
        told.append(filled("undrawn", counts=Text(zh, en)))
    if diagram.beyond.total:
        most = Text("", "")
        if diagram.beyond.most:
            zh = "、".join(f"{name.zh}（{count} 个）" for name, count in diagram.beyond.most)
            en = ", ".join(f"{name.en} ({count})" for name, count in diagram.beyond.most)
            most = filled("beyond_most", names=Text(zh, en))
        told.append(filled("beyond", n=diagram.beyond.total, most=most))
    return Text("".join(each.zh for each in told), " ".join(each.en for each in told)) if told else None


def spoken_claim(claim: Claim, language: Language) -> str:
    """A claim with what it is and the numbers of its sources, never as more than it is."""
    lead = LEADS[claim.modality].get(language) if claim.modality in LEADS and not claim.is_count else ""
    space = "" if language == "zh" else " "
    return f"{lead}{space}{claim.sentence.get(language)} {source_marks(claim)}".strip()


def origin_line(cited: Cited, language: Language) -> str:
    """The reports something rests on, with their dates, and the dataset's version."""
    comma = "，" if language == "zh" else ", "
    reports = [
        f"{filled('report', symbol=origin.symbol).get(language)}{comma}{moment_words(origin.date).get(language)}"
        for origin in cited.origins
    ]
    return " · ".join([*reports, filled("version", version=cited.version).get(language)])
