/** The one place that holds the state. Views read it with `useExplorer` and change it through its actions only. */

import { create } from "zustand";
import { type Drawn, type History, NO_HISTORY, recorded, redone, undone } from "./history";
import {
  type Canvas,
  type Clusters,
  type Filters,
  type Language,
  NO_TITLES,
  NOTHING_SELECTED,
  type Place,
  type Selection,
  type Shown,
  startingView,
  type Titles,
  type ViewName,
} from "./model";
import { everyVisible, withEntity, withoutEntities, withStatement } from "./selection";

/** Something that the reader is told once. */
export type Notice =
  | { readonly kind: "gone"; readonly ids: readonly string[] }
  | { readonly kind: "unread"; readonly parts: readonly string[] }
  | { readonly kind: "limited" | "limited.narrowed"; readonly shown: number; readonly total: number }
  | { readonly kind: "unfiltered" | "refiltered"; readonly filters: Filters }
  | { readonly kind: "renewed" };

export interface Actions {
  /** Open a view, with what it alone needs; one that is only set otherwise, such as the table, as it was left. */
  open(view: ViewName, details?: Shown["details"]): void;
  /** Change what the open view alone needs. */
  setDetails(details: Shown["details"]): void;
  setLanguage(language: Language): void;
  /** Narrow what is shown; `joined` to the change before it, one step back undoes both. */
  setFilters(change: Partial<Filters>, joined?: boolean): void;
  /** Put clusters on the canvas, or elsewhere on it. */
  placeClusters(places: Clusters): void;
  /** Have these clusters on the canvas and no others. */
  replaceClusters(clusters: Clusters): void;
  removeCluster(id: string): void;
  selectCluster(id: string): void;
  /** Put entities on the canvas, or elsewhere on it. */
  place(places: Readonly<Record<string, { readonly x: number; readonly y: number }>>): void;
  /** Show these entities alone, under titles of their own where they have any. */
  replaceCanvas(places: Readonly<Record<string, { readonly x: number; readonly y: number }>>, titles?: Titles): void;
  /** Call the picture something in the language that is shown. */
  setTitle(title: string): void;
  remove(ids: readonly string[]): void;
  setPinned(ids: readonly string[], pinned: boolean): void;
  setHidden(ids: readonly string[], hidden: boolean): void;
  selectEntity(id: string, more?: boolean): void;
  selectStatement(id: string): void;
  /** Choose exactly this. */
  select(selection: Selection): void;
  selectAll(): void;
  clearSelection(): void;
  undo(): void;
  redo(): void;
  /** Show what an address says; nothing of the canvas' history is lost. */
  restore(shown: Shown, unread?: readonly string[]): void;
  /** Take entities away that the dataset doesn't hold, and say so. */
  reportGone(ids: readonly string[]): void;
  notify(notice: Notice): void;
  dismiss(notice: Notice): void;
  /** Have the search box at the top look for some words. */
  seek(words: string): void;
  /** Say something in the live region. */
  announce(words: string): void;
}

export interface Explorer {
  readonly shown: Shown;
  readonly history: History;
  readonly notices: readonly Notice[];
  readonly announcement: string;
  /** What the search box is to look for; the same words again are another search. */
  readonly sought: { readonly words: string } | null;
  /** What the views that keep their settings were left with. */
  readonly settings: Readonly<Partial<Record<ViewName, Shown["details"]>>>;
  /** Grows with each change that the browser's back button undoes. */
  readonly step: number;
  readonly actions: Actions;
}

const START = startingView("en");
// Their details are settings of one and the same thing; those of the others are what is looked at.
const KEEPING: ReadonlySet<ViewName> = new Set(["timeline", "table", "matrix"]);

function placed(canvas: Canvas, places: Readonly<Record<string, { readonly x: number; readonly y: number }>>): Canvas {
  const added: Record<string, Place> = { ...canvas };
  for (const [id, { x, y }] of Object.entries(places)) {
    added[id] = { pinned: canvas[id]?.pinned ?? false, hidden: false, x, y };
  }
  return added;
}

/** The notices that are still true once another canvas is shown: of others it isn't so how many are left out. */
function noticesFor({ shown, notices }: Pick<Explorer, "shown" | "notices">, canvas: Canvas): readonly Notice[] {
  const ids = Object.keys(canvas);
  const areSame = ids.length === Object.keys(shown.canvas).length && ids.every((id) => id in shown.canvas);
  return areSame ? notices : notices.filter(({ kind }) => !kind.startsWith("limited"));
}

function withoutCluster(selection: Selection, clusters: Clusters): Selection {
  return selection.cluster === undefined || selection.cluster in clusters ? selection : NOTHING_SELECTED;
}

function sameOr(known: Selection, other: Selection): Selection {
  return JSON.stringify(known) === JSON.stringify(other) ? known : other;
}

function drawnOf({ canvas, clusters, titles, filters }: Shown): Drawn {
  return { canvas, clusters, titles, filters };
}

function changed(canvas: Canvas, ids: readonly string[], change: Partial<Place>): Canvas {
  const next: Record<string, Place> = { ...canvas };
  for (const id of ids) {
    const place = canvas[id];
    if (place) next[id] = { ...place, ...change };
  }
  return next;
}

function without(canvas: Canvas, ids: readonly string[]): Canvas {
  const gone = new Set(ids);
  return Object.fromEntries(Object.entries(canvas).filter(([id]) => !gone.has(id)));
}

