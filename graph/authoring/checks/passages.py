"""Rules of paragraphs and of what is quoted from them."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import Fault
from .context import Context


def check_paragraphs(context: Context) -> Iterator[Fault]:
    """Each paragraph has statements or a reason for having none, each heading a title."""
    for report in context.data.reports.values():
        units = {unit.id: unit for unit in report.report.units}
        seen: dict[str, str] = {}
        for placed in report.paragraphs:
            unit = placed.entry.paragraph
            if unit not in units:
                yield placed.fault(f"the report has no paragraph “{unit}”", "paragraph")
            elif unit in seen:
                yield placed.fault(
                    f"paragraph {unit} stands already at {seen[unit]}: put its passages there", "paragraph"
                )
            seen.setdefault(unit, f"{placed.file.name}:{placed.file.line(placed.at)}")
        for unit in units:
            if unit not in seen:
                yield report.info.fault(
                    f"paragraph {unit} has neither statements nor a written reason: add it under statements/"
                )
        for section in report.report.sections:
            if section.id not in report.info.entry.headings:
                yield report.info.fault(f"the heading {section.id} “{section.title}” has no English title", "headings")
        for heading in report.info.entry.headings:
            if heading not in {section.id for section in report.report.sections}:
                yield report.info.fault(f"the report has no section {heading}", "headings", heading)
        if report.info.entry.entity not in context.data.entities:
            yield report.info.fault(f"there is no entity “{report.info.entry.entity}” for the report itself", "entity")


def check_quotations(context: Context) -> Iterator[Fault]:
    """Quotations stand in their paragraphs, sign by sign."""
    for report in context.data.reports.values():
        texts = {unit.id: unit.text for unit in report.report.units}
        for unit, passage in report.passages():
            if unit in texts and passage.entry.quote not in texts[unit]:
                yield passage.fault(_misquotation(passage.entry.quote, unit, texts[unit]), "quote")
        for _, _, statement in report.statements():
            for n, entry in enumerate(statement.entry.also):
                if entry.paragraph not in texts:
                    yield statement.fault(f"the report has no paragraph “{entry.paragraph}”", "also", n)
                elif entry.quote not in texts[entry.paragraph]:
                    yield statement.fault(
                        _misquotation(entry.quote, entry.paragraph, texts[entry.paragraph]), "also", n, "quote"
                    )


def check_translations(context: Context) -> Iterator[Fault]:
    """The same words of a paragraph have one translation."""
    for report in context.data.reports.values():
        first: dict[tuple[str, str], str] = {}
        for unit, passage in report.passages():
            words = [((unit, passage.entry.quote), passage.entry.en)]
            words += [((e.paragraph, e.quote), e.en) for s in passage.entry.statements for e in s.also]
            for key, translation in words:
                if first.setdefault(key, translation) != translation:
                    yield passage.fault(
                        f"“{key[1]}” of paragraph {key[0]} is translated twice, differently: use one translation"
                    )


def _misquotation(quote: str, unit: str, text: str) -> str:
    length = next((n for n in range(len(quote) - 1, 0, -1) if quote[:n] in text), 0)
    if length == 0:
        return f"the quotation “{quote}” doesn't stand in paragraph {unit}: see migov paragraph {unit}"
    at = text.index(quote[:length]) + length
    return (
        f"the quotation departs from paragraph {unit} after “…{quote[max(0, length - 12) : length]}”: "
        f"it has “{quote[length : length + 8]}”, the text “{text[at : at + 8]}”"
    )
