import { describe, expect, it } from "vitest";
import { type Canvas, NO_FILTERS } from "../state/model";
import { viewAddress, viewParameters } from "./diagrams";

const place = (x: number, y: number) => ({ x, y, pinned: false, hidden: false });
const CANVAS: Canvas = { iom: place(10.4, -20.6), gmg: place(1, 2), Ilo: place(3, 4) };

describe("the address of what is shown", () => {
  it("names entities and places in the order of their ids", () => {
    const parameters = viewParameters(["iom", "gmg", "Ilo"], CANVAS, NO_FILTERS, "zh");
    expect(parameters.getAll("entity")).toEqual(["Ilo", "gmg", "iom"]);
    expect(parameters.get("at")).toBe("3,4;1,2;10,-21");
    expect(parameters.get("limit")).toBe("3");
    expect(parameters.has("title")).toBe(false);
    expect(viewParameters(["iom"], CANVAS, NO_FILTERS, "en", " Who & why ").get("title")).toBe("Who & why");
    expect(viewAddress(parameters, "svg")).toMatch(/^\/view\.svg\?lang=zh&entity=Ilo&/);
  });

  it("asks for every filter that narrows statements, and for the classes of what else there is", () => {
    const filters = { ...NO_FILTERS, classes: ["Body"], modalities: ["fact", "plan"], holders: ["un"], asAt: "2006" };
    const parameters = viewParameters(["gmg"], CANVAS, filters, "en");
    expect(parameters.getAll("modality")).toEqual(["fact", "plan"]);
    expect(parameters.get("holder")).toBe("un");
    expect(parameters.get("as_at")).toBe("2006");
    expect(parameters.getAll("class")).toEqual(filters.classes);
    expect(parameters.has("from")).toBe(false);
  });
});
