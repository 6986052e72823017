// Ask an endpoint through two clients: node ask.mjs ENDPOINT; prints what they understood as JSON.
import { QueryEngine } from "@comunica/query-sparql";
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";

const endpoint = process.argv[2];
const select = "SELECT ?s ?o { ?s <http://example.org/p> ?o } ORDER BY ?o";
const construct = "CONSTRUCT { ?s <http://example.org/q> ?o } { ?s <http://example.org/p> ?o }";
const ask = "ASK { ?s <http://example.org/p> ?o }";
const show = (term) => [term.termType, term.value, term.language || "", term.datatype?.value ?? ""];

async function collect(stream, change) {
  const found = [];
  for await (const item of stream) found.push(change(item));
  return found;
}

const engine = new QueryEngine();
const context = { sources: [{ type: "sparql", value: endpoint }] };
const fetcher = new SparqlEndpointFetcher();
const quad = (each) => [each.subject, each.predicate, each.object].map((term) => term.value);
const results = {
  comunica: {
    rows: await collect(await engine.queryBindings(select, context), (row) => [show(row.get("s")), show(row.get("o"))]),
    graph: await collect(await engine.queryQuads(construct, context), quad),
    truth: await engine.queryBoolean(ask, context),
  },
  fetcher: {
    rows: await collect(await fetcher.fetchBindings(endpoint, select), (row) => [show(row.s), show(row.o)]),
    graph: await collect(await fetcher.fetchTriples(endpoint, construct), quad),
    truth: await fetcher.fetchAsk(endpoint, ask),
  },
};
process.stdout.write(`${JSON.stringify(results)}\n`);
