/// <reference types="vite/client" />
import { SparqlLanguage } from "codemirror-lang-sparql";
import { describe, expect, it } from "vitest";
import { formatQuery } from "./format";
import { tokensOf } from "./tokens";

const READY = import.meta.glob<string>("../../../../data/questions/*.rq", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The leaves of the editor's own syntax tree, which knows nothing of our tokens. */
function leavesOf(query: string): readonly string[] {
  const leaves: string[] = [];
  SparqlLanguage.parser.parse(query).iterate({
    enter: (node) => {
      if (!node.node.firstChild && node.to > node.from) leaves.push(`${node.name} ${query.slice(node.from, node.to)}`);
    },
  });
  return leaves;
}

const texts = (query: string) => tokensOf(query).map(({ text }) => text);

const MESSY = `# What is said
PREFIX ex:<http://example.org/#> select ?s (count(*) as ?n)#how many
where{?s a ex:A;ex:b "a . b ; { c }"@en,'''x
  y''';ex:c [ex:d 1.5;ex:e -2].?s ex:p/ex:q*|^ex:r ?o filter(?o<3&&?o!=1)optional{?s ex:f.g ?z}
{select ?x{?x ?y ?z}}union{?s <http://example.org/a;b> ?b}.filter not exists{?s ex:no ?o.}bind(1+2 as ?t)?t ex:u ?v


values(?a ?b){(1 2)
(3 UNDEF)}}group by ?s order by desc(?n)limit 5`;

describe("the layout of queries", () => {
  it("changes no token of any ready question, by our reading and by the editor's", () => {
    expect(Object.keys(READY).length).toBeGreaterThan(100);
    for (const [name, query] of Object.entries(READY)) {
      const laidOut = formatQuery(query);
      expect(laidOut, name).not.toBeNull();
      expect(texts(laidOut ?? ""), name).toEqual(texts(query));
      expect(leavesOf(laidOut ?? ""), name).toEqual(leavesOf(query));
      expect(formatQuery(laidOut ?? ""), name).toBe(laidOut);
    }
  });

  it("changes no token of a query with everything squeezed together or torn apart", () => {
    for (const query of [MESSY, MESSY.replace(/(?<=[{};,)]) ?(?=[^'"\n]*$)/gm, "  ")]) {
      const laidOut = formatQuery(query) ?? "";
      expect(texts(laidOut)).toEqual(texts(query));
      expect(leavesOf(laidOut)).toEqual(leavesOf(query));
      expect(formatQuery(laidOut)).toBe(laidOut);
    }
  });

  it("changes no token of whatever signs come together", () => {
    const parts = [..."{}().;,[]<>=?a:#'\"\\\n \t1-*^|&é中😀", "FILTER", "ex:a.b", "1.", "{|", "<a>", "@en", "VALUES"];
    let seed = 1;
    const next = (most: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % most;
    };
    for (let round = 0; round < 5000; round += 1) {
      const query = Array.from({ length: next(14) }, () => parts[next(parts.length)]).join("");
      const laidOut = formatQuery(query);
      if (laidOut === null) continue;
      expect(texts(laidOut), JSON.stringify(query)).toEqual(texts(query));
      expect(formatQuery(laidOut), JSON.stringify(query)).toBe(laidOut);
    }
  });

  it("begins lines by clauses and braces", () => {
    expect(formatQuery(MESSY)).toMatchInlineSnapshot(`
      "# What is said
      PREFIX ex:<http://example.org/#>
      select ?s (count(*) as ?n) #how many
      where {
        ?s a ex:A ;
          ex:b "a . b ; { c }"@en,'''x
        y''' ;
          ex:c [ex:d 1.5 ; ex:e -2] .
        ?s ex:p/ex:q*|^ex:r ?o
        filter(?o<3&&?o!=1)
        optional {
          ?s ex:f.g ?z
        }
        {
          select ?x {
            ?x ?y ?z
          }
        } union {
          ?s <http://example.org/a;b> ?b
        } .
        filter not exists {
          ?s ex:no ?o .
        }
        bind(1+2 as ?t)
        ?t ex:u ?v

        values(?a ?b) {
          (1 2)
          (3 UNDEF)
        }
      }
      group by ?s
      order by desc(?n)
      limit 5
      "
    `);
  });

  it("leaves what isn't closed alone", () => {
    for (const query of ["SELECT * {", "SELECT * { ?s ?p 'a }", "ASK { FILTER(1 }", "}"]) {
      expect(formatQuery(query)).toBeNull();
    }
    expect(formatQuery("")).toBe("");
  });
});
