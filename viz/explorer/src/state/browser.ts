/** Keeps the browser's address and the state in step, both ways. */

import { fromAddress, toAddress } from "./address";
import type { Language, Shown } from "./model";
import { actions, useExplorer } from "./store";

/** Read the address now, whenever the reader goes back or forward, and write it after each change. */
export function followAddress(language: Language): void {
  const read = () => {
    const { shown, unread } = fromAddress(location.pathname, location.search, language, location.hash);
    actions.restore(shown, unread);
  };
  read();
  let written = useExplorer.getState().step;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const { shown, step } = useExplorer.getState();
    const address = toAddress(shown);
    // Browsers refuse addresses beyond their limits: the view then stays, and only its address is behind.
    try {
      if (step !== written) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      return;
    }
    written = step;
  };
  useExplorer.subscribe((state, before) => {
    if (state.shown === before.shown) return;
    // Where the reader goes on to begins at its top; going back, the browser knows where it was.
    if (state.step !== before.step && isElsewhere(state.shown, before.shown)) scrollTo(0, 0);
    // Another view is a place to come back to at once, also by loading the page anew; other changes come in numbers.
    if (state.shown.view !== before.shown.view) write();
    else waiting ??= setTimeout(write, 150);
  });
  addEventListener("popstate", () => {
    // A place of the page, such as the content, to which the reader skipped: what is shown stays.
    if (/^#[\w-]+$/.test(location.hash)) return history.replaceState(null, "", toAddress(useExplorer.getState().shown));
    written = useExplorer.getState().step;
    read();
  });
}

// What of a view's details makes it a page of its own: the question, and the model.
const PAGES = ["q", "m"] as const;

function isElsewhere(now: Shown, before: Shown): boolean {
  return now.view !== before.view || PAGES.some((each) => now.details[each] !== before.details[each]);
}
