import { FormattedMessage } from "react-intl";
import { useReports } from "../api/entities";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { usePlainPage, useWords } from "../components/languages";
import { useMomentWords } from "../components/moments";
import { SearchBox } from "../search/SearchBox";
import { Beginnings } from "./Beginnings";
import { ReadyDiagrams } from "./ReadyDiagrams";
import { ReadyQuestions } from "./ReadyQuestions";

/** The report of which our words say what it is. */
const DESCRIBED = "A-68-283";

/** The start: a search box with the focus, where to begin, and what the report is. */
export default function StartView() {
  return useVocabulary().carriesEvidence ? <ReportStart /> : <OtherStart />;
}

/** What every start has: the search box with the focus, and where to begin. */
function Beginning() {
  return (
    <>
      <SearchBox autoFocus />
      <h2>
        <FormattedMessage id="start.try" />
      </h2>
      <Beginnings />
    </>
  );
}

/** The start over RDF of somebody else's: what it is, and where to begin. */
function OtherStart() {
  const words = useWords();
  const { unread } = useVocabulary();
  return (
    <section className="view start">
      <h1>
        <FormattedMessage id="other.title" />
      </h1>
      <p className="lead">
        <FormattedMessage id="other.lead" />
      </p>
      {unread ? (
        <p role="status">
          <FormattedMessage id="other.unread" values={{ why: words(unread) }} />
        </p>
      ) : (
        <Beginning />
      )}
    </section>
  );
}

function ReportStart() {
  const moment = useMomentWords();
  const words = useWords();
  const plain = usePlainPage();
  const reports = useReports();
  return (
    <section className="view start">
      <h1>
        <FormattedMessage id="start.title" />
      </h1>
      <p className="lead">
        <FormattedMessage id="start.lead" />
      </p>
      <Beginning />
      <h2>
        <FormattedMessage id="start.questions" />
      </h2>
      <ReadyQuestions />
      <h2>
        <FormattedMessage id="start.diagrams" />
      </h2>
      <ReadyDiagrams />
      <h2>
        <FormattedMessage id="start.report" />
      </h2>
      {reports.error ? <Fault error={reports.error} retry={reports.refetch} /> : null}
      <ul className="plain">
        {reports.data?.items.map((report) => (
          <li key={report.slug}>
            <FormattedMessage
              id="start.report.words"
              values={{
                symbol: <a href={plain(`/report/${report.slug}`)}>{report.symbol}</a>,
                date: moment(report.date),
                title: words(report.title),
              }}
            />
            {report.slug === DESCRIBED ? (
              <p>
                <FormattedMessage id="start.report.about" />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
