import { useIntl } from "react-intl";
import { useVocabulary } from "../api/vocabulary";
import { useWords } from "../components/languages";
import { LineMark } from "../components/marks";
import { useMomentWords } from "../components/moments";
import { usePlaceWords } from "../components/PlaceLink";
import { actions, useExplorer } from "../state/store";
import { Bar } from "./Bar";
import type { TimelineItem } from "./items";
import type { Placed } from "./lanes";

interface Properties {
  readonly placed: Placed<TimelineItem>;
  /** Places in rem. */
  readonly left: number;
  readonly top: number;
  readonly holder: (id: string) => string;
  /** Whether Tab comes to it. */
  readonly isCurrent: boolean;
}

/** One statement on the timeline: when, with which status, what, by whom and where; it opens its evidence. */
export function Item({ placed, left, top, holder, isCurrent }: Properties) {
  const intl = useIntl();
  const words = useWords();
  const moment = useMomentWords();
  const place = usePlaceWords();
  const vocabulary = useVocabulary();
  const { statements, entities } = useExplorer((state) => state.shown.selection);
  const { statement, extent } = placed.item;
  const { id, modality, subject, object, time, evidence, certainty } = statement;
  const status = vocabulary.modalities.get(modality);
  const look = vocabulary.lineLook(modality);
  const isRelated = [subject.id, "id" in object ? object.id : ""].some((each) => entities.includes(each));
  const places = [...new Set(evidence.map(({ paragraph }) => place(paragraph)))].join(", ");
  const said =
    statement.attributed_to === null ? intl.formatMessage({ id: "other.holder" }) : holder(statement.attributed_to);
  return (
    <li style={{ left: `${left}rem`, top: `${top}rem`, width: `${placed.width}rem` }}>
      <button
        type="button"
        data-statement={id}
        data-related={isRelated || undefined}
        aria-pressed={statements.includes(id)}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => actions.selectStatement(id)}
      >
        <Bar extent={extent} colour={look.colour} width={placed.bar} />
        <span className="label">
          <span className="dating">
            <b>{time ? moment(time.edtf) : null}</b> <LineMark look={look} />{" "}
            <i>{status ? words(status.label) : modality}</i> <span className="place">{places}</span>
          </span>
          <span className="sentence">{words(statement.sentence)}</span>
          {certainty === "possible" ? (
            <em className="said">{intl.formatMessage({ id: "timeline.possibly" })} </em>
          ) : null}
          <span className="said">
            {intl.formatMessage(
              { id: "app.labelled" },
              { label: intl.formatMessage({ id: "evidence.holder" }), value: said },
            )}
          </span>
        </span>
      </button>
    </li>
  );
}
