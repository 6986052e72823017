"""What stands around a drawing: title, legend, notes and the numbered sources, as SVG blocks of a given width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Language

from ..citations import left_out_words
from ..description import origin_line, undrawn_words
from ..diagram import Diagram, Source
from ..layouts.lines import HEAD_LENGTHS, Line, head_of
from ..lettering import fill_lines, text_width, typeset, wrap
from ..messages import MESSAGES, cited_words, filled
from ..style import CHANGE_STYLES, INK, class_style, line_style
from .drawing import GLYPH, badge, band, glyph, stroke
from .elements import Element, element, number, path, text_block, text_line

GREY = "#4d5863"
_RULE = "#c9d0d6"
_TITLE, _SUBTITLE, _SMALL, _LEGEND = 26, 16, 12, 13
_SAMPLE = 46.0
_COLUMN, _COLUMN_GAP = 430, 36
_MOST_LINES = 80
_ABBREVIATION = re.compile("[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Block:
    """Elements that fill a rectangle whose upper left corner is at 0, 0."""

    elements: tuple[Element, ...]
    height: float


def title_block(diagram: Diagram, language: Language, width: float) -> Block:
    """Title and subtitle."""
    lines = wrap(typeset(diagram.title.get(language), language), _TITLE, width, 4)
    elements = text_block(lines, 0, 0, _TITLE, 34, INK)
    height = len(lines) * 34.0
    if diagram.subtitle is not None:
        lines = wrap(typeset(diagram.subtitle.get(language), language), _SUBTITLE, width, 4)
        elements += text_block(lines, 0, height + 2, _SUBTITLE, 23, GREY)
        height += len(lines) * 23 + 2
    return Block(tuple(elements), height)


def legend_block(diagram: Diagram, language: Language, width: float) -> Block:
    """Only what occurs: classes with their glyphs, statuses with their lines, changes with their marks."""
    rows: list[tuple[str, list[tuple[float, list[Element], str]]]] = []
    counted = [(entry, f"{entry.label.get(language)} ({entry.count})") for entry in diagram.classes]
    rows.append(("classes", [(22.0, [glyph(e.id, 0, -GLYPH / 2, _colour(e.id))], words) for e, words in counted]))
    drawn = {edge.claim.modality for edge in diagram.edges}
    rows.append(
        (
            "modalities",
            [
                (_SAMPLE + 10, sample_line(entry.id), entry.label.get(language))
                for entry in diagram.modalities
                if entry.id in drawn
            ],
        )
    )
    changes = {node.change for node in diagram.nodes} | {edge.change for edge in diagram.edges}
    rows.append(
        (
            "changes",
            [
                (
                    _SAMPLE + 10,
                    [*band(f"M0 0H{number(_SAMPLE)}", change), *badge(change, _SAMPLE / 2, 0)],
                    MESSAGES[change].get(language),
                )
                for change in CHANGE_STYLES
                if change in changes
            ],
        )
    )
    heads = [MESSAGES[key].get(language) for key, items in rows if items]
    indent = max(text_width(head, _LEGEND) for head in heads) + 18
    elements: list[Element] = []
    y = 0.0
    for key, items in rows:
        if not items:
            continue
        elements.append(text_line(MESSAGES[key].get(language), 0, y + 12, _LEGEND, GREY))
        x = indent
        for symbol_width, symbol, words in items:
            item_width = symbol_width + text_width(words, _LEGEND) + 24
            if x > indent and x + item_width > width:
                x, y = indent, y + 24
            elements.append(element("g", symbol, transform=f"translate({number(x)} {number(y + 12)})"))
            elements.append(text_line(words, x + symbol_width, y + 12, _LEGEND, INK))
            x += item_width
        y += 26
    return Block(tuple(elements), y)


def _colour(class_id: str) -> str:
    return class_style(class_id).colour


def sample_line(modality: str) -> list[Element]:
    """A piece of line in the style of a modality, from 0, 0 to the right."""
    style = line_style(modality)
    back = _SAMPLE - HEAD_LENGTHS[style.arrow]
    line = Line((), (_SAMPLE, 0), (1, 0))
    return stroke(f"M0 0H{number(back)}", head_of(style.arrow, line, style.width), style)


def notes_block(diagram: Diagram, language: Language, width: float) -> Block:
    """The diagram's note, what was left out, and what marks on captions and abbreviations mean."""
    return _paragraphs([*note_texts(diagram, language), *abbreviation_texts(diagram, language)], width)


