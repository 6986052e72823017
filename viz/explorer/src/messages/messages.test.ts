import { createIntl } from "react-intl";
import { describe, expect, it } from "vitest";
import { MESSAGES, type MessageKey } from ".";

const KEYS = Object.keys(MESSAGES.en) as MessageKey[];

/** What is the same in every language, or signs alone. */
const NEUTRAL = [
  "scenarios.counted",
  "view.sparql",
  "app.documentation",
  "app.labelled",
  "evidence.place",
  "evidence.cited",
  "share.cite.between",
  "share.cite.reports",
];

/** The names of the values that a message takes. */
function valuesOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ""))].sort();
}

describe("the words", () => {
  it("take the same values in both languages", () => {
    for (const key of KEYS) expect(valuesOf(MESSAGES.zh[key]), key).toEqual(valuesOf(MESSAGES.en[key]));
  });

  it("are Chinese in Chinese and not in English", () => {
    for (const key of KEYS) {
      expect(MESSAGES.en[key], key).not.toMatch(/[\u4e00-\u9fff]/);
      if (!NEUTRAL.includes(key)) {
        expect(MESSAGES.zh[key], key).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  it("can all be put together", () => {
    for (const language of ["en", "zh"] as const) {
      const faults: string[] = [];
      const intl = createIntl({
        locale: language,
        messages: MESSAGES[language],
        onError: (fault) => faults.push(fault.message),
      });
      for (const key of KEYS) {
        const values = Object.fromEntries(valuesOf(MESSAGES[language][key]).map((name) => [name, 2]));
        intl.formatMessage({ id: key }, values);
      }
      expect(faults).toEqual([]);
    }
  });
});
