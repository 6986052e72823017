import { type RefObject, useState } from "react";
import { Button, Checkbox } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import type { GraphAnswer } from "../api/graph";
import type { Coverage, Paragraph } from "../api/reports";
import { useVocabulary } from "../api/vocabulary";
import { CopyButton } from "../components/CopyButton";
import { DrawButton } from "../components/DrawButton";
import { Following } from "../components/Following";
import { usePlainPage, useWords } from "../components/languages";
import { useCitation, usePlaceWords } from "../components/PlaceLink";
import { StatementLink } from "../components/StatementLink";
import { showUnfiltered } from "../graph/unfiltered";
import { TAGS } from "../messages";
import { actions, useExplorer } from "../state/store";
import { cut, endsIn, type Piece, translationsOf } from "./reader";

/** The entities that the page names, by id. */
export type Named = ReadonlyMap<string, GraphAnswer["entities"][number]>;

interface Properties {
  readonly paragraph: Paragraph;
  readonly entities: Named;
  readonly coverage: Coverage | undefined;
  readonly marked: { readonly start?: number | undefined; readonly end?: number | undefined };
  readonly isChosen: boolean;
  readonly place: RefObject<HTMLElement | null> | undefined;
  /** Whether it is among those whose graph is to be shown together, and what makes it so. */
  readonly picked: boolean;
  readonly pick: (picked: boolean) => void;
}

/** One paragraph: its words with what they name, how much of it statements rest on, and those statements. */
export function ReportParagraph(properties: Properties) {
  const { paragraph, entities, coverage, marked, isChosen, place } = properties;
  const words = useWords();
  const placeWords = usePlaceWords();
  const language = useExplorer((state) => state.shown.language);
  const [isOpen, setOpen] = useState(false);
  const { statements } = paragraph;
  const cited = useCitation()({ report: paragraph.report, paragraph: paragraph.id });
  return (
    <article
      ref={place}
      className={isChosen ? "report-paragraph chosen" : "report-paragraph"}
      aria-label={placeWords(paragraph.id)}
    >
      <div className="margin">
        <b>{/^\d+$/.test(paragraph.id) ? paragraph.id : placeWords(paragraph.id)}</b>
        {coverage ? (
          <>
            <meter min={0} max={1} value={coverage.share} aria-hidden="true" />
            <small>
              <FormattedMessage
                id="report.covered"
                values={{ share: coverage.share, percent: Math.round(coverage.share * 100) }}
              />
            </small>
          </>
        ) : null}
      </div>
      <div>
        <p className="text" lang={TAGS.zh}>
          {cut(paragraph.text, paragraph.mentions, marked).map((piece) => (
            <Words key={piece.start} piece={piece} entities={entities} />
          ))}
        </p>
        {language === "en" ? <Translation of={paragraph} /> : null}
        <div className="reader-tools">
          {statements.length ? (
            <>
              <Button className="tool" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
                <FormattedMessage id="evidence.statements" values={{ count: statements.length }} />
              </Button>
              <DrawButton look="tool" draw={() => showUnfiltered(endsIn([paragraph]))}>
                <FormattedMessage id="report.graph" />
              </DrawButton>
              <Checkbox className="check used" isSelected={properties.picked} onChange={properties.pick}>
                <span className="box" aria-hidden="true" /> <FormattedMessage id="report.pick" />
              </Checkbox>
            </>
          ) : null}
          <CopyButton look="tool" text={cited}>
            <FormattedMessage id="report.cite" values={{ cited }} />
          </CopyButton>
        </div>
        {paragraph.reason ? <p className="hint">{words(paragraph.reason)}</p> : null}
        {isOpen ? (
          <ul className="statements">
            {statements.map((statement) => (
              <li key={statement.id}>
                <StatementLink statement={statement} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </article>
  );
}

/** Our translations of the passages that statements rest on, each on a line, with what has none between them. */
function Translation({ of: paragraph }: { of: Paragraph }) {
  const lines = translationsOf(paragraph);
  if (!lines.length) return null;
  return (
    <div className="report-translation" lang={TAGS.en}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and never move
        <p key={at}>{line ?? "[…]"}</p>
      ))}
    </div>
  );
}

/** Words of the text: marked where they are looked at; where they name an entity, they choose it. */
function Words({ piece, entities }: { piece: Piece; entities: Named }) {
  const content = piece.entity ? <Mention id={piece.entity} words={piece.text} entities={entities} /> : piece.text;
  return piece.marked ? <mark>{content}</mark> : content;
}

/** The class is told by the line's colour here, and in words by the title and where the entity is chosen. */
function Mention({ id, words, entities }: { id: string; words: string; entities: Named }) {
  const vocabulary = useVocabulary();
  const plain = usePlainPage();
  const language = useExplorer((state) => state.shown.language);
  const entity = entities.get(id);
  const kind = entity ? vocabulary.classes.get(entity.class) : undefined;
  return (
    <Following
      className="mention"
      style={{ borderBottomColor: vocabulary.classLook(entity?.class ?? "Entity").colour }}
      title={entity && kind ? `${entity.label[language]} (${kind.label[language]})` : id}
      href={plain(`/entity/${id}`)}
      follow={() => actions.selectEntity(id)}
    >
      {words}
    </Following>
  );
}
