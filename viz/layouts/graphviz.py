"""Graphviz, run as a program of its own with a limit of time; the only module that knows it.

It comes as `graphviz-pure` with Migov's environment; the same text suits any Graphviz, such as a distribution's `dot`,
which `MIGOV_GRAPHVIZ` names then. Where it fails or takes too long nothing is lost: the caller has a plainer way.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

from .boxes import Box
from .stress import Point

# A guard only: what is asked of it takes a second at most, and a result may not hang on how busy a machine is.
_SECONDS = 60
# Pixels that lines keep from boxes where there is room.
_CLEARANCE = 8
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Link:
    """An edge to be laid out: its id, its ends, and the size of the words on it, 0 by 0 for none."""

    id: str
    start: str
    end: str
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What Graphviz made of a graph, in pixels, y downwards.

    Attributes:
        points: the middle of each node by its name.
        splines: control points of a chain of cubic Bézier curves from border to border, by the edge's id, where found.
        words: the middle of the words on an edge, by its id.
    """

    points: Mapping[str, Point]
    splines: Mapping[str, tuple[Point, ...]]
    words: Mapping[str, Point]


def layered(
    sizes: Mapping[str, tuple[float, float]], links: Sequence[Link], direction: Literal["LR", "TB"]
) -> Drawn | None:
    """Nodes in layers in the direction of the links, words on links with room of their own; None where that failed.

    Args:
        sizes: width and height of each node's box.
        links: in the order that breaks ties.
        direction: where links lead, to the right or down.
    """
    graph = {"rankdir": direction, "nodesep": 0.22, "ranksep": 0.5, "splines": "true"}
    nodes = [(name, *sizes[name], None) for name in sorted(sizes)]
    return _draw("dot", graph, nodes, links)


def routed(boxes: Mapping[str, Box], links: Sequence[Link]) -> Drawn | None:
    """Courses of links around boxes that stay where they are; None where that failed."""
    # Boxes grown by this must not touch: Graphviz would give up on all lines.
    clearance = max(1, min(_CLEARANCE, round(_least_gap(list(boxes.values())) / 2 - 2)))
    graph = {"splines": "true", "esep": f"+{clearance}", "sep": f"+{clearance + 2}", "notranslate": "true"}
    nodes = [(name, box.width, box.height, (box.x, box.y)) for name, box in sorted(boxes.items())]
    return _draw("neato", graph, nodes, links, "-n2")


def _least_gap(boxes: Sequence[Box]) -> float:
    """How near the two nearest boxes are, 0 where some touch."""
    return max(
        0.0,
        min(
            (
                max(abs(a.x - b.x) - (a.width + b.width) / 2, abs(a.y - b.y) - (a.height + b.height) / 2)
                for a, b in combinations(boxes, 2)
            ),
            default=0.0,
        ),
    )


def _draw(
    engine: str,
    graph: Mapping[str, object],
    nodes: Sequence[tuple[str, float, float, Point | None]],
    links: Sequence[Link],
    *options: str,
) -> Drawn | None:
    # Numbers for names: no name of the data stands in the text.
    numbers = {name: f"n{index}" for index, (name, *_) in enumerate(nodes)}
    lines = [
        "digraph {",
        f"graph [{_attributes(graph)}]",
        'node [shape=box fixedsize=true label=""]',
        "edge [dir=none]",
    ]
    for name, width, height, place in nodes:
        attributes: dict[str, object] = {"width": _inches(width), "height": _inches(height)}
        if place is not None:
            attributes["pos"] = f"{place[0]:.2f},{-place[1]:.2f}"
        lines.append(f"{numbers[name]} [{_attributes(attributes)}]")
    for index, link in enumerate(links):
        attributes = {"id": f"e{index}"}
        if link.width:
            # A table with the size of the words keeps room for them whatever fonts there are.
            size = f'FIXEDSIZE="TRUE" WIDTH="{link.width:.0f}" HEIGHT="{link.height:.0f}"'
            attributes["label"] = f'<<TABLE BORDER="0" {size}><TR><TD></TD></TR></TABLE>>'
        lines.append(f"{numbers[link.start]} -> {numbers[link.end]} [{_attributes(attributes)}]")
    lines.append("}")
    found = _run(engine, "\n".join(lines), options)
    return None if found is None else _read(found, nodes, links)


def _attributes(attributes: Mapping[str, object]) -> str:
    return " ".join(
        f"{key}={value}" if str(value).startswith("<") else f'{key}="{value}"' for key, value in attributes.items()
    )


def _inches(pixels: float) -> str:
    return f"{pixels / _POINTS_PER_INCH:.4f}"


def _program() -> str | None:
    named = os.environ.get("MIGOV_GRAPHVIZ")
    own = Path(sys.executable).with_name("graphviz-pure")
    return named or (str(own) if own.exists() else shutil.which("graphviz-pure") or shutil.which("dot"))


def _run(engine: str, text: str, options: Iterable[str]) -> dict[str, Any] | None:
    program = _program()
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, f"-K{engine}", "-Tjson", *options],
            input=text,
            capture_output=True,
            check=True,
            text=True,
            timeout=_SECONDS,
            encoding="utf-8",
        )
        found = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _read(
    found: Mapping[str, Any], nodes: Sequence[tuple[str, float, float, Point | None]], links: Sequence[Link]
) -> Drawn | None:
    try:
        points = {nodes[int(each["name"][1:])][0]: _point(each["pos"]) for each in found.get("objects", ())}
        splines, words = {}, {}
        for each in found.get("edges", ()):
            link = links[int(each["id"][1:])]
            # Parallel edges in a narrow place may stay without a course.
            if "pos" in each:
                splines[link.id] = tuple(_point(pair) for pair in each["pos"].split())
            if "lp" in each:
                words[link.id] = _point(each["lp"])
    except (KeyError, ValueError, IndexError, TypeError):
        return None
    whole = len(points) == len(nodes) and all(len(each) % 3 == 1 for each in splines.values())
    return Drawn(points, splines, words) if whole else None


def _point(pair: str) -> Point:
    x, y = pair.split(",")
    return float(x), -float(y)
