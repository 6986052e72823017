"""Rules of scenarios and of our notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...errors import Fault
from ..authored import ScenarioEntry
from .context import Context


def check_scenarios_and_notes(context: Context) -> Iterator[Fault]:
    """Scenarios and notes name statements that there are, on which they can stand."""
    for report in context.data.reports.values():
        statements = {placed.entry.id: placed.entry for _, _, placed in report.statements()}
        places = {placed.entry.id: unit for unit, _, placed in report.statements()}
        spoken_of: dict[str, set[str | None]] = defaultdict(set)
        for name, unit in places.items():
            spoken_of[unit].update((statements[name].subject, statements[name].object))
        for placed in report.scenarios:
            model = context.data.entities.get(placed.entry.model)
            if model is None or model.entry.class_id != "Proposal":
                yield placed.fault(f"the model “{placed.entry.model}” is not an entity of class Proposal", "model")
            made = {statements[name].subject for name in placed.entry.adds if name in statements}
            # A recommendation may ask for a model without naming it, and what stands around it goes on about that.
            asked = {
                places[name]
                for field, name in _scenario_statements(placed.entry)
                if field.startswith("said_") and name in statements and statements[name].modality == "recommendation"
            }
            for field, name in _scenario_statements(placed.entry):
                if name not in statements:
                    yield placed.fault(f"there is no statement {name}", field)
                elif field in ("adds", "to") and statements[name].modality in ("fact", "absence"):
                    yield placed.fault(
                        f"{name} is a {statements[name].modality}: a scenario adds what is not yet so", field
                    )
                elif field.startswith("said_") and not (
                    places[name] in asked
                    or made.intersection((statements[name].subject, statements[name].object))
                    or any(placed.entry.model in spoken_of[unit] for unit in _near(places[name]))
                ):
                    yield placed.fault(
                        f"{name} stands neither in nor beside a paragraph that speaks of “{placed.entry.model}”, nor "
                        "in one with a recommendation that stands here, nor is it about what the model would bring",
                        field,
                    )
        for note in report.notes:
            for name in note.entry.statements:
                if name not in statements:
                    yield note.fault(f"there is no statement {name}", "statements")
            for name in note.entry.entities:
                if name not in context.data.entities:
                    yield note.fault(f"there is no entity “{name}”", "entities")


def _near(unit: str) -> tuple[str, ...]:
    """A paragraph and its neighbours; cover, summary and footnotes have none."""
    return (str(int(unit) - 1), unit, str(int(unit) + 1)) if unit.isdecimal() else (unit,)


def _scenario_statements(entry: ScenarioEntry) -> Iterator[tuple[str, str]]:
    for name in entry.adds:
        yield "adds", name
    for end in entry.ends:
        yield "ends", end.fact
        for name in end.because:
            yield "ends", name
    for change in entry.changes:
        yield "changes", change.from_id
        yield "to", change.to
    for name in entry.said_for:
        yield "said_for", name
    for name in entry.said_against:
        yield "said_against", name
    for name in entry.said_required:
        yield "said_required", name
