import { FormattedMessage } from "react-intl";
import type { Entity } from "../api/entities";
import { useVocabulary } from "../api/vocabulary";
import { useWords } from "../components/languages";
import { TAGS } from "../messages";
import { useExplorer } from "../state/store";

/** Every name of an entity, those of the reader's language first, and where it comes from: official only if looked up. */
export function NameSources({ entity }: { entity: Entity }) {
  const words = useWords();
  const { nameSources } = useVocabulary();
  const language = useExplorer((state) => state.shown.language);
  const languages = language === "en" ? (["en", "zh"] as const) : (["zh", "en"] as const);
  const names = languages.flatMap((each) =>
    entity.labels[each].map((text, n) => ({
      text,
      tag: TAGS[each],
      source: entity.label_sources[each][n] ?? "",
      confirmed: entity.label_confirmations[each][n],
    })),
  );
  return (
    <details className="mentions">
      <summary>
        <FormattedMessage id="evidence.sources" values={{ count: names.length }} />
      </summary>
      <ul className="name-sources">
        {names.map(({ text, tag, source, confirmed }) => {
          const called = nameSources.get(source);
          return (
            <li key={`${tag} ${text}`}>
              <span lang={tag}>{text}</span>
              <small>
                {called ? words(called.label) : source}
                {confirmed ? (
                  <>
                    {" · "}
                    <FormattedMessage id="evidence.confirmed" />
                    <span lang="en">{confirmed}</span>
                  </>
                ) : null}
              </small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
