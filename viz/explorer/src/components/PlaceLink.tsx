import { useIntl } from "react-intl";
import { useReports } from "../api/entities";
import { usePlainPage } from "./languages";

/** A place in a report as one cites it, which opens the report there. */
export function PlaceLink({ report, paragraph }: { report: string; paragraph: string }) {
  const intl = useIntl();
  const plain = usePlainPage();
  const { data } = useReports();
  const symbol = data?.items.find((each) => each.slug === report)?.symbol ?? report;
  const footnote = /^fn(\d+)$/.exec(paragraph)?.[1];
  const place =
    paragraph === "cover" || paragraph === "summary"
      ? intl.formatMessage({ id: `place.${paragraph}` })
      : footnote
        ? intl.formatMessage({ id: "place.footnote" }, { number: footnote })
        : intl.formatMessage({ id: "place.paragraph" }, { number: paragraph });
  return (
    <a href={plain(`/report/${report}/paragraph/${paragraph}`)}>
      {intl.formatMessage({ id: "evidence.place" }, { symbol, place })}
    </a>
  );
}
