/** What the whole explorer shows, as plain data: everything here stands in the address of the page. */

export type Language = "en" | "zh";

/** Every view there is; the navigation shows those that `app/views` draws. */
export const VIEWS = [
  "start",
  "graph",
  "timeline",
  "table",
  "matrix",
  "report",
  "questions",
  "sparql",
  "scenarios",
  "analysis",
] as const;
export type ViewName = (typeof VIEWS)[number];

/** Where an entity stands on the canvas, in pixels at zoom 1, and whether its place is fixed or it is hidden. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
  readonly hidden: boolean;
}

/** The entities on the canvas by id, in the order in which they came. */
export type Canvas = Readonly<Record<string, Place>>;

/** Where clusters stand on the canvas, in the same pixels, by the id of the class or community that each stands for. */
export type Clusters = Readonly<Record<string, { readonly x: number; readonly y: number }>>;

/** What is chosen: entities and statements by id, in the order of choosing, or a cluster. */
export interface Selection {
  readonly entities: readonly string[];
  readonly statements: readonly string[];
  readonly cluster?: string;
}

/** What every view is narrowed to. An empty list keeps everything; dates are EDTF, empty where there is no bound. */
export interface Filters {
  readonly classes: readonly string[];
  readonly families: readonly string[];
  readonly modalities: readonly string[];
  readonly holders: readonly string[];
  readonly sections: readonly string[];
  /** How sure it must be that a statement falls into the days, of `CERTAINTIES`. */
  readonly certainties: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly asAt: string;
}

/** What the picture is called in each language; empty where the service names it after its entities. */
export type Titles = Readonly<Record<Language, string>>;

/** The whole view. */
export interface Shown {
  readonly language: Language;
  readonly view: ViewName;
  readonly canvas: Canvas;
  readonly clusters: Clusters;
  readonly titles: Titles;
  readonly selection: Selection;
  readonly filters: Filters;
  /** What a view alone needs to be seen again, such as a question's id and values: that view names the keys. */
  readonly details: Readonly<Record<string, string>>;
}

/** How sure it can be when something was: whatever day its date means, for some such day, without a date. */
export const CERTAINTIES = ["certain", "possible", "unknown"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const NOTHING_SELECTED: Selection = { entities: [], statements: [] };

/** As long as the service takes a title. */
export const LONGEST_TITLE = 200;

export const LANGUAGES: readonly Language[] = ["en", "zh"];

export const NO_TITLES: Titles = { en: "", zh: "" };

export const NO_FILTERS: Filters = {
  classes: [],
  families: [],
  modalities: [],
  holders: [],
  sections: [],
  certainties: [],
  from: "",
  to: "",
  asAt: "",
};

/** The explorer before anything was chosen. */
export function startingView(language: Language): Shown {
  return {
    language,
    view: "start",
    canvas: {},
    clusters: {},
    titles: NO_TITLES,
    selection: NOTHING_SELECTED,
    filters: NO_FILTERS,
    details: {},
  };
}

/** Whether any filter narrows the view. */
export function isNarrowed(filters: Filters): boolean {
  return Object.values(filters).some((value) => value.length > 0);
}
