"""The page from which people ask in SPARQL: a form that works without a script."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse

from graph.model import Language
from ontology import Text

from ..errors import BadParameter
from ..negotiation import GRAPHS, RESULTS
from ..parameters import preferred_language
from ..web.pages import Pages

WORDS: Mapping[str, Text] = {
    "heading": Text("用 SPARQL 查询", "Ask in SPARQL"),
    "lead": Text(
        "此端点遵循 SPARQL 1.1 协议，查询只读数据，不会更改数据，也不会调用其他主机。",
        "This endpoint speaks the SPARQL 1.1 Protocol. Queries only read: they change nothing and call no other host.",
    ),
    "query": Text("查询", "Query"),
    "format": Text("结果格式", "Form of the answer"),
    "automatic": Text("由客户端决定", "What the client prefers"),
    "results": Text("表格或真值（SELECT、ASK）", "A table or a truth value (SELECT, ASK)"),
    "graphs": Text("图（CONSTRUCT、DESCRIBE）", "A graph (CONSTRUCT, DESCRIBE)"),
    "evidence": Text(
        "每行附上有关陈述、段落和引文（SELECT）",
        "With each row the statements, paragraphs and quotations behind it (SELECT)",
    ),
    "timeout": Text("时限（秒）", "Time limit in seconds"),
    "run": Text("运行查询", "Run the query"),
    "limits": Text(
        "查询最多可用 {0} 秒，结果最多 {1} 行。",
        "A query may take {0} seconds and give {1} rows.",
    ),
    "examples": Text("示例", "Examples"),
    "description": Text("服务描述", "Service description"),
}
EXAMPLES: Mapping[str, tuple[Text, str]] = {
    "classes": (
        Text("各类资源的数量", "How many resources of each class"),
        "SELECT ?class (COUNT(*) AS ?resources)\nWHERE { ?resource a ?class }\n"
        "GROUP BY ?class\nORDER BY DESC(?resources)",
    ),
    "layers": (
        Text("数据集的各层", "The layers of the dataset"),
        "SELECT ?layer (COUNT(*) AS ?triples)\nWHERE { GRAPH ?layer { ?s ?p ?o } }\nGROUP BY ?layer\nORDER BY ?layer",
    ),
    "names": (
        Text("中英文名称", "Names in Chinese and English"),
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nSELECT ?entity ?zh ?en\nWHERE {\n"
        '  ?entity skos:prefLabel ?zh, ?en .\n  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en")\n}\nLIMIT 50',
    ),
}


def show_query_page(request: Request) -> HTMLResponse:
    """The page in the language that `lang` names, else in the one that Accept-Language prefers."""
    asked = request.query_params.get("lang", "")
    if asked not in ("", "zh", "en"):
        raise BadParameter("lang", f"the language is zh or en, not {asked!r}")
    language: Language = preferred_language(request.headers.get("accept-language", ""))
    if asked:
        language = "zh" if asked == "zh" else "en"
    limits = request.app.state.store.rules.limits
    words = {key: text.get(language) for key, text in WORDS.items()}
    words["limits"] = words["limits"].format(f"{limits.seconds:g}", limits.rows)
    page = Pages(request, request.app.state.snapshot, request.app.state.settings, language)
    return page.html(
        "sparql.html",
        {
            "w": words,
            "first": EXAMPLES["classes"][1],
            "seconds": f"{limits.seconds:g}",
            "examples": [
                (title.get(language), query, f"/sparql?{urlencode({'query': query, 'format': 'csv'})}")
                for title, query in EXAMPLES.values()
            ],
            "groups": [(words["results"], RESULTS), (words["graphs"], GRAPHS)],
        },
    )
