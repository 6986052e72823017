"""The explorer's page and bundle: its policy, what a browser keeps, and what is said where it isn't built."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.web import explorer
from api.web.explorer import ADDRESS, BUNDLE, NotBuilt, read_bundle


def test_every_view_has_the_page_with_a_strict_policy(client: TestClient) -> None:
    bundle = read_bundle()
    for path in ("/", "/explore", "/explore/graph?n=gmg.0.0&anything=else"):
        answer = client.get(path, headers={"Accept": "text/html", "Accept-Language": "zh"})
        assert answer.status_code == 200, path
        assert '<html lang="zh-Hans">' in answer.text
        assert f'src="{bundle.script}"' in answer.text
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        styles = re.search(r"style-src ([^;]*)", policy)
        assert styles
        assert styles[1].split()[0] == "'self'"
        assert all(each.startswith("'sha256-") for each in styles[1].split()[1:])


def test_what_is_named_by_its_digest_is_kept_for_ever(client: TestClient) -> None:
    bundle = read_bundle()
    for path in (bundle.script, bundle.style):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["content-encoding"] in ("gzip", "br", "zstd")
    assert "immutable" not in client.get(f"{ADDRESS}/licences.txt").headers.get("cache-control", "")
    assert client.get(f"{ADDRESS}/../manifest.json").status_code == 404


def test_the_start_page_loads_less_than_400_kb_of_scripts(client: TestClient) -> None:
    waiting, seen, size = [read_bundle().script], set[str](), 0
    while waiting:
        path = waiting.pop()
        seen.add(path)
        with client.stream("GET", path) as answer:
            size += sum(len(part) for part in answer.iter_raw())
        text = client.get(path).text
        imported = re.findall(r"""(?:from|import)\s*"\./([\w-]+\.js)\"""", text)
        waiting += [found for name in imported if (found := f"{ADDRESS}/{name}") not in seen]
    assert len(seen) > 1
    assert 50_000 < size < 400_000


def test_every_package_of_the_bundle_is_named_with_its_licence(client: TestClient) -> None:
    text = client.get(f"{ADDRESS}/licences.txt").text
    for package in ("react", "react-dom", "react-aria-components", "cytoscape", "zustand", "openapi-fetch"):
        assert re.search(rf"^{package} \d", text, re.MULTILINE), package
    entries = text.split("-" * 100)
    assert all(re.search(r"^Licence: [A-Z]", entry, re.MULTILINE) for entry in entries)


def test_the_lock_file_names_no_host() -> None:
    lock = json.loads(BUNDLE.parent.joinpath("package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert len(packages) > 50
    assert [name for name, each in packages.items() if "resolved" in each or "integrity" not in each] == []


def test_where_it_isnt_built_the_page_says_how(
    fresh: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotBuilt):
        read_bundle(tmp_path)
    monkeypatch.setattr(explorer, "BUNDLE", tmp_path)
    answer = fresh.get("/explore", headers={"Accept": "application/json"})
    assert answer.status_code == 503
    assert "hatch_build.py" in answer.json()["error"]["message"]
    assert fresh.get("/plain").status_code == 200
