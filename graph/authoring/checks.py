"""What must be true of authored data before a dataset is built: every rule gives faults with file, line and reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import networkx as nx

from ontology import Term, Vocabulary

from ..errors import Fault
from .assembly import find_mentions
from .authored import ScenarioEntry, SourcedLabel, StatementEntry
from .folder import Data, Placed
from .mentions import Found

WHOLES = frozenset({"partOf", "bodyOf"})
TOPICS = ("Concept", "Group")
ABSTRACT_CLASSES = frozenset({"Entity", "Actor"})
_NUMERALS = {1: "一", 2: "两二", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十", 11: "十一"}


@dataclass(frozen=True, slots=True)
class Context:
    """What rules look things up in."""

    data: Data
    vocabulary: Vocabulary
    mentions: dict[str, dict[str, tuple[Found, ...]]]


Rule = Callable[[Context], Iterator[Fault]]


def check(data: Data, vocabulary: Vocabulary) -> tuple[Fault, ...]:
    """Every fault that the authored data shows, by file and line."""
    mentions = {slug: find_mentions(data, report) for slug, report in data.reports.items()}
    context = Context(data, vocabulary, mentions)
    return tuple(sorted({fault for rule in RULES for fault in rule(context)}))


def _entities(context: Context) -> Iterator[Fault]:
    named = {
        entity
        for units in context.mentions.values()
        for found in units.values()
        for f in found
        for entity in f.entities
    }
    reports = [report.report for report in context.data.reports.values()]
    texts = [unit.text for report in reports for unit in report.units]
    texts += [r.source[span.start : span.end] for r in reports for span in r.spans if span.kind == "heading"]
    for placed in context.data.entities.values():
        entry = placed.entry
        if entry.class_id in ABSTRACT_CLASSES or entry.class_id not in context.vocabulary.classes:
            yield placed.fault(f"there is no class “{entry.class_id}” for entities: see data/README.md", "class")
        for n, label in enumerate(entry.zh):
            if isinstance(label, SourcedLabel):
                yield from _source(context, placed.fault, label, "zh", n)
            elif not any(label in text for text in texts):
                yield placed.fault(f"the name “{label}” doesn't stand in any report: copy it from the text", "zh", n)
        for n, sourced in enumerate(entry.en):
            yield from _source(context, placed.fault, sourced, "en", n)
        # An entity may be named inside a longer name only, as a convention is in the title of its protocol.
        inside = any(label in text for label in entry.zh if isinstance(label, str) for text in texts)
        if entry.id not in named and not inside:
            yield placed.fault(
                f"“{entry.id}” is never mentioned in a report: mend its zh names or add a ruling under mentions/"
            )


def _source(context: Context, fault: Callable[..., Fault], label: SourcedLabel, *at: int | str) -> Iterator[Fault]:
    placed = context.data.sources.get(label.source)
    if placed is None:
        yield fault(f"there is no source “{label.source}” in sources.yaml", *at)
    elif placed.entry.looked_up and label.confirmed_by is None:
        yield fault(f"say in confirmed_by which publication has “{label.text}”, or make its source known", *at)
    elif label.confirmed_by is not None and not placed.entry.looked_up:
        yield fault(f"names from the source “{label.source}” take no confirmed_by", *at)


def _topics(context: Context) -> Iterator[Fault]:
    order = nx.DiGraph((id, below) for id, placed in context.data.topics.items() for below in placed.entry.narrower)
    for id, placed in context.data.topics.items():
        below = placed.entry.narrower
        for at, named in ((("id",), id), *((("narrower", n), each) for n, each in enumerate(below))):
            entity = context.data.entities.get(named)
            if entity is None:
                yield placed.fault(f"there is no entity “{named}”", *at)
            elif entity.entry.class_id not in TOPICS:
                yield placed.fault(f"“{named}” is no topic: only {' and '.join(TOPICS)} stand in this order", *at)
        for n, each in enumerate(below):
            if each in below[:n]:
                yield placed.fault(f"“{each}” stands here twice: keep one", "narrower", n)
            elif id in nx.descendants(order, each) or each == id:
                yield placed.fault(f"“{each}” can't stand below “{id}”, which stands below it", "narrower", n)


def _paragraphs(context: Context) -> Iterator[Fault]:
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


def _quotations(context: Context) -> Iterator[Fault]:
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


def _translations(context: Context) -> Iterator[Fault]:
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


def _references(context: Context) -> Iterator[Fault]:
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


def _support(context: Context) -> Iterator[Fault]:
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


def _mentions(context: Context) -> Iterator[Fault]:
    for slug, report in context.data.reports.items():
        texts = {unit.id: unit.text for unit in report.report.units}
        for placed in report.mentions:
            entry = placed.entry
            if entry.paragraph not in texts:
                yield placed.fault(f"the report has no paragraph “{entry.paragraph}”", "paragraph")
            elif texts[entry.paragraph].count(entry.context) != 1:
                times = texts[entry.paragraph].count(entry.context)
                yield placed.fault(
                    f"the context “{entry.context}” stands {times} times in paragraph {entry.paragraph}, not once",
                    "context",
                )
            if entry.entity != "none" and entry.entity not in context.data.entities:
                yield placed.fault(f"there is no entity “{entry.entity}”", "entity")
        for unit, found in context.mentions[slug].items():
            for each in found:
                if len(each.entities) > 1:
                    form = texts[unit][each.start : each.end]
                    yield Fault(
                        f"reports/{slug}/mentions",
                        1,
                        f"“{form}” in {unit} at {each.start} may mean {', '.join(each.entities)}: add a ruling",
                    )


def _cycles(context: Context) -> Iterator[Fault]:
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


def _scenarios_and_notes(context: Context) -> Iterator[Fault]:
    for report in context.data.reports.values():
        statements = {placed.entry.id: placed.entry for _, _, placed in report.statements()}
        places = {placed.entry.id: unit for unit, _, placed in report.statements()}
        spoken_of: dict[str, set[str | None]] = defaultdict(set)
        for name, unit in places.items():
            spoken_of[unit].update((statements[name].subject, statements[name].object))
        for placed in report.scenarios:
            model = context.data.entities.get(placed.entry.model)
            if model is None or model.entry.class_id != "Proposal":
                yield placed.fault(f"the model “{placed.entry.model}” is not an entity of class Proposal", "model")
            made = {statements[name].subject for name in placed.entry.adds if name in statements}
            # A recommendation may ask for a model without naming it, and what stands around it goes on about that.
            asked = {
                places[name]
                for field, name in _scenario_statements(placed.entry)
                if field.startswith("said_") and name in statements and statements[name].modality == "recommendation"
            }
            for field, name in _scenario_statements(placed.entry):
                if name not in statements:
                    yield placed.fault(f"there is no statement {name}", field)
                elif field in ("adds", "to") and statements[name].modality in ("fact", "absence"):
                    yield placed.fault(
                        f"{name} is a {statements[name].modality}: a scenario adds what is not yet so", field
                    )
                elif field.startswith("said_") and not (
                    places[name] in asked
                    or made.intersection((statements[name].subject, statements[name].object))
                    or any(placed.entry.model in spoken_of[unit] for unit in _near(places[name]))
                ):
                    yield placed.fault(
                        f"{name} stands neither in nor beside a paragraph that speaks of “{placed.entry.model}”, nor "
                        "in one with a recommendation that stands here, nor is it about what the model would bring",
                        field,
                    )
        for note in report.notes:
            for name in note.entry.statements:
                if name not in statements:
                    yield note.fault(f"there is no statement {name}", "statements")
            for name in note.entry.entities:
                if name not in context.data.entities:
                    yield note.fault(f"there is no entity “{name}”", "entities")


def _near(unit: str) -> tuple[str, ...]:
    """A paragraph and its neighbours; cover, summary and footnotes have none."""
    return (str(int(unit) - 1), unit, str(int(unit) + 1)) if unit.isdecimal() else (unit,)


def _scenario_statements(entry: ScenarioEntry) -> Iterator[tuple[str, str]]:
    for name in entry.adds:
        yield "adds", name
    for end in entry.ends:
        yield "ends", end.fact
        for name in end.because:
            yield "ends", name
    for change in entry.changes:
        yield "changes", change.from_id
        yield "to", change.to
    for name in entry.said_for:
        yield "said_for", name
    for name in entry.said_against:
        yield "said_against", name
    for name in entry.said_required:
        yield "said_required", name


RULES: tuple[Rule, ...] = (
    _entities,
    _topics,
    _paragraphs,
    _quotations,
    _translations,
    _references,
    _support,
    _mentions,
    _cycles,
    _scenarios_and_notes,
)
"""Every rule, each on the whole data."""
