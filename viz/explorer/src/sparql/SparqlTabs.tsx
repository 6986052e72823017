import type { ReactNode } from "react";
import { Button, Input, Label, Tab, TabList, TabPanel, Tabs, TextField } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { currentOf, MOST_TABS, type Tabs as State, withChange, withoutTab, withReopened, withTab } from "./tabs";

interface Properties {
  readonly state: State;
  readonly change: (change: (state: State) => State) => void;
  /** The editor of the current tab. */
  readonly children: ReactNode;
}

/** The queries as tabs: choose, name, close and open again. */
export function SparqlTabs({ state, change, children }: Properties) {
  const intl = useIntl();
  const current = currentOf(state);
  const numbered = (id: number) => intl.formatMessage({ id: "tabs.numbered" }, { number: id });
  const isFull = state.tabs.length >= MOST_TABS;
  return (
    <Tabs
      className="query-tabs"
      selectedKey={current.id}
      onSelectionChange={(key) => change((before) => ({ ...before, current: Number(key) }))}
    >
      <div className="query-tabs-head">
        <TabList aria-label={intl.formatMessage({ id: "tabs.label" })}>
          {state.tabs.map(({ id, name }) => (
            <Tab key={id} id={id} className="query-tab">
              {name || numbered(id)}
            </Tab>
          ))}
        </TabList>
        <Button className="tool" isDisabled={isFull} onPress={() => change((before) => withTab(before, ""))}>
          <FormattedMessage id="tabs.new" />
        </Button>
        <Button className="tool" onPress={() => change(withoutTab)}>
          <FormattedMessage id="tabs.close" />
        </Button>
        {state.closed.length ? (
          <Button className="tool" isDisabled={isFull} onPress={() => change(withReopened)}>
            <FormattedMessage id="tabs.reopen" />
          </Button>
        ) : null}
        <TextField
          className="query-name"
          value={current.name}
          maxLength={60}
          onChange={(name) => change((before) => withChange(before, { name }))}
        >
          <Label>
            <FormattedMessage id="tabs.name" />
          </Label>
          <Input className="field" placeholder={numbered(current.id)} />
        </TextField>
      </div>
      <TabPanel key={current.id} id={current.id}>
        {children}
      </TabPanel>
    </Tabs>
  );
}
