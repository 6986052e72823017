import { useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { useIntl } from "react-intl";
import { useEntitySearch } from "../api/entities";
import { TAGS } from "../messages";
import { useExplorer } from "../state/store";
import { useName } from "./languages";
import { ClassMark } from "./marks";

const MOST = 12;

interface Properties {
  readonly label: string;
  /** The name of what is chosen now. */
  readonly name: string;
  readonly choose: (id: string) => void;
}

/** A field that finds an entity by any of its names, in either language. */
export function EntityField({ choose, ...properties }: Properties) {
  // Made anew with each choice: where the same one is chosen again, its name would be taken out of the field.
  const [choices, setChoices] = useState(0);
  const count = (id: string) => {
    setChoices((before) => before + 1);
    choose(id);
  };
  return <Finder key={choices} {...properties} choose={count} />;
}

function Finder({ label, name: current, choose }: Properties) {
  const intl = useIntl();
  const name = useName();
  const language = useExplorer((state) => state.shown.language);
  const other = language === "en" ? "zh" : "en";
  const [typed, setTyped] = useState(current);
  const found = useEntitySearch(typed === current ? "" : typed, MOST);
  return (
    <ComboBox
      className="form-field"
      inputValue={typed}
      onInputChange={setTyped}
      items={found.data?.items ?? []}
      defaultFilter={() => true}
      allowsEmptyCollection
      onSelectionChange={(key) => key !== null && choose(String(key))}
    >
      <Label>{label}</Label>
      <div className="combo">
        <Input className="field" />
        <Button className="tool" aria-label={intl.formatMessage({ id: "search.results" })}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="popover floating">
        <ListBox
          className="results"
          renderEmptyState={() => (
            <p className="hint">{intl.formatMessage({ id: found.isFetching ? "search.waiting" : "search.type" })}</p>
          )}
        >
          {(entity: NonNullable<typeof found.data>["items"][number]) => (
            <ListBoxItem id={entity.id} textValue={name(entity)} className="result">
              <ClassMark id={entity.class} />
              <Text slot="label">{name(entity)}</Text>
              <Text slot="description" lang={TAGS[other]}>
                {entity.labels[other][0]}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
