import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import {
  type Form,
  fetchFile,
  isWhole,
  type MeaningfulLayout,
  timelineParameters,
  useDiagrams,
  useSnippet,
  viewAddress,
  viewParameters,
} from "../api/diagrams";
import { useReports } from "../api/entities";
import { useGraph } from "../api/graph";
import { CopyButton } from "../components/CopyButton";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useWords } from "../components/languages";
import { usePlaceWords } from "../components/PlaceLink";
import { saveFile } from "../components/saving";
import { TitleField } from "../components/TitleField";
import { useSelected } from "../components/useSelected";
import { visibleOf } from "../graph/elements";
import { type Cited, citedPlaces } from "../report/citing";
import { toAddress } from "../state/address";
import type { ViewName } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { byDating } from "../timeline/items";

// Letters of a link from which on some programs for mail and chat cut it.
const LONG = 2000;

/** How a view's own arrangement is drawn; those of others are drawn as they stand on the graph. */
const LAYOUTS: Partial<Record<ViewName, MeaningfulLayout>> = { matrix: "matrix" };
type Exact = "graph" | "arranged" | "timeline" | "other";
const EXACT: Partial<Record<ViewName, Exact>> = { graph: "graph", matrix: "arranged" };

/** A button that opens all ways to take along what is shown. */
export function ShareDialog() {
  return (
    <DialogTrigger>
      <Button className="tool">
        <FormattedMessage id="share.open" />
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal share">
          <Dialog>
            <Heading slot="title">
              <FormattedMessage id="share.open" />
            </Heading>
            <Ways />
            <Button slot="close" className="button">
              <FormattedMessage id="app.close" />
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

function Ways() {
  const intl = useIntl();
  const shown = useExplorer((state) => state.shown);
  const link = new URL(toAddress(shown), location.href).href;
  return (
    <>
      <h3>
        <FormattedMessage id="share.link" />
      </h3>
      <Copied text={link} label={intl.formatMessage({ id: "share.link" })} />
      <p className="hint">
        <FormattedMessage id="share.link.hint" />{" "}
        {link.length > LONG ? <FormattedMessage id="share.link.long" values={{ count: link.length }} /> : null}
      </p>
      {shown.view === "timeline" ? <OfTimeline /> : <OfCanvas />}
    </>
  );
}

/** The timeline as it is shown: each of its statements that has a date. */
function OfTimeline() {
  const { language, titles } = useExplorer((state) => state.shown);
  const { statements, error, retry } = useSelected(true);
  const diagrams = useDiagrams();
  const dated = useMemo(() => byDating(statements?.items ?? []).dated.map(([each]) => each), [statements]);
  if (error) return <Fault error={error} retry={retry} />;
  if (diagrams.error) return <Fault error={diagrams.error} retry={diagrams.refetch} />;
  if (!statements || !diagrams.data) return <Loading />;
  const { most_dated: most, forms, frame_ancestors } = diagrams.data;
  const count = dated.length;
  return (
    <>
      <h3>
        <FormattedMessage id="share.diagram.timeline" />
      </h3>
      {!count || count > most ? (
        <p>
          <FormattedMessage id="share.many.timeline" values={{ most, count }} />
        </p>
      ) : (
        <Diagram
          parameters={timelineParameters(
            dated.map(({ id }) => id),
            language,
            titles[language],
          )}
          forms={forms}
          sites={frame_ancestors}
          exact="timeline"
        />
      )}
      <Citations cited={citedPlaces(dated)} />
    </>
  );
}

/** What stands on the canvas, as it stands there or as the open view arranges it. */
function OfCanvas() {
  const shown = useExplorer((state) => state.shown);
  const { canvas, filters, language, titles } = shown;
  const ids = Object.keys(canvas);
  const layout = LAYOUTS[shown.view];
  const graph = useGraph(ids, filters);
  const diagrams = useDiagrams();
  const visible = useMemo(() => visibleOf(graph.data, canvas), [graph.data, canvas]);
  const parameters = viewParameters(
    visible.entities.map(({ id }) => id),
    canvas,
    filters,
    language,
    titles[language],
    layout,
  );
  const { entities, relations } = visible;
  const failed = graph.error ? graph : diagrams.error ? diagrams : undefined;
  const most = diagrams.data?.most_entities ?? 0;
  return (
    <>
      {failed ? <Fault error={failed.error} retry={failed.refetch} /> : null}
      {!ids.length ? (
        <p>
          <FormattedMessage id="share.empty" />
        </p>
      ) : failed ? null : !graph.data || graph.isPlaceholderData || !diagrams.data ? (
        <Loading />
      ) : (
        <>
          <h3>
            <FormattedMessage id="share.diagram" />
          </h3>
          {shown.view === "graph" ? null : (
            <p>
              <FormattedMessage id={layout ? `share.${layout}` : "share.other"} />
            </p>
          )}
          <p>
            <FormattedMessage id="graph.counts" values={{ entities: entities.length, relations: relations.length }} />
          </p>
          {!entities.length ? (
            <p>
              <FormattedMessage id="share.hidden" />
            </p>
          ) : entities.length > most || !isWhole(graph.data) ? (
            <p>
              <FormattedMessage id="share.many" values={{ most, count: entities.length }} />
            </p>
          ) : (
            <Diagram
              parameters={parameters}
              forms={diagrams.data.forms}
              sites={diagrams.data.frame_ancestors}
              exact={EXACT[shown.view] ?? "other"}
            />
          )}
          <Citations cited={citedPlaces(relations.map(({ statement }) => statement))} />
        </>
      )}
    </>
  );
}

interface DiagramProperties {
  readonly parameters: URLSearchParams;
  readonly exact: Exact;
  readonly forms: readonly Form[];
}

/** A diagram under a title of one's own: its files, and what shows it in another page, where `sites` may. */
function Diagram({ sites, ...files }: DiagramProperties & { readonly sites: string }) {
  const intl = useIntl();
  return (
    <>
      <TitleField label="share.title" usual={intl.formatMessage({ id: "share.title.none" })} />
      <Files {...files} />
      <Snippet page={viewAddress(files.parameters, "")} sites={sites} />
    </>
  );
}

/** The files of a diagram: each is made when it is asked for. */
function Files({ parameters, forms, exact }: DiagramProperties) {
  const intl = useIntl();
  const words = useWords();
  const save = useMutation({
    mutationFn: (form: string) => fetchFile(`${viewAddress(parameters, form)}&download=true`),
    onSuccess: ({ name, body }) => {
      saveFile(name, body);
      actions.announce(intl.formatMessage({ id: "share.saved" }, { name }));
    },
  });
  const form = save.variables;
  return (
    <>
      <ul className="forms">
        {forms.map(({ extension, title }) => (
          <li key={extension}>
            <Button className="tool" isPending={save.isPending} onPress={() => save.mutate(extension)}>
              {words(title)} <small>.{extension}</small>
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="hint">
        {save.isPending ? (
          <FormattedMessage id="share.saving" />
        ) : save.data ? (
          <FormattedMessage id="share.saved" values={{ name: save.data.name }} />
        ) : (
          <FormattedMessage id={`share.exact.${exact}`} />
        )}
      </p>
      {save.error && form ? <Fault error={save.error} retry={() => save.mutate(form)} /> : null}
    </>
  );
}

/** What shows the diagram in another page, and which pages may. */
function Snippet({ page, sites }: { page: string; sites: string }) {
  const intl = useIntl();
  const snippet = useSnippet(page, true);
  const others = sites.split(" ").filter((each) => each !== "'self'" && each !== "'none'");
  return (
    <>
      <h3>
        <FormattedMessage id="share.embed" />
      </h3>
      {snippet.error ? <Fault error={snippet.error} retry={snippet.refetch} /> : null}
      {snippet.isPending ? <Loading /> : null}
      {/* Before the snippet: in a page that may not embed it, it shows nothing but a broken frame. */}
      <p>
        {others.includes("*") ? (
          <FormattedMessage id="share.embed.all" />
        ) : others.length ? (
          <FormattedMessage id="share.embed.sites" values={{ sites: others.join(", ") }} />
        ) : (
          <FormattedMessage id="share.embed.none" />
        )}
      </p>
      {snippet.data ? <Copied text={snippet.data} label={intl.formatMessage({ id: "share.embed" })} /> : null}
    </>
  );
}

/** The paragraphs that the lines rest on, as one cites them. */
function Citations({ cited }: { cited: readonly Cited[] }) {
  const intl = useIntl();
  const placeWords = usePlaceWords();
  const { data } = useReports();
  if (!cited.length) return null;
  const text = cited
    .map(({ report, paragraphs, others }) => {
      const symbol = data?.items.find((each) => each.slug === report)?.symbol ?? report;
      const numbers = paragraphs.join(intl.formatMessage({ id: "share.cite.between" }));
      const named = paragraphs.length
        ? [intl.formatMessage({ id: "share.cite.paragraphs" }, { count: paragraphs.length, numbers })]
        : [];
      const place = [...others.map(placeWords), ...named].join(intl.formatMessage({ id: "share.cite.between" }));
      return intl.formatMessage({ id: "evidence.place" }, { symbol, place });
    })
    .join(intl.formatMessage({ id: "share.cite.reports" }));
  return (
    <>
      <h3>
        <FormattedMessage id="share.cite" />
      </h3>
      <Copied text={text} label={intl.formatMessage({ id: "share.cite" })} />
    </>
  );
}

/** Words that can be read and copied. */
function Copied({ text, label }: { text: string; label: string }) {
  return (
    <div className="copied">
      <textarea
        className="field"
        readOnly
        rows={2}
        aria-label={label}
        value={text}
        onFocus={(e) => e.target.select()}
      />
      <CopyButton look="button small" text={text}>
        <FormattedMessage id="copy.copy" />
      </CopyButton>
    </div>
  );
}
