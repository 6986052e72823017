"""Every form that a diagram comes in: one table, which the service, the command line and briefings read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.model import Language
from ontology import Text

from .data_forms.graph_files import cytoscape_file, gexf_file, graphml_file
from .data_forms.graph_texts import dot_file, mermaid_file
from .data_forms.records import json_file
from .data_forms.tables import csv_file, workbook_file
from .diagram import Diagram
from .documents.paper import Paper
from .documents.pdf import render_pdf
from .documents.word import document_file
from .errors import require_form
from .legible import legible
from .pages.pyvis_page import render_html
from .pictures.png import render_png
from .pictures.svg import Parts, render_svg
from .slides.slides import presentation_file


@dataclass(frozen=True, slots=True)
class Options:
    """How a diagram is rendered; a form leaves aside what doesn't concern it.

    Attributes:
        language: of titles, labels and legend.
        width: of a picture in pixels; None for that of the layout, 3508 at most.
        scale: device pixels for each of these.
        transparent: whether a picture has no ground.
        paper: size of a page or slide, None for the form's own: A4, and 16:9 for slides.
    """

    language: Language = "en"
    width: int | None = None
    scale: float = 1.0
    transparent: bool = False
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form and how to make it.

    Attributes:
        extension: of the file's name, without the dot.
        media_type: as HTTP names it.
        title: what people call it.
        render: the whole file of a diagram; the same diagram and options give the same bytes.
    """

    extension: str
    media_type: str
    title: Text
    render: Callable[[Diagram, Options], bytes]


_OFFICE = "application/vnd.openxmlformats-officedocument"


def _pptx(diagram: Diagram, options: Options) -> bytes:
    return presentation_file(diagram, options.language, options.paper)


def _docx(diagram: Diagram, options: Options) -> bytes:
    return document_file(diagram, options.language, options.paper)


def _in(render: Callable[[Diagram, Language], bytes]) -> Callable[[Diagram, Options], bytes]:
    """The renderer of a form to which only the language matters."""
    return lambda diagram, options: render(diagram, options.language)


def _html(diagram: Diagram, options: Options) -> bytes:
    return render_html(diagram, options.language).encode()


def _svg(diagram: Diagram, options: Options) -> bytes:
    return render_svg(diagram, options.language, Parts(ground=not options.transparent)).text.encode()


def _png(diagram: Diagram, options: Options) -> bytes:
    parts = Parts(ground=not options.transparent)
    return render_png(diagram, options.language, width=options.width, scale=options.scale, parts=parts)


def _pdf(diagram: Diagram, options: Options) -> bytes:
    return render_pdf(diagram, options.language, options.paper or "a4")


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        form.extension: form
        for form in (
            Form("html", "text/html", Text("网页", "Web page"), _html),
            Form("svg", "image/svg+xml", Text("矢量图", "Scalable picture (SVG)"), _svg),
            Form("png", "image/png", Text("图片", "Picture (PNG)"), _png),
            Form("pdf", "application/pdf", Text("PDF 文件", "PDF document"), _pdf),
            Form("pptx", f"{_OFFICE}.presentationml.presentation", Text("幻灯片", "Slides (PowerPoint)"), _pptx),
            Form("docx", f"{_OFFICE}.wordprocessingml.document", Text("文档", "Document (Word)"), _docx),
            Form("json", "application/json", Text("JSON 数据", "JSON data"), lambda diagram, _: json_file(diagram)),
            Form("csv", "text/csv", Text("CSV 表格", "CSV table"), lambda diagram, _: csv_file(diagram)),
            Form("xlsx", f"{_OFFICE}.spreadsheetml.sheet", Text("Excel 工作簿", "Excel workbook"), _in(workbook_file)),
            Form("graphml", "application/graphml+xml", Text("GraphML", "GraphML"), _in(graphml_file)),
            Form("gexf", "application/gexf+xml", Text("GEXF（Gephi）", "GEXF (Gephi)"), _in(gexf_file)),
            Form(
                "cyjs", "application/vnd.cytoscape+json", Text("Cytoscape JSON", "Cytoscape JSON"), _in(cytoscape_file)
            ),
            Form("dot", "text/vnd.graphviz", Text("DOT（Graphviz）", "DOT (Graphviz)"), _in(dot_file)),
            Form("mmd", "text/vnd.mermaid", Text("Mermaid", "Mermaid"), _in(mermaid_file)),
        )
    }
)


def render(diagram: Diagram, extension: str, options: Options | None = None) -> bytes:
    """The whole file of a diagram in one form; what no file can hold of its words is replaced.

    Raises:
        UnknownForm: there is no form with that extension.
    """
    form = FORMS[require_form(extension, FORMS, "a diagram")]
    return form.render(legible(diagram), options or Options())
