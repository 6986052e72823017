from __future__ import annotations

import ast
from pathlib import Path

import viz

ROOT = Path(viz.__file__).parent


def test_the_public_names() -> None:
    assert viz.__all__ == [
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


def test_one_module_knows_pyvis() -> None:
    importers = set()
    for path in ROOT.glob("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.partition(".")[0] == "pyvis" for name in names):
                importers.add(path.name)
    assert importers == {"pyvis_page.py"}


def test_no_script_of_ours_makes_markup_of_words() -> None:
    for path in (ROOT / "static").glob("*.js"):
        script = path.read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "setAttribute('style'"):
            assert word not in script, (path.name, word)
