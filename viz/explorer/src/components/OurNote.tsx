import { FormattedMessage } from "react-intl";
import type { Statement } from "../api/graph";
import { useWords } from "./languages";

/** A remark of ours on a statement, where there is one: never a claim of the report. */
export function OurNote({ statement: { note } }: { statement: Pick<Statement, "note"> }) {
  const words = useWords();
  return note ? (
    <p className="note">
      <b>
        <FormattedMessage id="evidence.note" />
      </b>{" "}
      {words(note)}
    </p>
  ) : null;
}
