"""What was found as records and rows: entities and paragraphs, each with the words by which it was found."""

from __future__ import annotations

from graph.model import Entity, Language
from graph.records import Record, Row
from graph.searching.search import Found, Search, Snippet

from .network_records import node_record
from .records import find_report, heading_record

SEARCH_COLUMNS = (
    *("kind", "id", "iri", "report", "class", "label_zh", "label_en", "match"),
    *("source", "language", "snippet", "quote"),
)


def hit_record(found: Found, search: Search, text: str, language: Language) -> Record:
    """What was found, how, and the words that show it."""
    snippet = search.show(found, text, language)
    return {
        "kind": found.kind,
        **_item_record(found, search),
        "match": found.match,
        "snippet": {
            "source": snippet.source,
            "language": snippet.language,
            "segments": [{"text": each.text, "marked": each.marked} for each in snippet.segments],
            "quote": snippet.quote or None,
        },
    }


def _item_record(found: Found, search: Search) -> Record:
    snapshot, item = search.snapshot, found.item
    if isinstance(item, Entity):
        return {**node_record(item, snapshot), "mentions": len(item.mentions)}
    report = find_report(snapshot, item.report)
    section = next((heading for heading in report.headings if heading.id == item.section), None)
    return {
        "id": item.id,
        "iri": f"{report.iri}/paragraph/{item.id}",
        "report": item.report,
        "section": heading_record(section) if section else None,
        "statements": len(snapshot.statements_in(item.report, item.id)),
    }


def hit_row(found: Found, search: Search, text: str, language: Language) -> Row:
    """The same as a flat row; keys are SEARCH_COLUMNS."""
    record = hit_record(found, search, text, language)
    label = record.get("label", {"zh": "", "en": ""})
    snippet = record["snippet"]
    cells = {
        **{name: str(record.get(name) or "") for name in ("kind", "id", "iri", "report", "class", "match")},
        "label_zh": label["zh"],
        "label_en": label["en"],
        "source": snippet["source"],
        "language": snippet["language"],
        "snippet": "".join(each["text"] for each in snippet["segments"]),
        "quote": snippet["quote"] or "",
    }
    return {name: cells[name] for name in SEARCH_COLUMNS}


def snippet_text(snippet: Snippet) -> str:
    """A snippet as plain text, what is marked in brackets."""
    return "".join(f"[{each.text}]" if each.marked else each.text for each in snippet.segments)
