/** What a model's view and the comparison of several have in common. */

import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import type { Statement } from "../api/graph";
import { OurNote } from "../components/OurNote";
import { SaidBy } from "../components/SaidBy";
import { StatementLink } from "../components/StatementLink";
import type { PartName, Turn } from "./scenarios";

/** A part of what is told of a model under its heading, or what is said where nothing stands in it. */
export function Part({
  name,
  count,
  children,
}: {
  name: Exclude<PartName, "because" | "instead">;
  count: number;
  children: ReactNode;
}) {
  return (
    <section>
      <h2>
        <FormattedMessage id={`scenarios.${name}`} values={{ count }} />
      </h2>
      {count ? children : <Silence of={name} />}
    </section>
  );
}

/** Statements with who says each and where. */
export function Statements({ of }: { of: readonly Statement[] }) {
  return (
    <ul className="plain">
      {of.map((statement) => (
        <li key={statement.id}>
          <StatementLink statement={statement} /> <SaidBy statement={statement} withHolder />
          <OurNote statement={statement} />
        </li>
      ))}
    </ul>
  );
}

/** Facts of today, each with what would end it or stand in its place. */
export function Turns({ of, by }: { of: readonly Turn[]; by: "scenarios.because" | "scenarios.instead" }) {
  return (
    <ul className="plain">
      {of.map(({ from, to }) => (
        <li key={`${from.id} ${to.map(({ id }) => id).join(" ")}`}>
          <StatementLink statement={from} /> <SaidBy statement={from} withHolder />
          {to.length ? (
            <>
              <p className="said-by">
                <FormattedMessage id={by} />
              </p>
              <Statements of={to} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What is said where nothing stands in a part: that nothing is against a model must not be read as more than it is. */
export function Silence({ of: name }: { of: PartName }) {
  return (
    <p className="hint">
      <FormattedMessage id={name === "against" ? "scenarios.silent.against" : "scenarios.silent"} />
    </p>
  );
}
