import { describe, expect, it } from "vitest";
import { toClusterBoxes, toClusterLines } from "./clusterElements";
import { clustering, clusteringOn, clusterNode, clusterOf, placesOnEllipse } from "./clusters";
import { stepFrom } from "./walk";

const LABEL = { en: "Body", zh: "机构" };
const FOUND = {
  clusters: [
    { id: "Body", label: LABEL, entities: 3412, inside: 1, members: [] },
    { id: "Treaty", label: { en: "Treaty", zh: "条约" }, entities: 7, inside: 0, members: [] },
  ],
  between: [
    { from: "Body", to: "Treaty", statements: 100 },
    { from: "Body", to: "Place", statements: 9 },
  ],
  between_total: 2,
  total: { entities: 3419, statements: 110 },
  dataset: "1",
};
const LOOKS = { classLook: () => ({ colour: "#111111", tint: "#eeeeee" }), classes: new Map() };

const CLUSTERS = { Body: { x: 1, y: 2 }, Treaty: { x: 900, y: 0 } };

function boxes(language: "en" | "zh") {
  const names = new Map(FOUND.clusters.map(({ id, label }) => [id, label[language]]));
  return toClusterBoxes(
    FOUND,
    CLUSTERS,
    (id) => names.get(id) ?? id,
    (_, entities) => `${entities} in it`,
    LOOKS as unknown as Parameters<typeof toClusterBoxes>[4],
    (text) => text.length,
  );
}

describe("clusters on the canvas", () => {
  it("stand clear of each other, the largest boxes too", () => {
    for (const count of [2, 3, 12, 24]) {
      const places = Object.values(placesOnEllipse(Array.from({ length: count }, (_, at) => `c${at}`)));
      for (const [at, one] of places.entries()) {
        for (const other of places.slice(at + 1))
          expect(Math.abs(one.x - other.x) > 1246 || Math.abs(one.y - other.y) > 402, `${count} ${at}`).toBe(true);
      }
    }
    expect(placesOnEllipse(["only"])).toEqual({ only: { x: 0, y: 0 } });
  });

  it("bear name and count in the language that is shown", () => {
    const [body, treaty] = boxes("zh");
    expect(body?.data).toMatchObject({ id: "cluster Body", label: "机构\n3412 in it" });
    expect(body?.position).toEqual({ x: 1, y: 2 });
    expect(treaty?.data.label).toBe("条约\n7 in it");
  });

  it("have lines to those that are drawn too, with what they stand for", () => {
    const lines = toClusterLines(FOUND, CLUSTERS, (count) => `${count} of them`);
    expect(lines.map(({ data }) => [data.source, data.target, data.label])).toEqual([
      ["cluster Body", "cluster Treaty", "100 of them"],
    ]);
  });

  it("hold the entities of a class, or the members of a community", () => {
    const body = { id: "gmg", class: "Body" };
    expect(clustering("class", FOUND.clusters)(body)).toBe("Body");
    const community = { id: "@iom", label: LABEL, entities: 2, inside: 1, members: ["iom", "gmg"] };
    const clusterOfEntity = clustering("community", [community]);
    expect(clusterOfEntity(body)).toBe("@iom");
    expect(clusterOfEntity({ id: "alone", class: "Body" })).toBeUndefined();
    expect(clusteringOn({ "@iom": { x: 0, y: 0 } })).toBe("community");
    expect(clusteringOn({ Body: { x: 0, y: 0 } })).toBe("class");
    expect(clusteringOn({})).toBe("class");
  });

  it("are walked to like entities", () => {
    const places = { [clusterNode("Body")]: { x: 0, y: 0 }, [clusterNode("Treaty")]: { x: 900, y: 0 } };
    const nothing = { entities: [], relations: [] };
    expect(stepFrom(undefined, "right", nothing, places)).toBe("cluster Body");
    expect(stepFrom("cluster Body", "right", nothing, places)).toBe("cluster Treaty");
    expect(clusterOf("cluster Body")).toBe("Body");
    expect(clusterOf("Body")).toBeUndefined();
  });
});
