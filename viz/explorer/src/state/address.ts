/**
 * The whole view as an address, short enough to mail, and back.
 *
 * `/explore/graph?lang=en&n=gmg.0.0~iom.1k.-8.p&e=gmg&modality=fact.plan&as_at=2006`
 *
 * Where `n` would make the address longer than servers take, it stands behind a `#`, which no browser sends to one.
 *
 * `n` holds the entities: id, x and y in steps of `GRID` pixels to the base 36, then `p` for pinned, `h` for hidden.
 * `k` holds the clusters: id of the class or community, x and y as those of entities.
 * `title-en` and `title-zh` hold what the picture is called. `e`, `s` and `c` hold the chosen entities and statements, or the chosen cluster. A list is joined by `~`. Keys of `details` begin with `d-`.
 */

import {
  type Canvas,
  type Clusters,
  type Filters,
  LANGUAGES,
  type Language,
  LONGEST_TITLE,
  NO_FILTERS,
  type Place,
  type Selection,
  type Shown,
  VIEWS,
  type ViewName,
} from "./model";

export const GRID = 5;
const ROOT = "/explore";
const LARGEST = 1_000_000;
// Servers and what stands before them take addresses of 8 kB at least (RFC 9110, 4.1).
const MOST_SENT = 6000;
/** How many entities a canvas holds at most. */
export const MOST_ENTITIES = 10_000;
/** How many clusters it holds at most. */
export const MOST_CLUSTERS = 60;

/** The name of each list of a filter in the address: as the service's own parameters are called. */
const FILTER_LISTS = {
  classes: "class",
  families: "families",
  modalities: "modality",
  holders: "holder",
  sections: "section",
  certainties: "certainty",
} as const satisfies Partial<Record<keyof Filters, string>>;
const FILTER_DATES = { from: "from", to: "to", asAt: "as_at" } as const satisfies Partial<
  Record<keyof Filters, string>
>;

/** The path and query of a view. The same view always has the same address. */
export function toAddress(shown: Shown): string {
  const parts: string[] = [`lang=${shown.language}`];
  const add = (key: string, value: string) => {
    if (value) parts.push(`${key}=${value}`);
  };
  const entities = toItems(shown.canvas);
  const isLong = entities.length > MOST_SENT;
  if (!isLong) add("n", entities);
  add("k", Object.entries(shown.clusters).map(toItem).join("~"));
  for (const language of LANGUAGES) add(`title-${language}`, encodeURIComponent(shown.titles[language]));
  add("e", joined(shown.selection.entities));
  add("s", joined(shown.selection.statements));
  add("c", escaped(shown.selection.cluster ?? ""));
  for (const [key, name] of Object.entries(FILTER_LISTS)) {
    add(name, joined(shown.filters[key as keyof typeof FILTER_LISTS]));
  }
  for (const [key, name] of Object.entries(FILTER_DATES)) {
    add(name, escaped(shown.filters[key as keyof typeof FILTER_DATES]));
  }
  for (const key of Object.keys(shown.details).sort()) {
    add(`d-${encodeURIComponent(key)}`, encodeURIComponent(shown.details[key] ?? ""));
  }
  const path = shown.view === "start" ? ROOT : `${ROOT}/${shown.view}`;
  return `${path}?${parts.join("&")}${isLong ? `#n=${entities}` : ""}`;
}

/** What an address says, with the parts of it that can't be read: those are left out of the view. */
export interface ReadAddress {
  readonly shown: Shown;
  readonly unread: readonly string[];
}

/**
 * The view of an address.
 *
 * @param path of the page, such as `/explore/graph`; `/` is the start.
 * @param query with or without its question mark.
 * @param language where the address names none.
 * @param fragment with or without its `#`; what isn't ours there, such as the name of a place of the page, is no fault.
 */
