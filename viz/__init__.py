"""Diagrams: a selection becomes a layout, and a layout a page, a picture or a document."""

from .catalogue import Recipe, compose, read_diagrams
from .diagram import Diagram
from .errors import EmptySelection, PictureTooLarge, TooManyNodes, UnknownEntity, UnknownForm, VizError
from .forms import FORMS, Form, Options, render
from .pyvis_page import content_security_policy, render_html
from .selection import diagram_of

__all__ = [
    "FORMS",
    "Diagram",
    "EmptySelection",
    "Form",
    "Options",
    "PictureTooLarge",
    "Recipe",
    "TooManyNodes",
    "UnknownEntity",
    "UnknownForm",
    "VizError",
    "compose",
    "content_security_policy",
    "diagram_of",
    "read_diagrams",
    "render",
    "render_html",
]
