import type { Statement } from "../api/graph";
import { EntityLink } from "./EntityLink";
import { PlaceLink } from "./PlaceLink";

interface Properties {
  readonly statement: Statement;
  /** Whether who holds it is told too. */
  readonly withHolder?: boolean;
}

/** Where a statement stands, each place once, and who holds it. */
export function SaidBy({ statement, withHolder = false }: Properties) {
  const places = new Map(statement.evidence.map((each) => [`${each.report} ${each.paragraph}`, each]));
  return (
    <span className="said-by">
      {withHolder && statement.attributed_to !== null ? (
        <>
          <EntityLink id={statement.attributed_to} />{" "}
        </>
      ) : null}
      {[...places].map(([place, { report, paragraph }]) => (
        <span key={place}>
          <PlaceLink report={report} paragraph={paragraph} />{" "}
        </span>
      ))}
    </span>
  );
}
