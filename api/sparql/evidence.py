"""Evidence with the rows of a SELECT, in every form of results."""

from __future__ import annotations

from anyio import to_thread
from fastapi import Request
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from graph.evidence import add_evidence
from graph.identifiers import Identifiers
from graph.snapshot import Snapshot
from graph.sparql.evaluation import RESULT_FORMATS

from ..settings import Settings

JSON_RESULTS = "application/sparql-results+json"


async def evidenced(request: Request, body: bytes, query: str, base: str, media_type: str) -> bytes:
    """SPARQL JSON results with evidence, in the form asked for; raises QueryLimit and TakenColumn."""
    snapshot: Snapshot = request.app.state.snapshot
    settings: Settings = request.app.state.settings

    def work() -> bytes:
        made = add_evidence(body, query, snapshot, Identifiers(settings.base_iri), settings.query_bytes, base)
        if media_type == JSON_RESULTS:
            return made
        results = parse_query_results(made, QueryResultsFormat.JSON)
        if not isinstance(results, QuerySolutions):
            raise TypeError("not the results of a SELECT")
        return results.serialize(format=RESULT_FORMATS[media_type]) or b""

    return await to_thread.run_sync(work)
