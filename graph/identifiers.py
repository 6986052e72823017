"""The IRIs of the dataset: one base, and the report's own folder in everything a report gives rise to."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_BASE = "https://w3id.org/migov/"
DATA_REPORT = "data"
"""What stands in the place of a report's slug where statements are the triples of any RDF."""
REPORT_LAYERS = ("report", "passages", "statements", "facts", "mentions", "notes")


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Makes IRIs under a base that ends with a slash."""

    base: str = DEFAULT_BASE

    def entity(self, entity: str) -> str:
        """IRI of an entity."""
        return f"{self.base}entity/{entity}"

    def label(self, entity: str, language: str, number: int) -> str:
        """IRI of an entity's name, numbered from 1 in its language."""
        return f"{self.base}entity/{entity}/label/{language}-{number}"

    def source(self, source: str) -> str:
        """IRI of a source of names."""
        return f"{self.base}source/{source}"

    def report(self, slug: str) -> str:
        """IRI of a report."""
        return f"{self.base}report/{slug}"

    def expression(self, slug: str) -> str:
        """IRI of a report's Chinese text."""
        return f"{self.base}report/{slug}/zh"

    def section(self, slug: str, section: str) -> str:
        """IRI of a section."""
        return f"{self.base}report/{slug}/section/{section}"

    def paragraph(self, slug: str, unit: str) -> str:
        """IRI of a paragraph, footnote, the cover or the summary."""
        return f"{self.base}report/{slug}/paragraph/{unit}"

    def passage(self, slug: str, unit: str, start: int, end: int) -> str:
        """IRI of an exact run of words in a paragraph."""
        return f"{self.base}report/{slug}/passage/{unit}-{start}-{end}"

    def mention(self, slug: str, unit: str, start: int, end: int) -> str:
        """IRI of a mention of an entity."""
        return f"{self.base}report/{slug}/mention/{unit}-{start}-{end}"

    def statement(self, slug: str, number: str) -> str:
        """IRI of a statement by its number inside its report, such as `46.1`."""
        return f"{self.base}report/{slug}/statement/{number}"

    def note(self, slug: str, note: str) -> str:
        """IRI of a note."""
        return f"{self.base}report/{slug}/note/{note}"

    def scenario(self, slug: str, scenario: str) -> str:
        """IRI of a scenario."""
        return f"{self.base}report/{slug}/scenario/{scenario}"

    def graph(self, layer: str, slug: str = "") -> str:
        """IRI of a named graph: `ontology` and `entities` for all reports, the others with their report's slug."""
        return f"{self.base}report/{slug}/graph/{layer}" if slug else f"{self.base}graph/{layer}"

    def scenario_graph(self, slug: str, scenario: str) -> str:
        """IRI of a scenario's named graph."""
        return self.graph(f"scenario/{scenario}", slug)
