import { FormattedMessage } from "react-intl";
import { usePlainPage } from "../components/languages";

/** What this is, and the ways out of the explorer. */
export function Footer() {
  const plain = usePlainPage();
  return (
    <footer className="bottom">
      <p>
        <FormattedMessage id="app.footer" />
      </p>
      <p>
        <a href={plain("/plain")}>
          <FormattedMessage id="app.plain" />
        </a>
        {" · "}
        <a href={plain("/docs")}>
          <FormattedMessage id="app.documentation" />
        </a>
        {" · "}
        <a href="/static/explorer/licences.txt">
          <FormattedMessage id="app.licences" />
        </a>
      </p>
    </footer>
  );
}
