"""Rules of statements: what they name, what their words carry, and what they make together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import networkx as nx

from ontology import Term

from ...errors import Fault
from ..authored import StatementEntry
from ..folder import Placed
from .context import Context

WHOLES = frozenset({"partOf", "bodyOf"})
_NUMERALS = {1: "一", 2: "两二", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十", 11: "十一"}


def check_references(context: Context) -> Iterator[Fault]:
    """Statements name what there is, and fit the ranges of their properties."""
    vocabulary, entities = context.vocabulary, context.data.entities
    for report in context.data.reports.values():
        seen: dict[str, str] = {}
        for unit, passage, placed in report.statements():
            entry = placed.entry
            if entry.id.partition(".")[0] != unit:
                yield placed.fault(f"the id {entry.id} must begin with its paragraph, {unit}", "id")
            if entry.id in seen:
                yield placed.fault(f"the id {entry.id} stands already at {seen[entry.id]}: take the next number", "id")
            seen.setdefault(entry.id, f"{placed.file.name}:{placed.file.line(placed.at)}")
            for field, name in (("subject", entry.subject), ("object", entry.object), ("holder", entry.holder)):
                if name is not None and name not in entities:
                    yield placed.fault(f"there is no entity “{name}”: add it under entities/", field)
            predicate = vocabulary.properties.get(entry.predicate)
            if predicate is None:
                yield placed.fault(f"there is no property “{entry.predicate}” in the ontology", "predicate")
            else:
                yield from _fits(context, placed, predicate)
            if entry.number is not None and entry.number.unit not in vocabulary.units:
                yield placed.fault(f"there is no unit “{entry.number.unit}” in the ontology", "number", "unit")
            if entry.text is not None and entry.text.zh not in passage.quote:
                yield placed.fault(
                    f"the text “{entry.text.zh}” doesn't stand in the quotation: copy it from there", "text"
                )
            if (entry.modality == "conditional") < (entry.condition is not None):
                yield placed.fault("only a conditional statement has a condition", "condition")


def _fits(context: Context, placed: Placed[StatementEntry], predicate: Term) -> Iterator[Fault]:
    entry, entities = placed.entry, context.data.entities
    kind = entry.given_objects[0]
    wanted = "object" if predicate.value_kind == "entity" else predicate.value_kind
    if kind != wanted:
        yield placed.fault(f"{predicate.id} takes {wanted}, not {kind}", kind)
    ends = [("subject", entry.subject, predicate.domain)]
    if entry.object is not None and wanted == "object":
        ends.append(("object", entry.object, predicate.range))
    for field, name, expected in ends:
        class_id = entities[name].entry.class_id if name in entities else ""
        if class_id in context.vocabulary.classes and not context.vocabulary.is_a(class_id, expected):
            yield placed.fault(
                f"the {field} of {predicate.id} must be of class {expected}; {name} is of {class_id}", field
            )


def _evidence(statement: Placed[StatementEntry], unit: str, quote: str) -> tuple[tuple[str, str], ...]:
    return ((unit, quote), *((e.paragraph, e.quote) for e in statement.entry.also))


def check_support(context: Context) -> Iterator[Fault]:
    """Evidence names each entity, and gives each number and date; else the author says why not, and only then."""
    for slug, report in context.data.reports.items():
        texts = {unit.id: unit.text for unit in report.report.units}
        for unit, passage, placed in report.statements():
            evidence = _evidence(placed, unit, passage.quote)
            faults = [*_unnamed(context, slug, texts, placed, evidence), *_unsaid(placed, evidence)]
            if placed.entry.accept is None:
                yield from faults
            elif not faults:
                yield placed.fault(f"the evidence of {placed.entry.id} lacks nothing: remove accept", "accept")


def _unnamed(
    context: Context,
    slug: str,
    texts: dict[str, str],
    placed: Placed[StatementEntry],
    evidence: tuple[tuple[str, str], ...],
) -> Iterator[Fault]:
    named: set[str] = set()
    for paragraph, quote in evidence:
        start = texts.get(paragraph, "").find(quote)
        for found in context.mentions[slug].get(paragraph, ()):
            if start >= 0 and start <= found.start and found.end <= start + len(quote):
                named.update(found.entities)
    for field, name in (("subject", placed.entry.subject), ("object", placed.entry.object)):
        if name is not None and name in context.data.entities and name not in named:
            yield placed.fault(
                f"the evidence of {placed.entry.id} doesn't name its {field} “{name}”: "
                "quote more, add a ruling under mentions/, or say why with accept",
                field,
            )


def _unsaid(placed: Placed[StatementEntry], evidence: tuple[tuple[str, str], ...]) -> Iterator[Fault]:
    """A date is no more precise than the words it rests on, and a number stands in them."""
    entry = placed.entry
    words = "".join(quote for _, quote in evidence)
    for field, edtf in (("time", entry.time), ("date", entry.date)):
        for year, month, day in re.findall(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf or ""):
            said = year in words
            said = said and (not month or re.search(rf"(?<!\d){int(month)} ?月", words) is not None)
            said = said and (not day or re.search(rf"(?<!\d){int(day)} ?日", words) is not None)
            if not said:
                yield placed.fault(f"the evidence of {entry.id} doesn't say “{edtf}”", field)
    if entry.number is not None and not _says_number(words, entry):
        yield placed.fault(f"the evidence of {entry.id} doesn't give the number {entry.number.value}", "number")


def _says_number(words: str, entry: StatementEntry) -> bool:
    if entry.number is None:
        return True
    value = entry.number.value
    digits = re.sub(r"(?<=\d) (?=\d)", "", words)
    if re.search(rf"(?<![\d.]){re.escape(f'{value.normalize():f}')}(?![\d]|\.\d)", digits):
        return True
    return value == value.to_integral_value() and any(n in words for n in _NUMERALS.get(int(value), ""))


def check_wholes(context: Context) -> Iterator[Fault]:
    """Nothing is part of itself, however far around, as far as facts go."""
    for report in context.data.reports.values():
        stated: dict[tuple[str, str], Placed[StatementEntry]] = {}
        for _, _, placed in report.statements():
            entry = placed.entry
            if entry.modality == "fact" and entry.predicate in WHOLES and entry.object is not None:
                stated.setdefault((entry.subject, entry.object), placed)
        for component in nx.strongly_connected_components(nx.DiGraph(list(stated))):
            inside = [(pair, placed) for pair, placed in stated.items() if set(pair) <= component]
            if inside:
                _, first = min(inside, key=lambda found: found[0])
                around = ", ".join(sorted(placed.entry.id for _, placed in inside))
                yield first.fault(f"{', '.join(sorted(component))} are parts of each other by {around}: one is wrong")
