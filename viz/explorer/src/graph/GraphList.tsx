import { Button, Checkbox, Disclosure, DisclosurePanel, Heading, Toolbar } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useWords } from "../components/languages";
import { ClassMark, StatusBadge } from "../components/marks";
import { actions, useExplorer } from "../state/store";
import { relationsOf, type Visible } from "./elements";
import { SelectionTools } from "./SelectionTools";

/** The graph as a list of its entities, each with its relations: for those who don't see the picture, and to read. */
export function GraphList({ visible, expand }: { visible: Visible; expand: (id: string) => void }) {
  const intl = useIntl();
  const words = useWords();
  const selection = useExplorer((state) => state.shown.selection);
  return (
    <Disclosure className="graph-list">
      <Heading level={2}>
        <Button slot="trigger" className="disclosure">
          <FormattedMessage id="graph.list" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <Toolbar className="tools" aria-label={intl.formatMessage({ id: "graph.list.tools" })}>
          <SelectionTools visible={visible} expand={expand} />
        </Toolbar>
        <ul className="entities">
          {visible.entities.map((entity) => {
            const relations = relationsOf(visible, entity.id).filter(({ subject }) => subject === entity.id);
            return (
              <li key={entity.id}>
                <Checkbox
                  className="check used"
                  aria-label={intl.formatMessage({ id: "graph.list.choose" }, { name: words(entity.label) })}
                  isSelected={selection.entities.includes(entity.id)}
                  onChange={() => actions.selectEntity(entity.id, true)}
                >
                  <span className="box" aria-hidden="true" />
                </Checkbox>{" "}
                <Button
                  className="link"
                  aria-pressed={selection.entities.includes(entity.id)}
                  onPress={() => actions.selectEntity(entity.id)}
                >
                  <ClassMark id={entity.class} /> {words(entity.label)}
                </Button>
                {relations.length ? (
                  <ul>
                    {relations.map(({ statement }) => (
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
                {relationsOf(visible, entity.id).length ? null : (
                  <p className="hint">
                    <FormattedMessage id="graph.list.none" />
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
