"""How documents and data say what a diagram rests on: where a passage stands, what a line claims, whose data it is."""

from __future__ import annotations

from graph.model import Language
from graph.moments import moment_words
from ontology import Text

from .diagram import Claim, Diagram, Source
from .document_words import DOCUMENT_WORDS
from .messages import LEADS, MESSAGES, place_words


def source_place(source: Source, language: Language) -> str:
    """Where a passage stands, such as “A/68/283, para. 46”."""
    return f"{source.symbol}{_COMMA[language]}{place_words(source.unit).get(language)}"


def status_words(diagram: Diagram, modality: str) -> Text:
    """The name of a status, such as “recommendation”."""
    return next((entry.label for entry in diagram.modalities if entry.id == modality), Text(modality, modality))


def claim_words(diagram: Diagram, claim: Claim, language: Language) -> str:
    """The claim in one sentence: its status first, at the end who holds it where that isn't the report."""
    lead = LEADS.get(claim.modality)
    words = claim.sentence.get(language)
    if lead:
        words = f"{lead.get(language)}{' ' if language == 'en' else ''}{words}"
    if any(claim.holder == origin.title for origin in diagram.origins):
        return words
    return words + DOCUMENT_WORDS["held_by"].get(language).replace("{holder}", claim.holder.get(language))


def report_line(diagram: Diagram, language: Language) -> str:
    """The reports by symbol, title and date, and the version of the dataset."""
    said = MESSAGES["report"]
    parts = []
    for origin in diagram.origins:
        when = moment_words(origin.date).get(language)
        title = origin.title.get(language)
        parts.append(said.get(language).replace("{symbol}", origin.symbol) + f"{_COMMA[language]}{title} ({when})")
    parts.append(MESSAGES["version"].get(language).replace("{version}", diagram.version))
    return " · ".join(parts)


def left_out_words(diagram: Diagram, language: Language) -> str:
    """How much a limit kept away, empty where nothing was."""
    return MESSAGES["left_out"].get(language).replace("{n}", str(diagram.left_out)) if diagram.left_out else ""


_COMMA = {"en": ", ", "zh": "，"}
