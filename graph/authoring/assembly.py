"""Authored data turned into content: the same frozen objects that are later read back from a store."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib.namespace import RDF, XSD

from ontology import EDTF, Text, Vocabulary

from ..dates import read_date
from ..errors import DataError
from ..identifiers import Identifiers
from ..model import (
    IDEAS,
    Content,
    Entity,
    Evidence,
    Heading,
    Label,
    Mention,
    Note,
    Passage,
    ReportInfo,
    Scenario,
    Statement,
    TimeSpan,
    Value,
)
from ..moments import moment_words
from ..wording import NOT_DONE, in_sentence, is_plural, number_words, sentence
from .authored import BilingualWords, EntityEntry, EvidenceEntry, SourcedLabel, StatementEntry
from .folder import Data, Placed, ReportData
from .mentions import Found, LabelIndex, Ruling

# Statuses of what the report speaks of without saying that it is there.
_NOT_THERE = NOT_DONE | {"absence"}


def label_indexes(data: Data) -> dict[bool, LabelIndex]:
    """Indexes of the Chinese names of entities: of ideas put forward, and of everything else.

    Names of proposals and recommendations are phrases that name other entities themselves, so each kind is matched
    without the other hiding it.
    """
    labels: dict[bool, list[tuple[str, str]]] = {False: [], True: []}
    for placed in data.entities.values():
        for label in placed.entry.zh:
            text = label.text if isinstance(label, SourcedLabel) else label
            labels[placed.entry.class_id in IDEAS].append((text, placed.entry.id))
    return {ideas: LabelIndex(pairs) for ideas, pairs in labels.items()}


def _rulings(data: Data, report: ReportData, unit_id: str, text: str, ideas: bool) -> list[Ruling]:
    """The authored exceptions for one paragraph that bear on ideas or on everything else."""
    rulings = []
    for entry in (placed.entry for placed in report.mentions):
        if entry.paragraph != unit_id or entry.context not in text:
            continue
        start = text.index(entry.context) + entry.context.index(entry.form)
        meant = data.entities.get(entry.entity)
        if meant is None or (meant.entry.class_id in IDEAS) is ideas:
            rulings.append(Ruling(start, start + len(entry.form), None if entry.entity == "none" else entry.entity))
    return rulings


def find_mentions(data: Data, report: ReportData) -> dict[str, tuple[Found, ...]]:
    """What is named in each paragraph of a report, by the paragraph's id, in the order of the text."""
    indexes = label_indexes(data)
    return {
        unit.id: tuple(
            sorted(
                found
                for ideas, index in indexes.items()
                for found in index.find(unit.text, _rulings(data, report, unit.id, unit.text, ideas))
            )
        )
        for unit in report.report.units
    }


def assemble(data: Data, vocabulary: Vocabulary, identifiers: Identifiers) -> Content:
    """The content of the dataset; the data must have passed the checks.

    Raises:
        DataError: a quotation doesn't stand in its paragraph.
    """
    mentions: dict[str, list[Mention]] = {entity: [] for entity in data.entities}
    for report in data.reports.values():
        for unit, found in find_mentions(data, report).items():
            text = report.report.unit(unit).text
            for each in found:
                for entity in each.entities:
                    mentions[entity].append(
                        Mention(report.slug, unit, each.start, each.end, text[each.start : each.end])
                    )
    broader: dict[str, list[str]] = {entity: [] for entity in data.entities}
    for topic, placed in data.topics.items():
        for below in placed.entry.narrower:
            broader[below].append(topic)
    entities = {
        entity: _entity(
            data.entities[entity].entry, identifiers, tuple(mentions[entity]), tuple(sorted(broader[entity]))
        )
        for entity in sorted(data.entities)
    }
    statements: dict[str, Statement] = {}
    for report in data.reports.values():
        order = {unit.id: n for n, unit in enumerate(report.report.units)}
        assembled = [
            _statement(report, unit, quoted, placed, data, entities, vocabulary, identifiers)
            for unit, quoted, placed in (
                (unit, EvidenceEntry(paragraph=unit, quote=passage.quote, en=passage.en), placed)
                for unit, passage, placed in report.statements()
            )
        ]
        assembled.sort(key=lambda s: statement_order(s.id, order))
        statements.update((statement.id, statement) for statement in assembled)
    return Content(
        entities=entities,
        statements=statements,
        passages={(p.report, p.id): p for report in data.reports.values() for p in _passages(report)},
        reports=tuple(_report_info(report, identifiers) for report in data.reports.values()),
        notes=tuple(note for report in data.reports.values() for note in _notes(report, identifiers)),
        scenarios={s.id: s for report in data.reports.values() for s in _scenarios(report, identifiers)},
        sources={name: Text(p.entry.zh, p.entry.en) for name, p in sorted(data.sources.items())},
    )