export function fromAddress(path: string, query: string, language: Language, fragment = ""): ReadAddress {
  const unread: string[] = [];
  const behind = fragment.replace(/^#/, "");
  const given = readParameters(behind.startsWith("n=") ? `${query}&${behind}` : query, unread);
  const named = given.get("lang");
  if (named !== undefined && named !== "en" && named !== "zh") unread.push(`lang=${named}`);
  const filters: Record<string, unknown> = { ...NO_FILTERS };
  for (const [key, name] of Object.entries(FILTER_LISTS)) filters[key] = list(given.get(name));
  for (const [key, name] of Object.entries(FILTER_DATES)) {
    const date = decoded(given.get(name) ?? "");
    if (/^[\d.?~%/X-]*$/.test(date)) filters[key] = date;
    else unread.push(`${name}=${date}`);
  }
  const details: Record<string, string> = {};
  for (const [key, value] of given) if (key.startsWith("d-")) details[decoded(key.slice(2))] = decoded(value);
  const shown: Shown = {
    language: named === "zh" || named === "en" ? named : language,
    view: readView(path, unread),
    canvas: readCanvas(given.get("n") ?? "", unread),
    clusters: readClusters(given.get("k") ?? "", unread),
    titles: { en: readTitle(given, "en"), zh: readTitle(given, "zh") },
    selection: readSelection(given),
    filters: filters as unknown as Filters,
    details,
  };
  return { shown, unread };
}

const written = new WeakMap<Canvas, string>();

/** A canvas in an address; kept, since every link of a page holds it. */
function toItems(canvas: Canvas): string {
  const text = written.get(canvas) ?? Object.entries(canvas).map(toItem).join("~");
  written.set(canvas, text);
  return text;
}

function toItem([id, place]: [string, Pick<Place, "x" | "y"> & Partial<Place>]): string {
  const flags = `${place.pinned ? "p" : ""}${place.hidden ? "h" : ""}`;
  const steps = [place.x, place.y].map((value) => Math.round(value / GRID).toString(36));
  return [escaped(id), ...steps, ...(flags ? [flags] : [])].join(".");
}

function readCanvas(text: string, unread: string[]): Canvas {
  const canvas: Record<string, Place> = {};
  const items = text ? text.split("~") : [];
  if (items.length > MOST_ENTITIES) unread.push(`… +${items.length - MOST_ENTITIES}`);
  for (const item of items.slice(0, MOST_ENTITIES)) {
    const [id = "", x = "", y = "", flags = ""] = item.split(".");
    const place = [x, y].map((value) =>
      /^-?[0-9a-z]{1,6}$/.test(value) ? Number.parseInt(value, 36) * GRID : Number.NaN,
    );
    const [left = Number.NaN, top = Number.NaN] = place;
    if (!id || !(Math.abs(left) <= LARGEST && Math.abs(top) <= LARGEST) || !/^p?h?$/.test(flags)) unread.push(item);
    else canvas[decoded(id)] = { x: left, y: top, pinned: flags.includes("p"), hidden: flags.includes("h") };
  }
  return canvas;
}

function readClusters(text: string, unread: string[]): Clusters {
  const places = Object.entries(readCanvas(text, unread)).slice(0, MOST_CLUSTERS);
  return Object.fromEntries(places.map(([id, { x, y }]) => [id, { x, y }]));
}

function readSelection(given: ReadonlyMap<string, string>): Selection {
  const cluster = decoded(given.get("c") ?? "");
  return { entities: list(given.get("e")), statements: list(given.get("s")), ...(cluster ? { cluster } : {}) };
}

function readTitle(given: ReadonlyMap<string, string>, language: Language): string {
  return decoded(given.get(`title-${language}`) ?? "").slice(0, LONGEST_TITLE);
}

function readView(path: string, unread: string[]): ViewName {
  const name = path.replace(/\/+$/, "").slice(ROOT.length + 1) || "start";
  const view = VIEWS.find((each) => each === name);
  if (!view) unread.push(name);
  return view ?? "start";
}

function readParameters(query: string, unread: string[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const pair of query.replace(/^\?/, "").split("&")) {
    const at = pair.indexOf("=");
    const key = at < 0 ? pair : pair.slice(0, at);
    if (!key) continue;
    if (given.has(key)) unread.push(pair);
    else given.set(key, at < 0 ? "" : pair.slice(at + 1));
  }
  return given;
}

/** As in an address, with the signs escaped that part a list here. */
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll("~", "%7E").replaceAll(".", "%2E").replaceAll("%2F", "/");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function joined(ids: readonly string[]): string {
  return ids.map(escaped).join("~");
}

function list(text: string | undefined): readonly string[] {
  return text ? [...new Set(text.split("~").filter(Boolean).map(decoded))] : [];
}
