"""Diagrams: a selection becomes a layout, and a layout a page, a picture or a document."""

from .briefing import BRIEFING_FORMS, MOST_DIAGRAMS, Briefing, brief, render_briefing
from .catalogue import compose, read_diagrams
from .choice import Construct, construct_with
from .diagram import Diagram
from .errors import (
    EmptySelection,
    PictureTooLarge,
    TooManyNodes,
    UnfitBriefing,
    UnfitPlaces,
    UnfitQuery,
    UnknownEntity,
    UnknownForm,
    VizError,
)
from .forms import FORMS, Form, Options, render
from .layout import layouts_in
from .pyvis_page import content_security_policy, render_html
from .recipe import During, PathEnds, Period, Recipe, Selection
from .selection import diagram_of
from .summary import Summary, summarise
from .view import View, draw, title_of

__all__ = [
    "BRIEFING_FORMS",
    "FORMS",
    "MOST_DIAGRAMS",
    "Briefing",
    "Construct",
    "Diagram",
    "During",
    "EmptySelection",
    "Form",
    "Options",
    "PathEnds",
    "Period",
    "PictureTooLarge",
    "Recipe",
    "Selection",
    "Summary",
    "TooManyNodes",
    "UnfitBriefing",
    "UnfitPlaces",
    "UnfitQuery",
    "UnknownEntity",
    "UnknownForm",
    "View",
    "VizError",
    "brief",
    "compose",
    "construct_with",
    "content_security_policy",
    "diagram_of",
    "draw",
    "layouts_in",
    "read_diagrams",
    "render",
    "render_briefing",
    "render_html",
    "summarise",
    "title_of",
]
