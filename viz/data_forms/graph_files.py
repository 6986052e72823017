"""A diagram for other graph programs: GraphML, GEXF and Cytoscape's JSON, each written by networkx."""

from __future__ import annotations

import io
import json
import re
from typing import Any
from xml.sax.saxutils import escape

import networkx as nx

from graph.model import Language

from ..citations import claim_words, report_line, status_words
from ..diagram import Claim, Diagram
from ..layouts.layout import Layout, lay_out
from ..legible import legible
from ..style import class_style, line_style
from .records import EDGE_COLUMNS, edge_rows

# networkx names itself and the day of the making here; the same diagram must give the same bytes.
_GEXF_META = re.compile(r"<meta .*?</meta>", re.DOTALL)
_EDGE_DATA = tuple(column for column in EDGE_COLUMNS if column not in ("subject", "object"))


def diagram_graph(diagram: Diagram, language: Language, layout: Layout | None = None) -> nx.MultiDiGraph[str]:
    """A diagram as a networkx graph whose edges are keyed by their statements; all its attributes are plain values.

    Args:
        diagram: any diagram.
        language: of the labels; names in both languages are attributes too.
        layout: where everything stands, in pixels (y grows downwards); made when it isn't given.
    """
    diagram = legible(diagram)
    layout = layout or lay_out(diagram)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=diagram.title.get(language),
        title_zh=diagram.title.zh,
        title_en=diagram.title.en,
        origin=report_line(diagram, language),
        reports=" | ".join(origin.symbol for origin in diagram.origins),
        dataset=diagram.version,
        language=language,
    )
    for node in diagram.nodes:
        box = layout.nodes[language][node.id].box
        graph.add_node(
            node.id,
            label=node.names.get(language),
            name_zh=node.names.zh,
            name_en=node.names.en,
            iri=node.iri,
            class_id=node.class_id,
            colour=class_style(node.class_id).colour,
            change=node.change,
            details=" | ".join(_detail(diagram, claim, language) for claim in node.claims),
            x=float(box.x),
            y=float(box.y),
            width=float(box.width),
            height=float(box.height),
        )
    for edge, row in zip(diagram.edges, edge_rows(diagram), strict=True):
        marks = ", ".join(map(str, edge.claim.sources))
        status = status_words(diagram, edge.claim.modality).get(language)
        graph.add_edge(
            edge.start,
            edge.end,
            key=edge.id,
            label=f"{edge.claim.label.get(language)} ({status}) [{marks}]",
            words=claim_words(diagram, edge.claim, language),
            colour=line_style(edge.claim.modality).colour,
            **{column: row[column] for column in _EDGE_DATA},
        )
    return graph


def graphml_file(diagram: Diagram, language: Language) -> bytes:
    """A diagram in GraphML, with every attribute of `diagram_graph`."""
    file = io.BytesIO()
    nx.write_graphml_xml(diagram_graph(diagram, language), file, named_key_ids=True)
    return file.getvalue()


def gexf_file(diagram: Diagram, language: Language) -> bytes:
    """A diagram in GEXF 1.2, with places and colours as Gephi reads them."""
    graph = diagram_graph(diagram, language)
    for node in diagram.nodes:
        data = graph.nodes[node.id]
        position = {"x": data.pop("x"), "y": -data.pop("y"), "z": 0.0}
        data["viz"] = {"position": position, "color": _colour(data["colour"])}
    for *_, data in graph.edges(keys=True, data=True):
        data["viz"] = {"color": _colour(data["colour"])}
    file = io.BytesIO()
    nx.write_gexf(graph, file, version="1.2draft")
    about = escape(f"{graph.graph['name']} · {graph.graph['origin']}")
    text = _GEXF_META.sub(lambda _: f"<meta><description>{about}</description></meta>", file.getvalue().decode(), 1)
    return text.encode()


def cytoscape_file(diagram: Diagram, language: Language) -> bytes:
    """A diagram as Cytoscape's JSON (`.cyjs`), with places; Cytoscape, cytoscape.js and networkx open it."""
    graph = diagram_graph(diagram, language)
    shared: dict[str, Any] = {**graph.graph, "shared_name": graph.graph["name"]}
    nodes = [
        {
            "data": {"id": name, "value": name, "name": data["label"], **_placeless(data)},
            "position": {"x": data["x"], "y": data["y"]},
        }
        for name, data in graph.nodes(data=True)
    ]
    edges = [
        {"data": {"id": key, "source": start, "target": end, "interaction": data["relation"], **data}}
        for start, end, key, data in graph.edges(keys=True, data=True)
    ]
    record = {"format_version": "1.0", "data": shared, "elements": {"nodes": nodes, "edges": edges}}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _detail(diagram: Diagram, claim: Claim, language: Language) -> str:
    quotes = {source.number: source for source in diagram.sources}
    places = "; ".join(f"{quotes[n].symbol} {quotes[n].unit}: {quotes[n].quote}" for n in claim.sources)
    return f"{claim_words(diagram, claim, language)} [{places}]"


def _placeless(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in ("x", "y")}


def _colour(colour: str) -> dict[str, Any]:
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return {"r": red, "g": green, "b": blue, "a": 1.0}
