"""The answer for an IRI of the dataset: a page or RDF, as the client prefers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import quote, urlencode

from fastapi import Depends, Query, Request
from fastapi.responses import Response
from rdflib import Graph

from graph.errors import NotFound
from graph.identifiers import Identifiers
from ontology import MIGOV

from .descriptions import construct, description_query, read_facts, to_rdf
from .negotiation import GRAPHS, HTML, Choice, choose, choose_named
from .pages import Page

GraphForm = Literal["html", "turtle", "jsonld", "ntriples", "rdfxml"]
# The RDF forms by short name, and what a reader calls them: those that hold triples without the names of graphs.
RDF_FORMS = {"turtle": "Turtle", "jsonld": "JSON-LD", "ntriples": "N-Triples", "rdfxml": "RDF/XML"}
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
            return self._page(resource, values)
        return self._rdf(await self._describe(resource), choice)

    async def answer_path(self, path: str) -> Response:
        """What has no page of its own kind, as a table or RDF; raises NotFound where the dataset says nothing of it."""
        resource = Resource(f"{self.page.base_iri}{path}", "resource.html")
        graph = await self._describe(resource)
        choice = self._choose()
        if choice.form is HTML:
            return self._page(resource, {"name": path, "rows": list(read_facts(graph, resource.iri))})
        return self._rdf(graph, choice)

    async def answer_layer(self, path: str) -> Response:
        """A named graph: as RDF all that stands in it, as a page how much that is."""
        iri = f"{self.page.base_iri}{path}"
        resource = Resource(iri, "layer.html", iri, whole=True)
        graph = await self._describe(resource)
        choice = self._choose()
        if choice.form is HTML:
            return self._page(resource, {"name": path, "triples": len(graph)})
        return self._rdf(graph, choice)

    def _page(self, resource: Resource, values: Mapping[str, object]) -> Response:
        forms = {"iri": resource.iri, "forms": self._forms()}
        return self.page.html(resource.template, {**forms, **values}, headers=self._links())

    def _choose(self) -> Choice:
        return (
            choose_named(self.form, OFFERED) if self.form else choose(self.request.headers.get("accept", ""), OFFERED)
        )

    async def _describe(self, resource: Resource) -> Graph:
        query = description_query(resource.iri, resource.layer, whole=resource.whole)
        graph = await construct(self.request.app.state.store, query) if query else Graph()
        if not len(graph):
            raise NotFound(f"the dataset says nothing of {resource.iri}")
        return graph

    def _rdf(self, graph: Graph, choice: Choice) -> Response:
        headers = {"Vary": "Accept", **self._links(), "Content-Type": choice.content_type}
        return Response(to_rdf(graph, choice.form.media_type), headers=headers)

    def _forms(self) -> list[OtherForm]:
        path = quote(self.request.url.path, safe="/:@!$&'()*+,;=~")
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
