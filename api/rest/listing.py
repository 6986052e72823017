"""Lists in every form: a page as JSON, the whole as CSV or JSON Lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Literal, TypeVar

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from graph.records import Record, Row, to_csv, to_json_lines

from ..errors import BadParameter
from ..negotiation import Choice, Form, choose, choose_named
from ..parameters import Config, Data
from .json_answers import JSONAnswer
from .paging import list_digest, page_of

Item = TypeVar("Item")
ListForm = Literal["json", "csv", "jsonl"]
LISTS = (
    Form("application/json", ("json",)),
    Form("text/csv", ("csv",)),
    Form("application/jsonl", ("jsonl",), ("application/x-ndjson",)),
)
# What changes how a list is shown, and not what it holds.
_SHOWING = ("cursor", "limit", "format", "fields")
LIST_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"text/csv": {"schema": {"type": "string"}}, "application/jsonl": {"schema": {"type": "string"}}},
        "headers": {"Link": {"description": "The next page, `rel=next`.", "schema": {"type": "string"}}},
    },
}


@dataclass(frozen=True, slots=True)
class Columns(Generic[Item]):
    """How the items of a list become records and rows."""

    names: tuple[str, ...]
    record: Callable[[Item], Record]
    row: Callable[[Item], Row]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a request asks of a list."""

    request: Request
    version: str
    choice: Choice
    cursor: str | None
    limit: int | None
    page_size: int
    fields: tuple[str, ...] = ()

    def answer(
        self,
        items: Sequence[Item],
        columns: Columns[Item],
        more: Mapping[str, object] | None = None,
        *,
        of: Sequence[str] = (),
    ) -> Response:
        """The list in the form asked for; as JSON with what is told of the whole list beside its total.

        JSON comes in pages. CSV and JSON Lines hold everything unless a number is asked for, because neither
        could say that something is missing; a `Link` header names the next page of all three, where an address
        says all that is asked. `of` is what the list was made of, which a body may say: a cursor holds for it alone.
        """
        name = self.choice.form.names[0]
        limit = self.limit or (self.page_size if name == "json" else max(len(items), 1))
        filters = [pair for pair in self.request.query_params.multi_items() if pair[0] not in _SHOWING]
        filters += [("of", each) for each in of]
        page = page_of(items, list_digest(self.version, self.request.url.path, filters), self.cursor, limit)
        headers = {"Vary": "Accept, Accept-Language"}
        if page.next and self.request.method != "POST":
            following = self.request.url.include_query_params(cursor=page.next)
            headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
        if name == "csv":
            text = to_csv(self._chosen(columns.names), map(columns.row, page.items))
            return Response(text, headers=headers, media_type=self.choice.sent_as)
        records = self._sparse([columns.record(item) for item in page.items])
        if name == "json":
            body = {"items": records, "total": page.total, "next": page.next, "dataset": self.version}
            return JSONAnswer({**body, **(more or {})}, headers=headers)
        return Response(to_json_lines(records), headers=headers, media_type=self.choice.sent_as)

    def _sparse(self, records: list[Record]) -> list[Record]:
        """The records with the fields asked for alone; raises BadParameter."""
        if not self.fields or not records:
            return records
        wanted = self._chosen(tuple(dict.fromkeys(name for record in records for name in record)))
        return [{name: record[name] for name in wanted if name in record} for record in records]

    def _chosen(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """The fields asked for, all of them without any; raises BadParameter for one that isn't known."""
        for name in self.fields:
            if name not in known:
                raise BadParameter("fields", f"there is no field {name!r} in this list; there are {', '.join(known)}")
        return self.fields or known


def get_listing(
    request: Request,
    snapshot: Data,
    settings: Config,
    cursor: Annotated[str | None, Query(description="`next` of the page before; without it, the first page.")] = None,
    limit: Annotated[int | None, Query(ge=1, description="Items on the page.")] = None,
    format: Annotated[ListForm | None, Query(description="Form of the list; without it, Accept decides.")] = None,
    fields: Annotated[
        str | None,
        Query(
            max_length=400,
            description="Names of fields, or of columns of CSV, with commas between: the items then have these alone.",
        ),
    ] = None,
) -> Listing:
    """What the request asks of the list."""
    if limit is not None and limit > settings.page_size_max:
        raise BadParameter("limit", f"{limit} items are too many; the most is {settings.page_size_max}")
    choice = choose_named(format, LISTS) if format else choose(request.headers.get("accept", ""), LISTS)
    names = tuple(dict.fromkeys(name.strip() for name in (fields or "").split(",") if name.strip()))
    return Listing(request, snapshot.version, choice, cursor, limit, settings.page_size, names)


Listed = Annotated[Listing, Depends(get_listing)]
