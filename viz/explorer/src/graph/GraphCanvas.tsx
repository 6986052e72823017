import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { Button, Toolbar } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useVocabulary } from "../api/vocabulary";
import { useWords } from "../components/languages";
import { actions, useExplorer } from "../state/store";
import { Picture } from "./canvas";
import { relationsOf, toElements, type Visible } from "./elements";
import { canvasRuler } from "./lettering";
import { type Direction, nextRelation, stepFrom } from "./walk";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

interface Properties {
  readonly visible: Visible;
  readonly expand: (id: string) => void;
  readonly isWaiting: boolean;
}

/** The picture of the graph with its tools; it can be walked by keyboard. */
export function GraphCanvas({ visible, expand, isWaiting }: Properties) {
  const intl = useIntl();
  const words = useWords();
  const vocabulary = useVocabulary();
  const shown = useExplorer((state) => state.shown);
  const history = useExplorer((state) => state.history);
  const { canvas, selection, language } = shown;
  const container = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture>(null);
  const opener = useRef(expand);
  opener.current = expand;
  const ruler = useMemo(canvasRuler, []);
  // The entity that the keyboard is at, also while one of its relations is chosen.
  const at = useRef<string>(undefined);
  if (selection.entities.length) at.current = selection.entities.at(-1);

  useEffect(() => {
    if (!container.current) return;
    const made = new Picture(container.current, vocabulary, {
      onEntity: actions.selectEntity,
      onStatement: actions.selectStatement,
      onNothing: actions.clearSelection,
      onOpen: (id) => opener.current(id),
      onMove: actions.place,
    });
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(container.current);
    picture.current = made;
    return () => {
      watcher.disconnect();
      made.destroy();
      picture.current = null;
    };
  }, [vocabulary]);

  const drawn = useRef(0);
  useEffect(() => {
    picture.current?.draw(toElements(visible, canvas, vocabulary, language, ruler));
    // More than one that came is a new picture, and is seen whole.
    const count = visible.entities.length;
    if (count > drawn.current + 1 || drawn.current === 0) picture.current?.fit();
    drawn.current = count;
  }, [visible, canvas, vocabulary, language, ruler]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn anew has no marks
  useEffect(() => picture.current?.mark(selection), [selection, visible, vocabulary]);

  const choose = (id: string) => {
    actions.selectEntity(id);
    picture.current?.reveal(id);
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
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = ARROWS[event.key];
    const here = at.current !== undefined && at.current in canvas ? at.current : undefined;
    if (direction) {
      const next = stepFrom(here, direction, visible, canvas);
      if (next) choose(next);
    } else if (event.key === "PageDown" || event.key === "PageUp") {
      const next = here && nextRelation(visible, here, selection.statements[0], event.key === "PageUp");
      if (next) {
        actions.selectStatement(next.statement.id);
        const status = vocabulary.modalities.get(next.statement.modality);
        actions.announce(`${status ? words(status.lead) : ""} ${words(next.statement.sentence)}`);
      }
    } else if (event.key === "Enter" && here) expand(here);
    else if (event.key === "Delete" && selection.entities.length) actions.remove(selection.entities);
    else if (event.key === "Escape") actions.clearSelection();
    else if (event.key === "+") picture.current?.zoom(true);
    else if (event.key === "-") picture.current?.zoom(false);
    else if (event.key === "0") picture.current?.fit();
    else return;
    event.preventDefault();
  };

  const counts = { entities: visible.entities.length, relations: visible.relations.length };
  const one = selection.entities.length === 1 ? selection.entities[0] : undefined;
  return (
    <div className="canvas-frame">
      <Toolbar className="tools" aria-label={intl.formatMessage({ id: "graph.tools" })}>
        <Button className="tool" isDisabled={!history.past.length} onPress={actions.undo}>
          <FormattedMessage id="graph.undo" />
        </Button>
        <Button className="tool" isDisabled={!history.future.length} onPress={actions.redo}>
          <FormattedMessage id="graph.redo" />
        </Button>
        <Button className="tool" onPress={() => picture.current?.fit()}>
          <FormattedMessage id="graph.fit" />
        </Button>
        <Button className="tool" onPress={() => picture.current?.zoom(true)}>
          <FormattedMessage id="graph.zoomIn" />
        </Button>
        <Button className="tool" onPress={() => picture.current?.zoom(false)}>
          <FormattedMessage id="graph.zoomOut" />
        </Button>
        <Button className="tool" isDisabled={one === undefined} onPress={() => one !== undefined && expand(one)}>
          <FormattedMessage id="graph.expand" />
        </Button>
        <Button
          className="tool"
          isDisabled={!selection.entities.length}
          onPress={() => actions.remove(selection.entities)}
        >
          <FormattedMessage id="graph.remove" />
        </Button>
        <Button className="tool" onPress={() => actions.replaceCanvas({})}>
          <FormattedMessage id="graph.clear" />
        </Button>
        <span className="counts" aria-busy={isWaiting}>
          {isWaiting ? <FormattedMessage id="app.loading" /> : <FormattedMessage id="graph.counts" values={counts} />}
        </span>
      </Toolbar>
      <div
        ref={container}
        className="canvas"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked by keyboard
        tabIndex={0}
        aria-label={intl.formatMessage({ id: "graph.canvas" })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
