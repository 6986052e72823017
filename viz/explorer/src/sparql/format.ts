/** A query laid out anew: lines and indents by its clauses and braces. No token and no comment is changed or moved. */

import { type Token, tokensOf } from "./tokens";

const INDENT = "  ";
/** Words that begin a line, where they stand in no brackets. */
const BEGINNING = new Set(
  (
    "BASE PREFIX SELECT CONSTRUCT DESCRIBE ASK FROM WHERE GROUP HAVING ORDER LIMIT OFFSET VALUES " +
    "OPTIONAL FILTER BIND GRAPH SERVICE MINUS INSERT DELETE WITH USING LOAD CLEAR DROP CREATE ADD MOVE COPY"
  ).split(" "),
);
/** Words that a word of those may follow on the same line: `FROM NAMED`, `DELETE WHERE`, `INSERT DATA`. */
const LEADING = new Set(["DELETE", "SILENT", "DEFAULT", "TO"]);
/** What may go on with a line after a brace is closed. */
const FOLLOWING = new Set([".", ";", ",", ")", "]", "&&", "||", "=", "!=", "UNION"]);
const PAIRS: Readonly<Record<string, string>> = { "}": "{", ")": "(", "]": "[" };

/** What stands between two braces. */
interface Group {
  /** How many round and square brackets are open. */
  brackets: number;
  /** Whether a line goes on about the subject of the line before it. */
  goesOn: boolean;
  /** Whether a filter or a binding ends with the next bracket that closes. */
  endsSoon: boolean;
  /** Whether it holds rows of values, whose lines stay as they are. */
  readonly isData: boolean;
}

/** The query laid out; null where a bracket, a brace or a quotation isn't closed, so that its parts can't be told. */
export function formatQuery(query: string): string | null {
  const tokens = tokensOf(query);
  if (!isClosed(tokens)) return null;
  const groups: [Group, ...Group[]] = [emptyGroup(false)];
  let text = "";
  let before: Token | undefined;
  let mustBreak = false;
  let word = "";
  for (const token of tokens) {
    const group = groups[0];
    const upper = token.kind === "word" ? token.text.toUpperCase() : "";
    const closes = token.text === "}";
    const begins = group.brackets === 0 && BEGINNING.has(upper) && !LEADING.has(word);
    if (closes && groups.length > 1) groups.shift();
    if (begins) group.goesOn = false;
    const isEmpty = closes && before?.text === "{";
    const staysHere = mustBreak && before?.text === "}" && FOLLOWING.has(upper || token.text);
    const isAside = token.kind === "comment" && token.breaks === 0;
    const breaks =
      before !== undefined &&
      !isAside &&
      (before.kind === "comment" ||
        (token.kind === "comment" && token.breaks > 0) ||
        (mustBreak && !staysHere && !isEmpty) ||
        (closes && !isEmpty) ||
        (group.isData && token.breaks > 0) ||
        begins);
    if (breaks) {
      const deep = groups.length - 1 + (groups[0].goesOn || groups[0].brackets ? 1 : 0);
      text += `\n${token.breaks > 1 ? "\n" : ""}${INDENT.repeat(deep)}`;
    } else if (before && needsSpace(before, token)) {
      text += " ";
    }
    text += token.text;
    // A remark beside what ends a line leaves that line to be ended.
    mustBreak = token.kind === "comment" ? mustBreak : follow(token, groups, word);
    if (token.kind !== "comment") word = upper || (token.text === "{" || token.text === "}" ? "" : word);
    before = token;
  }
  return text ? `${text}\n` : "";
}

/** Take note of a token; whether the line ends with it. */
function follow(token: Token, groups: [Group, ...Group[]], word: string): boolean {
  const group = groups[0];
  const upper = token.kind === "word" ? token.text.toUpperCase() : "";
  if (upper === "FILTER" || upper === "BIND") group.endsSoon = group.brackets === 0;
  if (token.kind !== "sign") return false;
  switch (token.text) {
    case "{":
      group.endsSoon = false;
      groups.unshift(emptyGroup(word === "VALUES"));
      return true;
    case "}":
      return true;
    case "(":
    case "[":
      group.brackets += 1;
      return false;
    case ")":
    case "]": {
      group.brackets -= 1;
      const ends = group.endsSoon && group.brackets === 0;
      if (ends) group.endsSoon = false;
      return ends;
    }
    case ".":
      if (group.brackets) return false;
      group.goesOn = false;
      return true;
    case ";":
      if (group.brackets) return false;
      group.goesOn = groups.length > 1;
      return true;
    default:
      return false;
  }
}

function emptyGroup(isData: boolean): Group {
  return { brackets: 0, goesOn: false, endsSoon: false, isData };
}

/** Whether white space stands between two tokens of one line; elsewhere than at these signs it stays as it was. */
function needsSpace(before: Token, token: Token): boolean {
  const atSign = [before, token].some(
    ({ kind, text }) => kind === "comment" || (kind === "sign" && ["{", "}", ".", ";"].includes(text)),
  );
  return atSign || !token.joined;
}

function isClosed(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind === "other" && (text === '"' || text === "'")) return false;
    if (kind !== "sign") continue;
    if (text === "{" || text === "(" || text === "[") open.push(text);
    else if (PAIRS[text] && open.pop() !== PAIRS[text]) return false;
  }
  return open.length === 0;
}
