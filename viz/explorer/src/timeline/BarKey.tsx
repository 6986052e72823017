import { FormattedMessage } from "react-intl";
import { useVocabulary } from "../api/vocabulary";
import { Bar } from "./Bar";
import { readExtent } from "./extent";

const SHOWN = [
  ["day", { edtf: "2013-05-21", earliest: "2013-05-21", latest: "2013-05-21" }, 0.75],
  ["days", { edtf: "2013-10-03/2013-10-04", earliest: "2013-10-03", latest: "2013-10-04" }, 2],
  ["within", { edtf: "2006", earliest: "2006-01-01", latest: "2006-12-31" }, 2],
  ["unsure", { edtf: "2006~", earliest: "2006-01-01", latest: "2006-12-31" }, 2],
  ["open", { edtf: "2006/..", earliest: "2006-01-01", latest: null }, 3],
] as const;

/** What the shapes of dates mean. */
export function BarKey() {
  const { ink } = useVocabulary();
  return (
    <ul className="dating-key paper plain">
      {SHOWN.map(([name, dating, width]) => {
        const extent = readExtent(dating);
        return extent ? (
          <li key={name}>
            <Bar extent={extent} colour={ink} width={width} />
            <FormattedMessage id={`timeline.key.${name}`} />
          </li>
        ) : null;
      })}
      <li>
        <span className="related" aria-hidden="true">
          …
        </span>
        <FormattedMessage id="timeline.key.related" />
      </li>
    </ul>
  );
}
