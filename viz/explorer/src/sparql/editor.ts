/** The editor of queries: this file alone knows CodeMirror. Its styles stand in a shadow root, so the page's policy holds. */

import { autocompletion, type CompletionSource, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { minimalSetup } from "codemirror";
import { sparql } from "codemirror-lang-sparql";

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword], color: "var(--accent)", fontWeight: "bold" },
  { tag: [tags.string, tags.number, tags.bool], color: "var(--focus)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.variableName, fontWeight: "bold" },
]);

const THEME = EditorView.theme({
  "&": {
    color: "var(--ink)",
    backgroundColor: "var(--ground)",
    border: "1px solid var(--border)",
    fontSize: "0.95rem",
  },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "ui-monospace, Consolas, 'Noto Sans Mono CJK SC', monospace", maxHeight: "45vh" },
  ".cm-content": { minHeight: "10rem", caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--tint)", border: "none" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--ground)", border: "1px solid var(--border)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--accent-ink)", background: "var(--accent)" },
});

/**
 * Writes over what is chosen by ourselves: browsers keep the look of what they write over as inline style, which the
 * page's policy refuses aloud.
 */
const OVERWRITING = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    if (event.inputType !== "insertText" || !event.data || view.composing || view.state.selection.main.empty)
      return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

/** Where a fault of the query stands: line and column from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Editor {
  text(): string;
  /** Put another query in the place of this one; the reader can undo it. */
  replace(text: string): void;
  /** Underline the word where a fault stands and go there; nothing without one. */
  mark(spot: Spot | null): void;
  focus(): void;
  destroy(): void;
}

interface Options {
  readonly text: string;
  /** What the editor and the list of its completions are called. */
  readonly label: string;
  readonly completions: string;
  readonly complete: CompletionSource;
  readonly run: () => void;
  readonly changed: (text: string) => void;
}

/** An editor in an element that has no shadow root yet, or ours. Tab leaves it, as any field. */
export function createEditor(host: HTMLElement, options: Options): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const run = () => {
    options.run();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        keymap.of([{ key: "Mod-Enter", run }]),
        OVERWRITING,
        minimalSetup,
        lineNumbers(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [options.complete] }),
        keymap.of(completionKeymap),
        sparql(),
        syntaxHighlighting(COLOURS),
        THEME,
        EditorView.lineWrapping,
        EditorState.phrases.of({ Completions: options.completions }),
        EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "false" }),
        EditorView.updateListener.of((update) => update.docChanged && options.changed(update.state.doc.toString())),
      ],
    }),
  });
  // Outside the shadow root a key seems to come from the host, and the page's shortcuts would take it.
  const keep = (event: Event) => event.stopPropagation();
  host.addEventListener("keydown", keep);
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    mark: (spot) => {
      const found: Diagnostic[] = [];
      if (spot) {
        const line = view.state.doc.line(Math.min(Math.max(spot.line, 1), view.state.doc.lines));
        const at = Math.min(line.from + Math.max(spot.column - 1, 0), line.to);
        // A fault at the end of a line underlines the sign before it.
        const word = view.state.wordAt(at);
        const from = word?.from ?? (at === line.to ? Math.max(at - 1, line.from) : at);
        const to = word?.to ?? Math.min(from + 1, line.to);
        found.push({ from, to, severity: "error", message: spot.message });
        view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
      }
      view.dispatch(setDiagnostics(view.state, found));
    },
    focus: () => view.focus(),
    destroy: () => {
      host.removeEventListener("keydown", keep);
      view.destroy();
    },
  };
}
