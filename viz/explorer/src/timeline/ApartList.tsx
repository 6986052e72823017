import { useState } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { type DatedStatement, statementsDocument } from "../api/selected";
import { Documents } from "../components/Documents";
import { useMomentWords } from "../components/moments";
import { usePlaceWords } from "../components/PlaceLink";
import { StatementLink } from "../components/StatementLink";
import { useExplorer } from "../state/store";

const PAGE = 100;

interface Properties {
  readonly heading: "timeline.list" | "timeline.current" | "timeline.undated";
  readonly statements: readonly DatedStatement[];
  readonly holder: (id: string) => string;
}

/** Statements as a list with their dates, holders and places, closed at first. */
export function ApartList({ heading, statements, holder }: Properties) {
  const { language, titles } = useExplorer((state) => state.shown);
  const [most, setMost] = useState(PAGE);
  const moment = useMomentWords();
  const place = usePlaceWords();
  if (!statements.length) return null;
  const shown = statements.slice(0, most);
  return (
    <Disclosure className="timeline-list">
      <Heading level={2}>
        <Button slot="trigger" className="disclosure">
          <FormattedMessage id={heading} values={{ count: statements.length }} />
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="tools-line">
          <Documents
            count={statements.length}
            address={(form) =>
              statementsDocument(
                statements.map(({ id }) => id),
                form,
                language,
                { columns: ["time"], title: titles[language] },
              )
            }
          />
        </div>
        <ul className="statements">
          {shown.map((statement) => (
            <li key={statement.id} data-listed={statement.id}>
              {statement.time ? <b>{moment(statement.time.edtf)} </b> : null}
              <StatementLink statement={statement} />
              {statement.certainty === "possible" ? (
                <em>
                  {" "}
                  <FormattedMessage id="timeline.possibly" />
                </em>
              ) : null}{" "}
              <span className="hint">
                {statement.attributed_to === null ? (
                  <FormattedMessage id="other.holder" />
                ) : (
                  holder(statement.attributed_to)
                )}{" "}
                · {[...new Set(statement.evidence.map(({ paragraph }) => place(paragraph)))].join(", ")}
              </span>
            </li>
          ))}
        </ul>
        {shown.length < statements.length ? (
          <p>
            <FormattedMessage id="timeline.list.limited" values={{ shown: shown.length, total: statements.length }} />{" "}
            <Button className="button small" onPress={() => setMost(most + PAGE)}>
              <FormattedMessage id="evidence.more" />
            </Button>
          </p>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  );
}
