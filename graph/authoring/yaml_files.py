"""Authored YAML read with the line of everything in it, so that each fault can name its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from ..errors import DataError, Fault

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A YAML file as plain lists, mappings and strings; scalars stay strings, so that `2013-05` is as written.

    Attributes:
        name: how messages call the file.
        data: what it holds.
        lines: line from 1 of each value, by its path of keys and indexes.
    """

    name: str
    data: object
    lines: dict[Location, int]

    def line(self, location: Location) -> int:
        """The line of the value at a location, or of the nearest value around it."""
        for length in range(len(location), -1, -1):
            line = self.lines.get(location[:length])
            if line is not None:
                return line
        return 1

    def fault(self, location: Location, reason: str) -> Fault:
        """A fault at a location."""
        return Fault(self.name, self.line(location), reason)


def read_yaml(path: Path, name: str | None = None) -> YamlFile:
    """Read a YAML file; raises DataError with file and line when it is missing or malformed."""
    name = name or path.name
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        raise DataError([Fault(name, 1, "the file is missing")]) from None
    except UnicodeDecodeError as error:
        raise DataError([Fault(name, 1, f"not UTF-8 at byte {error.start}: save the file as UTF-8")]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = f"malformed YAML: {error.problem or error.context}"
        raise DataError([Fault(name, mark.line + 1 if mark else 1, what)]) from None
    except yaml.YAMLError as error:
        raise DataError([Fault(name, 1, f"malformed YAML: {error}")]) from None
    lines: dict[Location, int] = {}
    faults: list[Fault] = []
    data = None if node is None else _plain(node, (), lines, faults, name, set())
    if faults:
        raise DataError(faults)
    return YamlFile(name, data, lines)


def _plain(
    node: yaml.Node, at: Location, lines: dict[Location, int], faults: list[Fault], name: str, above: set[int]
) -> object:
    line = node.start_mark.line + 1
    lines[at] = line
    if id(node) in above:
        faults.append(Fault(name, line, "an alias that contains itself: write it out"))
        return None
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    inside = above | {id(node)}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*at, n), lines, faults, name, inside) for n, item in enumerate(node.value)]
    mapping: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in mapping:
            faults.append(Fault(name, key_node.start_mark.line + 1, f"“{key}” stands twice: keep one"))
        mapping[key] = _plain(value_node, (*at, key), lines, faults, name, inside)
    return mapping


def records(file: YamlFile, model: type[Model], faults: list[Fault]) -> Iterator[tuple[int, Model]]:
    """The valid records of a file that holds a list, each with its index; faults of the others go to `faults`."""
    if file.data is None:
        return
    if not isinstance(file.data, list):
        faults.append(file.fault((), "must be a list of entries, each beginning with “- ”"))
        return
    adapter = TypeAdapter(model)
    for index, entry in enumerate(file.data):
        try:
            yield index, adapter.validate_python(entry)
        except ValidationError as error:
            faults.extend(faults_of(error, file, (index,)))


def record(file: YamlFile, model: type[Model], faults: list[Fault]) -> Model | None:
    """The record of a file that holds one mapping, or None with its faults added to `faults`."""
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        faults.extend(faults_of(error, file, ()))
        return None


def faults_of(error: ValidationError, file: YamlFile, at: Location) -> Iterator[Fault]:
    """Faults with file and line for what Pydantic found wrong in the value at a location."""
    problems = error.errors()
    for problem in problems:
        # A list is called too short when its items are faulty: the items' faults say it better.
        inner = any(other["loc"][: len(problem["loc"])] == problem["loc"] for other in problems if other is not problem)
        if problem["type"] == "too_short" and inner:
            continue
        place = (*at, *problem["loc"])
        named = ".".join(str(part) for part in problem["loc"]) or "entry"
        given = problem["input"]
        shown = f" (given: “{given}”)" if isinstance(given, str) else ""
        yield file.fault(place, f"{named}: {problem['msg'].removeprefix('Value error, ')}{shown}")
