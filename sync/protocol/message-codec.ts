/**
 * Reads and writes messages (docs/protocol.md, "Messages"; the tables are in `messages.ts`). Decoding
 * is strict, total and capped; what decodes encodes to the same bytes. Knows nothing of the order in
 * which messages make sense.
 */
import { type Hash, type Signature, toText } from "#crypto";
import { Reader, Writer } from "../codec.ts";
import { decodeLog, encodeLog, LOG_BYTES, type LogRef } from "../log/log-ref.ts";
import { readDeviceKeys, writeDeviceKeys } from "../membership/key-codec.ts";
import { idBytes, OPERATION_ID_BYTES, type OperationId } from "../ids.ts";
import { readRegister, writeRegister } from "../register.ts";
import {
  BUCKETS,
  MAX_HOLDINGS,
  MAX_LIFELINE_BYTES,
  MAX_MARKS,
  MAX_PARTS,
  MAX_POSITION,
  MAX_REQUEST_BYTES,
  MAX_RECEIPT_BYTES,
  MAX_RECEIPTS,
  MAX_REQUESTS,
  MAX_WANTED,
  PART_BYTES,
  PROTOCOL_VERSION,
  SHORT_HASH_BYTES,
} from "./limits.ts";

import {
  type Ack,
  type Alive,
  type Buckets,
  type Digest,
  type Done,
  type Gave,
  type Hello,
  type Holdings,
  type LifelineMessage,
  type Listed,
  type Marks,
  type Message,
  type Name,
  NONCE_BYTES,
  OUTCOMES,
  type Present,
  type Presented,
  type Proof,
  PURPOSES,
  type ReceiptsMessage,
  type RunPart,
  SCOPES,
  type Want,
  type Seek,
} from "./messages.ts";

const HASH_BYTES = 32;
const SIGNATURE_BYTES = 64;

type Kind = Message["kind"];
type Of<K extends Kind> = Extract<Message, { readonly kind: K }>;

interface Format<M extends Message> {
  readonly type: number;
  readonly write: (message: M, writer: Writer) => void;
  readonly read: (reader: Reader) => M;
}

function readOneOf<T>(reader: Reader, values: readonly T[], none: T): T {
  const value = values[reader.byte()];
  if (value === undefined) reader.fail();
  return value ?? none;
}

const readBoolean = (reader: Reader): boolean => readOneOf(reader, [false, true], false);

const readHash = (reader: Reader): Hash => reader.raw(HASH_BYTES) as Hash;

const NO_LOG = { space: "", device: "" } as unknown as LogRef;

function readLog(reader: Reader): LogRef {
  const log = decodeLog(reader.raw(LOG_BYTES));
  if (log === null) reader.fail();
  return log ?? NO_LOG;
}

/** A position and one at or after it, the second as the distance. */
function readSpan(reader: Reader): { first: number; last: number } {
  const first = reader.varint(MAX_POSITION);
  return { first, last: first + reader.varint(MAX_POSITION - first) };
}

const hello: Format<Hello> = {
  type: 0x01,
  write: ({ nonce }, writer) => void writer.byte(PROTOCOL_VERSION).raw(nonce),
  read: (reader) => {
    if (reader.byte() !== PROTOCOL_VERSION) reader.fail();
    return { kind: "hello", nonce: reader.raw(NONCE_BYTES) };
  },
};

const proof: Format<Proof> = {
  type: 0x02,
  write: ({ mac }, writer) => void writer.raw(mac),
  read: (reader) => ({ kind: "proof", mac: readHash(reader) }),
};

const name: Format<Name> = {
  type: 0x03,
  write: ({ device }, writer) => {
    writer.byte(device === null ? 0 : 1);
    if (device !== null) writeDeviceKeys(writer, device.keys).raw(device.signature);
  },
  read: (reader) => {
    if (!readBoolean(reader)) return { kind: "name", device: null };
    const keys = readDeviceKeys(reader);
    return { kind: "name", device: { keys, signature: reader.raw(SIGNATURE_BYTES) as Signature } };
  },
};

const seek: Format<Seek> = {
  type: 0x04,
  write: ({ nonce, mac }, writer) => void writer.raw(nonce).raw(mac),
  read: (reader) => ({ kind: "seek", nonce: reader.raw(NONCE_BYTES), mac: readHash(reader) }),
};

const lifeline: Format<LifelineMessage> = {
  type: 0x05,
  write: ({ box }, writer) => void writer.bytes(box),
  read: (reader) => ({ kind: "lifeline", box: reader.bytes(MAX_LIFELINE_BYTES) }),
};

const present: Format<Present> = {
  type: 0x10,
  write: ({ requests }, writer) => void writer.list(requests, (request) => writer.bytes(request)),
  read: (reader) => ({
    kind: "present",
    requests: reader.list(MAX_REQUESTS, () => reader.bytes(MAX_REQUEST_BYTES)),
  }),
};

const presented: Format<Presented> = {
  type: 0x11,
  write: ({ accepted }, writer) => void writer.varint(accepted),
  read: (reader) => ({ kind: "presented", accepted: reader.varint(MAX_REQUESTS) }),
};

const digest: Format<Digest> = {
  type: 0x20,
  write: ({ epoch, control, data }, writer) => void writer.varint(epoch).raw(control).raw(data),
  read: (reader) => ({
    kind: "digest",
    epoch: reader.varint(),
    control: readHash(reader),
    data: readHash(reader),
  }),
};