export const useExplorer = create<Explorer>()((set) => {
  /**
   * Change what is shown; what is drawn and narrowed is recorded for undo, but not where the change belongs to the one
   * before it; `step` makes the browser's back button return here.
   */
  const show = (change: (shown: Shown) => Partial<Shown>, { step = true, joined = false } = {}) =>
    set((state) => {
      const changes = change(state.shown);
      const { canvas, clusters, filters } = { ...state.shown, ...changes };
      const { shown } = state;
      const isOther = canvas !== shown.canvas || clusters !== shown.clusters || filters !== shown.filters;
      return {
        shown: { ...state.shown, ...changes },
        history: isOther && !joined ? recorded(state.history, drawnOf(state.shown)) : state.history,
        notices: noticesFor(state, canvas),
        step: step ? state.step + 1 : state.step,
      };
    });
  const travel = (step: typeof undone) =>
    set((state) => {
      const found = step(state.history, drawnOf(state.shown));
      if (!found) return {};
      const gone = state.shown.selection.entities.filter((id) => !(id in found.drawn.canvas));
      const selection = withoutEntities(state.shown.selection, gone);
      return {
        history: found.history,
        shown: { ...state.shown, ...found.drawn, selection },
        notices: noticesFor(state, found.drawn.canvas),
      };
    });

  const actions: Actions = {
    open: (view, details) => {
      const { shown, settings } = useExplorer.getState();
      const kept = KEEPING.has(shown.view) ? { ...settings, [shown.view]: shown.details } : settings;
      set({ settings: kept });
      show(() => ({ view, details: details ?? kept[view] ?? {} }));
    },
    setDetails: (details) => show(() => ({ details })),
    setLanguage: (language) => show(() => ({ language }), { step: false }),
    setFilters: (change, joined = false) => show(({ filters }) => ({ filters: { ...filters, ...change } }), { joined }),
    place: (places) =>
      show(({ canvas }) => ({ canvas: placed(canvas, places) }), {
        step: Object.keys(places).some((id) => !(id in useExplorer.getState().shown.canvas)),
      }),
    replaceCanvas: (places, titles = NO_TITLES) =>
      show(() => ({ canvas: placed({}, places), clusters: {}, titles, selection: NOTHING_SELECTED })),
    setTitle: (title) =>
      show(({ titles, language }) => ({ titles: { ...titles, [language]: title } }), { step: false }),
    placeClusters: (places) =>
      show(({ clusters }) => ({ clusters: { ...clusters, ...places } }), {
        step: Object.keys(places).some((id) => !(id in useExplorer.getState().shown.clusters)),
      }),
    replaceClusters: (clusters) =>
      show(({ selection }) => ({ clusters, selection: withoutCluster(selection, clusters) })),
    removeCluster: (id) =>
      show(({ clusters: { [id]: _, ...clusters }, selection }) => ({
        clusters,
        selection: selection.cluster === id ? NOTHING_SELECTED : selection,
      })),
    selectCluster: (cluster) => show(() => ({ selection: { ...NOTHING_SELECTED, cluster } }), { step: false }),
    remove: (ids) =>
      show(({ canvas, selection }) => ({ canvas: without(canvas, ids), selection: withoutEntities(selection, ids) })),
    setPinned: (ids, pinned) => show(({ canvas }) => ({ canvas: changed(canvas, ids, { pinned }) }), { step: false }),
    setHidden: (ids, hidden) =>
      show(({ canvas, selection }) => ({
        canvas: changed(canvas, ids, { hidden }),
        selection: hidden ? withoutEntities(selection, ids) : selection,
      })),
    selectEntity: (id, more) =>
      show(({ selection }) => ({ selection: withEntity(selection, id, more) }), { step: false }),
    selectStatement: (id) => show(() => ({ selection: withStatement(id) }), { step: false }),
    select: (selection) => show(() => ({ selection }), { step: false }),
    selectAll: () => show(({ canvas }) => ({ selection: everyVisible(canvas) }), { step: false }),
    clearSelection: () => show(() => ({ selection: NOTHING_SELECTED }), { step: false }),
    undo: () => travel(undone),
    redo: () => travel(redone),
    restore: (shown, unread = []) =>
      set((state) => ({
        // The same choice is no new one: evidence that was closed stays closed.
        shown: { ...shown, selection: sameOr(state.shown.selection, shown.selection) },
        // Before the first address there was nothing that one could want back.
        history:
          state.shown.canvas === shown.canvas || state.shown === START
            ? state.history
            : recorded(state.history, drawnOf(state.shown)),
        notices: unread.length ? [...state.notices, { kind: "unread", parts: unread }] : state.notices,
      })),
    reportGone: (ids) =>
      set((state) => ({
        shown: {
          ...state.shown,
          canvas: without(state.shown.canvas, ids),
          selection: withoutEntities(state.shown.selection, ids),
        },
        notices: [...state.notices, { kind: "gone", ids }],
      })),
    notify: (notice) =>
      set((state) => ({ notices: [...state.notices.filter((each) => each.kind !== notice.kind), notice] })),
    dismiss: (notice) => set((state) => ({ notices: state.notices.filter((each) => each !== notice) })),
    seek: (words) => set({ sought: { words } }),
    announce: (announcement) => set({ announcement }),
  };
  return {
    shown: START,
    history: NO_HISTORY,
    notices: [],
    announcement: "",
    sought: null,
    settings: {},
    step: 0,
    actions,
  };
});

/** The actions, for components and for code outside of them. */
export const actions = useExplorer.getState().actions;
