import { FormattedMessage } from "react-intl";
import { api } from "../api/client";
import { usePlainPage } from "../components/languages";

/** What this is, and the ways out of the explorer. */
export function Footer() {
  const plain = usePlainPage();
  const carriesEvidence = api.useQuery("get", "/api/vocabulary").data?.carries_evidence;
  return (
    <footer className="bottom">
      <p>
        <FormattedMessage id={carriesEvidence === false ? "other.footer" : "app.footer"} />
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
