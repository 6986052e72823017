"""The words and signs of what statements say."""

from __future__ import annotations

from starlette.testclient import TestClient

from api.models import (
    VocabularyShape,
)
from graph.model import AS_IN_DATA
from tests.api.service import Served, ask
from viz.style import CLASS_STYLES, LINE_STYLES


def test_the_vocabulary_is_whole_and_carries_the_drawing_style(client: TestClient, served: Served) -> None:
    found = ask(client, "/api/vocabulary")
    VocabularyShape.model_validate(found)
    terms = served.snapshot.vocabulary
    for kind in ("classes", "properties", "families", "modalities", "units"):
        assert [each["id"] for each in found[kind]] == list(getattr(terms, kind))
        assert all(each["label"]["zh"] and each["label"]["en"] for each in found[kind])
    assert {each["id"]: each["style"]["glyph"] for each in found["classes"]} == {
        name: style.glyph for name, style in CLASS_STYLES.items()
    }
    assert {each["id"]: each["style"]["arrow"] for each in found["modalities"]} == {
        name: style.arrow for name, style in LINE_STYLES.items() if name != AS_IN_DATA
    }
    assert [each["id"] for each in found["sections"]] == ["I", "I.1"]
    assert {each["id"]: each["label"]["zh"] for each in found["name_sources"]} == {
        name: label.zh for name, label in served.snapshot.sources.items()
    }
