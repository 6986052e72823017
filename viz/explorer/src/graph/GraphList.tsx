import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { useWords } from "../components/languages";
import { ClassMark, StatusBadge } from "../components/marks";
import { actions, useExplorer } from "../state/store";
import { relationsOf, type Visible } from "./elements";

/** The graph as a list of its entities, each with its relations: for those who don't see the picture, and to read. */
export function GraphList({ visible }: { visible: Visible }) {
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
        <ul className="entities">
          {visible.entities.map((entity) => {
            const relations = relationsOf(visible, entity.id).filter(({ subject }) => subject === entity.id);
            return (
              <li key={entity.id}>
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
