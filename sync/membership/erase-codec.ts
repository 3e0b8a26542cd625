/** An order to erase, as bytes (docs/protocol.md, "Operations"). */
import { type Hash, toText } from "#crypto";
import type { Reader } from "../codec.ts";
import { idBytes, RECORD_TAG_BYTES, type RecordTag } from "../ids.ts";
import { ENTRY_ID_BYTES } from "../log/entry.ts";
import { encodeLog } from "../log/log-ref.ts";
import { type Format, readDevice, readSpace } from "./operation-fields.ts";
import type { EraseOperation, ErasedEntries } from "./operations.ts";

/** Records, logs, and entries of one log in one order; who has more to erase writes several. */
export const MAX_ERASED_RECORDS = 256;
const MAX_ERASED_LOGS = 256;
/** Of all logs together: what keeps an order within an operation. */
export const MAX_ERASED_ENTRIES = 1024;

const readLog = (reader: Reader): ErasedEntries => {
  const space = readSpace(reader);
  const device = readDevice(reader);
  const entries = reader.list(MAX_ERASED_ENTRIES, () => ({
    seq: reader.varint(),
    id: reader.raw(ENTRY_ID_BYTES) as Hash,
  }));
  return { log: { space, device }, entries };
};

export const erase: Format<EraseOperation> = {
  code: 20,
  write: ({ records, logs }, writer) => {
    writer.list(records, (tag) => writer.raw(idBytes(tag)));
    writer.list(logs, ({ log, entries }) =>
      writer.raw(encodeLog(log)).list(entries, ({ seq, id }) => writer.varint(seq).raw(id)),
    );
  },
  read: (reader) => ({
    records: reader.list(MAX_ERASED_RECORDS, () => toText(reader.raw(RECORD_TAG_BYTES)) as RecordTag),
    logs: reader.list(MAX_ERASED_LOGS, () => readLog(reader)),
  }),
};
