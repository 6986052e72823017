import { type ComponentType, useEffect, useState } from "react";
import { Loading } from "./Loading";

/** The code of a component: `Component` once it is there, and how to fetch it. */
export interface Code<Props> {
  readonly Component: ComponentType<Props> | undefined;
  readonly fetch: () => Promise<void>;
}

/** Code that comes when it is fetched. */
export function codeOf<Props>(load: () => Promise<{ default: ComponentType<Props> }>): Code<Props> {
  let Component: ComponentType<Props> | undefined;
  return {
    get Component() {
      return Component;
    },
    fetch: async () => {
      Component ??= (await load()).default;
    },
  };
}

/**
 * A component whose code may have to be fetched first, with “loading” in its place until it is there.
 *
 * React's own `lazy` in a `Suspense` holds what has come back for up to 300 ms after “loading” appeared. A fault is
 * thrown, as the component itself would throw it.
 */
export function Later<Props extends object>({ code, props }: { code: Code<Props>; props: Props }) {
  const [fault, setFault] = useState<unknown>();
  const [, setThere] = useState(false);
  const { Component, fetch } = code;
  useEffect(() => {
    if (!Component) fetch().then(() => setThere(true), setFault);
  }, [Component, fetch]);
  if (fault) throw fault;
  return Component ? <Component {...props} /> : <Loading />;
}