def note_texts(diagram: Diagram, language: Language) -> list[str]:
    """What a reader of the picture must know besides: our note, what isn't drawn, what an asterisk means."""
    texts = [diagram.note.get(language)] if diagram.note else []
    if diagram.layout == "timeline":
        texts.append(MESSAGES["axis"].get(language))
    if left_out := left_out_words(diagram, language):
        texts.append(left_out)
    if undrawn := undrawn_words(diagram):
        texts.append(undrawn.get(language))
    if any(edge.claim.limited for edge in diagram.edges):
        texts.append(MESSAGES["limited_print"].get(language))
    return [typeset(text, language) for text in texts]


def abbreviation_texts(diagram: Diagram, language: Language) -> list[str]:
    """What the abbreviations in boxes stand for, in one paragraph, for readers who can't look them up; else none."""
    names = {node.short_names.get(language): node.names.get(language) for node in diagram.nodes}
    comma = "，" if language == "zh" else ", "
    said = [
        f"{short}{comma}{name}"
        for short, name in sorted(names.items())
        if short != name and _ABBREVIATION.search(short)
    ]
    joint = "；" if language == "zh" else "; "
    return [typeset(filled("abbreviations", list=joint.join(said)).get(language), language)] if said else []


def origin_block(diagram: Diagram, language: Language, width: float) -> Block:
    """The reports, their dates, the dataset's version."""
    return _paragraphs([origin_line(diagram, language)], width)


def _paragraphs(texts: Iterable[str], width: float) -> Block:
    elements: list[Element] = []
    y = 0.0
    for text in texts:
        lines = fill_lines(text, _SMALL, width, 12)
        elements += text_block(lines, 0, y, _SMALL, 18, GREY)
        y += len(lines) * 18
    return Block(tuple(elements), y)


def sources_block(diagram: Diagram, language: Language, width: float) -> Block:
    """The numbered sources in columns: paragraph and quotation, in English our working translation first."""
    if not diagram.sources:
        return Block((), 0)
    count = max(1, int((width + _COLUMN_GAP) // (_COLUMN + _COLUMN_GAP)))
    column = (width - (count - 1) * _COLUMN_GAP) / count
    items = [_source(source, language, column) for source in diagram.sources]
    heading = [text_line(MESSAGES["sources"].get(language), 0, 12, 15, INK)]
    if language == "en":
        shift = text_width(MESSAGES["sources"].en, 15) + 16
        heading.append(text_line(MESSAGES["ours"].en, shift, 12.5, _SMALL, GREY))
    top, elements, tallest = 32.0, heading, 0.0
    for index, chunk in enumerate(_columns(items, count)):
        y = top
        for item in chunk:
            x = index * (column + _COLUMN_GAP)
            elements.append(element("g", item.elements, transform=f"translate({number(x)} {number(y)})"))
            y += item.height
        tallest = max(tallest, y)
    return Block(tuple(elements), tallest)


def _source(source: Source, language: Language, width: float) -> Block:
    indent = 34.0
    place = cited_words(source.symbol, source.unit).get(language)
    elements = [
        text_line(f"[{source.number}]", indent - 8, 9, _SMALL, INK, "end"),
        text_line(place, indent, 9, _SMALL, INK),
    ]
    y = 18.0
    quoted = [(typeset(source.translation, language), INK)] if language == "en" and source.translation else []
    quoted.append((source.quote, GREY if quoted else INK))
    for text, colour in quoted:
        lines = fill_lines(text, _SMALL, width - indent, _MOST_LINES)
        elements += text_block(lines, indent, y, _SMALL, 17, colour)
        y += len(lines) * 17
    return Block(tuple(elements), y + 8)


def _columns(items: Sequence[Block], count: int) -> list[list[Block]]:
    """The items in order, in columns of about the same height."""
    total = sum(item.height for item in items)
    columns: list[list[Block]] = [[] for _ in range(count)]
    done = 0.0
    for item in items:
        columns[min(count - 1, int((done + item.height / 2) / total * count))].append(item)
        done += item.height
    return columns


def rule(width: float) -> Block:
    """A thin line across."""
    return Block((path(f"M0 0H{number(width)}", stroke=_RULE, stroke_width=1),), 0)
