import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { I18nProvider } from "react-aria-components";
import { FormattedMessage, IntlProvider } from "react-intl";
import { answers } from "../api/client";
import { Boundary } from "../components/Boundary";
import { EvidencePanel } from "../evidence/EvidencePanel";
import { FilterBar } from "../filters/FilterBar";
import { MESSAGES, TAGS } from "../messages";
import { useExplorer } from "../state/store";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { LiveRegion } from "./LiveRegion";
import { Notices } from "./Notices";
import { Shortcuts } from "./Shortcuts";
import { VocabularyGate } from "./VocabularyGate";
import { OpenView, viewOf } from "./views";

/** The whole page. */
export function App() {
  const language = useExplorer((state) => state.shown.language);
  const view = viewOf(useExplorer((state) => state.shown.view));
  const messages = MESSAGES[language];
  useEffect(() => {
    document.documentElement.lang = TAGS[language];
    const title = view.name === "start" ? "" : `${messages[`view.${view.name}`]} · `;
    document.title = `${title}${messages["app.title"]}`;
  }, [language, view, messages]);

  return (
    <QueryClientProvider client={answers}>
      <IntlProvider locale={TAGS[language]} messages={messages}>
        <I18nProvider locale={language === "zh" ? "zh-CN" : "en-US"}>
          <a className="skip" href="#content">
            <FormattedMessage id="app.skip" />
          </a>
          <VocabularyGate>
            <Header />
            <div className={view.withEvidence ? "content beside" : "content"}>
              <main id="content" tabIndex={-1}>
                <Notices />
                {view.withFilters ? <FilterBar /> : null}
                <Boundary key={view.name}>
                  <OpenView view={view} />
                </Boundary>
              </main>
              {view.withEvidence ? <EvidencePanel /> : null}
            </div>
          </VocabularyGate>
          <Footer />
          <Shortcuts />
          <LiveRegion />
        </I18nProvider>
      </IntlProvider>
    </QueryClientProvider>
  );
}
