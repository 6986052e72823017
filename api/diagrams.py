"""Diagrams as pages of this service: chosen from the catalogue or made around an entity, few at a time, then kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request

from graph.errors import NotFound
from graph.model import Language
from graph.snapshot import Snapshot
from viz import Diagram, Recipe, compose, content_security_policy, diagram_of, render_html

from .gate import Gate


class Diagrams:
    """The diagrams of one dataset version; pages are kept, the least used ones go first.

    The ready ones don't wait for those made around an entity, of which there is no end.

    Args:
        recipes: the ready diagrams by id.
        snapshot: the dataset.
    """

    def __init__(self, recipes: Mapping[str, Recipe], snapshot: Snapshot) -> None:
        self.recipes = recipes
        self.snapshot = snapshot
        # No more can wait than there are: each in both languages.
        self._ready = Gate(waiting=2 * len(recipes))
        self._around = Gate()

    async def ready(self, diagram: str, language: Language) -> bytes:
        """The page of a ready diagram; raises NotFound."""
        if diagram not in self.recipes:
            known = ", ".join(self.recipes) or "none yet"
            raise NotFound(f"there is no diagram {diagram!r}; there are: {known}")
        recipe = self.recipes[diagram]

        def draw() -> bytes:
            return render_html(compose(recipe, self.snapshot), language).encode()

        return await self._ready.get((diagram, language), lambda: self._ready.thread(draw))

    async def around(
        self,
        entity: str,
        language: Language,
        depth: int,
        limit: int,
        families: tuple[str, ...] | None,
        modalities: tuple[str, ...] | None,
    ) -> bytes:
        """The page of what surrounds an entity; raises NotFound, or StoreBusy where too many wait."""
        self.snapshot.entity(entity)

        def draw() -> bytes:
            return render_html(self.of_entity(entity, depth, limit, families, modalities), language).encode()

        key = (entity, language, depth, limit, families, modalities)
        return await self._around.get(key, lambda: self._around.thread(draw))

    def of_entity(
        self,
        entity: str,
        depth: int,
        limit: int,
        families: tuple[str, ...] | None = None,
        modalities: tuple[str, ...] | None = None,
    ) -> Diagram:
        """What surrounds an entity, as a diagram."""
        return diagram_of(self.snapshot.neighbourhood([entity], depth, limit, families, modalities), self.snapshot)


def page_policy(ancestors: str) -> str:
    """The Content-Security-Policy of a diagram's page, with who may embed it."""
    return f"{content_security_policy()}; frame-ancestors {ancestors}"


async def get_diagrams(request: Request) -> Diagrams:
    """The diagrams of the dataset that is served."""
    found: Diagrams = request.app.state.diagrams
    return found


async def get_catalogue(request: Request) -> Mapping[str, Recipe]:
    """The ready diagrams by id."""
    return (await get_diagrams(request)).recipes


Drawn = Annotated[Diagrams, Depends(get_diagrams)]
Catalogue = Annotated[Mapping[str, Recipe], Depends(get_catalogue)]
