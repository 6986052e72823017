"""Diagrams as pages of this service: chosen from the catalogue or made around an entity, rendered once a version."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated

from fastapi import Depends, Request

from graph.errors import NotFound
from graph.model import Language
from graph.snapshot import Snapshot
from viz import Diagram, Recipe, compose, content_security_policy, diagram_of, render_html

PAGES_KEPT = 64


class Diagrams:
    """The diagrams of one dataset version; pages are kept, the least used ones go first.

    Args:
        recipes: the ready diagrams by id.
        snapshot: the dataset.
    """

    def __init__(self, recipes: Mapping[str, Recipe], snapshot: Snapshot) -> None:
        self.recipes = recipes
        self.snapshot = snapshot
        self.ready = lru_cache(PAGES_KEPT)(self._ready)
        self.around = lru_cache(PAGES_KEPT)(self._around)

    def _ready(self, diagram: str, language: Language) -> str:
        """The page of a ready diagram; raises NotFound."""
        if diagram not in self.recipes:
            known = ", ".join(self.recipes) or "none yet"
            raise NotFound(f"there is no diagram {diagram!r}; there are: {known}")
        return render_html(compose(self.recipes[diagram], self.snapshot), language)

    def _around(
        self,
        entity: str,
        language: Language,
        depth: int,
        limit: int,
        families: tuple[str, ...] | None,
        modalities: tuple[str, ...] | None,
    ) -> str:
        """The page of what surrounds an entity; raises NotFound."""
        self.snapshot.entity(entity)
        return render_html(self.of_entity(entity, depth, limit, families, modalities), language)

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


def get_diagrams(request: Request) -> Diagrams:
    """The diagrams of the dataset that is served."""
    found: Diagrams = request.app.state.diagrams
    return found


def get_catalogue(request: Request) -> Mapping[str, Recipe]:
    """The ready diagrams by id."""
    return get_diagrams(request).recipes


Drawn = Annotated[Diagrams, Depends(get_diagrams)]
Catalogue = Annotated[Mapping[str, Recipe], Depends(get_catalogue)]
