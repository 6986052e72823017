"""The catalogue of ready questions: `data/questions/*.rq`, SPARQL with a title, parameters and a known answer.

A question's head is YAML in comment lines that begin with `#+`. In its query `$name` stands for a parameter, while
`?name` is a variable; prefixes of the dataset need not be declared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, ValidationError
from rdflib import Literal as RdfLiteral
from rdflib import URIRef
from rdflib.namespace import XSD

from ontology import MIGOV, PREFIXES, Text

from .authoring.authored import Authored, BilingualWords, Words
from .dates import read_date
from .errors import DataError, Fault, NotFound, QuerySyntaxError
from .identifiers import Identifiers
from .model import Entity
from .searching.terms import fold
from .snapshot import Snapshot
from .sparql.tokens import read_tokens

_YEAR = re.compile(r"^([0-9]{4})年$")
ParameterKind = Literal["entity", "class", "modality", "paragraph", "first_day", "day", "number", "text"]


class UnfitValue(NotFound):
    """A question has no such parameter, or can't be asked with the value given for it.

    Args:
        parameter: its name.
        message: the offending value and what is allowed.
    """

    def __init__(self, parameter: str, message: str) -> None:
        self.parameter = parameter
        super().__init__(message)


class ParameterHead(Authored):
    """What fills a place of a question."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    kind: ParameterKind
    default: Words
    zh: Words
    en: Words


class QuestionHead(Authored):
    """The head of a question's file.

    Attributes:
        answer: the rows that the defaults give; each cell is an entity's or statement's id, a term's local name or a
            plain value.
        ordered: whether the order of the rows belongs to the answer.
    """

    title: BilingualWords
    description: BilingualWords
    topic: Words
    parameters: tuple[ParameterHead, ...] = ()
    ordered: bool = False
    answer: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A place of a question that the asker fills."""

    name: str
    kind: ParameterKind
    default: str
    label: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A ready question.

    Attributes:
        id: the name of its file.
        query: its SPARQL with `$name` for parameters.
        answer: the known answer for the defaults.
    """

    id: str
    topic: str
    title: Text
    description: Text
    parameters: tuple[Parameter, ...]
    query: str
    answer: tuple[tuple[str, ...], ...]
    ordered: bool


def read_questions(folder: Path) -> Mapping[str, Question]:
    """Every question of a folder by id; raises DataError with the faults of all files."""
    questions: dict[str, Question] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.rq")):
        try:
            questions[path.stem] = _read_question(path)
        except DataError as error:
            faults.extend(error.faults)
    if faults:
        raise DataError(faults)
    return questions


def _read_question(path: Path) -> Question:
    name = f"questions/{path.name}"
    lines = path.read_text(encoding="utf-8").splitlines()
    head_length = next((n for n, line in enumerate(lines) if not line.startswith("#+")), len(lines))
    try:
        parsed = yaml.load("\n".join(line[2:].removeprefix(" ") for line in lines[:head_length]), yaml.CBaseLoader)  # noqa: S506
        head = QuestionHead.model_validate(parsed)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError([Fault(name, line, f"malformed head: {error.problem}")]) from None
    except ValidationError as error:
        reasons = (f"{'.'.join(map(str, p['loc']))}: {p['msg'].removeprefix('Value error, ')}" for p in error.errors())
        raise DataError([Fault(name, 1, reason) for reason in reasons]) from None
    query = "\n".join(lines[head_length:]).strip() + "\n"
    try:
        used = {token.text[1:] for token in read_tokens(query) if token.kind == "variable" and token.text[0] == "$"}
    except QuerySyntaxError as error:
        raise DataError([Fault(name, head_length + error.line, str(error))]) from None
    declared = {parameter.name for parameter in head.parameters}
    if used != declared:
        raise DataError(
            [Fault(name, 1, f"parameters {sorted(declared)} are declared, {sorted(used)} are used: make them equal")]
        )
    return Question(
        path.stem,
        head.topic,
        Text(head.title.zh, head.title.en),
        Text(head.description.zh, head.description.en),
        tuple(Parameter(p.name, p.kind, p.default, Text(p.zh, p.en)) for p in head.parameters),
        query,
        head.answer,
        head.ordered,
    )


