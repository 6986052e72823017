"""Writes `terms.py` from the ontology's Turtle: run `python -m ontology.generate` after editing it."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph, URIRef

NAMESPACE = "https://w3id.org/migov/ontology#"
_HEAD = '''"""The terms of the ontology. Generated from `migov.ttl` by `python -m ontology.generate`; do not edit."""

from rdflib import URIRef
from rdflib.namespace import DefinedNamespace, Namespace


class MIGOV(DefinedNamespace):
    """Migov's own terms."""

    _fail = True
    _NS = Namespace("{namespace}")

'''


def terms_module(turtle: Path) -> str:
    """The text of `terms.py` for an ontology file: one annotation for each term, sorted."""
    graph = Graph().parse(turtle)
    names = {
        str(subject).removeprefix(NAMESPACE)
        for subject in graph.subjects()
        if isinstance(subject, URIRef) and str(subject).startswith(NAMESPACE)
    }
    lines = []
    extras = []
    for name in sorted(names):
        if name.isidentifier() and name not in {"from"}:
            lines.append(f"    {name}: URIRef\n")
        else:
            extras.append(f'        "{name}",\n')
    listed = f"    _extras = [  # noqa: RUF012 - as rdflib declares it\n{''.join(extras)}    ]\n"
    return _HEAD.replace("{namespace}", NAMESPACE) + "".join(lines) + listed


if __name__ == "__main__":
    here = Path(__file__).parent
    (here / "terms.py").write_text(terms_module(here / "migov.ttl"), encoding="utf-8")
