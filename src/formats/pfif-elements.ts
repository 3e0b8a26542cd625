/**
 * Tokens of a PFIF file to its person and note elements, as flat names and texts. Damage inside a
 * person marks that person; the next one is read afresh. Finds PFIF elements wherever they stand,
 * because they also travel inside Atom feeds. Knows nothing of what the fields mean.
 */
import type { ImportCode } from "./import-result.ts";
import { type XmlToken, xmlTokens } from "./xml-tokens.ts";

export interface RawElement {
  readonly at: number;
  /** Local names of the child elements to their text; the first of a name counts. */
  readonly fields: Map<string, string>;
  /** Why the element as a whole cannot be trusted; null when it was read to its end. */
  fault: ImportCode | null;
}

export interface RawPerson extends RawElement {
  readonly notes: RawElement[];
}

export interface PfifElements {
  readonly persons: readonly RawPerson[];
  /** Notes outside of any person; they name theirs. */
  readonly notes: readonly RawElement[];
  readonly faults: readonly { readonly code: ImportCode; readonly at: number }[];
}

type Names = ReadonlyMap<string, string>;

interface Frame {
  readonly tag: string;
  readonly names: Names;
  readonly role: "person" | "note" | "field" | "other";
}

const NAMESPACE = /^https?:\/\/zesty\.ca\/pfif\/1\.[1-4]\/?$/u;
const ANY_VERSION = /^https?:\/\/zesty\.ca\/pfif\//u;
const MAX_DEPTH = 16;
/** Damage outside of records is told this often; the rest of it says nothing more. */
const MAX_FAULTS = 20;

const splitName = (tag: string): readonly [prefix: string, local: string] => {
  const colon = tag.indexOf(":");
  return colon < 0 ? ["", tag] : [tag.slice(0, colon), tag.slice(colon + 1)];
};

const NO_NAMES: Names = new Map();
const withNamespaces = (above: Names, own: Names): Names =>
  own.size === 0 ? above : new Map([...above, ...own]);

/** Reads one file; {@link PfifReader.end} gives what was found. */
class PfifReader {
  private readonly persons: RawPerson[] = [];
  private readonly notes: RawElement[] = [];
  private readonly faults: { code: ImportCode; at: number }[] = [];
  private readonly stack: Frame[] = [];
  private person: RawPerson | null = null;
  private note: RawElement | null = null;
  private field: { name: string; text: string } | null = null;
  private rootNamespace: string | null = null;
  private stopped = false;

  /** Takes the next token; false when nothing more is to be read. */
  take(token: XmlToken): boolean {
    switch (token.kind) {
      case "open":
        this.open(token);
        break;
      case "close":
        this.close(token.name, token.at);
        break;
      case "text":
        if (this.field !== null) this.field.text += token.text;
        break;
      case "malformed":
      case "cut":
        this.damaged(token.kind, token.at);
        break;
      case "doctype":
        this.stop("doctype-refused", token.at);
        break;
    }
    return !this.stopped;
  }

  end(length: number): PfifElements {
    const { length: open } = this.stack;
    if (open > 0 && !this.stopped) {
      this.damaged("cut", length);
      this.leaveTo(0);
    }
    if (!this.stopped) this.judgeRoot();
    return { persons: this.persons, notes: this.notes, faults: this.faults };
  }

  private judgeRoot(): void {
    const root = this.rootNamespace;
    if (this.persons.length > 0 || this.notes.length > 0 || (root !== null && NAMESPACE.test(root))) return;
    const code = root === null ? "not-xml" : ANY_VERSION.test(root) ? "unknown-version" : "not-pfif";
    this.faults.splice(0, this.faults.length, { code, at: 0 });
  }

  private stop(code: ImportCode, at: number): void {
    this.faults.push({ code, at });
    this.stopped = true;
  }

  private damaged(code: "malformed" | "cut", at: number): void {
    const element = this.note ?? this.person;
    if (element !== null) element.fault = code === "cut" ? code : (element.fault ?? code);
    else if (this.faults.length < MAX_FAULTS && this.faults.at(-1)?.code !== code)
      this.faults.push({ code, at });
    // A note that is cut leaves its person without an end as well.
    if (code === "cut" && this.person !== null) this.person.fault = code;
  }

  private open(token: XmlToken & { readonly kind: "open" }): void {
    if (this.stack.length >= MAX_DEPTH) {
      this.stop("nested-too-deep", token.at);
      return;
    }
    const names = withNamespaces(this.stack.at(-1)?.names ?? NO_NAMES, token.namespaces);
    const [prefix, local] = splitName(token.name);
    const namespace = names.get(prefix) ?? "";
    this.rootNamespace ??= namespace;
    const role = NAMESPACE.test(namespace) ? this.enter(local, token.at) : "other";
    this.stack.push({ tag: token.name, names, role });
    if (token.closed) this.close(token.name, token.at);
  }

  private enter(local: string, at: number): Frame["role"] {
    if (local === "person") {
      this.abandonPerson();
      this.person = { at, fields: new Map(), fault: null, notes: [] };
      return "person";
    }
    const parent = this.stack.at(-1)?.role ?? "other";
    if (local === "note" && (parent === "person" || this.person === null)) {
      this.note = { at, fields: new Map(), fault: null };
      return "note";
    }
    if (parent !== "person" && parent !== "note") return "other";
    this.field = { name: local, text: "" };
    return "field";
  }

  /** A person begins inside another: the end of the other was lost. */
  private abandonPerson(): void {
    const depth = this.stack.findIndex((frame) => frame.role === "person");
    if (depth >= 0) this.leaveTo(depth);
  }

  private close(tag: string, at: number): void {
    const depth = this.stack.findLastIndex((frame) => frame.tag === tag);
    if (depth >= 0 && depth === this.stack.length - 1) {
      this.finish(this.stack.pop()?.role ?? "other");
      return;
    }
    this.damaged("malformed", at);
    if (depth >= 0) this.leaveTo(depth);
  }

  /** Leaves elements without their ends, down to a depth; none of them was read whole. */
  private leaveTo(depth: number): void {
    for (const { role } of this.stack.splice(depth).reverse()) {
      const element = role === "person" ? this.person : role === "note" ? this.note : null;
      if (element !== null) element.fault ??= "malformed";
      this.finish(role);
    }
  }

  private finish(role: Frame["role"]): void {
    switch (role) {
      case "field":
        this.finishField();
        break;
      case "note":
        if (this.note !== null) (this.person?.notes ?? this.notes).push(this.note);
        this.note = null;
        break;
      case "person":
        if (this.person !== null) this.persons.push(this.person);
        this.person = null;
        break;
      case "other":
        break;
    }
  }

  private finishField(): void {
    const fields = (this.note ?? this.person)?.fields;
    if (this.field !== null && fields?.has(this.field.name) === false)
      fields.set(this.field.name, this.field.text);
    this.field = null;
  }
}

/** All person and note elements of a text, and what is wrong with the text outside of them. */
export function pfifElements(text: string): PfifElements {
  const reader = new PfifReader();
  for (const token of xmlTokens(text)) if (!reader.take(token)) break;
  return reader.end(text.length);
}
