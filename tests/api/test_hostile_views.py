"""Views asked for with what no reader types: a clear refusal or a whole file, never a fault of the service."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

PARAMETERS = (
    *("entity", "depth", "path", "length", "scenario", "query", "from", "to", "as_at", "class", "families", "holder"),
    *("section", "modality", "hide", "values", "layout", "at", "later", "emphasis", "title", "lang", "width", "scale"),
    *("paper", "transparent", "v", "summary", "limit"),
)
VALUES = {
    "surrogate": "%ED%A0%80",
    "no UTF-8": "%FF%FE%80",
    "NUL": "gmg%00",
    "markup": "%3Cscript%3Ealert(7)%3C/script%3E",
    "attribute": "%22%20onload=%22alert(7)",
    "turned": "%E2%80%AEgmg",
    "line breaks": "gmg%0D%0ASet-Cookie:%20a=b",
    "huge": 6000 * "x",
    "number": "1e999",
    "digits": 400 * "9",
    "not a number": "NaN",
    "empty": "",
}


def handlers(page: str) -> list[str]:
    """Attributes of a page that would run a script."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(f"{tag} {name}" for name, _ in attrs if name.startswith("on"))

    Reader().feed(page)
    return found


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("page", ["/embed/view", "/view.html", "/view.svg", "/view.json"])
def test_no_parameter_makes_the_service_fail(client: TestClient, page: str, value: str) -> None:
    assert handlers('<p onload="x">') == ["p onload"]
    refused = 0
    for name in PARAMETERS:
        given = "" if name in ("entity", "path", "query", "scenario") else "entity=gmg&depth=0&"
        answer = client.get(f"{page}?{given}{name}={value}")
        assert answer.status_code < 500, (name, answer.text)
        assert "set-cookie" not in answer.headers
        if answer.headers["content-type"].startswith(("text/html", "image/svg")):
            assert "<script>alert(7)" not in answer.text
            assert handlers(answer.text) == []
        if answer.status_code >= 400:
            refused += 1
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.json()["error"]["message"]
            assert len(answer.content) < 20_000
    assert refused > len(PARAMETERS) / 3
