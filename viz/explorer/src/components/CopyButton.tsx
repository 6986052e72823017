import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { FormattedMessage, useIntl } from "react-intl";
import { actions } from "../state/store";

interface Properties {
  /** What the clipboard gets. */
  readonly text: string;
  readonly look: "button small" | "tool";
  readonly children: ReactNode;
}

/** A button that copies words, and says that it did, or that the browser doesn't let it. */
export function CopyButton({ text, look, children }: Properties) {
  const intl = useIntl();
  const copy = useMutation({
    mutationFn: (words: string) => navigator.clipboard.writeText(words),
    onSuccess: () => actions.announce(intl.formatMessage({ id: "copy.done" })),
  });
  const isDone = copy.isSuccess && copy.variables === text;
  return (
    <>
      <Button className={look} onPress={() => copy.mutate(text)}>
        {isDone ? (
          <>
            <span aria-hidden="true">✓ </span>
            <FormattedMessage id="copy.done" />
          </>
        ) : (
          children
        )}
      </Button>
      {copy.error ? (
        <p role="alert">
          <FormattedMessage id="copy.failed" />
        </p>
      ) : null}
    </>
  );
}
