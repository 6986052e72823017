import {
  Button,
  Collection,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { type RelationCount, useRelations } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { useWords } from "../components/languages";
import { LineMark } from "../components/marks";
import { actions, useExplorer } from "../state/store";
import { bringNeighbours, mostNew } from "./expansion";
import { newcomersOf } from "./surroundings";

interface Properties {
  readonly id: string | undefined;
  readonly expand: (id: string) => void;
}

/** A menu of what an entity is tied to, with counts: each relation brings its neighbours alone. */
export function ExpandMenu({ id, expand }: Properties) {
  return (
    <MenuTrigger>
      <Button className="tool" isDisabled={id === undefined}>
        <FormattedMessage id="graph.expand" /> <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover floating">{id === undefined ? null : <Relations id={id} expand={expand} />}</Popover>
    </MenuTrigger>
  );
}

/** An item of the menu that brings by more than one relation. */
function choice(id: string, label: string) {
  return (
    <MenuItem id={id} className="result" textValue={label}>
      <span />
      <Text slot="label">{label}</Text>
    </MenuItem>
  );
}

function Relations({ id, expand }: { id: string; expand: (id: string) => void }) {
  const intl = useIntl();
  const words = useWords();
  const vocabulary = useVocabulary();
  const { canvas, filters } = useExplorer((state) => state.shown);
  const { data, error, refetch } = useRelations(id, filters);
  // Values, such as a number of members, bring nobody: they stand in the evidence.
  const relations = (data?.items ?? []).filter(({ neighbours_total }) => neighbours_total > 0);
  const families = [...new Set(relations.map(({ family }) => family))].map((family) => ({
    id: family,
    items: relations.filter((each) => each.family === family),
  }));
  const everyone = newcomersOf(relations, canvas).length;
  const full = relations.filter(({ neighbours }) => !neighbours.some((each) => !(each in canvas)));
  const choose = (key: string) => {
    if (key === "nearest") return expand(id);
    const chosen = key === "all" ? relations : relations.filter((each) => keyOf(each) === key);
    const count = bringNeighbours(id, chosen);
    actions.announce(intl.formatMessage({ id: "graph.brought" }, { count }));
  };
  if (error) return <Fault error={error} retry={refetch} />;
  return (
    <Menu
      className="results"
      aria-label={intl.formatMessage({ id: "graph.expand" })}
      onAction={(key) => choose(String(key))}
      disabledKeys={full.map(keyOf)}
    >
      {choice("nearest", intl.formatMessage({ id: "graph.nearest" }, { most: mostNew(filters) }))}
      {data && everyone ? choice("all", intl.formatMessage({ id: "graph.everyone" }, { count: everyone })) : null}
      <Collection items={families}>
        {({ id: family, items }) => (
          <MenuSection id={`family ${family}`}>
            <Header>{words(vocabulary.families.get(family)?.label ?? { zh: family, en: family })}</Header>
            <Collection items={items.map((each) => ({ ...each, id: keyOf(each) }))}>
              {(relation) => {
                const status = vocabulary.modalities.get(relation.modality);
                const more = relation.neighbours.filter((each) => !(each in canvas)).length;
                return (
                  <MenuItem id={relation.id} className="result" textValue={words(relation.label)}>
                    <LineMark look={vocabulary.lineLook(relation.modality)} />
                    <Text slot="label">
                      {words(relation.label)} ({relation.neighbours_total})
                    </Text>
                    <Text slot="description">
                      {status ? words(status.label) : relation.modality} ·{" "}
                      <FormattedMessage id="graph.more" values={{ count: more }} />
                    </Text>
                  </MenuItem>
                );
              }}
            </Collection>
          </MenuSection>
        )}
      </Collection>
    </Menu>
  );
}

function keyOf({ predicate, direction, modality }: RelationCount): string {
  return `relation ${predicate} ${direction} ${modality}`;
}
