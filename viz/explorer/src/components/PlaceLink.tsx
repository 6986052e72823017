import { useCallback } from "react";
import { useIntl } from "react-intl";
import { useReports } from "../api/entities";
import { useVocabulary } from "../api/vocabulary";
import { type Spot, toDetails } from "../report/reader";
import { toAddress } from "../state/address";
import { actions, useExplorer } from "../state/store";
import { Following } from "./Following";

/** A function that gives a paragraph, footnote, the cover or the summary as one cites it. */
export function usePlaceWords(): (paragraph: string) => string {
  const intl = useIntl();
  return (paragraph) => {
    if (paragraph === "cover" || paragraph === "summary") return intl.formatMessage({ id: `place.${paragraph}` });
    const footnote = /^fn(\d+)$/.exec(paragraph)?.[1];
    return footnote
      ? intl.formatMessage({ id: "place.footnote" }, { number: footnote })
      : intl.formatMessage({ id: "place.paragraph" }, { number: paragraph });
  };
}

/** A function that gives a place in a report as one cites it: `A/68/283, para. 46`. */
export function useCitation(): (place: Pick<Spot, "report" | "paragraph">) => string {
  const intl = useIntl();
  const placeWords = usePlaceWords();
  // A dataset that carries no evidence cites no report.
  const { data } = useReports(useVocabulary().carriesEvidence);
  const reports = data?.items;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of places depend on the language alone
  return useCallback(
    ({ report, paragraph }) => {
      const symbol = reports?.find((each) => each.slug === report)?.symbol ?? report;
      return intl.formatMessage({ id: "evidence.place" }, { symbol, place: placeWords(paragraph) });
    },
    [intl, reports],
  );
}

/** A place in a report as one cites it, which opens the report at those words. */
export function PlaceLink(spot: Spot) {
  const cite = useCitation();
  const shown = useExplorer((state) => state.shown);
  const details = toDetails(spot);
  return (
    <Following href={toAddress({ ...shown, view: "report", details })} follow={() => actions.open("report", details)}>
      {cite(spot)}
    </Following>
  );
}
