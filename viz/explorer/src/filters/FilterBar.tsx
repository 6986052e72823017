import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useLabels } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import { useWords, type Words } from "../components/languages";
import { ShowAll } from "../components/ShowAll";
import { CERTAINTIES, type Filters, isNarrowed } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { FilterChoices } from "./FilterChoices";
import { toggled } from "./filtering";

// Of one kind; more are shown when they are asked for.
const FEW_CHIPS = 3;
const LISTS = ["classes", "families", "modalities", "holders", "sections", "certainties"] as const;
const DATES = ["from", "to", "asAt"] as const;

/** What the views are narrowed to, each part of which can be taken away, and the panel to choose more. */
export function FilterBar() {
  const intl = useIntl();
  const filters = useExplorer((state) => state.shown.filters);
  const holders = useLabels(filters.holders);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const bar = useRef<HTMLElement>(null);
  // Whoever goes on in the view that it covers is done with it. Where it covers nothing, it would move what is pressed.
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: PointerEvent) => {
      const panel = bar.current?.querySelector(".filter-panel");
      const isCovering = panel && getComputedStyle(panel).position === "absolute";
      if (isCovering && target instanceof Node && !bar.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.preventDefault();
    close();
  };
  return (
    <section
      ref={bar}
      className="filter-bar"
      aria-label={intl.formatMessage({ id: "filters.title" })}
      // On the way down: fields keep keys to themselves.
      onKeyDownCapture={onKeyDown}
    >
      <div className="chips">
        <Button ref={opener} className="tool" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span> <FormattedMessage id="filters.title" />
        </Button>
        {isNarrowed(filters) ? (
          <>
            <ul>
              {LISTS.filter((kind) => filters[kind].length).map((kind) => (
                <li key={kind}>
                  <Chips kind={kind} ids={filters[kind]} holders={holders} />
                </li>
              ))}
              {DATES.filter((kind) => filters[kind]).map((kind) => (
                <li key={kind}>
                  <span className="chip-kind">{intl.formatMessage({ id: `filters.${kind}` })}</span>
                  <Chip kind={kind} id={filters[kind]} holders={holders} remove={{ [kind]: "" }} />
                </li>
              ))}
            </ul>
            <ShowAll />
          </>
        ) : (
          <span className="hint">
            <FormattedMessage id="filters.none" />
          </span>
        )}
      </div>
      {isOpen ? (
        <FilterChoices>
          <Button className="button small" onPress={close}>
            <FormattedMessage id="filters.close" />
          </Button>
        </FilterChoices>
      ) : null}
    </section>
  );
}

interface ChipsProperties {
  readonly kind: (typeof LISTS)[number];
  readonly ids: readonly string[];
  readonly holders: ReadonlyMap<string, Words>;
}

/** What is let through of one kind: the first few, all when it is wanted. */
function Chips({ kind, ids, holders }: ChipsProperties) {
  const intl = useIntl();
  const [isWhole, setWhole] = useState(false);
  // A single one that is left out would take no more room than saying so.
  const shown = isWhole || ids.length <= FEW_CHIPS + 1 ? ids : ids.slice(0, FEW_CHIPS);
  return (
    <>
      <span className="chip-kind">{intl.formatMessage({ id: `filters.${kind}` })}</span>
      {shown.map((id) => (
        <Chip key={id} kind={kind} id={id} holders={holders} remove={{ [kind]: toggled(ids, id) }} />
      ))}
      {shown.length < ids.length ? (
        <Button className="link" onPress={() => setWhole(true)}>
          <FormattedMessage id="filters.more" values={{ count: ids.length - shown.length }} />
        </Button>
      ) : null}
    </>
  );
}

interface ChipProperties {
  readonly kind: (typeof LISTS)[number] | (typeof DATES)[number];
  readonly id: string;
  readonly holders: ReadonlyMap<string, Words>;
  readonly remove: Partial<Filters>;
}

/** One part of what is narrowed; choosing it takes it away. */
function Chip({ kind, id, holders, remove }: ChipProperties) {
  const intl = useIntl();
  const words = useWords();
  const vocabulary = useVocabulary();
  const nameOf = (): string => {
    const labelled = (label: Words | undefined) => (label ? words(label) : id);
    switch (kind) {
      case "classes":
      case "families":
      case "modalities":
        return labelled(vocabulary[kind].get(id)?.label);
      case "holders":
        return labelled(holders.get(id));
      case "sections": {
        const section = vocabulary.sections.find((each) => each.id === id);
        return section ? `${id} ${words(section.title)}` : id;
      }
      case "certainties": {
        const certainty = CERTAINTIES.find((each) => each === id);
        return certainty ? intl.formatMessage({ id: `filters.sure.${certainty}` }) : id;
      }
      default:
        return id;
    }
  };
  const name = nameOf();
  const labelled = intl.formatMessage(
    { id: "app.labelled" },
    { label: intl.formatMessage({ id: `filters.${kind}` }), value: name },
  );
  return (
    <Button
      className="chip"
      aria-label={`${intl.formatMessage({ id: "filters.remove" })} ${labelled}`}
      onPress={() => actions.setFilters(remove)}
    >
      {name} <span aria-hidden="true">×</span>
    </Button>
  );
}
