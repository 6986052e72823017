"""A diagram as the last line of a notebook's cell shows it."""

from __future__ import annotations

from ..description import describe
from ..diagram import Diagram
from ..legible import legible
from ..pictures.svg import render_svg


def notebook_bundle(diagram: Diagram) -> dict[str, str]:
    """The picture, with legend and sources, and its description, by media type; nothing is written or run.

    A notebook has no language of its own: the picture is in English, and `viz.render` makes the Chinese one.
    """
    diagram = legible(diagram)
    return {"text/plain": describe(diagram, "en"), "image/svg+xml": render_svg(diagram, "en").text}
