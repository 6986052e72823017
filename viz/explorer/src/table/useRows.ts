import { useMemo } from "react";
import { useIntl } from "react-intl";
import type { Statement } from "../api/graph";
import type { NamedEntity } from "../api/selected";
import { useVocabulary } from "../api/vocabulary";
import { useCaption } from "../components/languages";
import { useMomentWords } from "../components/moments";
import { useCitation } from "../components/PlaceLink";
import { useExplorer } from "../state/store";
import type { Row } from "./rows";

type Evidence = Statement["evidence"][number];

/** Statements as rows of words in the language that is shown. */
export function useRows(
  statements: readonly Statement[] | undefined,
  names: ReadonlyMap<string, NamedEntity> | undefined,
): readonly Row[] {
  const intl = useIntl();
  const language = useExplorer((state) => state.shown.language);
  const vocabulary = useVocabulary();
  const moment = useMomentWords();
  const cite = useCitation();
  const caption = useCaption();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words depend on the language alone
  return useMemo(() => {
    const name = (id: string) => names?.get(id)?.labels[language][0] ?? id;
    return (statements ?? []).map((statement): Row => {
      const { id, subject, object, modality, time, sentence, qualifier, condition, evidence } = statement;
      const status = vocabulary.modalities.get(modality);
      const asOf = statement.as_of_report ? intl.formatMessage({ id: "evidence.asOfReport" }) : "";
      const limits = [
        qualifier && `${intl.formatMessage({ id: "evidence.qualifier" })}: ${qualifier[language]}`,
        condition && `${intl.formatMessage({ id: "evidence.condition" })}: ${condition[language]}`,
      ];
      const cells = {
        status: status?.label[language] ?? modality,
        statement: [status?.lead[language], sentence[language]].filter(Boolean).join(language === "zh" ? "" : " "),
        holder: statement.attributed_to === null ? "" : name(statement.attributed_to),
        time: [time ? moment(time.edtf) : "", asOf].filter(Boolean).join(", "),
        place: [...new Set(evidence.map(cite))].join("; "),
        subject: name(subject.id),
        relation: caption(statement),
        object: "id" in object ? name(object.id) : object.words[language],
        limits: limits.filter(Boolean).join("; "),
        quotation: passages(statement, cite, ({ quote }) => quote),
        translation: passages(statement, cite, ({ translation }) => translation),
      };
      const both = [sentence.en, sentence.zh, ...Object.values(cells)];
      return { id, statement, cells, text: both.join("\n").toLowerCase() };
    });
  }, [statements, names, language, vocabulary, cite, caption]);
}

/** The words that a statement rests on; where there are several passages, each on a line of its own after its place. */
function passages(
  { evidence }: Statement,
  cite: (place: Evidence) => string,
  wordsOf: (evidence: Evidence) => string,
): string {
  const [only, ...others] = evidence;
  if (!only) return "";
  return others.length ? evidence.map((each) => `${cite(each)}: ${wordsOf(each)}`).join("\n") : wordsOf(only);
}
