"""Diagrams: a selection becomes a layout, and a layout a page, a picture or a document."""

from .catalogue import Recipe, compose, read_diagrams
from .diagram import Diagram
from .errors import EmptySelection, TooManyNodes, UnknownEntity, VizError
from .pyvis_page import content_security_policy, render_html
from .selection import diagram_of

__all__ = [
    "Diagram",
    "EmptySelection",
    "Recipe",
    "TooManyNodes",
    "UnknownEntity",
    "VizError",
    "compose",
    "content_security_policy",
    "diagram_of",
    "read_diagrams",
    "render_html",
]
