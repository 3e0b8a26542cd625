/**
 * A page of the audit: what one entry of the space `audit` holds (docs/protocol.md, "Audit"). No record: nothing can
 * change it, because nothing merges into a log. Total on bytes that came from elsewhere.
 */
import { fromText, toText } from "#crypto";
import { type AuditAct, QUESTIONS, TAKEN_OUT } from "#model";
import { Reader, Writer } from "#sync";
import { RECORD_ID_BYTES } from "../records/content.ts";

const VERSION = 1;
/** As many as are noted before they are written; a page of another version may hold more. */
export const MOST_ACTS = 32;
const MOST_READ = 1024;
const MS_PER_SECOND = 1000;
/** Past it no date can be made of an instant (ECMA-262, "Time Values and Time Range"). */
const LAST_SECOND = 8_640_000_000_000;

const DEEDS = ["open", "search", "export", "override"] as const;

function writeAct(act: AuditAct, writer: Writer): void {
  writer.byte(DEEDS.indexOf(act.did)).varint(Math.max(0, Math.floor(act.at / MS_PER_SECOND)));
  switch (act.did) {
    case "open":
    case "override":
      writer.raw(fromText(act.record, RECORD_ID_BYTES) ?? new Uint8Array(RECORD_ID_BYTES));
      break;
    case "search":
      writer.byte(QUESTIONS.indexOf(act.question)).varint(act.times).varint(act.found);
      break;
    case "export":
      writer.byte(TAKEN_OUT.indexOf(act.what)).varint(act.count);
      break;
  }
}

export const encodePage = (acts: readonly AuditAct[]): Uint8Array =>
  new Writer().byte(VERSION).list(acts, writeAct).finish();

function nameIn<T>(names: readonly T[], reader: Reader, fallback: T): T {
  const name = names[reader.byte()];
  if (name === undefined) reader.fail();
  return name ?? fallback;
}

function readAct(reader: Reader): AuditAct {
  const did = nameIn(DEEDS, reader, "open");
  const seconds = reader.varint();
  if (seconds > LAST_SECOND) reader.fail();
  const at = seconds * MS_PER_SECOND;
  switch (did) {
    case "open":
    case "override":
      return { did, at, record: toText(reader.raw(RECORD_ID_BYTES)) };
    case "search":
      return {
        ...{ did, at, question: nameIn(QUESTIONS, reader, "name") },
        ...{ times: reader.varint(), found: reader.varint() },
      };
    case "export":
      return { did, at, what: nameIn(TAKEN_OUT, reader, "csv"), count: reader.varint() };
  }
}

/** Null for malformed bytes, and for versions that this build does not know. */
export function decodePage(bytes: Uint8Array): readonly AuditAct[] | null {
  const reader = new Reader(bytes);
  if (reader.byte() !== VERSION) return null;
  const acts = reader.list(MOST_READ, readAct);
  return reader.finish() ? acts : null;
}
