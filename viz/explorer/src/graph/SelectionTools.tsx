import { Button } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import { actions, useExplorer } from "../state/store";
import { ExpandMenu } from "./ExpandMenu";
import type { Visible } from "./elements";
import { hangingOn, outsideOf } from "./surroundings";

interface Properties {
  readonly visible: Visible;
  readonly expand: (id: string) => void;
}

/** What can be done with the chosen entities: the same above the picture and above its list. */
export function SelectionTools({ visible, expand }: Properties) {
  const canvas = useExplorer((state) => state.shown.canvas);
  const chosen = useExplorer((state) => state.shown.selection.entities).filter((id) => id in canvas);
  const hidden = Object.keys(canvas).filter((id) => canvas[id]?.hidden);
  const isPinned = chosen.length > 0 && chosen.every((id) => canvas[id]?.pinned);
  const hanging = hangingOn(visible, chosen, canvas);
  const outside = outsideOf(visible, chosen);
  const none = chosen.length === 0;
  return (
    <>
      <ExpandMenu id={chosen.length === 1 ? chosen[0] : undefined} expand={expand} />
      <Button className="tool" isDisabled={!hanging.length} onPress={() => actions.remove(hanging)}>
        <FormattedMessage id="graph.collapse" />
      </Button>
      <Button className="tool" isDisabled={none} onPress={() => actions.setPinned(chosen, !isPinned)}>
        <FormattedMessage id={isPinned ? "graph.unpin" : "graph.pin"} />
      </Button>
      <Button className="tool" isDisabled={none || !outside.length} onPress={() => actions.setHidden(outside, true)}>
        <FormattedMessage id="graph.focus" />
      </Button>
      <Button className="tool" isDisabled={none} onPress={() => actions.setHidden(chosen, true)}>
        <FormattedMessage id="graph.hide" />
      </Button>
      {hidden.length ? (
        <Button className="tool" onPress={() => actions.setHidden(hidden, false)}>
          <FormattedMessage id="graph.show" values={{ count: hidden.length }} />
        </Button>
      ) : null}
      <Button className="tool" isDisabled={none} onPress={() => actions.remove(chosen)}>
        <FormattedMessage id="graph.remove" />
      </Button>
      <Button
        className="tool"
        isDisabled={chosen.length !== 2}
        onPress={() => actions.setDetails({ ...useExplorer.getState().shown.details, ends: chosen.join("~") })}
      >
        <FormattedMessage id="paths.find" />
      </Button>
    </>
  );
}
