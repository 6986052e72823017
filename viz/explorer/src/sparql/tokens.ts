/** A query's tokens as SPARQL's grammar tells them apart; whatever belongs to none stands alone, sign by sign. */

export type Kind = "comment" | "literal" | "name" | "word" | "sign" | "other";

export interface Token {
  readonly kind: Kind;
  readonly text: string;
  /** The line breaks before it. */
  readonly breaks: number;
  /** Whether nothing at all stands before it since the last token. */
  readonly joined: boolean;
}

// SPARQL 1.1, 19.8: PN_CHARS_BASE, and PN_CHARS but for the hyphen.
const BASE =
  "A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F" +
  "\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const CHARS = `${BASE}_0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;
const ESCAPED = "%[0-9A-Fa-f]{2}|\\\\[^\\s]";
const PREFIX = `(?:[${BASE}](?:[${CHARS}.\\-]*[${CHARS}\\-])?)?:`;
const LOCAL = `(?:[${CHARS}:]|${ESCAPED})(?:(?:[${CHARS}.:\\-]|${ESCAPED})*(?:[${CHARS}:\\-]|${ESCAPED}))?`;
const KINDS: readonly (readonly [Kind, string])[] = [
  ["comment", "#[^\\r\\n]*"],
  ["literal", `"""(?:[^"\\\\]|\\\\[^]|"(?!""))*"""|'''(?:[^'\\\\]|\\\\[^]|'(?!''))*'''`],
  ["literal", `"(?:[^"\\\\\\r\\n]|\\\\.)*"|'(?:[^'\\\\\\r\\n]|\\\\.)*'`],
  ["name", `<(?:[^<>"{}|^\`\\\\\\u0000-\\u0020]|\\\\[uU][0-9A-Fa-f]+)*>`],
  ["name", `[?$][${CHARS}]+|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|_:[${CHARS}](?:[${CHARS}.\\-]*[${CHARS}\\-])?`],
  ["name", `${PREFIX}(?:${LOCAL})?`],
  ["literal", "(?:[0-9]+\\.[0-9]*|\\.?[0-9]+)[eE][+\\-]?[0-9]+|[0-9]*\\.[0-9]+|[0-9]+"],
  ["word", `[${BASE}_][${CHARS}]*`],
  ["sign", "\\{\\||\\|\\}|<<\\(?|\\)?>>|\\^\\^|&&|\\|\\||[!<>]=|[{}()\\[\\].;,]|[=<>!+*/|^?~-]"],
  ["other", "[^\\s]"],
];
const TOKEN = new RegExp(KINDS.map(([, pattern]) => `(${pattern})`).join("|"), "gu");
const BREAK = /\r\n|\r|\n/g;

/** The tokens of a query, in its order; only white space stands between them. */
export function tokensOf(query: string): readonly Token[] {
  let end = 0;
  return [...query.matchAll(TOKEN)].map((match): Token => {
    const at = KINDS.findIndex((_, group) => match[group + 1] !== undefined);
    const space = query.slice(end, match.index);
    end = match.index + match[0].length;
    return {
      kind: KINDS[at]?.[0] ?? "other",
      text: match[0],
      breaks: space.match(BREAK)?.length ?? 0,
      joined: space === "",
    };
  });
}
