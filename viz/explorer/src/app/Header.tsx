import { FormattedMessage, useIntl } from "react-intl";
import { Following } from "../components/Following";
import { LANGUAGE_NAMES, TAGS } from "../messages";
import { SearchBox } from "../search/SearchBox";
import { ShareDialog } from "../share/ShareDialog";
import { toAddress } from "../state/address";
import { LANGUAGES, type Shown } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { useShownViews, viewOf } from "./views";

/** Name, views, search and language: links, so that each opens in a new tab as well. */
export function Header() {
  const intl = useIntl();
  const shown = useExplorer((state) => state.shown);
  const views = useShownViews();
  const current = viewOf(shown.view).name;
  const to = (change: Partial<Shown>) => toAddress({ ...shown, ...change });
  return (
    <header className="top">
      <Following className="brand" href={to({ view: "start", details: {} })} follow={() => actions.open("start")}>
        <img src="/static/icon.svg" alt="" width="28" height="28" />
        Migov
      </Following>
      <nav aria-label={intl.formatMessage({ id: "app.views" })}>
        <ul>
          {views.map(({ name }) => (
            <li key={name}>
              <Following
                href={to({ view: name, details: {} })}
                follow={() => actions.open(name)}
                aria-current={name === current ? "page" : undefined}
              >
                <FormattedMessage id={`view.${name}`} />
              </Following>
            </li>
          ))}
        </ul>
      </nav>
      {current === "start" ? null : <SearchBox />}
      {current === "start" ? null : <ShareDialog />}
      <nav className="languages" aria-label={intl.formatMessage({ id: "app.language" })}>
        <ul>
          {LANGUAGES.map((language) => (
            <li key={language}>
              <Following
                href={to({ language })}
                follow={() => actions.setLanguage(language)}
                lang={TAGS[language]}
                hrefLang={TAGS[language]}
                aria-current={language === shown.language ? "true" : undefined}
              >
                {LANGUAGE_NAMES[language]}
              </Following>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
