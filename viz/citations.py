"""How documents and data say what a diagram rests on: where a passage stands, what a line claims, whose data it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model import Language
from graph.moments import moment_words
from ontology import Text

from .diagram import Cited, Claim, Diagram, Source
from .documents.words import DOCUMENT_WORDS
from .messages import LEADS, MESSAGES, cited_words, filled, place_words


def source_place(source: Source, language: Language) -> str:
    """Where a passage stands, such as “A/68/283, para. 46”."""
    return cited_words(source.symbol, source.unit).get(language)


def marks(numbers: Iterable[int]) -> str:
    """Numbers of sources as they stand behind what rests on them, such as `[3, 7]`."""
    return f"[{', '.join(map(str, numbers))}]"


def status_words(diagram: Diagram, modality: str) -> Text:
    """The name of a status, such as “recommendation”."""
    return next((entry.label for entry in diagram.modalities if entry.id == modality), Text(modality, modality))


def stated(claim: Claim, language: Language) -> str:
    """The claim in one sentence that begins with its status, so that it is read as no more than it is."""
    lead = None if claim.is_count else LEADS.get(claim.modality)
    space = " " if language == "en" else ""
    return f"{lead.get(language)}{space}{claim.sentence.get(language)}" if lead else claim.sentence.get(language)


def claim_words(diagram: Diagram, claim: Claim, language: Language) -> str:
    """The claim with its status and, at the end, who holds it where that isn't the report."""
    return stated(claim, language) + holder_words(diagram, claim, language)


def holder_words(diagram: Diagram, claim: Claim, language: Language) -> str:
    """Who holds a claim, as it stands behind its words; empty where it is the report."""
    if any(claim.holder == origin.title for origin in diagram.origins):
        return ""
    return DOCUMENT_WORDS["held_by"].get(language).replace("{holder}", claim.holder.get(language))


Placed = tuple[str, tuple[int, ...]]
"""Where passages stand, such as “para. 46”, and the numbers of those that stand there."""


ClaimRow = tuple[str, str, tuple[Placed, ...]]
"""What is claimed, by whom, and the numbers of its sources with where they stand."""


def claim_rows(diagram: Diagram, language: Language) -> list[ClaimRow]:
    """What each line says, then what is told of single entities: the claim with its status, its holder, its sources."""
    places = short_places(diagram, language)
    claims = (*(edge.claim for edge in diagram.edges), *(claim for node in diagram.nodes for claim in node.claims))
    return [claim_row(claim, diagram, places, language) for claim in claims]


def claim_row(claim: Claim, cited: Cited, places: Mapping[int, str], language: Language) -> ClaimRow:
    """A claim with its status and our note on it, its holder, its sources by the places of `short_places`."""
    is_the_reports = len(cited.origins) == 1 and claim.holder == cited.origins[0].title
    holder = DOCUMENT_WORDS["the_report"] if is_the_reports else claim.holder
    words = stated(claim, language)
    if claim.note:
        space = " " if language == "en" else ""
        words += f"{space}{MESSAGES['note'].get(language)}{_COLON[language]}{claim.note.get(language)}"
    return words, holder.get(language), placed_sources(claim.sources, places)


def short_places(cited: Cited, language: Language) -> dict[int, str]:
    """Where each source stands, by its number; with its report where there are several."""
    if len(cited.origins) > 1:
        return {source.number: source_place(source, language) for source in cited.sources}
    return {source.number: place_words(source.unit).get(language) for source in cited.sources}


def placed_sources(numbers: Iterable[int], places: Mapping[int, str]) -> tuple[Placed, ...]:
    """Sources by place, in the order of their numbers."""
    placed: dict[str, list[int]] = {}
    for number in numbers:
        placed.setdefault(places[number], []).append(number)
    return tuple((place, tuple(numbers)) for place, numbers in placed.items())


def placed_marks(placed: Iterable[Placed]) -> str:
    """Numbers of sources with where they stand, such as `[3, 7] para. 46; [9] para. 61`."""
    return "; ".join(f"{marks(numbers)} {place}" for place, numbers in placed)


def report_line(cited: Cited, language: Language) -> str:
    """The reports by symbol, title and date, and the version of the dataset."""
    parts = []
    for origin in cited.origins:
        when = moment_words(origin.date).get(language)
        title = origin.title.get(language)
        parts.append(f"{filled('report', symbol=origin.symbol).get(language)}{_COMMA[language]}{title} ({when})")
    parts.append(filled("version", version=cited.version).get(language))
    return " · ".join(parts)


def left_out_words(diagram: Diagram, language: Language) -> str:
    """How much a limit kept away, empty where nothing was."""
    return filled("left_out", n=diagram.left_out).get(language) if diagram.left_out else ""


_COMMA = {"en": ", ", "zh": "，"}
_COLON = {"en": ": ", "zh": "："}