def statement_order(statement_id: str, units: dict[str, int]) -> tuple[int, int]:
    """Where a statement stands: its paragraph's place in the report, then its running number."""
    unit, _, number = statement_id.rpartition("/")[2].partition(".")
    return units[unit], int(number)


def _entity(
    entry: EntityEntry, identifiers: Identifiers, mentions: tuple[Mention, ...], broader: tuple[str, ...]
) -> Entity:
    return Entity(
        entry.id,
        identifiers.entity(entry.id),
        entry.class_id,
        tuple(_label(e) for e in entry.zh),
        tuple(_label(e) for e in entry.en),
        mentions,
        broader,
    )


def _label(entry: str | SourcedLabel) -> Label:
    if isinstance(entry, str):
        return Label(entry, "report")
    return Label(entry.text, entry.source, entry.confirmed_by)


def _bilingual(words: BilingualWords | None) -> Text | None:
    return Text(words.zh, words.en) if words else None


def evidence_of(
    report: ReportData, entries: Iterable[EvidenceEntry], placed: Placed[StatementEntry]
) -> tuple[Evidence, ...]:
    """The places where quotations stand, the main one first; raises DataError for one that stands nowhere."""
    order = {unit.id: n for n, unit in enumerate(report.report.units)}
    found = []
    for entry in entries:
        text = report.report.unit(entry.paragraph).text
        start = text.find(entry.quote)
        if start < 0:
            raise DataError(
                [placed.fault(f"the quotation “{entry.quote}” doesn't stand in paragraph {entry.paragraph}")]
            )
        found.append(Evidence(report.slug, entry.paragraph, start, start + len(entry.quote), entry.quote, entry.en))
    further = sorted(found[1:], key=lambda evidence: (order[evidence.unit], evidence.start, evidence.end))
    return (found[0], *further)


def _value(entry: StatementEntry, vocabulary: Vocabulary) -> str | Value:
    if entry.object is not None:
        return entry.object
    if entry.text is not None:
        return Value(Text(entry.text.zh, entry.text.en), entry.text.zh, str(RDF.langString))
    if entry.number is not None:
        number = entry.number
        words = number_words(number.value, vocabulary.units[number.unit], number.bound)
        whole = number.value == number.value.to_integral_value()
        lexical = str(int(number.value)) if whole else f"{number.value.normalize():f}"
        return Value(words, lexical, str(XSD.integer if whole else XSD.decimal), number.unit, number.bound)
    if entry.date is not None:
        return Value(moment_words(entry.date), entry.date, str(EDTF.EDTF))
    if entry.link is not None:
        return Value(Text(str(entry.link), str(entry.link)), str(entry.link), str(XSD.anyURI))
    plain = entry.string or ""
    return Value(Text(plain, plain), plain, str(XSD.string))


def _time(entry: StatementEntry) -> TimeSpan | None:
    edtf = entry.time or entry.date
    return read_date(edtf) if edtf else None


def _named(entity: Entity, data: Data, *, known: bool = False) -> Text:
    """An entity's names as they stand in a sentence."""
    article = data.entities[entity.id].entry.en[0].article
    return in_sentence(entity.names, entity.class_id, article=article, known=known)


