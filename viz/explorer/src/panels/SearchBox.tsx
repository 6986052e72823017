import { useState } from "react";
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  Text,
} from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { useEntitySearch } from "../api/entities";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { useName, useWords } from "../components/languages";
import { ClassMark } from "../components/marks";
import { useExpansion } from "../graph/useExpansion";
import { TAGS } from "../messages";
import { useExplorer } from "../state/store";

const MOST = 20;

/** Search by any name in either language; what is chosen comes onto the canvas with what is around it. */
export function SearchBox({ autoFocus = false }: { autoFocus?: boolean }) {
  const intl = useIntl();
  const name = useName();
  const words = useWords();
  const vocabulary = useVocabulary();
  const language = useExplorer((state) => state.shown.language);
  const other = language === "en" ? "zh" : "en";
  const [typed, setTyped] = useState("");
  const [isNear, setNear] = useState(false);
  const found = useEntitySearch(typed, MOST);
  const expansion = useExpansion();

  const isOpen = isNear && typed.trim().length > 0;
  const items = found.data?.items ?? [];
  const total = found.data?.total ?? 0;
  const kinds = [...new Set(items.map((item) => item.class))].map((id) => ({
    id,
    items: items.filter((item) => item.class === id),
  }));
  const choose = (id: string) => {
    setTyped("");
    expansion.expand(id);
  };
  // While the results of what was typed are on their way, those shown answer something else.
  const chooseFirst = () => {
    const [first] = found.isPlaceholderData ? [] : items;
    if (first) choose(first.id);
  };
  return (
    <search
      className="search"
      onFocus={() => setNear(true)}
      onBlur={(event) => setNear(event.currentTarget.contains(event.relatedTarget))}
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
        <SearchField autoFocus={autoFocus} onSubmit={chooseFirst}>
          <Label className="hidden">
            <FormattedMessage id="search.label" />
          </Label>
          <Input className="field" placeholder={intl.formatMessage({ id: "search.placeholder" })} />
        </SearchField>
        {isOpen ? (
          <section
            className="popover"
            aria-label={intl.formatMessage({ id: "search.results" })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
            tabIndex={0}
          >
            <ListBox
              className="results"
              items={kinds}
              aria-label={intl.formatMessage({ id: "search.results" })}
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => (
                <p className="hint">
                  <FormattedMessage id={found.isFetching ? "search.waiting" : "search.none"} />
                </p>
              )}
            >
              {({ id, items: ofKind }) => (
                <ListBoxSection id={`class ${id}`}>
                  <Header>{words(vocabulary.classes.get(id)?.label ?? { zh: id, en: id })}</Header>
                  <Collection items={ofKind}>
                    {(entity) => (
                      <ListBoxItem id={entity.id} textValue={name(entity)} className="result">
                        <ClassMark id={entity.class} />
                        <Text slot="label">{name(entity)}</Text>
                        <Text slot="description" lang={TAGS[other]}>
                          {entity.labels[other][0]}
                        </Text>
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
            {total > items.length ? (
              <p className="hint">
                <FormattedMessage id="search.limited" values={{ shown: items.length, total }} />
              </p>
            ) : null}
          </section>
        ) : null}
      </Autocomplete>
      <p className="hidden" role="status">
        {isOpen && found.data && !found.isFetching ? (
          <FormattedMessage id="search.found" values={{ count: total }} />
        ) : null}
      </p>
      {found.error ? <Fault error={found.error} retry={found.refetch} /> : null}
      {expansion.error ? <Fault error={expansion.error} retry={expansion.retry} /> : null}
    </search>
  );
}
