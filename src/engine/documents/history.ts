/**
 * Who changed which field of a record, from what to what, and when: the document is rebuilt change
 * by change and its views are compared. Dear (each change is decoded), so only for one open record.
 */
import * as A from "@automerge/automerge";
import { loadDocument, viewOf, type AttributedChange, type StoredDocument } from "./document.ts";
import { isPlainMap, type Plain, type PlainMap } from "./plain.ts";

export interface FieldChange {
  /** Dotted path. */
  readonly field: string;
  readonly from: Plain;
  readonly to: Plain;
  /** Hex actor that made the change. */
  readonly actor: string;
  /** By the clock of the device that made it; null if it wrote none. */
  readonly seconds: number | null;
}

/**
 * All changes of fields, oldest first in an order that respects causes. A map is told part by part,
 * but for the paths in `toldWhole`: an age is one thing to whoever reads it.
 */
export function historyOf(
  changes: readonly AttributedChange[],
  toldWhole: ReadonlySet<string>,
): readonly FieldChange[] {
  const document = loadDocument(changes);
  const ordered = A.getAllChanges(document);
  A.free(document);
  const history: FieldChange[] = [];
  let replay = A.init<StoredDocument>();
  let before: PlainMap = {};
  for (const change of ordered) {
    [replay] = A.applyChanges(replay, [change]);
    const after = viewOf(replay).fields;
    const { actor, time } = A.decodeChange(change);
    for (const [field, from, to] of differences(before, after, { path: "", toldWhole })) {
      history.push({ field, from, to, actor, seconds: time > 0 ? time : null });
    }
    before = after;
  }
  A.free(replay);
  return history;
}

interface Where {
  readonly path: string;
  readonly toldWhole: ReadonlySet<string>;
}

function differences(before: PlainMap, after: PlainMap, where: Where): [string, Plain, Plain][] {
  const { path, toldWhole } = where;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): [string, Plain, Plain][] => {
    const here = path === "" ? key : `${path}.${key}`;
    const from = before[key] ?? null;
    const to = after[key] ?? null;
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const inParts = !toldWhole.has(here) && isPlainMap(to) && (from === null || isPlainMap(from));
    if (inParts) return differences(from ?? {}, to, { path: here, toldWhole });
    return [[here, from, to]];
  });
}
