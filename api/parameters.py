"""What routes ask of a request, as annotated dependencies: the dataset, the settings, the language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, cast, get_args, get_origin

from fastapi import Depends, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from graph.model import Language
from graph.searching.search import Search
from graph.snapshot import Snapshot

from .errors import BadParameter
from .settings import Settings


async def get_snapshot(request: Request) -> Snapshot:
    """The dataset that is served."""
    return cast(Snapshot, request.app.state.snapshot)


async def get_search(request: Request) -> Search:
    """Search in the dataset that is served."""
    return cast(Search, request.app.state.search)


async def get_settings(request: Request) -> Settings:
    """The settings of the app."""
    return cast(Settings, request.app.state.settings)


def preferred_language(accept_language: str) -> Language:
    """The language of ours that an Accept-Language header prefers (RFC 9110, 12.5.4), else English."""
    quality: dict[Language, float] = {}
    for item in accept_language.split(","):
        tag, _, parameters = item.strip().partition(";")
        name, _, value = parameters.strip().partition("=")
        try:
            weight = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            weight = 0.0
        main = tag.strip().lower().partition("-")[0]
        if main in ("zh", "en") and main not in quality:
            quality[cast(Language, main)] = weight
    chinese, english = quality.get("zh", 0.0), quality.get("en", 0.0)
    return "zh" if chinese > english else "en"


async def get_language(
    request: Request,
    lang: Annotated[
        Language | None,
        Query(description="Language of what is shown in one language only; without it, Accept-Language decides."),
    ] = None,
) -> Language:
    """The language that `lang` names, else the one that Accept-Language prefers."""
    return lang or preferred_language(request.headers.get("accept-language", ""))


async def known_parameters_only(request: Request) -> None:
    """Refuse query parameters that the route doesn't have, and single ones that are given twice."""
    refuse_unknown(request, ())


def refuse_unknown(request: Request, others: Iterable[str]) -> None:
    """The same, where the route has other single parameters that its signature doesn't tell."""
    route = request.scope.get("route")
    if not isinstance(route, APIRoute):
        return
    known = query_parameters(route.dependant) | dict.fromkeys(others, False)
    given = Counter(name for name, _ in request.query_params.multi_items())
    for name, count in given.items():
        if name not in known:
            allowed = f"known here: {', '.join(sorted(known))}" if known else "there are none here"
            raise BadParameter(name, f"there is no parameter {name!r}; {allowed}")
        if count > 1 and not known[name]:
            raise BadParameter(name, f"the parameter {name!r} is given {count} times; give it once")


def query_parameters(dependant: Dependant) -> dict[str, bool]:
    """The query parameters of a route and its dependencies by name, each with whether it may be repeated."""
    found = {field.alias: _is_list(field.field_info.annotation) for field in dependant.query_params}
    for dependency in dependant.dependencies:
        found |= query_parameters(dependency)
    return found


def _is_list(annotation: object) -> bool:
    """Whether a parameter takes a list of values, be it optional or not."""
    return any(get_origin(each) is list for each in (annotation, *get_args(annotation)))


def require_known(parameter: str, values: Iterable[str], known: Mapping[str, object], where: str) -> None:
    """Refuse values that don't stand among the known ones.

    Raises:
        BadParameter: names the first such value and where to look the known ones up.
    """
    for value in values:
        if value not in known:
            raise BadParameter(parameter, f"{value!r} is unknown; {where}")


Data = Annotated[Snapshot, Depends(get_snapshot)]
Finder = Annotated[Search, Depends(get_search)]
Config = Annotated[Settings, Depends(get_settings)]
Lang = Annotated[Language, Depends(get_language)]
