/** What an answer rests on: its rows with the statements behind each, and every dated statement of the dataset. */

import { useQuery } from "@tanstack/react-query";
import { NO_FILTERS } from "../state/model";
import { useSelectedStatements } from "./selected";
import { askSparql } from "./sparql";

/** The rows of a query, each with the ids of the statements that connect what it names. */
export function useRowsWithEvidence(query: string) {
  return useQuery({
    queryKey: ["rows with evidence", query],
    queryFn: async ({ signal }) => {
      const answer = await askSparql({ query, evidence: true, seconds: "" }, signal);
      return answer.kind === "rows" ? answer.rows : [];
    },
  });
}

/** Every statement, those with a date first. */
export function useEveryStatement() {
  return useSelectedStatements([], NO_FILTERS, "about");
}
