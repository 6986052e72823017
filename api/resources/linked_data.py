"""The answer for an IRI of the dataset: a page or RDF, as the client prefers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import quote, urlencode

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from graph.datasets.blank_nodes import is_blank
from graph.errors import NotFound, QueryError
from graph.identifiers import Identifiers
from graph.sparql import Store
from ontology import MIGOV

from ..negotiation import GRAPHS, HTML, Choice, choose, choose_named
from ..serving.gate import Gate
from ..web.pages import Page, data_block, local_path
from .descriptions import bounded_query, construct, count_query, description_query, read_facts, read_graph, to_rdf

GraphForm = Literal["html", "turtle", "jsonld", "ntriples", "rdfxml"]
# The RDF forms by short name, and what a reader calls them: those that hold triples without the names of graphs.
RDF_FORMS = {"turtle": "Turtle", "jsonld": "JSON-LD", "ntriples": "N-Triples", "rdfxml": "RDF/XML"}
JSON_LD = "application/ld+json"
OFFERED = (HTML, *(form for form in GRAPHS if form.names[0] in RDF_FORMS))


@dataclass(frozen=True, slots=True)
class Resource:
    """Something with an IRI.

    Attributes:
        template: of its page.
        layer: IRI of the named graph that describes it, where that isn't the default graph.
        whole: whether all that stands in that graph describes it.
    """

    iri: str
    template: str = ""
    layer: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class OtherForm:
    """Another form of a resource: its name, media type and address."""

    name: str
    media_type: str
    href: str


class Answers:
    """Answers for IRIs, in one request."""

    def __init__(
        self,
        request: Request,
        page: Page,
        format: Annotated[
            GraphForm | None, Query(description="Form of the answer; without it, Accept decides.")
        ] = None,
    ) -> None:
        self.request = request
        self.page = page
        self.form = format
        self.identifiers = Identifiers(page.base_iri)
        self.ontology = str(MIGOV).rstrip("#")

    async def answer(self, resource: Resource, values: Mapping[str, object]) -> Response:
        """A resource as a page with these values, or as RDF."""
        choice = self._choose()
        if choice.form is HTML:
            return self._page(resource, values, await self._data_block(resource))
        return self._rdf(await self._document(resource, choice.form.media_type), choice)

    async def answer_path(self, path: str) -> Response:
        """What has no page of its own kind, as a table or RDF; raises NotFound where the dataset says nothing of it."""
        resource = Resource(f"{self.page.base_iri}{path}", "resource.html")
        choice = self._choose()
        if choice.form is HTML:
            triples = await self._describe(resource)
            rows = list(read_facts(read_graph(triples), resource.iri))
            return self._page(resource, {"name": path, "rows": rows}, data_block(to_rdf(triples, JSON_LD)))
        return self._rdf(await self._document(resource, choice.form.media_type), choice)

    async def answer_layer(self, path: str) -> Response:
        """A named graph: as RDF all that stands in it, as a page how much that is."""
        iri = f"{self.page.base_iri}{path}"
        resource = Resource(iri, "layer.html", iri, whole=True)
        choice = self._choose()
        if choice.form is HTML:
            return self._page(resource, {"name": path, "triples": await self._count(iri)})
        return self._rdf(await self._document(resource, choice.form.media_type), choice)

    async def _data_block(self, resource: Resource) -> str:
        """The RDF that a page carries; none where the store can't give it now, for the page doesn't need it."""
        if is_blank(resource.iri):
            return ""
        try:
            return data_block(await self._document(resource, JSON_LD))
        except (NotFound, QueryError):
            return ""

    def _page(self, resource: Resource, values: Mapping[str, object], block: str = "") -> Response:
        if is_blank(resource.iri):
            return self.page.html(resource.template, {"iri": resource.iri, "forms": [], "data_block": block, **values})
        forms = {"iri": resource.iri, "forms": self._forms(), "data_block": block}
        return self.page.html(resource.template, {**forms, **values}, headers=self._links())

    def _choose(self) -> Choice:
        return (
            choose_named(self.form, OFFERED) if self.form else choose(self.request.headers.get("accept", ""), OFFERED)
        )

    async def _describe(self, resource: Resource) -> bytes:
        if is_blank(resource.iri):
            raise NotFound(f"{resource.iri} is a blank node and has no IRI: the RDF of what leads to it tells of it")
        if self.page.snapshot.carries_evidence:
            query = description_query(resource.iri, resource.layer, whole=resource.whole)
        else:
            query = bounded_query(resource.iri)
        triples = await construct(self.request.app.state.store, query) if query else b""
        if not triples.strip():
            raise NotFound(f"the dataset says nothing of {resource.iri}")
        return triples

    async def _count(self, layer: str) -> int:
        query = count_query(layer)
        store: Store = self.request.app.state.store
        answer = await store.query(query, media_type="text/csv") if query else None
        count = int(answer.body.split()[-1]) if answer else 0
        if not count:
            raise NotFound(f"the dataset says nothing of {layer}")
        return count

    async def _document(self, resource: Resource, media_type: str) -> bytes:
        """The RDF document of a resource; a whole layer is large, so it is made apart and kept."""
        if not resource.whole:
            return to_rdf(await self._describe(resource), media_type)
        gate: Gate = self.request.app.state.layers

        async def make() -> bytes:
            triples = await self._describe(resource)
            return await gate.thread(lambda: to_rdf(triples, media_type))

        return await gate.get((self.request.app.state.store.version, resource.layer, media_type), make)

    def _rdf(self, document: bytes, choice: Choice) -> Response:
        headers = {"Vary": "Accept", **self._links(), "Content-Type": choice.content_type}
        return Response(document, headers=headers)

    def _forms(self) -> list[OtherForm]:
        path = quote(local_path(self.request.url.path), safe="/:@!$&'()*+,;=~")
        return [
            OtherForm(RDF_FORMS[form.names[0]], form.media_type, f"{path}?{urlencode({'format': form.names[0]})}")
            for form in OFFERED
            if form is not HTML
        ]

    def _links(self) -> Mapping[str, str]:
        return {
            "Link": ", ".join(f'<{form.href}>; rel="alternate"; type="{form.media_type}"' for form in self._forms())
        }


Resources = Annotated[Answers, Depends(Answers)]
