/** Words of the dataset, which come in both languages, in the reader's. */

import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { Statement } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import { useExplorer } from "../state/store";
import { countsOf } from "./counting";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The names of an entity in each language, preferred first. */
export interface Names {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** A function that gives words in the language that is shown. */
export function useWords(): (words: Words) => string {
  const language = useExplorer((state) => state.shown.language);
  return useCallback((words) => words[language], [language]);
}

/** What leads into a sentence by its status, up to the sentence: a fact is said plainly, a Chinese colon takes no space. */
export function useLead(): (status: { readonly id: string; readonly lead: Words } | undefined) => string {
  const words = useWords();
  return useCallback(
    (status) => (!status || status.id === "fact" ? "" : words(status.lead).replace(/[^：]$/, "$& ")),
    [words],
  );
}

/** A function that gives an entity's preferred name in the language that is shown. */
export function useName(): (entity: { readonly id: string; readonly labels: Names }) => string {
  const language = useExplorer((state) => state.shown.language);
  return useCallback(({ id, labels }) => labels[language][0] ?? labels.en[0] ?? labels.zh[0] ?? id, [language]);
}

/** A function that gives the words of a statement's relation, those of a stated absence as what isn't so. */
export function useCaption(): (
  statement: Pick<Statement, "modality"> & { readonly predicate: { readonly label: Words } },
) => string {
  const intl = useIntl();
  const language = useExplorer((state) => state.shown.language);
  return useCallback(
    ({ predicate, modality }) => {
      const label = predicate.label[language];
      return modality === "absence" ? intl.formatMessage({ id: "statement.not" }, { label }) : label;
    },
    [intl, language],
  );
}

/** A function that tells how many statements there are of each status: “3 fact, 1 proposal”. */
export function useStatusCounts(): (statements: readonly { readonly modality: string }[]) => string {
  const language = useExplorer((state) => state.shown.language);
  const { modalities } = useVocabulary();
  return (statements) =>
    countsOf(statements, ({ modality }) => modality)
      .map(([id, count]) => `${count} ${modalities.get(id)?.label[language] ?? id}`)
      .join(language === "zh" ? "、" : ", ");
}

/** A function that gives the address of a plain page of this service in the language that is shown. */
export function usePlainPage(): (path: string) => string {
  const language = useExplorer((state) => state.shown.language);
  return (path) => `${path.split("/").map(encodeURIComponent).join("/")}?lang=${language}`;
}
