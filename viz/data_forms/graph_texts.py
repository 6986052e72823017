"""A diagram as text that people put into other texts: DOT for Graphviz, Mermaid for Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping

from graph.model import Language

from ..citations import claim_words, report_line, source_place, status_words
from ..description import undrawn_words
from ..diagram import Claim, Diagram
from ..layouts.captions import caption_text, source_marks
from ..layouts.layout import lay_out
from ..legible import legible
from ..messages import MESSAGES
from ..style import Arrow, LineStyle, class_style, line_style

# Graphviz knows no dashes of any length: one style stands for each kind, colour, width and head tell more.
_DOT_HEADS: Mapping[Arrow, str] = {
    "triangle": "normal",
    "vee": "vee",
    "bar": "tee",
    "diamond": "diamond",
    "circle": "dot",
}
_POINTS_PER_PIXEL = 0.75
_POINTS_PER_INCH = 72


def dot_file(diagram: Diagram, language: Language) -> bytes:
    """A diagram in DOT: `dot` arranges it anew, `neato -n` keeps its places.

    Every text is a quoted string with its backslashes doubled, so that none is read as markup or as an escape.
    """
    diagram = legible(diagram)
    layout = lay_out(diagram)
    sources = {source.number: source for source in diagram.sources}
    title = f"{diagram.title.get(language)}\n{report_line(diagram, language)}"
    lines = [
        "digraph migov {",
        f"  graph [{_attributes(label=title, labelloc='t', charset='UTF-8', rankdir='LR')}];",
        f"  node [{_attributes(shape='box', style='rounded,filled', fontname='Noto Sans SC,Arial,sans-serif')}];",
        f"  edge [{_attributes(fontname='Noto Sans SC,Arial,sans-serif', fontsize='10')}];",
    ]
    for node in diagram.nodes:
        style, box = class_style(node.class_id), layout.nodes[language][node.id].box
        known = {
            "label": node.short_names.get(language),
            "tooltip": node.names.get(language),
            "URL": node.iri,
            "kind": node.class_id,
            "color": style.colour,
            "fillcolor": style.tint,
            "width": f"{box.width * _POINTS_PER_PIXEL / _POINTS_PER_INCH:.3f}",
            "height": f"{box.height * _POINTS_PER_PIXEL / _POINTS_PER_INCH:.3f}",
            "pos": f"{box.x * _POINTS_PER_PIXEL:.1f},{-box.y * _POINTS_PER_PIXEL:.1f}",
            **(
                {"details": "\n".join(_cited(diagram, claim, language) for claim in node.claims)} if node.claims else {}
            ),
        }
        lines.append(f"  {_quoted(node.id)} [{_attributes(**known)}];")
    for edge in diagram.edges:
        claim, line = edge.claim, line_style(edge.claim.modality)
        said = {
            "id": claim.id,
            "label": _label(diagram, claim, language),
            "tooltip": claim_words(diagram, claim, language),
            "URL": claim.iri,
            "status": claim.modality,
            "sources": ", ".join(map(str, claim.sources)),
            "quotations": "\n".join(f"{source_place(sources[n], language)}: {sources[n].quote}" for n in claim.sources),
            "color": line.colour,
            "fontcolor": line.colour,
            "penwidth": f"{line.width:.1f}",
            "style": _dot_dash(line),
            "arrowhead": _DOT_HEADS[line.arrow],
        }
        lines.append(f"  {_quoted(edge.start)} -> {_quoted(edge.end)} [{_attributes(**said)}];")
    comments = [f"// {line}" for line in _notes(diagram, language)]
    return "\n".join([*comments, *lines, "}", ""]).encode()


def mermaid_file(diagram: Diagram, language: Language) -> bytes:
    """A diagram in Mermaid, its status beside each relation in words and its sources as comments.

    Texts are quoted, and what Mermaid or HTML would read as markup is written as entities.
    """
    diagram = legible(diagram)
    names = {node.id: f"n{number}" for number, node in enumerate(diagram.nodes, start=1)}
    lines = ["---", f"title: {json.dumps(diagram.title.get(language), ensure_ascii=False)}", "---", "flowchart LR"]
    lines += [f"%% {line}" for line in _notes(diagram, language)]
    lines += [f'{names[node.id]}["{_entities(node.short_names.get(language))}"]' for node in diagram.nodes]
    lines += [
        f'{names[edge.start]} -->|"{_entities(_label(diagram, edge.claim, language))}"| {names[edge.end]}'
        for edge in diagram.edges
    ]
    for number, edge in enumerate(diagram.edges):
        line = line_style(edge.claim.modality)
        dashes = f",stroke-dasharray:{' '.join(map(str, line.dashes))}" if line.dashes else ""
        lines.append(f"linkStyle {number} stroke:{line.colour},stroke-width:{line.width:g}px{dashes}")
    for node in diagram.nodes:
        style = class_style(node.class_id)
        lines.append(f"style {names[node.id]} fill:{style.tint},stroke:{style.colour},color:#1c2733")
    origin = _entities(report_line(diagram, language))
    lines += [f'origin["{origin}"]', "style origin fill:#ffffff,stroke:#ffffff,color:#1c2733"]
    return "\n".join([*lines, ""]).encode()


def _label(diagram: Diagram, claim: Claim, language: Language) -> str:
    """What stands on a line: the relation, its status in words unless it is a fact, its sources."""
    words = caption_text(claim, language)
    if claim.modality != "fact":
        words += f" ({status_words(diagram, claim.modality).get(language)})"
    return f"{words} {source_marks(claim)}".strip()


def _cited(diagram: Diagram, claim: Claim, language: Language) -> str:
    return f"{claim_words(diagram, claim, language)} {source_marks(claim)}".strip()


def _notes(diagram: Diagram, language: Language) -> list[str]:
    """What a reader of the text itself must know: title, report, statuses, details, every source."""
    notes = [diagram.title.get(language)]
    notes += [text.get(language) for text in (diagram.subtitle, diagram.note, undrawn_words(diagram)) if text]
    notes.append(report_line(diagram, language))
    notes += [f"{entry.label.get(language)}: {entry.comment.get(language)}" for entry in diagram.modalities]
    notes += [_cited(diagram, claim, language) for node in diagram.nodes for claim in node.claims]
    notes += [_cited(diagram, edge.claim, language) for edge in diagram.edges]
    for source in diagram.sources:
        notes.append(f"[{source.number}] {source_place(source, language)}: {source.quote}")
        if language == "en" and source.translation:
            notes.append(f"    {MESSAGES['ours'].en}: {source.translation}")
    return notes


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _attributes(**values: str) -> str:
    return ", ".join(f"{_quoted(name)}={_quoted(value)}" for name, value in values.items())


def _dot_dash(line: LineStyle) -> str:
    if not line.dashes:
        return "solid"
    return "dotted" if line.dashes[0] <= line.width * 2 else "dashed"


def _entities(text: str) -> str:
    """A text for a quoted place of Mermaid: letters, digits and plain punctuation stand, the rest is a number."""
    return "".join(
        character if character.isalnum() or character in " ,.()[]*/-:：，。、；（）《》“”·" else f"#{ord(character)};"
        for character in text
    )
