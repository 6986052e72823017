import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useIntl } from "react-intl";
import { findEntities } from "../api/sparql";
import { useVocabulary } from "../api/vocabulary";
import { useExplorer } from "../state/store";
import { completionOf, nameables } from "./completion";
import { createEditor, type Editor } from "./editor";

interface Properties {
  readonly text: string;
  readonly editor: RefObject<Editor | null>;
  readonly run: () => void;
  readonly changed: (text: string) => void;
}

/** The editor, made again where the language changes, with the text that it held. */
export function SparqlEditor({ text, editor, run, changed }: Properties) {
  const intl = useIntl();
  const vocabulary = useVocabulary();
  const language = useExplorer((state) => state.shown.language);
  const host = useRef<HTMLDivElement>(null);
  const start = useRef(text);
  const latest = useRef({ run, changed });
  latest.current = { run, changed };
  const complete = useMemo(
    () => completionOf(nameables(vocabulary), (words) => findEntities(words, language)),
    [vocabulary, language],
  );
  useEffect(() => {
    if (!host.current) return;
    const made = createEditor(host.current, {
      text: start.current,
      label: intl.formatMessage({ id: "sparql.label" }),
      completions: intl.formatMessage({ id: "sparql.completions" }),
      complete,
      run: () => latest.current.run(),
      changed: (text) => latest.current.changed(text),
    });
    editor.current = made;
    return () => {
      start.current = made.text();
      editor.current = null;
      made.destroy();
    };
  }, [complete, editor, intl]);
  // Another query may have been put into this tab.
  useEffect(() => {
    const made = editor.current;
    if (made && made.text() !== text) made.replace(text);
  }, [text, editor]);
  return <div className="sparql-editor" ref={host} />;
}
