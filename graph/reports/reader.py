"""A United Nations report read from the plain text that PDF extraction left of it.

The text is damaged in known ways: lines break anywhere, footnote markers stand as bare numbers on lines of their own,
footnotes and page-footer links interrupt paragraphs, and headings look like numbered paragraphs. Reading gives the
report's units (cover, summary, numbered paragraphs, footnotes) and its sections, and accounts for every character of
the source exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import ReportError
from .report import FootnoteMark, Report, Section, Span, SpanKind, SubItem, Unit
from .text import Piece, normalise

_FOOTNOTE_RULE = re.compile(r"_{5,}$")
_BARE_NUMBER = re.compile(r"\d{1,3}$")
_FOOTER_LINK = re.compile(r"https?://undocs\.org/\S+$")
_PARAGRAPH = re.compile(r"(\d{1,3})\. ?(?=\S)")
_SUB_ITEM = re.compile(r"\(([a-z])\) ?(?=\S)")
_HEADINGS = (
    re.compile(r"([一二三四五六七八九十]+)\. ?(\S.*)$"),
    re.compile(r"([A-Z])\.? (\S.*)$"),
    re.compile(r"(\d{1,2})\. ?(\S.*)$"),
    re.compile(r"\(([a-z])\) ?(\S.*)$"),
)
_CHAPTERS = {"一": "I", "二": "II", "三": "III", "四": "IV", "五": "V", "六": "VI", "七": "VII", "八": "VIII"}
_COVER_LINE = re.compile(r"(?:届会议|项目 ?\d+(?:\([a-z]\))?)$")
_SUMMARY = "摘要"


@dataclass(slots=True)
class _Line:
    start: int
    text: str
    indented: bool
    follows_blank: bool
    """Whether a blank line, or the start of the text, stands before it."""
    wide_gap: bool
    """Whether more than one blank line stands before it."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class _Draft:
    id: str
    section: str
    pieces: list[Piece] = field(default_factory=list)
    items: list[tuple[str, int]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def finish(self, source: str) -> Unit:
        normalised = normalise(source, self.pieces)
        position = {offset: index for index, offset in reversed(list(enumerate(normalised.offsets)))}
        starts = [(letter, position[start]) for letter, start in self.items]
        ends = [start - 1 for _, start in starts[1:]] + [len(normalised.text)] * bool(starts)
        if not starts:
            inline = _inline_items(normalised.text)
            starts = [(letter, start) for letter, start, _ in inline]
            ends = [end for _, _, end in inline]
        return Unit(
            self.id,
            self.section,
            normalised,
            tuple(SubItem(letter, start, end) for (letter, start), end in zip(starts, ends, strict=True)),
            tuple(FootnoteMark(number, normalised.first_after(at)) for number, at in self.marks),
        )


def _inline_items(text: str) -> list[tuple[str, int, int]]:
    """Lettered items that stand within a sentence, as (letter, start, end)."""
    found = list(re.finditer(r"\(([a-z])\) ", text))
    letters = "".join(match[1] for match in found)
    if len(found) < 2 or letters != "abcdefghijklmnopqrstuvwxyz"[: len(found)]:
        return []
    starts = [match.start() for match in found[1:]]
    stop = text.find("。", found[-1].end())
    return [
        (match[1], match.end(), end)
        for match, end in zip(found, [*starts, stop if stop >= 0 else len(text)], strict=True)
    ]


def _lines(source: str) -> Iterator[_Line]:
    offset, blanks = 0, 2
    for raw in source.splitlines(keepends=True):
        core = raw.strip()
        if core:
            start = offset + raw.index(core)
            yield _Line(start, core, raw[:1].isspace(), blanks > 0, blanks > 1)
            blanks = 0
        else:
            blanks += 1
        offset += len(raw)


class _Reader:
    """Reads line by line; each line ends up as spans and, where it is text, as a piece of a unit."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.marked: list[Span] = []
        self.drafts: dict[str, _Draft] = {"cover": _Draft("cover", "")}
        self.current = self.drafts["cover"]
        self.footnote: _Draft | None = None
        self.in_footnotes = False
        self.heading: str = ""
        self.sections: dict[str, Section] = {}
        self.above: list[tuple[int, str]] = []
        self.next_paragraph = 1
        self.previous: _Line | None = None

    def read(self) -> Report:
        for line in _lines(self.source):
            if self.in_footnotes and self._leaves_footnotes(line):
                self.in_footnotes, self.footnote = False, None
            if self.in_footnotes:
                self._footnote_line(line)
            elif not self._structure_line(line):
                self._text_line(line)
            self.previous = line
        return Report(self.source, self._units(), tuple(self.sections.values()), self._spans())

    def _mark(self, start: int, end: int, kind: SpanKind) -> None:
        if start < end:
            self.marked.append(Span(start, end, kind))

    def _leaves_footnotes(self, line: _Line) -> bool:
        """A new page begins with an indented line right under the last line of the page before."""
        if line.follows_blank or not line.indented or self.previous is None:
            return False
        return not _BARE_NUMBER.match(self.previous.text)

    def _footnote_line(self, line: _Line) -> None:
        if _FOOTER_LINK.match(line.text):
            self._mark(line.start, line.end, "link")
        elif _BARE_NUMBER.match(line.text) and self._is_next_footnote(int(line.text)):
            self._mark(line.start, line.end, "marker")
            self.footnote = self.drafts[f"fn{line.text}"] = _Draft(f"fn{line.text}", "")
        elif self.footnote is None:
            raise ReportError(f"line “{line.text}” stands in a footnote block before any footnote number")
        else:
            self._mark(line.start, line.end, "footnote")
            self.footnote.pieces.append(Piece(line.start, line.end))

    def _is_next_footnote(self, number: int) -> bool:
        return number == 1 + sum(1 for draft in self.drafts if draft.startswith("fn"))

    def _structure_line(self, line: _Line) -> bool:
        """Whether the line was a rule, a link, a footnote mark, a paragraph's or item's beginning, or a heading."""
        if _FOOTNOTE_RULE.match(line.text):
            self.in_footnotes = True  # the rule itself is layout
            return True
        if _FOOTER_LINK.match(line.text):
            self._mark(line.start, line.end, "link")
            return True
        if _BARE_NUMBER.match(line.text) and self.next_paragraph > 1:
            self._mark(line.start, line.end, "marker")
            self._footnote_mark(int(line.text), line.start)
            return True
        return self._paragraph(line) or self._sub_item(line) or self._heading(line)

    def _footnote_mark(self, number: int, at: int) -> None:
        if self.heading:
            section = self.sections[self.heading]
            self.sections[self.heading] = Section(
                section.id, section.level, section.title, section.parent, section.paragraphs, (*section.marks, number)
            )
        else:
            self.current.marks.append((number, at))

    def _paragraph(self, line: _Line) -> bool:
        match = _PARAGRAPH.match(line.text)
        # Headings count from 1 anew, paragraphs count on through the whole report.
        if not match or int(match[1]) != self.next_paragraph or not self.sections:
            return False
        self._mark(line.start, line.start + len(match[1]) + 1, "marker")
        section_id = next(reversed(self.sections))
        section = self.sections[section_id]
        self.sections[section_id] = Section(
            section.id, section.level, section.title, section.parent, (*section.paragraphs, match[1]), section.marks
        )
        self._open(_Draft(match[1], section_id))
        self.next_paragraph += 1
        self._text(line.start + match.end(), line.end)
        return True

    def _sub_item(self, line: _Line) -> bool:
        match = _SUB_ITEM.match(line.text)
        if not match or self.heading or not self.current.pieces:
            return False
        expected = chr(ord("a") + len(self.current.items))
        last = self.current.pieces[-1]
        announced = bool(self.current.items) or self.source[last.end - 1] in "：:"
        if match[1] != expected or not announced:
            return False
        self._mark(line.start, line.start + len(match[0].rstrip()), "marker")
        start = line.start + match.end()
        self.current.items.append((match[1], start))
        self._text(start, line.end, new_block=True)
        return True

    def _heading(self, line: _Line) -> bool:
        if not line.indented:
            return False
        if line.text == _SUMMARY:
            self._mark(line.start, line.end, "heading")
            self._open(_Draft("summary", ""))
            return True
        for level, pattern in enumerate(_HEADINGS, start=1):
            match = pattern.match(line.text)
            if match and self._fits(level, match[1]):
                self._open_section(level, _CHAPTERS.get(match[1], match[1]), match[2].rstrip("： "))
                self._mark(line.start, line.end, "heading")
                return True
        if not self.sections and line.text.endswith("的报告") and self.current.id == "cover":
            self._mark(line.start, line.end, "heading")
            return True
        return False

    def _fits(self, level: int, number: str) -> bool:
        """Whether a heading of that level and number can stand here: the first of its level or the next one."""
        if level == 1:
            return True
        if not self.above:
            return False
        previous = next((known for depth, known in self.above if depth == level), None)
        if previous is None:
            return number == {2: "A", 3: "1", 4: "a"}[level]
        return number == (str(int(previous) + 1) if previous.isdigit() else chr(ord(previous) + 1))

    def _open_section(self, level: int, number: str, title: str) -> None:
        above = [(depth, known) for depth, known in self.above if depth < level]
        parent = ".".join(known for _, known in above)
        self.above = [*above, (level, number)]
        section_id = ".".join(known for _, known in self.above)
        self.sections[section_id] = Section(section_id, level, title, parent, ())
        self.heading = section_id

    def _open(self, draft: _Draft) -> None:
        if draft.id in self.drafts:
            raise ReportError(f"the report has two units “{draft.id}”")
        self.drafts[draft.id] = self.current = draft
        self.heading = ""

    def _text_line(self, line: _Line) -> None:
        if self.heading:
            raise ReportError(f"line “{line.text}” follows the heading {self.heading} without a paragraph number")
        self._text(line.start, line.end, new_block=self.current.id == "cover" and self._cover_block(line))

    def _cover_block(self, line: _Line) -> bool:
        previous = self.previous
        return previous is not None and (line.indented or line.wide_gap or bool(_COVER_LINE.search(previous.text)))

    def _text(self, start: int, end: int, *, new_block: bool = False) -> None:
        self._mark(start, end, "text")
        self.current.pieces.append(Piece(start, end, new_block=new_block and bool(self.current.pieces)))

    def _units(self) -> tuple[Unit, ...]:
        order = {"cover": 0, "summary": 1}
        drafts = sorted(
            self.drafts.values(),
            key=lambda draft: (
                order.get(draft.id, 3 if draft.id.startswith("fn") else 2),
                int(re.sub(r"\D", "", draft.id) or 0),
            ),
        )
        return tuple(draft.finish(self.source) for draft in drafts)

    def _spans(self) -> tuple[Span, ...]:
        spans: list[Span] = []
        at = 0
        for span in sorted(self.marked, key=lambda each: each.start):
            if at < span.start:
                spans.append(Span(at, span.start, "layout"))
            spans.append(span)
            at = span.end
        if at < len(self.source):
            spans.append(Span(at, len(self.source), "layout"))
        return tuple(spans)


def parse_report(source: str) -> Report:
    """Read a report from its text; raises ReportError when the text isn't one."""
    report = _Reader(source).read()
    if not any(unit.id == "1" for unit in report.units):
        raise ReportError("the text holds no paragraph numbered 1 under a heading: is it a United Nations report?")
    return report


def read_report(path: Path) -> Report:
    """Read a report from a UTF-8 file; raises ReportError when it is missing, not UTF-8 or not a report."""
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ReportError(f"{path} is missing: put the report's text there") from None
    except UnicodeDecodeError as error:
        raise ReportError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from None
    return parse_report(source)
