import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { LAYOUTS, type Layout, MANY_ARRANGED, MOST_ARRANGED } from "./arrangement";

interface Properties {
  readonly count: number;
  readonly arrange: (layout: Layout) => void;
}

/** A choice of how what is shown is arranged; what is pinned stays where it is. */
export function LayoutMenu({ count, arrange }: Properties) {
  const intl = useIntl();
  return (
    <MenuTrigger>
      <Button className="tool" isDisabled={!count}>
        <FormattedMessage id="layout.title" /> <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover floating">
        {count > MOST_ARRANGED ? (
          <p className="hint">
            <FormattedMessage id="layout.many" values={{ count, most: MOST_ARRANGED }} />
          </p>
        ) : null}
        <Menu
          className="results"
          aria-label={intl.formatMessage({ id: "layout.title" })}
          disabledKeys={count > MOST_ARRANGED ? LAYOUTS.filter((each) => each !== MANY_ARRANGED) : []}
          onAction={(key) => arrange(key as Layout)}
        >
          {LAYOUTS.map((layout) => (
            <MenuItem
              key={layout}
              id={layout}
              className="result"
              textValue={intl.formatMessage({ id: `layout.${layout}` })}
            >
              <span />
              <FormattedMessage id={`layout.${layout}`} />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
