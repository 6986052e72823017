"""A selection too large to be read, drawn as what it holds: a box for each class, counted lines between them."""

from __future__ import annotations

from graph.snapshot import Snapshot
from ontology import Term, Text

from ..diagram import Claim, Diagram, Edge, LayoutKind, LegendEntry, Node, Origin
from .summary import Summary

# More lines than these between so few boxes can't be told apart; those with the fewest statements go.
MOST_LINES = 28
_SUBTITLE = Text("按类别汇总", "Summary by class")
_HOLDER = Text("见各条陈述", "as each statement says")
_NOTE = Text(
    "每个方框是一类实体，每条连线是其间某一性质的陈述条数：共{entities}个实体、{statements}条陈述。"
    "各条陈述的内容和依据见这些类别各自的图。",
    "Each box is a class of entities, each line a number of statements of one status: {entities} entities and "
    "{statements} statements in all. What each says, and on what it rests, stands in the diagrams of these classes.",
)
_WEAKER = Text(
    "陈述最少的{lines}条连线（共{statements}条陈述）未画出。",
    "The {lines} lines of the fewest statements ({statements} in all) aren't drawn.",
)
_UNCOUNTED = Text("另有{n}个较远的实体未计入。", "{n} entities farther away were not counted.")


def summary_diagram(
    summary: Summary, snapshot: Snapshot, *, id: str, title: Text, subtitle: Text | None, layout: LayoutKind
) -> Diagram:
    """The diagram of a summary; its lines are counts, which have no sources of their own.

    What links entities of one class stands in its box.

    Args:
        summary: what was counted.
        snapshot: the dataset.
        id: the diagram's id.
        title: of what was selected.
        subtitle: by default it says that this is a summary.
        layout: how the classes are arranged.
    """
    counted = [
        (tie.subject, tie.object, snapshot.modalities[status], number)
        for tie in summary.ties
        for status, number in tie.statuses.items()
    ]
    within = {term.id: [each for each in counted if each[0].id == each[1].id == term.id] for term, _ in summary.classes}
    counted = [each for each in counted if each[0].id != each[1].id]
    counted.sort(key=lambda each: (-each[3], each[0].id, each[1].id, each[2].id))
    drawn, weaker = counted[:MOST_LINES], counted[MOST_LINES:]
    nodes = tuple(
        Node(
            f"class-{term.id}",
            "",
            term.id,
            names := _names(term, count, sum(number for *_, number in within[term.id])),
            names,
            claims=tuple(_claim(*each) for each in within[term.id]),
        )
        for term, count in sorted(summary.classes, key=lambda each: each[0].id)
    )
    edges = tuple(
        Edge(f"class-{start.id}", f"class-{end.id}", _claim(start, end, status, number))
        for start, end, status, number in sorted(drawn, key=lambda each: (each[0].id, each[1].id, each[2].id))
    )
    counts = {term.id: count for term, count in summary.classes}
    shown = [edge.claim.modality for edge in edges]
    shown += [claim.modality for node in nodes for claim in node.claims]
    return Diagram(
        id=id,
        title=title,
        subtitle=subtitle or _SUBTITLE,
        note=_note(summary, len(weaker), sum(number for *_, number in weaker)),
        nodes=nodes,
        edges=edges,
        classes=tuple(
            LegendEntry(term.id, term.labels, term.comments, counts[term.id])
            for term in snapshot.classes.values()
            if term.id in counts
        ),
        modalities=tuple(
            LegendEntry(term.id, term.labels, term.comments, shown.count(term.id))
            for term in snapshot.modalities.values()
            if term.id in shown
        ),
        sources=(),
        origins=tuple(Origin(r.symbol, r.title, r.date, r.iri) for r in snapshot.reports),
        version=snapshot.version,
        layout=layout,
    )


def _names(term: Term, count: int, within: int) -> Text:
    """What a box says: the class, how many entities there are of it, and how many statements link these."""
    zh, en = f"{term.labels.zh}：{count}个实体", f"{term.labels.en}: {count}"
    if within:
        zh, en = f"{zh}，其间{within}条陈述", f"{en}, linked among themselves by {_counted(within)}"
    return Text(zh, en)


def _counted(number: int) -> str:
    return f"{number} statements" if number > 1 else "1 statement"


def _claim(start: Term, end: Term, status: Term, number: int) -> Claim:
    """How many statements of a status lead from one class to another."""
    return Claim(
        id=f"{start.id}-{end.id}-{status.id}",
        iri="",
        predicate="",
        label=Text(f"{number} 条陈述", _counted(number)),
        family="",
        modality=status.id,
        holder=_HOLDER,
        sources=(),
        sentence=Text(
            f"从“{start.labels.zh}”类实体到“{end.labels.zh}”类实体，有{number}条性质为“{status.labels.zh}”的陈述。",
            f"From entities of the class “{start.labels.en}” to those of the class “{end.labels.en}”: "
            f"{_counted(number)} of the status “{status.labels.en}”.",
        ),
    )


def _note(summary: Summary, lines: int, statements: int) -> Text:
    parts = [(_NOTE, {"entities": summary.entities, "statements": summary.statements})]
    if lines:
        parts.append((_WEAKER, {"lines": lines, "statements": statements}))
    if summary.left_out:
        parts.append((_UNCOUNTED, {"n": summary.left_out}))
    zh, en = ([words.get(language).format(**numbers) for words, numbers in parts] for language in ("zh", "en"))
    return Text("".join(zh), " ".join(en))
