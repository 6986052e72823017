import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
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
import { useDiagrams } from "../api/diagrams";
import { useQuestions, type Values } from "../api/questions";
import { type EntityHit, type ParagraphHit, useEachWord, useSearch, type WordHits } from "../api/search";
import { useVocabulary } from "../api/vocabulary";
import { Fault } from "../components/Fault";
import { useWords } from "../components/languages";
import { ClassMark } from "../components/marks";
import { usePlaceWords } from "../components/PlaceLink";
import { showDiagram } from "../graph/expansion";
import { useExpansion } from "../graph/useExpansion";
import { TAGS } from "../messages";
import { toDetails as askedDetails } from "../questions/questions";
import { toDetails } from "../report/reader";
import { diagramsFor, questionsFor } from "../start/ready";
import { actions, useExplorer } from "../state/store";

const MOST = 20;
const MOST_PARAGRAPHS = 10;
const PARAGRAPHS = "paragraphs";
// Of each word where no name holds all of them.
const MOST_APART = 3;

/**
 * Search in all names and in the text of the reports, in either language.
 *
 * An entity comes onto the canvas with what is around it; a paragraph opens the report. Ready diagrams and questions
 * about it stand below the best name.
 */
export function SearchBox({ autoFocus = false }: { autoFocus?: boolean }) {
  const intl = useIntl();
  const words = useWords();
  const vocabulary = useVocabulary();
  const language = useExplorer((state) => state.shown.language);
  const sought = useExplorer((state) => state.sought);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [isNear, setNear] = useState(false);
  const [isEntered, setEntered] = useState(false);
  const found = useSearch(typed, "entity", MOST, language);
  const inText = useSearch(typed, "paragraph", MOST_PARAGRAPHS, language);
  const placeWords = usePlaceWords();
  const expansion = useExpansion();
  const opening = useMutation({ mutationFn: showDiagram });

  const isOpen = isNear && typed.trim().length > 0;
  const items = (found.data?.items ?? []).flatMap((each) => (each.kind === "entity" ? [each] : []));
  const paragraphs = (inText.data?.items ?? []).flatMap((each) => (each.kind === "paragraph" ? [each] : []));
  const total = found.data?.total ?? 0;
  const totalInText = inText.data?.total ?? 0;
  const [best] = items;
  const isFound = found.data !== undefined && !found.isPlaceholderData;
  const isWhole = best !== undefined && best.match !== "similar";
  const apart = useEachWord(typed, isFound && !isWhole, MOST_APART, language);
  const byWord = apart ?? [];
  const ready = useReady(typed, best?.id, byWord);
  // What stands ready comes after the best name, so that it needs no scrolling.
  const others = ready.length ? items.slice(1) : items;
  const kinds = [...new Set(others.map((item) => item.class))].map((id) => ({
    id,
    items: others.filter((item) => item.class === id),
  }));
  const choose = (id: string) => {
    setTyped("");
    expansion.expand(id);
  };
  const read = ({ report, id }: ParagraphHit) => {
    setTyped("");
    actions.open("report", toDetails({ report, paragraph: id }));
  };
  const draw = (id: string) => {
    setTyped("");
    opening.mutate(id);
  };
  const ask = (id: string, values: Values) => {
    setTyped("");
    actions.open("questions", askedDetails({ id, values }));
  };
  const act = (key: string) => {
    const paragraph = paragraphs.find((each) => keyOf(each) === key);
    const offered = ready.find((each) => each.id === key);
    if (paragraph) read(paragraph);
    else if (offered?.kind === "question") ask(offered.of, offered.values);
    else if (offered) draw(offered.of);
    else choose(key.slice(key.indexOf(" ") + 1));
  };
  const isSought = inText.data !== undefined && !inText.isPlaceholderData;
  const isSettled = isFound && (items.length > 0 || isSought);
  const isNothing =
    isFound &&
    isSought &&
    !(items.length || paragraphs.length || ready.length) &&
    apart !== undefined &&
    byWord.every(({ items: ofWord }) => !ofWord.length);
  const failed = found.error ? found : inText.error ? inText : undefined;
  useEffect(() => {
    if (!sought) return;
    setTyped(sought.words);
    box.current?.focus();
  }, [sought]);
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
        <SearchField autoFocus={autoFocus} onSubmit={() => setEntered(!isOnOption())}>
          <Label className="hidden">
            <FormattedMessage id="search.label" />
          </Label>
          <Input ref={box} className="field" placeholder={intl.formatMessage({ id: "search.placeholder" })} />
        </SearchField>
        {isOpen ? (
          <section
            className="popover"
            aria-label={intl.formatMessage({ id: "search.results" })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
            tabIndex={0}
          >
            {failed ? <Fault error={failed.error} retry={failed.refetch} /> : null}
            <ListBox
              className="results"
              aria-label={intl.formatMessage({ id: "search.results" })}
              onAction={(key) => act(String(key))}
              renderEmptyState={() => (
                <p className="hint">
                  {failed ? null : <FormattedMessage id={isNothing ? "search.none" : "search.waiting"} />}
                </p>
              )}
            >
              {ready.length ? (
                <>
                  {best ? (
                    <ListBoxSection id="best">
                      <Header>
                        <FormattedMessage id="search.best" />
                      </Header>
                      <Collection items={[best]}>
                        {(entity) => <EntityResult id={entity.id} entity={entity} />}
                      </Collection>
                    </ListBoxSection>
                  ) : null}
                  <ListBoxSection id="ready">
                    <Header>
                      <FormattedMessage id="search.ready" />
                    </Header>
                    <Collection items={ready}>
                      {({ id, title, kind, about }) => (
                        <ListBoxItem id={id} textValue={words(title)} className="result">
                          <span aria-hidden="true">{kind === "diagram" ? "▦" : "?"}</span>
                          <Text slot="label">{words(title)}</Text>
                          <Text slot="description">
                            {about ? (
                              <FormattedMessage id="search.ready.about" values={{ name: words(about) }} />
                            ) : (
                              <FormattedMessage id={`search.ready.${kind}`} />
                            )}
                          </Text>
                        </ListBoxItem>
                      )}
                    </Collection>
                  </ListBoxSection>
                </>
              ) : null}
              <Collection items={byWord.map((each) => ({ ...each, id: `word ${each.word}` }))}>
                {({ id, word, items: ofWord }) => (
                  <ListBoxSection id={id}>
                    <Header>
                      <FormattedMessage id="search.word" values={{ word, count: ofWord.length }} />
                    </Header>
                    <Collection items={ofWord.map((entity) => ({ entity, id: `${word} ${entity.id}` }))}>
                      {({ entity, id: key }) => <EntityResult id={key} entity={entity} />}
                    </Collection>
                  </ListBoxSection>
                )}
              </Collection>
              <Collection items={kinds}>
                {({ id, items: ofKind }) => (
                  <ListBoxSection id={`class ${id}`}>
                    <Header>{words(vocabulary.classes.get(id)?.label ?? { zh: id, en: id })}</Header>
                    <Collection items={ofKind}>
                      {(entity) => <EntityResult id={entity.id} entity={entity} />}
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
          <FormattedMessage id="search.found" values={{ count: total + totalInText + ready.length }} />
        ) : null}
      </p>
      {opening.error ? <Fault error={opening.error} retry={() => opening.mutate(opening.variables ?? "")} /> : null}
      {expansion.error ? <Fault error={expansion.error} retry={expansion.retry} /> : null}
    </search>
  );
}

/** A ready diagram or question, under a key apart from the ids of entities. */
interface Ready {
  readonly id: string;
  readonly of: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly kind: "diagram" | "question";
  /** What a question is asked with. */
  readonly values: Values;
  /** The name of the entity that it is asked of. */
  readonly about?: EntityHit["label"] | undefined;
}

/** What stands ready about what was typed, and about the entity that it finds first; it may fail to come unnoticed. */
function useReady(typed: string, best: string | undefined, byWord: readonly WordHits[]): readonly Ready[] {
  const isWanted = useVocabulary().carriesEvidence && typed.trim().length > 0;
  const diagrams = useDiagrams(isWanted).data?.items ?? [];
  const questions = useQuestions(isWanted).data?.items ?? [];
  if (!isWanted) return [];
  const named = new Map(byWord.flatMap(({ word, items: [first] }) => (first ? [[word, first.id] as const] : [])));
  const labels = new Map(byWord.flatMap(({ items }) => items.map(({ id, label }) => [id, label] as const)));
  return [
    ...diagramsFor(diagrams, typed, best).map(({ id, title }) => ({
      id: `diagram ${id}`,
      of: id,
      title,
      kind: "diagram" as const,
      values: {},
    })),
    ...questionsFor(questions, typed, named).map(({ question: { id, title }, values }) => ({
      id: `question ${id}`,
      of: id,
      title,
      kind: "question" as const,
      values,
      about: labels.get(Object.values(values)[0] ?? ""),
    })),
  ];
}

function EntityResult({ id, entity }: { id: string; entity: EntityHit }) {
  const words = useWords();
  const language = useExplorer((state) => state.shown.language);
  const other = language === "en" ? "zh" : "en";
  return (
    <ListBoxItem id={id} textValue={words(entity.label)} className="result">
      <ClassMark id={entity.class} />
      <Text slot="label">{words(entity.label)}</Text>
      <Text slot="description" lang={TAGS[other]}>
        {entity.label[other]}
      </Text>
    </ListBoxItem>
  );
}

/** Whether the keyboard went to one of the results: then Enter takes that one. */
function isOnOption(): boolean {
  return document.activeElement?.hasAttribute("aria-activedescendant") ?? false;
}

/** Apart from the ids of entities, which hold no space. */
function keyOf({ report, id }: ParagraphHit): string {
  return `paragraph ${report} ${id}`;
}
