import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { Loading } from "./Loading";

interface Properties {
  readonly draw: () => Promise<void>;
  readonly look: "tool" | "button" | "button small";
  readonly children: ReactNode;
}

/** A button that draws entities in the graph, and says that it waits until it is known where they stand. */
export function DrawButton({ draw, look, children }: Properties) {
  const { mutate, isPending } = useMutation({ mutationFn: draw });
  return (
    <>
      <Button className={look} isPending={isPending} onPress={() => mutate()}>
        {children}
      </Button>
      {isPending ? <Loading /> : null}
    </>
  );
}
