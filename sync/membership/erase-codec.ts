/**
 * An order to erase, as bytes (docs/protocol.md, "Operations"). A house lets the records of a hundred people go on one day,
 * and every device of the mesh keeps its orders for good: so an entry takes some five bytes, and a record eight.
 */
import { toText } from "#crypto";
import type { Reader } from "../codec.ts";
import { ENTRY_MARK_BYTES, type EntryMark, idBytes, RECORD_TAG_BYTES, type RecordTag } from "../ids.ts";
import { encodeLog } from "../log/log-ref.ts";
import { type Format, readDevice, readSpace } from "./operation-fields.ts";
import type { EraseOperation, ErasedEntries } from "./operations.ts";

/** Records, logs, and entries of all logs together in one order; who has more to erase writes several. */
export const MAX_ERASED_RECORDS = 1024;
const MAX_ERASED_LOGS = 256;
export const MAX_ERASED_ENTRIES = 4096;

/** Positions by what they are above the one before. */
function readEntries(reader: Reader): ErasedEntries["entries"] {
  let seq = 0;
  return reader.list(MAX_ERASED_ENTRIES, () => {
    seq += reader.varint();
    if (!Number.isSafeInteger(seq)) reader.fail();
    return { seq, mark: toText(reader.raw(ENTRY_MARK_BYTES)) as EntryMark };
  });
}

const readLog = (reader: Reader): ErasedEntries => {
  const space = readSpace(reader);
  const device = readDevice(reader);
  return { log: { space, device }, entries: readEntries(reader) };
};

export const erase: Format<EraseOperation> = {
  code: 20,
  write: ({ records, logs }, writer) => {
    writer.list(records, (tag) => writer.raw(idBytes(tag)));
    writer.list(logs, ({ log, entries }) => {
      let before = 0;
      writer.raw(encodeLog(log)).list(entries, ({ seq, mark }) => {
        writer.varint(seq - before).raw(idBytes(mark));
        before = seq;
      });
    });
  },
  read: (reader) => ({
    records: reader.list(MAX_ERASED_RECORDS, () => toText(reader.raw(RECORD_TAG_BYTES)) as RecordTag),
    logs: reader.list(MAX_ERASED_LOGS, () => readLog(reader)),
  }),
};
