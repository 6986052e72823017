"""Rules of entities: what they are called, where they are mentioned, and in which order topics stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import networkx as nx

from ...errors import Fault
from ..authored import SourcedLabel
from .context import Context

TOPICS = ("Concept", "Group")
ABSTRACT_CLASSES = frozenset({"Entity", "Actor"})


def check_entities(context: Context) -> Iterator[Fault]:
    """Entities have a class, names that stand in a report or have a source, and a mention."""
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


def check_topics(context: Context) -> Iterator[Fault]:
    """The order of topics holds concepts and groups, and none stands below itself."""
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


def check_mentions(context: Context) -> Iterator[Fault]:
    """Each name has one meaning in its place, and each ruling a place."""
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
