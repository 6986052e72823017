import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useVocabulary } from "../api/vocabulary";
import { useCaption, useWords } from "../components/languages";
import type { Canvas } from "../state/model";
import { actions, useExplorer } from "../state/store";
import type { Layout } from "./arrangement";
import { MANY, Picture, type Viewport } from "./canvas";
import { clusterNode, clusterOf } from "./clusters";
import { relationsOf, toBoxes, toLines, type Visible } from "./elements";
import { FarLabels } from "./FarLabels";
import { GraphTools } from "./GraphTools";
import { canvasRuler } from "./lettering";
import { Minimap } from "./Minimap";
import { isNewPicture } from "./placement";
import { hangingOn, outsideOf } from "./surroundings";
import type { ClusterDrawing } from "./useClusterDrawing";
import { usePixelRatio } from "./usePixelRatio";
import { type Direction, nextRelation, stepFrom } from "./walk";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

// So many entities are seen at once without a map of them.
const FEW = 40;

interface Properties {
  readonly visible: Visible;
  readonly expand: (id: string) => void;
  readonly arrange: (layout: Layout) => void;
  readonly clusters: ClusterDrawing;
  readonly openOne: (cluster: string) => void;
  readonly isWaiting: boolean;
  /** What is told at the foot of the picture after how much it shows. */
  readonly children: ReactNode;
}

