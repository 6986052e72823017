import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useEntity, useStatement } from "../api/entities";
import type { Statement } from "../api/graph";
import type { components } from "../api/schema";
import { useVocabulary } from "../api/vocabulary";
import { CopyButton } from "../components/CopyButton";
import { EntityLink } from "../components/EntityLink";
import { Fault } from "../components/Fault";
import { Loading } from "../components/Loading";
import { useLead, useName, usePlainPage, useWords } from "../components/languages";
import { StatusBadge } from "../components/marks";
import { useMomentWords } from "../components/moments";
import { OurNote } from "../components/OurNote";
import { PlaceLink, useCitation } from "../components/PlaceLink";

type Evidence = components["schemas"]["EvidenceShape"];

/** One statement with its status, holder, time, and every quotation it rests on. */
export function StatementEvidence({ id }: { id: string }) {
  const words = useWords();
  const lead = useLead();
  const vocabulary = useVocabulary();
  const plain = usePlainPage();
  const moment = useMomentWords();
  const { data: statement, error, refetch } = useStatement(id);
  if (error) return <Fault error={error} retry={refetch} />;
  if (!statement) return <Loading />;
  const status = vocabulary.modalities.get(statement.modality);
  return (
    <article>
      <h2 className="sentence">
        <StatusBadge modality={statement.modality} />
        <span>
          {status ? <span className="lead-in">{lead(status)}</span> : null}
          {words(statement.sentence)}
        </span>
      </h2>
      <EndsOf statement={statement} />
      <dl className="facts">
        <Fact name={<FormattedMessage id="evidence.holder" />}>
          {statement.attributed_to === null ? (
            <FormattedMessage id="other.holder" />
          ) : (
            <Holder id={statement.attributed_to} />
          )}
        </Fact>
        {statement.time || statement.as_of_report ? (
          <Fact name={<FormattedMessage id="evidence.time" />}>
            {statement.time ? moment(statement.time.edtf) : null}{" "}
            {statement.as_of_report ? <FormattedMessage id="evidence.asOfReport" /> : null}
          </Fact>
        ) : null}
        {statement.qualifier ? (
          <Fact name={<FormattedMessage id="evidence.qualifier" />}>{words(statement.qualifier)}</Fact>
        ) : null}
        {statement.condition ? (
          <Fact name={<FormattedMessage id="evidence.condition" />}>{words(statement.condition)}</Fact>
        ) : null}
      </dl>
      {statement.evidence.length ? <CopyStatement statement={statement} /> : null}
      {statement.evidence.map((evidence) => (
        <Passage key={`${evidence.report} ${evidence.paragraph} ${evidence.start}`} evidence={evidence} />
      ))}
      {statement.evidence.length ? null : <Triple statement={statement} />}
      <OurNote statement={statement} />
      <p>
        <a href={plain(`/report/${statement.report}/statement/${statement.id.split("/")[1] ?? ""}`)}>
          <FormattedMessage id="evidence.full" />
        </a>
      </p>
    </article>
  );
}

/** A button that copies what is said with its status, who says it, and where. */
function CopyStatement({ statement }: { statement: Statement }) {
  const intl = useIntl();
  const words = useWords();
  const lead = useLead();
  const name = useName();
  const vocabulary = useVocabulary();
  const cite = useCitation();
  const holder = useEntity(statement.attributed_to ?? statement.subject.id).data;
  const status = vocabulary.modalities.get(statement.modality);
  const places = intl.formatList([...new Set(statement.evidence.map(cite))]);
  const sentence = `${status ? lead(status) : ""}${words(statement.sentence)}`;
  const held = { sentence, holder: holder ? name(holder) : "", places };
  return (
    <p>
      <CopyButton look="tool" text={intl.formatMessage({ id: "evidence.cited.statement" }, held)}>
        <FormattedMessage id="evidence.copy.statement" />
      </CopyButton>
    </p>
  );
}

/** A quotation in the words of the report, and our working translation, which says that it is ours. */
function Passage({ evidence }: { evidence: Evidence }) {
  const intl = useIntl();
  const place = useCitation()(evidence);
  return (
    <figure className="passage">
      <figcaption>
        <PlaceLink report={evidence.report} paragraph={evidence.paragraph} start={evidence.start} end={evidence.end} />
      </figcaption>
      <p className="said-by">
        <FormattedMessage id="evidence.quotation" />
      </p>
      <blockquote lang="zh-Hans">{evidence.quote}</blockquote>
      <CopyButton look="tool" text={intl.formatMessage({ id: "evidence.cited" }, { quote: evidence.quote, place })}>
        <FormattedMessage id="evidence.copy" />
      </CopyButton>
      <p className="said-by">
        <FormattedMessage id="evidence.translation" />
      </p>
      <p className="translation" lang="en">
        {evidence.translation}
      </p>
      <CopyButton
        look="tool"
        text={intl.formatMessage({ id: "evidence.cited.translation" }, { translation: evidence.translation, place })}
      >
        <FormattedMessage id="evidence.copy.translation" />
      </CopyButton>
    </figure>
  );
}

/** The triple as the data has it: all there is, where a dataset carries no evidence. */
function Triple({ statement }: { statement: Statement }) {
  const subject = useEntity(statement.subject.id).data?.iri;
  const object = useEntity("id" in statement.object ? statement.object.id : statement.subject.id).data?.iri;
  return (
    <>
      <p className="note" role="note">
        <b>
          <FormattedMessage id="other.evidence" />
        </b>
      </p>
      <dl className="facts">
        <Fact name={<FormattedMessage id="other.triple" />}>
          <code>{subject}</code> <code>{statement.predicate.iri}</code>{" "}
          <code>{"id" in statement.object ? object : statement.object.value}</code>
        </Fact>
      </dl>
    </>
  );
}

function EndsOf({ statement }: { statement: Statement }) {
  return (
    <p className="ends">
      <EntityLink id={statement.subject.id} />
      {"id" in statement.object ? (
        <>
          <span aria-hidden="true"> → </span>
          <EntityLink id={statement.object.id} />
        </>
      ) : null}
    </p>
  );
}

/** Who holds a statement: the report itself, the Rapporteur, a body. */
function Holder({ id }: { id: string }) {
  const { data } = useEntity(id);
  return data ? <EntityLink id={id} /> : id;
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