def _statement(
    report: ReportData,
    unit: str,
    quoted: EvidenceEntry,
    placed: Placed[StatementEntry],
    data: Data,
    entities: dict[str, Entity],
    vocabulary: Vocabulary,
    identifiers: Identifiers,
) -> Statement:
    entry = placed.entry
    obj = _value(entry, vocabulary)
    qualifier, condition, time = _bilingual(entry.qualifier), _bilingual(entry.condition), _time(entry)
    return Statement(
        id=f"{report.slug}/{entry.id}",
        iri=identifiers.statement(report.slug, entry.id),
        report=report.slug,
        subject=entry.subject,
        predicate=entry.predicate,
        object=obj,
        modality=entry.modality,
        holder=entry.holder or report.info.entry.entity,
        evidence=evidence_of(report, (quoted, *entry.also), placed),
        sentence=sentence(
            vocabulary.properties[entry.predicate],
            _named(entities[entry.subject], data, known=entry.modality not in _NOT_THERE),
            obj.words if isinstance(obj, Value) else _named(entities[obj], data),
            plural=is_plural(entities[entry.subject].names.en, entities[entry.subject].class_id),
            modality=entry.modality,
            qualifier=qualifier,
            condition=condition,
            time=time,
        ),
        time=time,
        as_of_report=entry.as_of_report,
        qualifier=qualifier,
        condition=condition,
        note=_bilingual(entry.note),
    )


def _passages(report: ReportData) -> list[Passage]:
    reasons = {placed.entry.paragraph: _bilingual(placed.entry.reason) for placed in report.paragraphs}
    return [
        Passage(
            report.slug,
            unit.id,
            unit.section,
            unit.text,
            order,
            reasons.get(unit.id),
            tuple(f"fn{mark.number}" for mark in unit.marks),
        )
        for order, unit in enumerate(report.report.units)
    ]


def _report_info(report: ReportData, identifiers: Identifiers) -> ReportInfo:
    entry = report.info.entry
    headings = tuple(
        Heading(section.id, Text(section.title, entry.headings[section.id]), section.parent, order)
        for order, section in enumerate(report.report.sections)
    )
    title = Text(entry.title.zh, entry.title.en)
    return ReportInfo(
        report.slug, entry.symbol, identifiers.report(report.slug), title, entry.date, entry.entity, headings
    )


def _notes(report: ReportData, identifiers: Identifiers) -> list[Note]:
    return [
        Note(
            entry.id,
            identifiers.note(report.slug, entry.id),
            report.slug,
            entry.kind,
            tuple(sorted(f"{report.slug}/{statement}" for statement in entry.statements)),
            tuple(sorted(entry.entities)),
            Text(entry.zh, entry.en),
        )
        for entry in sorted((placed.entry for placed in report.notes), key=lambda note: note.id)
    ]


def _scenarios(report: ReportData, identifiers: Identifiers) -> list[Scenario]:
    units = {unit.id: n for n, unit in enumerate(report.report.units)}

    def full(statement: str) -> str:
        return f"{report.slug}/{statement}"

    def ordered(statements: Iterable[str]) -> list[str]:
        return sorted(map(full, statements), key=lambda statement: statement_order(statement, units))

    return [
        Scenario(
            entry.id,
            identifiers.scenario(report.slug, entry.id),
            report.slug,
            entry.model,
            Text(entry.title.zh, entry.title.en),
            tuple(ordered(entry.adds)),
            tuple(
                sorted(
                    ((full(end.fact), tuple(ordered(end.because))) for end in entry.ends),
                    key=lambda end: statement_order(end[0], units),
                )
            ),
            tuple(
                sorted(
                    ((full(change.from_id), full(change.to)) for change in entry.changes),
                    key=lambda swap: (statement_order(swap[0], units), statement_order(swap[1], units)),
                )
            ),
            tuple(ordered(entry.said_for)),
            tuple(ordered(entry.said_against)),
            tuple(ordered(entry.said_required)),
        )
        for entry in sorted((placed.entry for placed in report.scenarios), key=lambda scenario: scenario.id)
    ]
