import { useEffect, useState } from "react";
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
import { type ParagraphHit, useSearch } from "../api/search";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { useWords } from "../components/languages";
import { ClassMark } from "../components/marks";
import { usePlaceWords } from "../components/PlaceLink";
import { useExpansion } from "../graph/useExpansion";
import { TAGS } from "../messages";
import { actions, useExplorer } from "../state/store";
import { toDetails } from "./reader";

const MOST = 20;
const MOST_PARAGRAPHS = 10;
const PARAGRAPHS = "paragraphs";

/**
 * Search in all names and in the text of the reports, in either language.
 *
 * An entity comes onto the canvas with what is around it; a paragraph opens the report.
 */
export function SearchBox({ autoFocus = false }: { autoFocus?: boolean }) {
  const intl = useIntl();
  const words = useWords();
  const vocabulary = useVocabulary();
  const language = useExplorer((state) => state.shown.language);
  const other = language === "en" ? "zh" : "en";
  const [typed, setTyped] = useState("");
  const [isNear, setNear] = useState(false);
  const [isEntered, setEntered] = useState(false);
  const found = useSearch(typed, "entity", MOST, language);
  const inText = useSearch(typed, "paragraph", MOST_PARAGRAPHS, language);
  const placeWords = usePlaceWords();
  const expansion = useExpansion();

  const isOpen = isNear && typed.trim().length > 0;
  const items = (found.data?.items ?? []).flatMap((each) => (each.kind === "entity" ? [each] : []));
  const paragraphs = (inText.data?.items ?? []).flatMap((each) => (each.kind === "paragraph" ? [each] : []));
  const total = found.data?.total ?? 0;
  const totalInText = inText.data?.total ?? 0;
  const kinds = [...new Set(items.map((item) => item.class))].map((id) => ({
    id,
    items: items.filter((item) => item.class === id),
  }));
  const choose = (id: string) => {
    setTyped("");
    expansion.expand(id);
  };
  const read = ({ report, id }: ParagraphHit) => {
    setTyped("");
    actions.open("report", toDetails({ report, paragraph: id }));
  };
  const act = (key: string) => {
    const paragraph = paragraphs.find((each) => keyOf(each) === key);
    if (paragraph) read(paragraph);
    else choose(key);
  };
  const isFound = found.data !== undefined && !found.isPlaceholderData;
  const isSought = inText.data !== undefined && !inText.isPlaceholderData;
  const isSettled = isFound && (items.length > 0 || isSought);
  // While the results of what was typed are on their way, those shown answer something else: Enter waits for them.
  useEffect(() => {
    if (!isEntered || !isSettled) return;
    setEntered(false);
    const [first] = items;
    const [passage] = paragraphs;
    if (first) choose(first.id);
    else if (passage) read(passage);
  });
  return (
    <search
      className="search"
      onFocus={() => setNear(true)}
      onBlur={(event) => setNear(event.currentTarget.contains(event.relatedTarget))}
    >
      <Autocomplete
        inputValue={typed}
        onInputChange={(text) => {
          setTyped(text);
          setEntered(false);
        }}
        disableAutoFocusFirst
      >
        <SearchField autoFocus={autoFocus} onSubmit={() => setEntered(true)}>
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
              aria-label={intl.formatMessage({ id: "search.results" })}
              onAction={(key) => act(String(key))}
              renderEmptyState={() => (
                <p className="hint">
                  <FormattedMessage id={found.isFetching || inText.isFetching ? "search.waiting" : "search.none"} />
                </p>
              )}
            >
              <Collection items={kinds}>
                {({ id, items: ofKind }) => (
                  <ListBoxSection id={`class ${id}`}>
                    <Header>{words(vocabulary.classes.get(id)?.label ?? { zh: id, en: id })}</Header>
                    <Collection items={ofKind}>
                      {(entity) => (
                        <ListBoxItem id={entity.id} textValue={words(entity.label)} className="result">
                          <ClassMark id={entity.class} />
                          <Text slot="label">{words(entity.label)}</Text>
                          <Text slot="description" lang={TAGS[other]}>
                            {entity.label[other]}
                          </Text>
                        </ListBoxItem>
                      )}
                    </Collection>
                  </ListBoxSection>
                )}
              </Collection>
              {paragraphs.length ? (
                <ListBoxSection id={PARAGRAPHS}>
                  <Header>
                    <FormattedMessage
                      id="search.paragraphs"
                      values={{ shown: paragraphs.length, total: totalInText }}
                    />
                  </Header>
                  <Collection items={paragraphs.map((each) => ({ ...each, key: keyOf(each) }))}>
                    {(paragraph) => (
                      <ListBoxItem id={keyOf(paragraph)} textValue={placeWords(paragraph.id)} className="result">
                        <span aria-hidden="true">¶</span>
                        <Text slot="label">{placeWords(paragraph.id)}</Text>
                        <Text slot="description" lang={TAGS[paragraph.snippet.language]}>
                          {paragraph.snippet.segments.map(({ text, marked }, at) =>
                            // biome-ignore lint/suspicious/noArrayIndexKey: a text's pieces have no other name
                            marked ? <mark key={at}>{text}</mark> : text,
                          )}
                          {paragraph.snippet.source === "translation" ? (
                            <>
                              {" "}
                              <FormattedMessage id="search.translation" />
                            </>
                          ) : null}
                        </Text>
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              ) : null}
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
        {isOpen && found.data && inText.data && !found.isFetching && !inText.isFetching ? (
          <FormattedMessage id="search.found" values={{ count: total + totalInText }} />
        ) : null}
      </p>
      {found.error ? <Fault error={found.error} retry={found.refetch} /> : null}
      {inText.error && !found.error ? <Fault error={inText.error} retry={inText.refetch} /> : null}
      {expansion.error ? <Fault error={expansion.error} retry={expansion.retry} /> : null}
    </search>
  );
}

/** Apart from the ids of entities, which hold no space. */
function keyOf({ report, id }: ParagraphHit): string {
  return `paragraph ${report} ${id}`;
}
