import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading, ToggleButton } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { useChoices } from "../api/filters";
import { useVocabulary } from "../api/vocabulary";
import { useWords } from "../components/languages";
import { ClassMark, LineMark } from "../components/marks";
import { ShowAll } from "../components/ShowAll";
import type { MessageKey } from "../messages";
import { isNarrowed } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { isLetThrough, switched } from "./signs";

/** What the signs and lines mean, and how often they stand on the graph; each switches its own off and on, in every view. */
export function Legend() {
  const words = useWords();
  const { classes, families, modalities, isA, carriesEvidence } = useVocabulary();
  const canvas = useExplorer((state) => state.shown.canvas);
  const filters = useExplorer((state) => state.shown.filters);
  const { choices } = useChoices(canvas);
  return (
    <Disclosure className="legend" defaultExpanded>
      <Heading level={2}>
        <Button slot="trigger" className="disclosure">
          <FormattedMessage id="legend.title" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <Signs kind="classes" title="legend.classes" counts={choices?.classes} isA={isA}>
          {[...classes.values()].map(({ id, label, comment }) => ({
            id,
            mark: <ClassMark id={id} />,
            name: words(label),
            meaning: words(comment),
          }))}
        </Signs>
        <Signs kind="modalities" title="legend.modalities" counts={choices?.modalities}>
          {[...modalities.values()].map(({ id, label, comment, style }) => ({
            id,
            mark: <LineMark look={style} />,
            name: words(label),
            meaning: words(comment),
          }))}
        </Signs>
        <Signs kind="families" title="legend.families" counts={choices?.families}>
          {[...families.values()].map(({ id, label, comment }) => ({
            id,
            mark: null,
            name: words(label),
            meaning: words(comment),
          }))}
        </Signs>
        {carriesEvidence ? (
          <p className="hint">
            <FormattedMessage id="legend.limited" />
          </p>
        ) : null}
        {isNarrowed(filters) ? <ShowAll className="button small" /> : null}
      </DisclosurePanel>
    </Disclosure>
  );
}

interface SignsProperties {
  readonly kind: "classes" | "families" | "modalities";
  readonly title: MessageKey;
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly isA?: (id: string, kind: string) => boolean;
  readonly children: readonly { id: string; mark: ReactNode; name: string; meaning: string }[];
}

/** The signs of one kind that stand on the graph, or would without the filters. */
function Signs({ kind, title, counts, isA, children }: SignsProperties) {
  const filter = useExplorer((state) => state.shown.filters[kind]);
  const signs = children.filter(({ id }) => counts?.has(id));
  const used = signs.map(({ id }) => id);
  const known = children.map(({ id }) => id);
  if (!signs.length) return null;
  return (
    <>
      <h3>
        <FormattedMessage id={title} />
      </h3>
      <ul className="signs">
        {signs.map(({ id, mark, name, meaning }) => (
          <li key={id} title={meaning}>
            <ToggleButton
              className="sign"
              isSelected={isLetThrough(filter, id, isA)}
              onChange={() => actions.setFilters({ [kind]: switched(filter, id, used, known, isA) })}
            >
              <span className="switch" aria-hidden="true" />
              {mark} <span className="name">{name}</span> <small>{counts?.get(id)}</small>
            </ToggleButton>
          </li>
        ))}
      </ul>
    </>
  );
}
