import { useEffect, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { FormattedMessage } from "react-intl";
import type { MessageKey } from "../messages";
import { actions } from "../state/store";

const SHORTCUTS: readonly (readonly [keys: string, words: MessageKey])[] = [
  ["/", "shortcut.search"],
  ["?", "shortcut.help"],
  ["Ctrl+Z", "shortcut.undo"],
  ["Ctrl+Shift+Z, Ctrl+Y", "shortcut.redo"],
  ["← →", "shortcut.tools"],
  ["← → ↑ ↓", "shortcut.walk"],
  ["Page Up, Page Down", "shortcut.relations"],
  ["Enter", "shortcut.expand"],
  ["Shift+← → ↑ ↓, Ctrl+A", "shortcut.several"],
  ["H, P, F, C", "shortcut.change"],
  ["Delete", "shortcut.remove"],
  ["Esc", "shortcut.clear"],
  ["+ − 0", "shortcut.zoom"],
  ["← → ↑ ↓, Home, End", "shortcut.matrix"],
];

/** The keys that work everywhere, and the list of all of them on `?`. */
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && key === "z") (event.shiftKey ? actions.redo : actions.undo)();
      else if (command && key === "y") actions.redo();
      else if (command || event.altKey) return;
      else if (key === "?") setOpen(true);
      else if (key === "/") document.querySelector<HTMLInputElement>("search input")?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">
            <FormattedMessage id="app.shortcuts" />
          </Heading>
          <dl className="shortcuts">
            {SHORTCUTS.map(([keys, words]) => (
              <div key={words}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>
                  <FormattedMessage id={words} />
                </dd>
              </div>
            ))}
          </dl>
          <Button slot="close" className="button">
            <FormattedMessage id="app.close" />
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Whether a key belongs to what somebody writes. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
