import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useLabels } from "../api/graph";
import { useVocabulary } from "../api/vocabulary";
import { useWords, type Words } from "../components/languages";
import { CERTAINTIES, type Filters, isNarrowed, NO_FILTERS } from "../state/model";
import { actions, useExplorer } from "../state/store";
import { FilterChoices } from "./FilterChoices";
import { toggled } from "./filtering";

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
              {LISTS.flatMap((kind) =>
                filters[kind].map((id) => (
                  <li key={`${kind} ${id}`}>
                    <Chip kind={kind} id={id} holders={holders} remove={{ [kind]: toggled(filters[kind], id) }} />
                  </li>
                )),
              )}
              {DATES.filter((kind) => filters[kind]).map((kind) => (
                <li key={kind}>
                  <Chip kind={kind} id={filters[kind]} holders={holders} remove={{ [kind]: "" }} />
                </li>
              ))}
            </ul>
            <Button className="link" onPress={() => actions.setFilters(NO_FILTERS)}>
              <FormattedMessage id="legend.all" />
            </Button>
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
  return (
    <Button className="chip" onPress={() => actions.setFilters(remove)}>
      <span className="hidden">{intl.formatMessage({ id: "filters.remove" })} </span>
      {intl.formatMessage(
        { id: "app.labelled" },
        { label: intl.formatMessage({ id: `filters.${kind}` }), value: nameOf() },
      )}{" "}
      <span aria-hidden="true">×</span>
    </Button>
  );
}
