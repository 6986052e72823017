"""Diagrams in every form: chosen from the catalogue or made of a view, few at a time, then kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Mapping
from typing import Annotated

from fastapi import Depends, Request

from graph.errors import NotFound
from graph.identifiers import Identifiers
from graph.snapshot import Snapshot
from graph.sparql import Store
from viz import (
    FORMS,
    Diagram,
    Recipe,
    Summary,
    View,
    compose,
    construct_with,
    content_security_policy,
    draw,
    summarise,
)

from ..errors import StillDrawing
from ..serving.gate import Gate

SECONDS = 60.0
Make = Callable[[Diagram], bytes]


class Diagrams:
    """The diagrams of one dataset version; files are kept, the least used ones go first.

    The ready ones don't wait for those made of views, of which there is no end.

    Args:
        recipes: the ready diagrams by id.
        snapshot: the dataset.
        store: answers the queries of diagrams that have one.
        identifiers: how the dataset's nodes are named.
    """

    def __init__(
        self, recipes: Mapping[str, Recipe], snapshot: Snapshot, store: Store, identifiers: Identifiers
    ) -> None:
        self.recipes = recipes
        self.snapshot = snapshot
        self._construct = construct_with(lambda: store, identifiers)
        # No more can wait than there are: each in every form and both languages.
        self._ready = Gate(waiting=2 * len(recipes) * len(FORMS))
        self._views = Gate()

    def recipe(self, diagram: str) -> Recipe:
        """The ready diagram with that id; raises NotFound."""
        if diagram not in self.recipes:
            known = ", ".join(self.recipes) or "none yet"
            raise NotFound(f"there is no diagram {diagram!r}; there are: {known}")
        return self.recipes[diagram]

    def of_recipe(self, diagram: str) -> Diagram:
        """A ready diagram as data; raises NotFound."""
        return compose(self.recipe(diagram), self.snapshot, self._construct)

    def of_view(self, view: View) -> Diagram:
        """What a view shows as data; raises NotFound and what else `viz.draw` raises."""
        return draw(view, self.snapshot, self._construct)

    def summary_of(self, view: View) -> Summary:
        """All that a view selects, its limit aside, counted by class; raises as `of_view` does."""
        return summarise(view.selection, self.snapshot, self._construct)

    async def ready(self, diagram: str, form: Hashable, make: Make) -> bytes:
        """The file of a ready diagram.

        Args:
            diagram: its id.
            form: tells this file from all others that are made of it.
            make: makes the file.

        Raises:
            NotFound: there is no such diagram.
            StillDrawing: it takes long; asking again finds it.
        """
        self.recipe(diagram)
        return await self._file(self._ready, (diagram, form), lambda: make(self.of_recipe(diagram)))

    async def view(self, view: View, form: Hashable, make: Make) -> bytes:
        """The file of a view, as for `ready`; raises StoreBusy where too many wait."""
        return await self._file(self._views, (view, form), lambda: make(self.of_view(view)))

    async def together(
        self, diagrams: tuple[str, ...], form: Hashable, make: Callable[[list[Diagram]], bytes]
    ) -> bytes:
        """One file of several ready diagrams, as for `ready`; raises StoreBusy where too many wait."""
        for diagram in diagrams:
            self.recipe(diagram)
        key = ("together", diagrams, form)
        return await self._file(self._views, key, lambda: make([self.of_recipe(diagram) for diagram in diagrams]))

    async def sheet(self, form: Hashable, make: Callable[[Snapshot], bytes]) -> bytes:
        """The file of a sheet of statements, as for `ready`; raises StoreBusy where too many wait."""
        return await self._file(self._views, ("sheet", form), lambda: make(self.snapshot))

    async def _file(self, gate: Gate, key: Hashable, work: Callable[[], bytes]) -> bytes:
        try:
            # What has begun goes on and is kept.
            return await asyncio.wait_for(gate.get(key, lambda: gate.thread(work)), SECONDS)
        except TimeoutError:
            raise StillDrawing("this diagram takes long to draw; ask again in a moment, it will be ready") from None


def page_policy(ancestors: str) -> str:
    """The Content-Security-Policy of a diagram's page.

    Args:
        ancestors: who may embed it, a source list; this service itself may in any case.
    """
    others = [source for source in ancestors.split() if source not in ("'none'", "'self'")]
    return " ".join((f"{content_security_policy()}; frame-ancestors 'self'", *others))


async def get_diagrams(request: Request) -> Diagrams:
    """The diagrams of the dataset that is served."""
    found: Diagrams = request.app.state.diagrams
    return found


async def get_catalogue(request: Request) -> Mapping[str, Recipe]:
    """The ready diagrams by id."""
    return (await get_diagrams(request)).recipes


Drawn = Annotated[Diagrams, Depends(get_diagrams)]
Catalogue = Annotated[Mapping[str, Recipe], Depends(get_catalogue)]
