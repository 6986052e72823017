"""What must be true of authored data before a dataset is built: every rule gives faults with file, line and reason."""

from __future__ import annotations

from ontology import Vocabulary

from ...errors import Fault
from ..assembly import find_mentions
from ..folder import Data
from .context import Context, Rule
from .names import check_entities, check_mentions, check_topics
from .passages import check_paragraphs, check_quotations, check_translations
from .scenarios import check_scenarios_and_notes
from .statements import check_references, check_support, check_wholes

RULES: tuple[Rule, ...] = (
    check_entities,
    check_topics,
    check_paragraphs,
    check_quotations,
    check_translations,
    check_references,
    check_support,
    check_mentions,
    check_wholes,
    check_scenarios_and_notes,
)
"""Every rule, each on the whole data."""


def check(data: Data, vocabulary: Vocabulary) -> tuple[Fault, ...]:
    """Every fault that the authored data shows, by file and line."""
    mentions = {slug: find_mentions(data, report) for slug, report in data.reports.items()}
    context = Context(data, vocabulary, mentions)
    return tuple(sorted({fault for rule in RULES for fault in rule(context)}))