/** The picture of the graph with its tools; it can be walked by keyboard. */
export function GraphCanvas({ visible, expand, arrange, clusters, openOne, isWaiting, children }: Properties) {
  const intl = useIntl();
  const words = useWords();
  const vocabulary = useVocabulary();
  const shown = useExplorer((state) => state.shown);
  const { canvas, selection, language } = shown;
  const container = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture>(null);
  const viewport = useRef<Viewport>(undefined);
  const [shownPicture, setShownPicture] = useState<Picture>();
  const [wantsMap, setWantsMap] = useState(true);
  const opener = useRef(expand);
  const openNode = (node: string) => {
    const cluster = clusterOf(node);
    if (cluster === undefined) expand(node);
    else openOne(cluster);
  };
  opener.current = openNode;
  // Without a keyboard there is no Shift: while this is on, each tap chooses one more, or no longer that one.
  const [isSeveral, setSeveral] = useState(false);
  const several = useRef(isSeveral);
  several.current = isSeveral;
  const caption = useCaption();
  const ruler = useMemo(() => canvasRuler(), []);
  // The entity that the keyboard is at, also while one of its relations is chosen.
  const at = useRef<string>(undefined);
  if (selection.entities.length) at.current = selection.entities.at(-1);
  else if (selection.cluster !== undefined) at.current = clusterNode(selection.cluster);

  const drawing = useRef(clusters);
  drawing.current = clusters;
  const pixelRatio = usePixelRatio();
  const isLarge = visible.entities.length > MANY;
  useEffect(() => {
    if (!container.current) return;
    const made = new Picture(container.current, vocabulary, pixelRatio, isLarge, {
      onEntity: (id, more) => actions.selectEntity(id, more || several.current),
      onEntities: (ids) => actions.select({ entities: ids, statements: [] }),
      onStatement: actions.selectStatement,
      onCluster: (id) => drawing.current.choose(id),
      onNothing: actions.clearSelection,
      onOpen: (node) => opener.current(node),
      onMove: actions.place,
      onMoveCluster: (id, place) => actions.placeClusters({ [id]: place }),
    });
    if (viewport.current) made.viewport = viewport.current;
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(container.current);
    picture.current = made;
    setShownPicture(made);
    return () => {
      watcher.disconnect();
      viewport.current = made.viewport;
      made.destroy();
      picture.current = null;
      setShownPicture(undefined);
    };
  }, [vocabulary, pixelRatio, isLarge]);

  const drawn = useRef<Canvas>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture made anew has nothing on it
  useEffect(() => {
    const boxes = toBoxes(visible, canvas, vocabulary, language, ruler);
    const lines = () => [...toLines(visible, canvas, boxes, vocabulary, caption), ...clusters.lines];
    picture.current?.draw([...boxes, ...clusters.boxes], lines, visible.relations.length + clusters.lines.length);
    const standing = {
      ...Object.fromEntries(visible.entities.map(({ id }) => [id, canvas[id] ?? drawn.current[id]])),
      ...clusters.places,
    };
    if (isNewPicture(drawn.current, standing as Canvas)) picture.current?.fit();
    const before = drawn.current;
    const came = Object.keys(before).length > 0 && Object.keys(standing).some((id) => !(id in before));
    // Who reads on in the list below stays there.
    const readsElsewhere = document.activeElement?.closest("main") && !document.activeElement.closest(".canvas-frame");
    if (came && !readsElsewhere) container.current?.scrollIntoView({ block: "nearest" });
    drawn.current = standing as Canvas;
  }, [
    visible,
    canvas,
    vocabulary,
    language,
    ruler,
    caption,
    pixelRatio,
    isLarge,
    clusters.boxes,
    clusters.lines,
    clusters.places,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn anew has no marks
  useEffect(
    () => picture.current?.mark(selection),
    [selection, visible, vocabulary, pixelRatio, isLarge, clusters.boxes, clusters.lines],
  );

  const choose = (id: string, more = false) => {
    picture.current?.reveal(id);
    const cluster = clusterOf(id);
    if (cluster !== undefined) return clusters.choose(cluster);
    actions.selectEntity(id, more);
    const entity = visible.entities.find((each) => each.id === id);
    const kind = vocabulary.classes.get(entity?.class ?? "");
    if (!entity) return;
    const values = {
      name: words(entity.label),
      kind: kind ? words(kind.label) : entity.class,
      count: relationsOf(visible, id).length,
    };
    actions.announce(intl.formatMessage({ id: "graph.selected" }, values));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === "a") {
      actions.selectAll();
      event.preventDefault();
    }
    if (command || event.altKey) return;
    const chosen = selection.entities;
    const letter = event.key.toLowerCase();
    const direction = ARROWS[event.key];
    const places = { ...canvas, ...clusters.places };
    const here = at.current !== undefined && at.current in places ? at.current : undefined;
    const cluster = selection.cluster;
    if (direction) {
      const next = stepFrom(here, direction, visible, places);
      if (next) choose(next, event.shiftKey);
    } else if (event.key === "PageDown" || event.key === "PageUp") {
      const next = here && nextRelation(visible, here, selection.statements[0], event.key === "PageUp");
      if (next) {
        actions.selectStatement(next.statement.id);
        const status = vocabulary.modalities.get(next.statement.modality);
        actions.announce(`${status ? words(status.lead) : ""} ${words(next.statement.sentence)}`);
      }
    } else if (event.key === "Enter" && here) openNode(here);
    else if (event.key === "Delete" && cluster !== undefined) actions.removeCluster(cluster);
    else if (letter === "c" && cluster !== undefined) clusters.fold(cluster);
    else if (event.key === "Delete" && chosen.length) actions.remove(chosen);
    else if (letter === "h" && chosen.length) actions.setHidden(chosen, true);
    else if (letter === "p" && chosen.length) actions.setPinned(chosen, !chosen.every((id) => canvas[id]?.pinned));
    else if (letter === "f" && chosen.length) actions.setHidden(outsideOf(visible, chosen), true);
    else if (letter === "c" && chosen.length) actions.remove(hangingOn(visible, chosen, canvas));
    else if (event.key === "Escape") actions.clearSelection();
    else if (event.key === "+") picture.current?.zoom(true);
    else if (event.key === "-") picture.current?.zoom(false);
    else if (event.key === "0") picture.current?.fit();
    else return;
    event.preventDefault();
  };

  const fit = useCallback(() => picture.current?.fit(), []);
  const zoom = useCallback((closer: boolean) => picture.current?.zoom(closer), []);
  const counts = { entities: visible.entities.length, relations: visible.relations.length };
  return (
    <div className="canvas-frame">
      <GraphTools
        visible={visible}
        expand={expand}
        arrange={arrange}
        clusters={clusters}
        openOne={openOne}
        isSeveral={isSeveral}
        setSeveral={setSeveral}
        fit={fit}
        zoom={zoom}
        map={visible.entities.length > FEW ? { isShown: wantsMap, show: setWantsMap } : undefined}
      />
      <div className="canvas-room">
        <div className="canvas-sheet">
          <div
            ref={container}
            className="canvas"
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked by keyboard
            tabIndex={0}
            aria-label={intl.formatMessage({ id: "graph.canvas" })}
            onKeyDown={onKeyDown}
            onPointerDownCapture={() => picture.current?.lookWhere()}
            // Cytoscape takes the focus away when a button goes down, and the keys would go nowhere.
            onPointerUp={() => container.current?.focus({ preventScroll: true })}
          />
          <FarLabels
            picture={shownPicture}
            visible={visible}
            canvas={canvas}
            chosen={selection.entities}
            clusters={clusters.names}
            ink={vocabulary.ink}
          />
          {wantsMap && visible.entities.length > FEW ? (
            <Minimap picture={shownPicture} visible={visible} canvas={canvas} clusters={clusters.names} />
          ) : null}
        </div>
        <div className="foot">
          <span className="counts" aria-busy={isWaiting}>
            {isWaiting ? <FormattedMessage id="app.loading" /> : <FormattedMessage id="graph.counts" values={counts} />}
          </span>{" "}
          {children}
        </div>
      </div>
    </div>
  );
}
