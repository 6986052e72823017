"""Several diagrams as one document: a title, contents, each diagram, one list of sources numbered through."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from graph.model import Language
from ontology import Text

from ..citations import report_line
from ..diagram import Claim, Diagram, Source
from ..errors import UnfitBriefing, require_form
from ..forms import Options
from ..legible import legible
from ..selections.claims import natural_key
from ..slides.slides import Deck
from .briefing_pdf import briefing_pdf
from .paper import Paper
from .word import Manuscript
from .words import DOCUMENT_WORDS

MOST_DIAGRAMS = 20


@dataclass(frozen=True, slots=True)
class Briefing:
    """Diagrams whose lines refer to one list of sources.

    Attributes:
        title: of the whole.
        diagrams: in the order they were asked for; the sources of each carry their numbers in the common list.
        sources: all of them, by number, in the order of the reports.
    """

    title: Text
    diagrams: tuple[Diagram, ...]
    sources: tuple[Source, ...]

    @property
    def cover(self) -> Diagram:
        """The diagrams' common origin: nothing is drawn in it."""
        origins = tuple(dict.fromkeys(origin for diagram in self.diagrams for origin in diagram.origins))
        return replace(self.diagrams[0], title=self.title, origins=origins)

    def lines(self, language: Language) -> list[str]:
        """What stands under the title: the reports with their dates, the dataset, how much there is, whose words."""
        lines = report_line(self.cover, language).split(" · ")
        amount = DOCUMENT_WORDS["diagrams"].get(language).format(n=len(self.diagrams), sources=len(self.sources))
        lines += [amount, DOCUMENT_WORDS["common"].get(language)]
        return [*lines, DOCUMENT_WORDS["translations"].en] if language == "en" else lines


def brief(diagrams: Sequence[Diagram], title: Text | None = None) -> Briefing:
    """A briefing of diagrams.

    Args:
        diagrams: of one version of the dataset, at most MOST_DIAGRAMS.
        title: by default it names the reports.

    Raises:
        UnfitBriefing: there is no diagram, there are too many, or they are of several versions of the dataset.
    """
    if not diagrams:
        raise UnfitBriefing("a briefing needs a diagram: name at least one")
    if len(diagrams) > MOST_DIAGRAMS:
        raise UnfitBriefing(
            f"{len(diagrams)} diagrams are too many for one briefing: name at most {MOST_DIAGRAMS}, or make several"
        )
    versions = sorted({diagram.version for diagram in diagrams})
    if len(versions) > 1:
        raise UnfitBriefing(
            f"the diagrams are of different datasets ({', '.join(versions)}): make all of them of the same one"
        )
    sources = _numbered(diagrams)
    numbers = {_place(source): source.number for source in sources}
    renumbered = tuple(legible(_renumbered(diagram, numbers)) for diagram in diagrams)
    return Briefing(legible(title or _default_title(diagrams)), renumbered, legible(sources))


def render_briefing(briefing: Briefing, extension: str, options: Options | None = None) -> bytes:
    """The whole file of a briefing; the same one gives the same bytes.

    Raises:
        UnknownForm: there is no briefing in that form.
    """
    make = BRIEFING_FORMS[require_form(extension, BRIEFING_FORMS, "a briefing")]
    options = options or Options()
    return make(briefing, options.language, options.paper)


def _docx(briefing: Briefing, language: Language, paper: Paper | None) -> bytes:
    title = briefing.title.get(language)
    manuscript = Manuscript(language, paper or "a4")
    manuscript.add_title(title, briefing.lines(language))
    manuscript.add_contents([diagram.title.get(language) for diagram in briefing.diagrams])
    for diagram in briefing.diagrams:
        manuscript.add_diagram(diagram)
    manuscript.add_sources(briefing.sources)
    return manuscript.saved(title, briefing.cover)


def _pptx(briefing: Briefing, language: Language, paper: Paper | None) -> bytes:
    title = briefing.title.get(language)
    deck = Deck(language, paper or "16:9")
    deck.add_title(title, briefing.lines(language))
    deck.add_contents([diagram.title.get(language) for diagram in briefing.diagrams])
    for diagram in briefing.diagrams:
        deck.add_diagram(diagram)
    deck.add_sources(briefing.sources)
    return deck.saved(title, briefing.cover)


def _pdf(briefing: Briefing, language: Language, paper: Paper | None) -> bytes:
    return briefing_pdf(
        briefing.cover, briefing.lines(language), briefing.diagrams, briefing.sources, language, paper or "a4"
    )


BRIEFING_FORMS: Mapping[str, Callable[[Briefing, Language, Paper | None], bytes]] = MappingProxyType(
    {"docx": _docx, "pptx": _pptx, "pdf": _pdf}
)


def _place(source: Source) -> tuple[str, str, str]:
    return source.symbol, source.unit, source.quote


def _numbered(diagrams: Sequence[Diagram]) -> tuple[Source, ...]:
    """Every passage once, in the order of the reports; within a paragraph as the diagrams have them."""
    passages = {_place(source): source for diagram in diagrams for source in diagram.sources}
    order = sorted(passages.values(), key=lambda source: (source.symbol, natural_key(source.unit)))
    return tuple(replace(source, number=number) for number, source in enumerate(order, start=1))


def _renumbered(diagram: Diagram, numbers: Mapping[tuple[str, str, str], int]) -> Diagram:
    new = {source.number: numbers[_place(source)] for source in diagram.sources}

    def claim_with(claim: Claim) -> Claim:
        return replace(claim, sources=tuple(sorted({new[number] for number in claim.sources})))

    sources = {new[source.number]: replace(source, number=new[source.number]) for source in diagram.sources}
    return replace(
        diagram,
        nodes=tuple(replace(node, claims=tuple(map(claim_with, node.claims))) for node in diagram.nodes),
        edges=tuple(replace(edge, claim=claim_with(edge.claim)) for edge in diagram.edges),
        sources=tuple(sources[number] for number in sorted(sources)),
    )


def _default_title(diagrams: Sequence[Diagram]) -> Text:
    symbols = dict.fromkeys(origin.symbol for diagram in diagrams for origin in diagram.origins)
    said = DOCUMENT_WORDS["briefing"]
    return Text(said.zh.format(reports="、".join(symbols)), said.en.format(reports=", ".join(symbols)))
