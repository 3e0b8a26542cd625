/**
 * XML text to tokens, with their offsets, one after the other and never failing: what is not well
 * formed is a token that says so, and reading goes on after it. That is what a cut or damaged file
 * needs, and what parsers that build a tree do not give. No entity is ever defined or expanded
 * beyond the five of XML and character numbers; a document type ends the reading.
 */

export type XmlToken =
  | {
      readonly kind: "open";
      readonly name: string;
      /** Declarations of namespaces only: prefix (empty for the default) to address. */
      readonly namespaces: ReadonlyMap<string, string>;
      readonly closed: boolean;
      readonly at: number;
    }
  | { readonly kind: "close"; readonly name: string; readonly at: number }
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | { readonly kind: "malformed" | "doctype" | "cut"; readonly at: number };

interface Found {
  readonly token: XmlToken | null;
  readonly next: number;
}

const NAME = String.raw`[\p{L}_:][\p{L}\p{M}\p{N}_:.\-]*`;
const TAG_START = new RegExp(`<(/?)(${NAME})`, "uy");
const ATTRIBUTE = new RegExp(String.raw`\s+(${NAME})\s*=\s*("[^"<]*"|'[^'<]*')`, "uy");
const TAG_END = /\s*(\/?)>/uy;
const ENTITY = /&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/giu;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The character of a number; null for one that XML does not allow. */
function character(code: number): string | null {
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff);
  return allowed && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null;
}

/** What an entity stands for, its name given without `&` and `;`; null for one that is not of XML itself. */
function entity(name: string): string | null {
  if (!name.startsWith("#")) return NAMED[name] ?? null;
  const hex = name[1] === "x" || name[1] === "X";
  return character(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10));
}

/** Text with its entities resolved; null when it names one that is not of XML itself. A lone `&` stands for itself. */
function resolveEntities(text: string): string | null {
  const names = [...text.matchAll(ENTITY)].map(([, name = ""]) => name);
  if (names.some((name) => entity(name) === null)) return null;
  return text.replace(ENTITY, (whole, name: string) => entity(name) ?? whole);
}

const malformed = (at: number): Found => ({ token: { kind: "malformed", at }, next: at + 1 });
const cut = (text: string, at: number): Found => ({ token: { kind: "cut", at }, next: text.length });

function textToken(text: string, at: number): Found {
  const end = text.indexOf("<", at);
  const next = end < 0 ? text.length : end;
  const resolved = resolveEntities(text.slice(at, next));
  return {
    token: resolved === null ? { kind: "malformed", at } : { kind: "text", text: resolved, at },
    next,
  };
}

/** A comment, a processing instruction or a CDATA section: up to its end mark. */
function section(text: string, at: number): Found | null {
  const marks = [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ] as const;
  const found = marks.find(([start]) => text.startsWith(start, at));
  if (found === undefined) return null;
  const [start, end] = found;
  const stop = text.indexOf(end, at + start.length);
  if (stop < 0) return cut(text, at);
  const isText = start === "<![CDATA[";
  return {
    token: isText ? { kind: "text", text: text.slice(at + start.length, stop), at } : null,
    next: stop + end.length,
  };
}

/** The namespaces that the attributes from here on declare, and where the attributes end. */
function attributes(
  text: string,
  at: number,
): { readonly namespaces: ReadonlyMap<string, string>; readonly next: number } {
  const namespaces = new Map<string, string>();
  let next = at;
  for (let found = matchAt(ATTRIBUTE, text, next); found !== null; found = matchAt(ATTRIBUTE, text, next)) {
    const [whole, key = "", quoted = ""] = found;
    if (key === "xmlns") namespaces.set("", quoted.slice(1, -1));
    if (key.startsWith("xmlns:")) namespaces.set(key.slice("xmlns:".length), quoted.slice(1, -1));
    next += whole.length;
  }
  return { namespaces, next };
}

function tag(text: string, at: number): Found {
  const start = matchAt(TAG_START, text, at);
  if (start === null) return malformed(at);
  const [whole, slash, name = ""] = start;
  const { namespaces, next } = attributes(text, at + whole.length);
  const end = matchAt(TAG_END, text, next);
  if (end === null) return malformed(at);
  const after = next + end[0].length;
  if (slash === "/") return { token: { kind: "close", name, at }, next: after };
  return { token: { kind: "open", name, namespaces, closed: end[1] === "/", at }, next: after };
}

/** The token at an offset; `lastEnd` is where the text's last tag can end. */
function tokenAt(text: string, at: number, lastEnd: number): Found {
  if (text[at] !== "<") return textToken(text, at);
  if (at > lastEnd) return cut(text, at);
  const found = section(text, at);
  if (found !== null) return found;
  if (/^<!doctype/iu.test(text.slice(at, at + 9)))
    return { token: { kind: "doctype", at }, next: text.length };
  return tag(text, at);
}

/** The tokens of a text in order. */
export function* xmlTokens(text: string): Generator<XmlToken, void> {
  const lastEnd = text.lastIndexOf(">");
  let at = 0;
  while (at < text.length) {
    const { token, next } = tokenAt(text, at, lastEnd);
    if (token !== null) yield token;
    at = next;
  }
}
