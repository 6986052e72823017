"""Diagrams: a selection becomes a layout, and a layout a page, a picture or a document."""

from .diagram import Diagram
from .documents.briefing import BRIEFING_FORMS, MOST_DIAGRAMS, Briefing, brief, render_briefing
from .documents.sheets import SHEET_FORMS, render_sheet
from .errors import (
    EmptySelection,
    PictureTooLarge,
    TooManyNodes,
    UnfitBriefing,
    UnfitPlaces,
    UnfitQuery,
    UnfitSheet,
    UnknownEntity,
    UnknownForm,
    VizError,
    require_form,
)
from .forms import FORMS, Form, Options, render
from .layouts.layout import layouts_in
from .pages.pyvis_page import content_security_policy, render_html
from .selections.catalogue import compose, read_diagrams
from .selections.choice import Construct, construct_with
from .selections.recipe import During, PathEnds, Period, Recipe, Selection
from .selections.selection import diagram_of
from .selections.sheets import AnswerRow, sheet_of, sheet_of_answer, sheet_of_comparison, sheet_of_difference
from .selections.summary import Summary, summarise
from .selections.view import View, draw, title_of
from .sheet import MOST_STATEMENTS, FurtherColumn, Sheet

__all__ = [
    "BRIEFING_FORMS",
    "FORMS",
    "MOST_DIAGRAMS",
    "MOST_STATEMENTS",
    "SHEET_FORMS",
    "AnswerRow",
    "Briefing",
    "Construct",
    "Diagram",
    "During",
    "EmptySelection",
    "Form",
    "FurtherColumn",
    "Options",
    "PathEnds",
    "Period",
    "PictureTooLarge",
    "Recipe",
    "Selection",
    "Sheet",
    "Summary",
    "TooManyNodes",
    "UnfitBriefing",
    "UnfitPlaces",
    "UnfitQuery",
    "UnfitSheet",
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
    "render_sheet",
    "require_form",
    "sheet_of",
    "sheet_of_answer",
    "sheet_of_comparison",
    "sheet_of_difference",
    "summarise",
    "title_of",
]
