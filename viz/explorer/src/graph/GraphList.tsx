import { useState } from "react";
import { Button, Checkbox, Disclosure, DisclosurePanel, Heading, Toolbar } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import type { Node } from "../api/graph";
import { useWords } from "../components/languages";
import { ClassMark, StatusBadge } from "../components/marks";
import { actions, useExplorer } from "../state/store";
import { relationsOf, type Visible } from "./elements";
import { SelectionTools } from "./SelectionTools";

const PAGE = 100;

interface Properties {
  readonly visible: Visible;
  readonly expand: (id: string) => void;
}

/** The graph as a list of its entities, each with its relations: for those who don't see the picture, and to read. */
export function GraphList({ visible, expand }: Properties) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure className="graph-list" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={2}>
        <Button slot="trigger" className="disclosure">
          <FormattedMessage id="graph.list" />
        </Button>
      </Heading>
      <DisclosurePanel>
        {isOpen ? (
          <>
            <Toolbar className="tools" aria-label={intl.formatMessage({ id: "graph.list.tools" })}>
              <SelectionTools visible={visible} expand={expand} />
            </Toolbar>
            <Entities visible={visible} />
          </>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  );
}

/** The entities, a page at a time: that of the chosen one first. */
function Entities({ visible }: { visible: Visible }) {
  const chosen = useExplorer((state) => state.shown.selection.entities.at(-1));
  const found = visible.entities.findIndex(({ id }) => id === chosen);
  const [turned, turn] = useState({ chosen, page: Math.max(0, Math.floor(found / PAGE)) });
  const total = visible.entities.length;
  const wanted = turned.chosen === chosen || found < 0 ? turned.page : Math.floor(found / PAGE);
  const page = Math.min(wanted, Math.max(0, Math.ceil(total / PAGE) - 1));
  const from = page * PAGE;
  const to = Math.min(from + PAGE, total);
  return (
    <>
      {total > PAGE ? (
        <div className="turn">
          <Button className="tool" isDisabled={page === 0} onPress={() => turn({ chosen, page: page - 1 })}>
            <FormattedMessage id="graph.list.before" />
          </Button>
          <p role="status">
            <FormattedMessage id="graph.list.page" values={{ from: from + 1, to, total }} />
          </p>
          <Button className="tool" isDisabled={to === total} onPress={() => turn({ chosen, page: page + 1 })}>
            <FormattedMessage id="graph.list.after" />
          </Button>
        </div>
      ) : null}
      <ul className="entities">
        {visible.entities.slice(from, to).map((entity) => (
          <Item key={entity.id} entity={entity} visible={visible} />
        ))}
      </ul>
    </>
  );
}

function Item({ entity, visible }: { entity: Node; visible: Visible }) {
  const intl = useIntl();
  const words = useWords();
  const selection = useExplorer((state) => state.shown.selection);
  const relations = relationsOf(visible, entity.id);
  const said = relations.filter(({ subject }) => subject === entity.id);
  const isChosen = selection.entities.includes(entity.id);
  return (
    <li>
      <Checkbox
        className="check used"
        aria-label={intl.formatMessage({ id: "graph.list.choose" }, { name: words(entity.label) })}
        isSelected={isChosen}
        onChange={() => actions.selectEntity(entity.id, true)}
      >
        <span className="box" aria-hidden="true" />
      </Checkbox>{" "}
      <Button className="link" aria-pressed={isChosen} onPress={() => actions.selectEntity(entity.id)}>
        <ClassMark id={entity.class} /> {words(entity.label)}
      </Button>
      {said.length ? (
        <ul>
          {said.map(({ statement }) => (
            <li key={statement.id}>
              <StatusBadge modality={statement.modality} />{" "}
              <Button
                className="link"
                aria-pressed={selection.statements.includes(statement.id)}
                onPress={() => actions.selectStatement(statement.id)}
              >
                {words(statement.sentence)}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {relations.length ? null : (
        <p className="hint">
          <FormattedMessage id="graph.list.none" />
        </p>
      )}
    </li>
  );
}
