import { Button } from "react-aria-components";
import type { Statement } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import { actions } from "../state/store";
import { useLead, useWords } from "./languages";
import { StatusBadge } from "./marks";

/** A statement in one sentence with its status, which opens its evidence. */
export function StatementLink({ statement }: { statement: Statement }) {
  const words = useWords();
  const lead = useLead();
  const status = useVocabulary().modalities.get(statement.modality);
  return (
    <>
      <StatusBadge modality={statement.modality} />{" "}
      <Button className="link" onPress={() => actions.selectStatement(statement.id)}>
        {lead(status)}
        {words(statement.sentence)}
      </Button>
    </>
  );
}
