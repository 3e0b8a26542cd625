/**
 * Holds docs/protocol.md against the code: the sections that comments name, the domain strings, the
 * types of messages, the limits. Each check is also run over a planted miss, which it must find.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Hash } from "#crypto";
import { filesUnder } from "../../scripts/inputs.mjs";
import { ROOT } from "../../scripts/project.mjs";
import * as limits from "../../sync/protocol/limits.ts";
import { encodeMessage } from "../../sync/protocol/message-codec.ts";
import type { Message } from "../../sync/protocol/messages.ts";
import { CONTROL } from "../../sync/space.ts";
import { logOf } from "../support/session-model.ts";

type Texts = ReadonlyMap<string, string>;

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const textsUnder = (folders: readonly string[], name: RegExp): Texts =>
  new Map(
    folders.flatMap((folder) =>
      filesUnder(ROOT, folder)
        .filter((path) => name.test(path))
        .map((path): [string, string] => [path.replaceAll("\\", "/"), read(path)]),
    ),
  );

const code = textsUnder(["crypto", "sync", "src"], /\.tsx?$/u);
const docs = textsUnder(["docs"], /\.md$/u);
const protocol = read("docs/protocol.md");

const groupsOf = (text: string, pattern: RegExp): string[][] =>
  [...text.matchAll(pattern)].map((match) => match.slice(1));

const headingsOf = (text: string): string[] => groupsOf(text, /^#{2,} (.+)$/gmu).flat();

/** The text from a heading to the next; empty where there is none. */
function sectionOf(text: string, heading: string): string {
  const [, after = ""] = text.split(`\n## ${heading}\n`);
  return after.split(/^## /mu)[0] ?? "";
}

/** What comments say of a page: `docs/x.md`, then perhaps the names of its sections. */
const REFERENCE = /(docs\/[a-z0-9/-]+\.md)((?:,? (?:and )?"[^"]+")*)/gu;

/** Every page and section that a comment names and that is not there. */
function missingSections(sources: Texts, pages: Texts): string[] {
  return [...sources].flatMap(([path, text]) => {
    const unbroken = text.replace(/\s*\n\s*(?:\*|\/\/)?\s*/gu, " ");
    return groupsOf(unbroken, REFERENCE).flatMap(([page = "", names = ""]) => {
      const target = pages.get(page);
      if (target === undefined) return [`${path}: ${page}`];
      const headings = headingsOf(target);
      const isThere = (name: string): boolean =>
        headings.some((heading) => heading === name || heading.startsWith(`${name} `));
      const wanted = groupsOf(names, /"([^"]+)"/gu).flat();
      return wanted.filter((name) => !isThere(name)).map((name) => `${path}: ${page}, ${name}`);
    });
  });
}

const domainsInCode = (sources: Texts): string[] =>
  [...sources.values()].flatMap((text) =>
    groupsOf(text, /["'`](vereda\/[a-z0-9-]+(?:\/[a-z0-9-]+)*\/\d+)["'`]/gu).flat(),
  );

const domainsInDoc = (text: string): string[] =>
  groupsOf(sectionOf(text, "Hashes and derivations"), /^\| `(vereda\/[^`]+)` +\|/gmu).flat();

/** What stands on one side only, or twice in the second. */
function unequal(one: readonly string[], other: readonly string[]): string[] {
  const lacking = one.filter((item) => !other.includes(item));
  const extra = other.filter((item, at) => !one.includes(item) || other.indexOf(item) !== at);
  return [...new Set([...lacking, ...extra])];
}

const hash = new Uint8Array(32) as Hash;
const log = logOf(CONTROL, "Aurelia");

/** One of each; the compiler asks for those that are missing. */
const samples: { readonly [K in Message["kind"]]: Extract<Message, { readonly kind: K }> } = {
  hello: { kind: "hello", nonce: hash },
  proof: { kind: "proof", mac: hash },
  name: { kind: "name", device: null },
  seek: { kind: "seek", nonce: hash, mac: hash },
  lifeline: { kind: "lifeline", box: hash },
  present: { kind: "present", requests: [] },
  presented: { kind: "presented", accepted: 0 },
  digest: { kind: "digest", epoch: 1, control: hash, data: hash },
  buckets: { kind: "buckets", epoch: 1, scope: "data", digests: [] },
  holdings: { kind: "holdings", epoch: 1, scope: "data", last: true, holdings: [] },
  done: { kind: "done", epoch: 1 },
  want: { kind: "want", operations: [] },
  gave: { kind: "gave" },
  run: { kind: "run", transfer: 0, purpose: "entries", log, from: 0, to: 0, part: 0, parts: 1, bytes: hash },
  ack: { kind: "ack", transfer: 0, outcome: "stored" },
  alive: { kind: "alive" },
  marks: { kind: "marks", marks: [] },
  receipts: { kind: "receipts", last: true, receipts: [] },
};

const typesWritten = (): string[] =>
  Object.values(samples).map((message: Message) => {
    const type = encodeMessage(message)[0] ?? 0;
    return `${type.toString(16).padStart(2, "0")} ${message.kind}`;
  });

/** As the comment above each message says. */
const typesInComments = (text: string): string[] =>
  groupsOf(
    text,
    /\/\*\*\s+(?:\* )?`([0-9a-f]{2})`(?:(?!\*\/)[^])*\*\/\s*export interface \w+ \{\s*readonly kind: "([a-z]+)"/gu,
  ).map((pair) => pair.join(" "));

const typesInDoc = (text: string): string[] =>
  groupsOf(sectionOf(text, "Messages"), /^\| `([0-9a-f]{2})` +\| `([a-z]+)` +\|/gmu).map((pair) =>
    pair.join(" "),
  );

const limitsInDoc = (text: string): string[] =>
  groupsOf(sectionOf(text, "Limits"), /^\| `([A-Z_]+)` +\| ([\d,]+) +\|/gmu).map(
    ([name = "", value = ""]) => `${name} ${value.replaceAll(",", "")}`,
  );

const limitsInCode = Object.entries(limits).map(([name, value]) => `${name} ${String(value)}`);

describe("docs/protocol.md", () => {
  test("has every section that a comment names, and so has every other page", () => {
    expect(code.size).toBeGreaterThan(100);
    expect(missingSections(code, docs)).toEqual([]);
  });

  test("lists every domain string of the code, once, and no other", () => {
    const inCode = domainsInCode(code);
    expect(inCode.length).toBeGreaterThan(40);
    expect(unequal(inCode, domainsInDoc(protocol))).toEqual([]);
  });

  test("gives every message the type byte that is written", () => {
    expect(unequal(typesWritten(), typesInDoc(protocol))).toEqual([]);
    expect(unequal(typesWritten(), typesInComments(read("sync/protocol/messages.ts")))).toEqual([]);
  });

  test("states every limit as it is", () => {
    expect(unequal(limitsInCode, limitsInDoc(protocol))).toEqual([]);
  });
});

describe("a planted miss is found:", () => {
  const without = (piece: string): string => {
    expect(protocol).toContain(piece);
    return protocol.replace(piece, "");
  };
  const planted = (text: string): Texts => new Map([["sync/planted.ts", text]]);

  test("a section that no page has, named across a line break or second in a row", () => {
    const page = "docs/" + "protocol.md";
    const broken = planted(`/**\n * What it is (${page},\n * "Nowhere").\n */`);
    expect(missingSections(broken, docs)).toEqual([`sync/planted.ts: ${page}, Nowhere`]);
    const second = planted(`// See ${page}, "Seal" and "Nowhere".`);
    expect(missingSections(second, docs)).toEqual([`sync/planted.ts: ${page}, Nowhere`]);
    expect(missingSections(code, new Map([...docs, [page, without("\n## Seal\n")]]))).not.toEqual([]);
  });

  test("a page that is not there", () => {
    const page = "docs/" + "nowhere.md";
    expect(missingSections(planted(`// See ${page}.`), docs)).toEqual([`sync/planted.ts: ${page}`]);
  });

  test("a domain string that the table lacks, and one that the code lacks", () => {
    const one = ["vereda", "planted", "1"].join("/");
    expect(
      unequal(domainsInCode(new Map([...code, ...planted(`hash("${one}")`)])), domainsInDoc(protocol)),
    ).toEqual([one]);
    const row = "| `vereda/seal/1`";
    const other = protocol.replace(row, `| \`${one}\` | H | nothing |\n${row}`);
    expect(unequal(domainsInCode(code), domainsInDoc(other))).toEqual([one]);
    const twice = protocol.replace(row, `${row} | H | again |\n${row}`);
    expect(unequal(domainsInCode(code), domainsInDoc(twice))).toEqual(["vereda/seal/1"]);
  });

  test("a message without a row, and one with another type", () => {
    expect(unequal(typesWritten(), typesInDoc(without("| `40`")))).toEqual(["40 alive"]);
    const other = protocol.replace("| `31` ", "| `32` ");
    expect(unequal(typesWritten(), typesInDoc(other))).toEqual(["31 ack", "32 ack"]);
    const comments = read("sync/protocol/messages.ts").replace("`31`", "`32`");
    expect(unequal(typesWritten(), typesInComments(comments))).toEqual(["31 ack", "32 ack"]);
  });

  test("a limit that is stated otherwise, or not at all", () => {
    expect(unequal(limitsInCode, limitsInDoc(protocol.replace("| 4,194,304 ", "| 4,194,305 ")))).not.toEqual(
      [],
    );
    expect(unequal(limitsInCode, limitsInDoc(without("| `MAX_MARKS` ")))).toEqual(["MAX_MARKS 4096"]);
  });
});
