/** The words of the explorer in the reader's language. */

import type { Language } from "../state/model";
import { en } from "./en";
import { zh } from "./zh";

export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;
/** The same keys in another language. */
export type Same<Words> = Readonly<Record<keyof Words, string>>;

export const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };

/** The language as HTML and Intl name it. */
export const TAGS: Readonly<Record<Language, string>> = { en: "en", zh: "zh-Hans" };

/** The languages in their own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", zh: "中文" };

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageKey;
    }
  }
}
