"""Data of any size in the shape of the dataset: copies of the report, which speak of the same institutions.

Copy number k has a report, paragraphs, statements and most entities of its own; institutions, bodies, groups and places
are one for all copies, so that what is well connected becomes more so as the data grows. The same size gives the same
bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.datasets.publish import Built, open_built, publish

SHARED = frozenset(("Body", "Group", "Institution", "Place"))
_CLASS = re.compile(r"<\S+/entity/([^/>]+)> <\S+#type> <\S+/ontology#(\w+)> ")
_ENTITY = re.compile(r"/entity/([^/>]+)")
_IDENTIFIER = re.compile(r'(dc/terms/identifier> ")([^"]+)"')
_NAME = re.compile(r'((?:#prefLabel|#altLabel|#literalForm)> "(?:[^"\\]|\\.)*)"')
_LEFT_OUT = re.compile(r"/graph/(?:scenario/|notes>)")


def make_data(source: Path, triples: int, folder: Path) -> Built:
    """Build a dataset of at least so many triples.

    Args:
        source: folder of the built dataset that is copied.
        triples: how many to reach; never less than one copy.
        folder: where it is written, as `graph.publish.publish` does.
    """
    text = open_built(source).quads.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not _LEFT_OUT.search(line)]
    shared = {match[1] for line in lines if (match := _CLASS.match(line)) and match[2] in SHARED}
    found = set(lines)
    copy = 1
    while len(found) < triples:
        found.update(_copy(lines, shared, copy))
        copy += 1
    return publish("".join(sorted(line + "\n" for line in found)), folder)


def _copy(lines: list[str], shared: set[str], copy: int) -> Iterator[str]:
    """The lines that are new in a copy; what stays as it is stands in the data already."""

    def rename(match: re.Match[str]) -> str:
        return match[0] if match[1] in shared else f"{match[0]}-{copy}"

    for line in lines:
        changed = _ENTITY.sub(rename, line.replace("/report/A-68-283", f"/report/A-68-283-{copy}"))
        if changed == line:
            continue
        subject = changed.partition(" ")[0]
        if "/entity/" in subject:
            entity = _ENTITY.search(line)
            if entity and entity[1] not in shared:
                changed = _NAME.sub(rf'\1 {copy}"', changed)
                changed = _IDENTIFIER.sub(rf'\1\2-{copy}"', changed)
        elif "/statement/" in subject:
            changed = _IDENTIFIER.sub(lambda match: f'{match[1]}{match[2].replace("/", f"-{copy}/", 1)}"', changed)
        elif subject.endswith(f"/report/A-68-283-{copy}>"):
            changed = _IDENTIFIER.sub(rf'\1\2-{copy}"', changed)
        yield changed
