"""A diagram as people write it: its words, its layout and what it selects."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from graph.authoring.authored import Authored, BilingualWords, Identifier, ModalityId, Words
from graph.network.certainty import Certainty, read_period
from graph.network.certainty import Period as Days

from ..diagram import MAX_NODES, LayoutKind

LENGTH_MAX = 4
Year = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
_SHOWN_ID = re.compile(r"[A-Za-z0-9]+(?:[-./][A-Za-z0-9]+)*")
_KINDS = ("entities", "path", "scenario", "query", "period", "statements")


def _shown_id(text: str) -> str:
    if not _SHOWN_ID.fullmatch(text):
        raise ValueError("hide takes ids of entities, such as gmg, and of statements, such as A-68-283/46.1")
    return text


ShownId = Annotated[str, AfterValidator(_shown_id)]


class PathEnds(Authored):
    """Two entities and how many statements may lie between them."""

    start: Annotated[Identifier, Field(alias="from")]
    end: Annotated[Identifier, Field(alias="to")]
    length: int = Field(default=3, ge=1, le=LENGTH_MAX)


class Period(Authored):
    """Years, both included; an open side is left out."""

    start: Annotated[Year | None, Field(alias="from")] = None
    end: Annotated[Year | None, Field(alias="to")] = None

    @model_validator(mode="after")
    def _forwards(self) -> Period:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"{self.start} comes after {self.end}: swap them")
        return self

    def holds(self, earliest: str | None, latest: str | None) -> bool:
        """Whether something between two ISO dates may fall into it; a side that is None is open."""
        return not (self.start and latest and latest[:4] < self.start) and not (
            self.end and earliest and earliest[:4] > self.end
        )


class During(Authored):
    """Days into which statements fall, at least possibly; dates are EDTF, an open side is left out.

    Attributes:
        start, end: what took place between these days.
        day: what had taken place, or begun, by the end of this day.
    """

    start: Annotated[str | None, Field(alias="from", max_length=40)] = None
    end: Annotated[str | None, Field(alias="to", max_length=40)] = None
    day: Annotated[str | None, Field(alias="as_at", max_length=40)] = None

    @model_validator(mode="after")
    def _has_days(self) -> During:
        self.days()
        return self

    def days(self) -> Days:
        """The days that the dates mean; raises ValueError."""
        return read_period(self.start, self.end, self.day)


class Selection(Authored):
    """What a diagram shows, one of: entities, a path, a scenario, a query, what happened in a period, statements.

    Attributes:
        entities: what to start from; with a scenario, what else to show for context.
        depth: how many statements around the entities.
        path: two entities, and all that lies on a shortest way from one to the other.
        scenario: a scenario's id; its statements are marked as added, ended or changed.
        query: a SPARQL CONSTRUCT; statements whose triple it constructs are shown, whatever their status, and those
            whose own IRI is the subject of a triple.
        period: years; whatever the report dates within them.
        statements: ids of statements; on a timeline each is told by itself, in the place of its entities.
        classes, families, modalities: what to keep, all where none is named. What a scenario changes always stays.
        holders, sections: the same by who holds a statement, and by the part of a report it rests on.
        during: keeps statements that surely or possibly fall into these days, and those without a date.
        certainties: how sure that must be; all where none is named. Without days, whether a statement has a date.
        lines: whether what is said between entities is drawn; without it they stand alone, as on a plain timeline.
        values: whether what is said of entities in dates, numbers and words comes with them.
        hide: ids of entities and statements to leave out.
        limit: at most how many entities; the nearest and best connected stay.
    """

    entities: tuple[Identifier, ...] = ()
    depth: int = Field(default=1, ge=0, le=3)
    path: PathEnds | None = None
    scenario: Identifier | None = None
    query: Words | None = None
    period: Period | None = None
    statements: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    modalities: tuple[ModalityId, ...] = ()
    holders: tuple[Identifier, ...] = ()
    sections: tuple[str, ...] = ()
    during: During | None = None
    certainties: tuple[Certainty, ...] = ()
    lines: bool = True
    values: bool = True
    hide: tuple[ShownId, ...] = ()
    limit: int = Field(default=80, ge=1, le=MAX_NODES)

    @model_validator(mode="after")
    def _one_kind(self) -> Selection:
        given = [name for name in _KINDS if getattr(self, name)]
        if len(given) != 1 and set(given) != {"entities", "scenario"}:
            named = f", not {' and '.join(given)}" if given else ""
            raise ValueError(f"give one of {', '.join(_KINDS)}{named}; only a scenario goes with entities")
        if self.period and self.during:
            raise ValueError("a period goes with no other days")
        return self

    @property
    def named(self) -> tuple[str, ...]:
        """The entities that it names to be shown."""
        return self.entities + ((self.path.start, self.path.end) if self.path else ())


class Recipe(Authored):
    """An authored diagram.

    Attributes:
        title, subtitle, note: its words; a note is a remark of ours.
        layout: how it is arranged.
        emphasis: ids of the entities to set off; the selection's own where none is named and they are few.
    """

    id: Identifier
    title: BilingualWords
    subtitle: BilingualWords | None = None
    note: BilingualWords | None = None
    layout: LayoutKind = "force"
    emphasis: tuple[Identifier, ...] = ()
    selection: Selection
