import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { actions, type Notice, useExplorer } from "../state/store";

/** What the reader should know, until it is dismissed. */
export function Notices() {
  const intl = useIntl();
  const notices = useExplorer((state) => state.notices);
  if (!notices.length) return null;
  return (
    <section className="notices" aria-label={intl.formatMessage({ id: "notice.region" })}>
      {notices.map((notice) => (
        <div className="notice" role="status" key={JSON.stringify(notice)}>
          <p>
            <Told notice={notice} />
          </p>
          {notice.kind === "renewed" ? (
            <Button className="button small" onPress={() => location.reload()}>
              <FormattedMessage id="notice.reload" />
            </Button>
          ) : null}
          {"filters" in notice ? (
            <Button
              className="button small"
              onPress={() => {
                actions.setFilters(notice.filters);
                actions.dismiss(notice);
              }}
            >
              <FormattedMessage id="notice.refilter" />
            </Button>
          ) : null}
          <Button className="button small" onPress={() => actions.dismiss(notice)}>
            <FormattedMessage id="notice.dismiss" />
          </Button>
        </div>
      ))}
    </section>
  );
}

function Told({ notice }: { notice: Notice }) {
  const intl = useIntl();
  const listed = (items: readonly string[]) => intl.formatList(items.map((item) => `“${item}”`));
  switch (notice.kind) {
    case "gone":
      return <FormattedMessage id="notice.gone" values={{ ids: listed(notice.ids) }} />;
    case "unread":
      return <FormattedMessage id="notice.unread" values={{ parts: listed(notice.parts) }} />;
    case "limited":
    case "limited.narrowed":
      return <FormattedMessage id={`notice.${notice.kind}`} values={{ shown: notice.shown, total: notice.total }} />;
    case "unfiltered":
    case "refiltered":
      return <FormattedMessage id={`notice.${notice.kind}`} />;
    case "renewed":
      return <FormattedMessage id="notice.renewed" />;
  }
}
