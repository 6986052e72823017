"""Diagrams and sheets as Word documents. The only module that makes such documents."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from graph.model import Language

from ..citations import claim_rows, marks, report_line, source_place
from ..description import origin_line
from ..diagram import Cited, Diagram, Source
from ..legible import legible
from ..messages import MESSAGES
from ..pictures.blocks import abbreviation_texts, note_texts
from ..pictures.svg import Parts, render_svg
from .office import CHINESE_FONT, LANGUAGE_TAGS, LATIN_FONT, describe_file, packed
from .paper import PAPERS, Paper
from .table import Table, diagram_table
from .word_pictures import add_picture
from .word_tables import table_xml
from .words import DOCUMENT_WORDS, words_of

_MARGIN, _FOOTER = 20.0, 9.0
# What stands on the page beside the picture: heading, caption, origin.
_FURNITURE = 38.0
_PIXELS_PER_MM = 96 / 25.4
_INK, _GREY = RGBColor(0x1C, 0x27, 0x33), RGBColor(0x4D, 0x58, 0x63)
_PARTS = Parts(title=False, notes=False, sources=False)
_STYLES = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "Footer")


def document_file(diagram: Diagram, language: Language, paper: Paper | None = None) -> bytes:
    """A Word document of one diagram: picture with caption, what each line says, the numbered sources.

    Args:
        diagram: what to show.
        language: of every word but the report's own.
        paper: size of the pages, `a4` unless it is named.
    """
    diagram = legible(diagram)
    manuscript = Manuscript(language, paper or "a4")
    manuscript.add_diagram(diagram)
    manuscript.add_sources(diagram.sources)
    return manuscript.saved(diagram.title.get(language), diagram)


class Manuscript:
    """A Word document that grows part by part, each diagram on pages that lie or stand as suits it.

    Args:
        language: of every word but the report's own.
        paper: size of the pages, a key of PAPERS.
    """

    def __init__(self, language: Language, paper: Paper) -> None:
        self.language: Language = language
        self._long, self._short = PAPERS[paper]
        self._file = Document()
        _drop_old_styles(self._file)
        self._figures = self._bookmarks = 0
        self._started = False
        for name in _STYLES:
            _set_style(self._file.styles[name])
        self._file.styles["Normal"].font.size = Pt(10)
        defaults = self._file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        tags = f'w:val="{LANGUAGE_TAGS["en"]}" w:eastAsia="{LANGUAGE_TAGS["zh"]}" w:bidi="ar-SA"'
        defaults.append(parse_xml(f"<w:lang {nsdecls('w')} {tags}/>"))

    def add_title(self, title: str, lines: Sequence[str]) -> None:
        """A page with the title and a few lines under it."""
        self._section(lying=False)
        paragraph = self._file.add_paragraph(title, style="Title")
        paragraph.paragraph_format.space_before = Mm(60)
        for line in lines:
            self._file.add_paragraph(line, style="Subtitle")

    def add_contents(self, titles: Sequence[str]) -> None:
        """A table of contents with links; Word can renew it, page numbers included."""
        heading = self._file.add_paragraph(words_of("contents", self.language), style="Heading 2")
        heading.paragraph_format.space_before = Mm(15)
        for number, title in enumerate((*titles, words_of("sources", self.language)), start=1):
            paragraph = self._file.add_paragraph()
            if number == 1:
                _add_field(paragraph, ' TOC \\o "1-1" \\n \\h ', None)
            self._link(paragraph, f"part-{number}", title)
        paragraph.add_run()._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="end"/>'))

    def add_diagram(self, diagram: Diagram) -> None:
        """A heading, the picture with its caption, how to read it, a table of what each line says."""
        picture = render_svg(diagram, self.language, _PARTS)
        lying = self._scale(picture.width, picture.height, lying=True) > self._scale(
            picture.width, picture.height, lying=False
        )
        self._section(lying=lying)
        self._heading(diagram.title.get(self.language))
        if diagram.subtitle:
            self._file.add_paragraph(diagram.subtitle.get(self.language), style="Subtitle")
        width = picture.width * self._scale(picture.width, picture.height, lying=lying)
        add_picture(self._file, diagram, self.language, picture, width)
        self._add_caption(diagram.title.get(self.language))
        for note in (*note_texts(diagram, self.language), *abbreviation_texts(diagram, self.language)):
            self.add_small(note)
        self.add_small(report_line(diagram, self.language))
        self._add_reading(diagram)
        self._add_claims(diagram)

    def add_heading(self, title: str, *, lying: bool = False) -> None:
        """A title on a new page, which lies or stands."""
        self._section(lying=lying)
        self._heading(title)

    def add_table(self, title: str, table: Table, silence: str) -> None:
        """A part of a sheet; without rows, what is said instead."""
        if title:
            heading = self._file.add_paragraph(title, style="Heading 2")
            heading.paragraph_format.keep_with_next = True
        if not table.rows:
            self.add_small(silence)
            return
        self._add_table(table)

    def add_remark(self, title: str, text: str) -> None:
        """A remark of ours under a heading of its own."""
        heading = self._file.add_paragraph(title, style="Heading 2")
        heading.paragraph_format.keep_with_next = True
        self.add_small(text)

    def add_sources(self, sources: Sequence[Source]) -> None:
        """The numbered sources, each with a mark to which its numbers lead."""
        self._section(lying=False)
        self._heading(words_of("sources", self.language))
        if self.language == "en" and any(source.translation for source in sources):
            self.add_small(MESSAGES["ours"].en)
        for source in sources:
            paragraph = self._file.add_paragraph()
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Mm(11), Mm(-11)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(11), WD_TAB_ALIGNMENT.LEFT)
            self._bookmark(paragraph, f"source-{source.number}", marks([source.number]))
            paragraph.add_run("\t" + source_place(source, self.language))
            paragraph.add_run().add_break()
            if self.language == "en" and source.translation:
                paragraph.add_run(source.translation)
                paragraph.add_run().add_break()
            quote = paragraph.add_run(source.quote)
            quote._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="zh-CN" w:eastAsia="zh-CN"/>'))
            if self.language == "en":
                quote.font.color.rgb = _GREY

    def saved(self, title: str, cited: Cited) -> bytes:
        """The file's bytes; the same parts give the same ones.

        Args:
            title: of the whole.
            cited: what tells the reports that it rests on.
        """
        describe_file(
            self._file.core_properties,
            title=title,
            subject=", ".join(origin.symbol for origin in cited.origins),
            comments=report_line(cited, self.language),
            language=self.language,
        )
        for section in self._file.sections[:1]:
            self._add_footer(section, origin_line(cited, self.language))
        file = io.BytesIO()
        self._file.save(file)
        return packed(file.getvalue())

    def _scale(self, width: float, height: float, *, lying: bool) -> float:
        """Millimetres of a pixel of a picture that fits a page with what stands beside it."""
        across, down = (self._long, self._short) if lying else (self._short, self._long)
        return min((across - 2 * _MARGIN) / width, (down - 2 * _MARGIN - _FURNITURE) / height, 1 / _PIXELS_PER_MM)

    def _section(self, *, lying: bool) -> None:
        """A new page, lying or standing."""
        section = self._file.add_section(WD_SECTION.NEW_PAGE) if self._started else self._file.sections[0]
        self._started = True
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        sides = (self._long, self._short) if lying else (self._short, self._long)
        section.page_width, section.page_height = (Mm(side) for side in sides)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
        section.footer_distance = Mm(_FOOTER)

    def _heading(self, text: str) -> None:
        self._figures += 1
        paragraph = self._file.add_paragraph(style="Heading 1")
        paragraph.paragraph_format.space_before = Pt(0)
        self._bookmark(paragraph, f"part-{self._figures}", text)

    def add_small(self, text: str) -> None:
        """A paragraph in small grey letters."""
        paragraph = self._file.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(text)
        run.font.size, run.font.color.rgb = Pt(8.5), _GREY

    def _add_caption(self, title: str) -> None:
        """What a picture is called, with a number that Word counts."""
        caption = self._file.add_paragraph(style="Caption")
        caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
        caption.add_run(words_of("figure", self.language) + " ")
        _add_field(caption, " SEQ Figure \\* ARABIC ", str(self._figures))
        caption.add_run(f"{'　' if self.language == 'zh' else '. '}{title}")

    def _add_reading(self, diagram: Diagram) -> None:
        """The statuses that occur, in words."""
        heading = self._file.add_paragraph(words_of("reading", self.language), style="Heading 2")
        heading.paragraph_format.keep_with_next = True
        colon = "：" if self.language == "zh" else ": "
        for entry in diagram.modalities:
            paragraph = self._file.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(1)
            paragraph.add_run(entry.label.get(self.language)).bold = True
            paragraph.add_run(colon + entry.comment.get(self.language))

    def _add_claims(self, diagram: Diagram) -> None:
        rows = claim_rows(diagram, self.language)
        if not rows:
            return
        said = DOCUMENT_WORDS["claims"].get(self.language)
        heading = self._file.add_paragraph(said[:1].upper() + said[1:], style="Heading 2")
        heading.paragraph_format.keep_with_next = True
        self._add_table(diagram_table(rows, self.language))

    def _add_table(self, table: Table) -> None:
        section = self._file.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        self._file.element.body.insert_element_before(parse_xml(table_xml(table, room)), "w:sectPr")

    def _add_footer(self, section: Any, words: str) -> None:  # noqa: ANN401
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run(words + " · ")
        _add_field(paragraph, " PAGE ", "1")
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(8), _GREY

    def _bookmark(self, paragraph: Any, name: str, text: str) -> None:  # noqa: ANN401
        """Text with a mark that links lead to."""
        self._bookmarks += 1
        start = f'<w:bookmarkStart {nsdecls("w")} w:id="{self._bookmarks}" w:name="{name}"/>'
        paragraph._p.append(parse_xml(start))
        paragraph.add_run(text)
        paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{self._bookmarks}"/>'))

    def _link(self, paragraph: Any, name: str, text: str) -> None:  # noqa: ANN401
        """Text that leads to a mark in the document."""
        link = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="{name}" w:history="1"/>')
        run = paragraph.add_run(text)
        run.font.color.rgb = RGBColor(0x0B, 0x4F, 0x8A)
        link.append(run._r)
        paragraph._p.append(link)


def _drop_old_styles(document: Any) -> None:  # noqa: ANN401
    """Leave out what python-docx's template says to Word 2007 alone: beside our styles, Word would mend the file."""
    for id, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(id)


def _set_style(style: Any) -> None:  # noqa: ANN401
    """Our fonts, also for Chinese, instead of the theme's, and dark letters."""
    style.font.name = LATIN_FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), LATIN_FONT)
    fonts.set(qn("w:eastAsia"), CHINESE_FONT)
    style.font.color.rgb = _INK
    style.font.italic = False
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    if style.name == "Title":
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)


def _add_field(paragraph: Any, instruction: str, result: str | None) -> None:  # noqa: ANN401
    """A field of Word's with its result; without one, whoever calls writes the result and the field's end."""
    steps = [f'<w:fldChar {nsdecls("w")} w:fldCharType="begin"/>']
    steps.append(f'<w:instrText {nsdecls("w")} xml:space="preserve">{instruction}</w:instrText>')
    steps.append(f'<w:fldChar {nsdecls("w")} w:fldCharType="separate"/>')
    for step in steps:
        paragraph.add_run()._r.append(parse_xml(step))
    if result is not None:
        paragraph.add_run(result)
        paragraph.add_run()._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="end"/>'))