def prologue(identifiers: Identifiers) -> str:
    """Declarations of the prefixes that questions use, `entity:` among them."""
    return "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in _prefixes(identifiers))


def _prefixes(identifiers: Identifiers) -> list[tuple[str, str]]:
    return sorted({**PREFIXES, "entity": identifiers.entity("")}.items())


def fill(question: Question, values: Mapping[str, str], identifiers: Identifiers, snapshot: Snapshot) -> str:
    """The question as SPARQL that stands by itself, with the prefixes that it uses.

    Args:
        question: what is asked.
        values: the asker's values by parameter; the others keep their defaults. An entity is given by its id or by any
            of its names.
        identifiers: how the dataset's nodes are named.
        snapshot: where ids and names are looked up.

    Raises:
        UnfitValue: a parameter is unknown, or a value names nothing or doesn't fit its parameter's kind.
    """
    parameters = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in parameters:
            known = ", ".join(parameters) or "none"
            raise UnfitValue(name, f"the question “{question.id}” has no parameter “{name}”: it has {known}")
    terms = {
        name: _term(parameter, values.get(name, parameter.default), identifiers, snapshot)
        for name, parameter in parameters.items()
    }
    body = "".join(
        terms[token.text[1:]] if token.kind == "variable" and token.text.startswith("$") else token.text
        for token in read_tokens(question.query)
    )
    used = ((prefix, iri) for prefix, iri in _prefixes(identifiers) if re.search(rf"\b{prefix}:", question.query))
    return "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in used) + body


def find_entity(name: str, snapshot: Snapshot) -> Entity:
    """The entity with that id, else the only one that has exactly that name; raises NotFound."""
    if name in snapshot.entities:
        return snapshot.entities[name]
    wanted = fold(name)
    found = [each for each in snapshot.search(name) if wanted in {fold(label.text) for label in (*each.zh, *each.en)}]
    if len(found) > 1:
        raise NotFound(f"“{name}” names several entities: give the id of one, {', '.join(each.id for each in found)}")
    return found[0] if found else snapshot.entity(name)


def _term(parameter: Parameter, value: str, identifiers: Identifiers, snapshot: Snapshot) -> str:
    """The value as a term of SPARQL; raises UnfitValue."""
    if not value.strip():
        raise UnfitValue(
            parameter.name, f"the parameter “{parameter.name}” is empty: give a value such as {parameter.default}"
        )
    try:
        if parameter.kind == "entity":
            return URIRef(identifiers.entity(find_entity(value.strip(), snapshot).id)).n3()
        return _plain_term(parameter.kind, value, snapshot)
    except (NotFound, ValueError) as error:
        raise UnfitValue(parameter.name, str(error)) from None


def _plain_term(kind: ParameterKind, value: str, snapshot: Snapshot) -> str:
    """What isn't an entity as a term; raises NotFound or ValueError."""
    if kind in ("class", "modality"):
        terms = snapshot.classes if kind == "class" else snapshot.modalities
        if value not in terms:
            raise NotFound(f"there is no {kind} “{value}”: there are {', '.join(terms)}")
        return URIRef(MIGOV[value]).n3()
    if kind == "number":
        if not re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
            raise ValueError(f"“{value}” is not a whole number of at most nine digits")
        return RdfLiteral(str(int(value)), datatype=XSD.integer).n3()
    if kind in ("first_day", "day"):
        span = read_date(_YEAR.sub(r"\1", value.strip()))
        if span.earliest is None:
            raise ValueError(f"“{value}” has no first day: give a date such as 2006 or 2006-09-14")
        # A period that begins with a year begins with its first day, and one that ends with it ends with its last.
        day = span.earliest if kind == "first_day" else span.latest or span.earliest
        return RdfLiteral(day, datatype=XSD.date).n3()
    if kind == "paragraph" and value not in {unit for _, unit in snapshot.passages}:
        raise NotFound(f"there is no paragraph “{value}”: give 46, cover, summary or fn7, for example")
    return RdfLiteral(value).n3()
