import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { previewAddress, useDiagrams } from "../api/diagrams";
import { Fault } from "../components/Fault";
import { FileLink } from "../components/FileLink";
import { Loading } from "../components/Loading";
import { usePlainPage, useWords } from "../components/languages";
import { BRIEFING_FORMS } from "../components/saving";
import { showDiagram } from "../graph/expansion";
import { useExplorer } from "../state/store";

const FIRST = 6;

/** The ready diagrams as pictures; each opens in the graph, and comes as a file for briefings. */
export function ReadyDiagrams() {
  const intl = useIntl();
  const words = useWords();
  const plain = usePlainPage();
  const language = useExplorer((state) => state.shown.language);
  const [isWhole, setWhole] = useState(false);
  const { data, error, refetch } = useDiagrams();
  const opening = useMutation({ mutationFn: showDiagram });
  if (error) return <Fault error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const shown = isWhole ? data.items : data.items.slice(0, FIRST);
  const forms = data.forms.filter(({ extension }) => BRIEFING_FORMS.includes(extension));
  return (
    <>
      <ul className="pictures">
        {shown.map(({ id, title, subtitle }) => (
          <li key={id}>
            <img
              src={previewAddress(id, language)}
              alt={intl.formatMessage({ id: "diagrams.picture" }, { title: words(title) })}
              loading="lazy"
              width="320"
              height="200"
            />
            <h3>{words(title)}</h3>
            {subtitle ? <p className="hint">{words(subtitle)}</p> : null}
            <Button
              className="button small"
              isPending={opening.isPending}
              aria-label={intl.formatMessage({ id: "diagrams.open.title" }, { title: words(title) })}
              onPress={() => opening.mutate(id)}
            >
              <FormattedMessage id="diagrams.open" />
            </Button>
            <div className="links">
              <a href={plain(`/diagrams/${id}`)}>
                <FormattedMessage
                  id="diagrams.page"
                  values={{ title: <span className="hidden">{words(title)}</span> }}
                />
              </a>
              {forms.map((form) => (
                <FileLink key={form.extension} address={`${plain(`/diagrams/${id}.${form.extension}`)}&download=true`}>
                  {form.extension.toUpperCase()} <span className="hidden">{words(title)}</span>
                </FileLink>
              ))}
            </div>
            {opening.error && opening.variables === id ? (
              <Fault error={opening.error} retry={() => opening.mutate(id)} />
            ) : null}
          </li>
        ))}
      </ul>
      {shown.length < data.items.length ? (
        <Button className="button small" onPress={() => setWhole(true)}>
          <FormattedMessage id="diagrams.all" values={{ count: data.items.length }} />
        </Button>
      ) : null}
    </>
  );
}
