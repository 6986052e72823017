"""A diagram as one self-contained HTML file. The only module that knows pyvis.

What pyvis 0.3.2 does wrong is left out: its template (it links a CDN, doesn't escape the heading and runs titles as
HTML), its tooltips and its file writing. Of it come the graph's data and the copy of vis-network in its wheel.
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.model import Language
from graph.moments import moment_words

from ..citations import source_place
from ..description import describe, undrawn_words
from ..diagram import Diagram
from ..layouts.captions import caption_text
from ..layouts.layout import LANGUAGES, Layout, lay_out
from ..messages import LEADS, MESSAGES
from ..style import class_style, line_style
from .linked_data import linked_data
from .page_data import page_data

_HERE = Path(__file__).parents[1]
_VIS = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_SCRIPTS = ("dom.js", "picture.js", "legend.js", "years.js", "panel.js", "search.js", "table.js", "page.js")
_OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "selectConnectedEdges": False},
    "edges": {"selectionWidth": 1.5, "hoverWidth": 0.8, "arrowStrikethrough": False},
}


@dataclass(frozen=True, slots=True)
class _Inlined:
    library: str
    script: str
    stylesheet: str


def render_html(diagram: Diagram, language: Language = "en", *, moved: bool = False) -> str:
    """The page of a diagram: no other file and no network is needed, and the same diagram gives the same text.

    Args:
        diagram: what to show.
        language: in which language the page opens; it holds both.
        moved: whether to say that the data is newer than the link that led here.

    Raises:
        ValueError: the language is neither `en` nor `zh`.
    """
    if language not in LANGUAGES:
        raise ValueError(f"“{language}” is not a language of the diagrams: use en or zh")
    layout = lay_out(diagram)
    data = {"language": language, "diagram": page_data(diagram, layout), "picture": _picture(diagram, layout, language)}
    inlined = _inlined()
    return (
        _environment()
        .get_template("diagram.html")
        .render(
            diagram=diagram,
            language=language,
            moved=moved,
            policy=content_security_policy(),
            library=Markup(inlined.library),  # noqa: S704 - files of ours and of the wheel, nothing of the data
            script=Markup(inlined.script),  # noqa: S704
            stylesheet=Markup(inlined.stylesheet),  # noqa: S704
            data=Markup(_json(data)),  # noqa: S704 - escaped by _json
            described=describe(diagram, language),
            undrawn=undrawn_words(diagram),
            linked=Markup(_json(linked_data(diagram))),  # noqa: S704
            message=lambda key, **values: _fill(MESSAGES[key].get(language), values),
            lead=lambda modality: LEADS[modality].get(language) if modality in LEADS else "",
            moment=moment_words,
            cited=lambda source: source_place(source, language),
            sources={source.number: source for source in diagram.sources},
        )
    )


@cache
def content_security_policy() -> str:
    """The policy under which the pages work, for every diagram the same: nothing but their own script and style.

    It stands in each page; a server may send it as a header too, with `frame-ancestors` added, which only works there.
    """
    inlined = _inlined()
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(inlined.library)} {_hash(inlined.script)}",
            f"style-src {_hash(inlined.stylesheet)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


@cache
def _inlined() -> _Inlined:
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyvis is not installed: install Migov with its dependencies")
    library = Path(spec.origin).with_name("templates") / _VIS.relative_to("templates")
    parts = "\n".join((_HERE / "static" / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    return _Inlined(
        # A final line feed: the parser takes the first one after a tag away, never one before the end tag.
        library.read_text(encoding="utf-8"),
        f"(() => {{\n'use strict';\n{parts}}})();\n",
        (_HERE / "static" / "diagram.css").read_text(encoding="utf-8"),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _picture(diagram: Diagram, layout: Layout, language: Language) -> dict[str, Any]:
    # Imported here: pyvis imports IPython, which takes longer than everything else that a command does.
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for node in diagram.nodes:
        box = layout.nodes[language][node.id].box
        network.add_node(
            node.id,
            label=node.short_names.get(language),
            shape="custom",
            color=class_style(node.class_id).colour,
            group=node.class_id,
            x=box.x,
            y=box.y,
        )
    for edge in diagram.edges:
        line, bend = line_style(edge.claim.modality), layout.routes[edge.id].bend
        network.add_edge(
            edge.start,
            edge.end,
            id=edge.id,
            relation=caption_text(edge.claim, language),
            color={"color": line.colour, "highlight": line.colour, "hover": line.colour, "inherit": False},
            width=line.width,
            dashes=list(line.dashes) or False,
            arrows={"to": {"enabled": True, "type": line.arrow, "scaleFactor": 0.6}},
            smooth={"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
            if bend
            else False,
        )
    return {"nodes": network.nodes, "edges": network.edges, "options": _OPTIONS}


def _json(data: object) -> str:
    """JSON that can't end the element it stands in; keys keep their order, which is that of the ontology in legends."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


def _fill(words: str, values: dict[str, object]) -> str:
    for key, value in values.items():
        words = words.replace(f"{{{key}}}", str(value))
    return words
