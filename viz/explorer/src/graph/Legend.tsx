import { Button, Checkbox, CheckboxGroup, Disclosure, DisclosurePanel, Heading, Label } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { useVocabulary } from "../api/vocabulary";
import { useWords } from "../components/languages";
import { ClassMark, LineMark } from "../components/marks";
import { isNarrowed, NO_FILTERS } from "../state/model";
import { actions, useExplorer } from "../state/store";
import type { Visible } from "./elements";

/** What the signs and lines mean; choosing some statuses narrows every view to them. */
export function Legend({ visible }: { visible: Visible }) {
  const words = useWords();
  const vocabulary = useVocabulary();
  const filters = useExplorer((state) => state.shown.filters);
  const classes = [...vocabulary.classes.values()].filter(({ id }) =>
    visible.entities.some((each) => each.class === id),
  );
  const used = new Set(visible.relations.map(({ statement }) => statement.modality));
  const modalities = [...vocabulary.modalities.values()];
  return (
    <Disclosure className="legend" defaultExpanded>
      <Heading level={2}>
        <Button slot="trigger" className="disclosure">
          <FormattedMessage id="legend.title" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <h3>
          <FormattedMessage id="legend.classes" />
        </h3>
        <ul className="signs">
          {classes.map((term) => (
            <li key={term.id} title={words(term.comment)}>
              <ClassMark id={term.id} /> {words(term.label)}
            </li>
          ))}
        </ul>
        <CheckboxGroup
          className="signs"
          value={filters.modalities.length ? [...filters.modalities] : modalities.map(({ id }) => id)}
          onChange={(chosen) => actions.setFilters({ modalities: chosen.length === modalities.length ? [] : chosen })}
        >
          <Label className="heading">
            <FormattedMessage id="legend.modalities" />
          </Label>
          {modalities.map((term) => (
            <Checkbox key={term.id} value={term.id} className={used.has(term.id) ? "check used" : "check"}>
              <span className="box" aria-hidden="true" />
              <LineMark look={term.style} /> {words(term.label)}
            </Checkbox>
          ))}
        </CheckboxGroup>
        {isNarrowed(filters) ? (
          <Button className="button small" onPress={() => actions.setFilters(NO_FILTERS)}>
            <FormattedMessage id="legend.all" />
          </Button>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  );
}
