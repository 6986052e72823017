"""What the service's SPARQL endpoint says, to hold what the explorer counts against."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PREFIXES = """\
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX migov: <https://w3id.org/migov/ontology#>
PREFIX entity: <https://w3id.org/migov/entity/>
"""


def rows_of(page: Page, address: str, query: str) -> list[dict[str, str]]:
    """The rows of a SELECT, each as the last part of every value by its variable."""
    answer = page.request.get(
        f"{address}/sparql", params={"query": PREFIXES + query}, headers={"Accept": "application/sparql-results+json"}
    )
    assert answer.ok, answer.text()
    bindings = answer.json()["results"]["bindings"]
    return [{name: value["value"].rsplit("/", 1)[-1] for name, value in row.items()} for row in bindings]