const buckets: Format<Buckets> = {
  type: 0x21,
  write: ({ epoch, scope, digests }, writer) => {
    writer.varint(epoch).byte(SCOPES.indexOf(scope));
    for (const one of digests) writer.raw(one);
  },
  read: (reader) => {
    const epoch = reader.varint();
    const scope = readOneOf(reader, SCOPES, "control");
    const digests = Array.from({ length: BUCKETS }, () => reader.raw(SHORT_HASH_BYTES));
    return { kind: "buckets", epoch, scope, digests };
  },
};

function writeListed({ log, low, high, head }: Listed, writer: Writer): void {
  writer
    .raw(encodeLog(log))
    .varint(low)
    .varint(high - low)
    .raw(head);
}

function readListed(reader: Reader): Listed {
  const log = readLog(reader);
  const { first: low, last: high } = readSpan(reader);
  return { log, low, high, head: reader.raw(SHORT_HASH_BYTES) };
}

const holdings: Format<Holdings> = {
  type: 0x22,
  write: (message, writer) => {
    writer.varint(message.epoch).byte(SCOPES.indexOf(message.scope));
    writer.byte(message.last ? 1 : 0).list(message.holdings, writeListed);
  },
  read: (reader) => {
    const epoch = reader.varint();
    const scope = readOneOf(reader, SCOPES, "control");
    const last = readBoolean(reader);
    return { kind: "holdings", epoch, scope, last, holdings: reader.list(MAX_HOLDINGS, readListed) };
  },
};

const done: Format<Done> = {
  type: 0x23,
  write: ({ epoch }, writer) => void writer.varint(epoch),
  read: (reader) => ({ kind: "done", epoch: reader.varint() }),
};

const want: Format<Want> = {
  type: 0x24,
  write: ({ operations }, writer) => void writer.list(operations, (one, out) => out.raw(idBytes(one))),
  read: (reader) => ({
    kind: "want",
    operations: reader.list(MAX_WANTED, () => toText(reader.raw(OPERATION_ID_BYTES)) as OperationId),
  }),
};

const gave: Format<Gave> = {
  type: 0x25,
  write: () => undefined,
  read: () => ({ kind: "gave" }),
};

const run: Format<RunPart> = {
  type: 0x30,
  write: (message, writer) => {
    writer.varint(message.transfer).byte(PURPOSES.indexOf(message.purpose)).raw(encodeLog(message.log));
    writer.varint(message.from).varint(message.to - message.from);
    writer
      .varint(message.part)
      .varint(message.parts - 1)
      .bytes(message.bytes);
  },
  read: (reader) => {
    const transfer = reader.varint();
    const purpose = readOneOf(reader, PURPOSES, "entries");
    const log = readLog(reader);
    const { first: from, last: to } = readSpan(reader);
    const part = reader.varint(MAX_PARTS - 1);
    const parts = reader.varint(MAX_PARTS - 1) + 1;
    if (part >= parts) reader.fail();
    return { kind: "run", transfer, purpose, log, from, to, part, parts, bytes: reader.bytes(PART_BYTES) };
  },
};

const ack: Format<Ack> = {
  type: 0x31,
  write: ({ transfer, outcome }, writer) => void writer.varint(transfer).byte(OUTCOMES.indexOf(outcome)),
  read: (reader) => ({
    kind: "ack",
    transfer: reader.varint(),
    outcome: readOneOf(reader, OUTCOMES, "refused"),
  }),
};

const alive: Format<Alive> = {
  type: 0x40,
  write: () => undefined,
  read: () => ({ kind: "alive" }),
};

const marks: Format<Marks> = {
  type: 0x50,
  write: (message, writer) => {
    writer.list(message.marks, (mark, out) => writeRegister(out, mark).varint(mark.counter));
  },
  read: (reader) => ({
    kind: "marks",
    marks: reader.list(MAX_MARKS, () => ({ ...readRegister(reader), counter: reader.varint() })),
  }),
};

const receipts: Format<ReceiptsMessage> = {
  type: 0x51,
  write: (message, writer) => {
    writer.byte(message.last ? 1 : 0).list(message.receipts, (one, out) => out.bytes(one));
  },
  read: (reader) => {
    const last = readBoolean(reader);
    return {
      kind: "receipts",
      last,
      receipts: reader.list(MAX_RECEIPTS, () => reader.bytes(MAX_RECEIPT_BYTES)),
    };
  },
};

const FORMATS: { readonly [K in Kind]: Format<Of<K>> } = {
  hello,
  proof,
  name,
  seek,
  lifeline,
  present,
  presented,
  digest,
  buckets,
  holdings,
  done,
  want,
  gave,
  run,
  ack,
  alive,
  marks,
  receipts,
};

const formatByType: ReadonlyMap<number, Format<Message>> = new Map(
  Object.values(FORMATS).map((format) => [format.type, format as unknown as Format<Message>]),
);

/** The bytes of a message: one frame. */
export function encodeMessage(message: Message): Uint8Array {
  const format = FORMATS[message.kind] as unknown as Format<Message>;
  const writer = new Writer().byte(format.type);
  format.write(message, writer);
  return writer.finish();
}

/** The message in a frame; null unless the bytes are exactly what {@link encodeMessage} writes. Never throws. */
export function decodeMessage(frame: Uint8Array): Message | null {
  const reader = new Reader(frame);
  const format = formatByType.get(reader.byte());
  if (format === undefined) return null;
  const message = format.read(reader);
  return reader.finish() ? message : null;
}
