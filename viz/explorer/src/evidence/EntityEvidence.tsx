import { FormattedMessage } from "react-intl";
import { useEntity } from "../api/entities";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useName, usePlainPage, useWords } from "../components/languages";
import { ClassMark } from "../components/marks";
import { PartsOf } from "../components/PartsOf";
import { PlaceLink } from "../components/PlaceLink";
import { TopicsAround } from "../components/TopicsAround";
import { TAGS } from "../messages";
import { QuestionsAbout } from "../questions/QuestionsAbout";
import { actions, useExplorer } from "../state/store";
import { NameSources } from "./NameSources";
import { StatementsAbout } from "./StatementsAbout";

/** One entity: all its names, where the report names it, and what is said of it. */
export function EntityEvidence({ id }: { id: string }) {
  const name = useName();
  const words = useWords();
  const plain = usePlainPage();
  const vocabulary = useVocabulary();
  const language = useExplorer((state) => state.shown.language);
  const { data: entity, error, refetch } = useEntity(id);
  if (error) return <Fault error={error} retry={refetch} />;
  if (!entity) return <Loading />;
  const kind = vocabulary.classes.get(entity.class);
  const other = language === "en" ? "zh" : "en";
  const also = entity.labels[language].slice(1);
  const places = [...new Map(entity.mentions.map((each) => [`${each.report} ${each.paragraph}`, each])).values()];
  return (
    <article>
      <h2 className="entity-name">
        <ClassMark id={entity.class} /> {name(entity)}
        {entity.labels[other][0] === name(entity) ? null : (
          <span className="other" lang={TAGS[other]}>
            {entity.labels[other][0]}
          </span>
        )}
      </h2>
      <p className="hint">{kind ? words(kind.label) : entity.class}</p>
      {also.length || entity.labels[other].length > 1 ? (
        <p className="names">
          <FormattedMessage
            id="evidence.names"
            values={{
              names: (
                <>
                  {also.join(" · ")}
                  {also.length && entity.labels[other].length > 1 ? " · " : ""}
                  <span lang={TAGS[other]}>{entity.labels[other].slice(1).join(" · ")}</span>
                </>
              ),
            }}
          />
        </p>
      ) : null}
      <NameSources entity={entity} />
      <StatementsAbout id={id} />
      {vocabulary.carriesEvidence ? (
        <QuestionsAbout id={id}>
          <FormattedMessage id="questions.about.it" />
        </QuestionsAbout>
      ) : null}
      {vocabulary.carriesEvidence ? <PartsOf id={id} choose={actions.selectEntity} /> : null}
      <TopicsAround id={id} choose={actions.selectEntity} />
      {vocabulary.carriesEvidence ? (
        <details className="mentions">
          <summary>
            <FormattedMessage id="evidence.mentions" values={{ count: entity.mentions.length }} />
          </summary>
          <ul className="places">
            {places.map(({ report, paragraph }) => (
              <li key={`${report} ${paragraph}`}>
                <PlaceLink report={report} paragraph={paragraph} />
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="note">
          <FormattedMessage id="other.evidence" />
        </p>
      )}
      <p>
        <a href={plain(`/entity/${entity.id}`)}>
          <FormattedMessage id="evidence.entity.full" />
        </a>
      </p>
    </article>
  );
}
