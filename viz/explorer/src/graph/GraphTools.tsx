import { memo } from "react";
import { Button, ToggleButton, Toolbar } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { actions, useExplorer } from "../state/store";
import type { Layout } from "./arrangement";
import { ClusterTools } from "./ClusterTools";
import type { Visible } from "./elements";
import { LayoutMenu } from "./LayoutMenu";
import { SelectionTools } from "./SelectionTools";
import type { ClusterDrawing } from "./useClusterDrawing";

// An answer that is waited for changes the counts alone, and what came with it the counts and what can be undone.
const Chosen = memo(SelectionTools);
const Layouts = memo(LayoutMenu);
const Steps = memo(StepTools);
const Looks = memo(LookTools);

interface Properties {
  readonly visible: Visible;
  readonly expand: (id: string) => void;
  readonly arrange: (layout: Layout) => void;
  readonly clusters: ClusterDrawing;
  readonly openOne: (cluster: string) => void;
  readonly isSeveral: boolean;
  readonly setSeveral: (isSeveral: boolean) => void;
  readonly fit: () => void;
  readonly zoom: (closer: boolean) => void;
  /** Whether there is a map of the whole, and whether it is shown. */
  readonly map: { readonly isShown: boolean; readonly show: (isShown: boolean) => void } | undefined;
}

/** The tools of the canvas and of what is chosen on it. */
export function GraphTools({
  visible,
  expand,
  arrange,
  clusters,
  openOne,
  isSeveral,
  setSeveral,
  fit,
  zoom,
  map,
}: Properties) {
  const cluster = useExplorer((state) => state.shown.selection.cluster);
  const intl = useIntl();
  return (
    <Toolbar className="tools" aria-label={intl.formatMessage({ id: "graph.tools" })}>
      <Steps />
      <Looks fit={fit} zoom={zoom} />
      {map ? (
        <ToggleButton className="tool" isSelected={map.isShown} onChange={map.show}>
          <FormattedMessage id="graph.map" />
        </ToggleButton>
      ) : null}
      <Layouts count={visible.entities.length} arrange={arrange} />
      <ToggleButton className="tool" isSelected={isSeveral} onChange={setSeveral}>
        <FormattedMessage id="graph.several" />
      </ToggleButton>
      {cluster === undefined ? (
        <Chosen visible={visible} expand={expand} />
      ) : (
        <ClusterTools id={cluster} clusters={clusters} open={openOne} />
      )}
      <Button className="tool" onPress={() => actions.replaceCanvas({})}>
        <FormattedMessage id="graph.clear" />
      </Button>
    </Toolbar>
  );
}

/** What undoes and does again. */
function StepTools() {
  const canUndo = useExplorer((state) => state.history.past.length > 0);
  const canRedo = useExplorer((state) => state.history.future.length > 0);
  return (
    <>
      <Button className="tool" isDisabled={!canUndo} onPress={actions.undo}>
        <FormattedMessage id="graph.undo" />
      </Button>
      <Button className="tool" isDisabled={!canRedo} onPress={actions.redo}>
        <FormattedMessage id="graph.redo" />
      </Button>
    </>
  );
}

/** What changes how near one looks. */
function LookTools({ fit, zoom }: Pick<Properties, "fit" | "zoom">) {
  return (
    <>
      <Button className="tool" onPress={fit}>
        <FormattedMessage id="graph.fit" />
      </Button>
      <Button className="tool" onPress={() => zoom(true)}>
        <FormattedMessage id="graph.zoomIn" />
      </Button>
      <Button className="tool" onPress={() => zoom(false)}>
        <FormattedMessage id="graph.zoomOut" />
      </Button>
    </>
  );
}
