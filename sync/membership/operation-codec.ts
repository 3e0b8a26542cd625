/**
 * Operations as bytes (docs/protocol.md, "Operations"): one byte of kind, then fixed fields in the
 * order written here. Strict: one encoding for each operation, trailing bytes refused, every list
 * and text capped before it is read. A kind from a later version decodes to `unknown`.
 */
import { toText, utf8 } from "#crypto";
import { Reader, Writer } from "../codec.ts";
import {
  DEVICE_ID_BYTES,
  type DeviceId,
  idBytes,
  INVITE_ID_BYTES,
  type InviteId,
  OPERATION_ID_BYTES,
  type OperationId,
  SITE_ID_BYTES,
  type SiteId,
} from "../ids.ts";
import { CONTROL, decodeSpace, encodeSpace, SPACE_BYTES, type SpaceId } from "../space.ts";
import { decodeRequest, encodeRequest, MAX_REQUEST_BYTES } from "./join-request.ts";
import {
  readAgreeKey,
  readDeviceKeys,
  readGroupPublics,
  readKeyId,
  readSignKey,
  writeDeviceKeys,
  writeGroupPublics,
} from "./key-codec.ts";
import type {
  CancelOperation,
  ConfirmOperation,
  Destination,
  FoundOperation,
  GroupBoxesOperation,
  InviteOperation,
  Operation,
  Predecessors,
  RequestOperation,
  SiteName,
  SpaceKeyOperation,
  UnknownOperation,
} from "./operations.ts";
import { GROUPS, ROLES, SITE_KINDS } from "./roles.ts";

/** An operation fits into one entry. */
export const MAX_OPERATION_BYTES = 60 * 1024;
/** Boxes in one operation; who has more to give writes several. */
export const MAX_BOXES = 256;
/** Generations that one generation can wrap. */
const MAX_PREDECESSORS = 64;
/** Bytes of UTF-8 in the name of a mesh or a site. */
export const MAX_NAME_BYTES = 160;
const MAX_BOX_BYTES = 160;
const MAX_WRAPPED_BYTES = 4096;
const NONCE_BYTES = 16;

interface Format<O extends Operation> {
  readonly code: number;
  readonly write: (operation: O, writer: Writer) => void;
  readonly read: (reader: Reader) => Omit<O, "kind">;
}

function writeCode<T>(writer: Writer, names: readonly T[], name: T): void {
  writer.byte(names.indexOf(name));
}

/** `fallback` stands for a code that is not in the table; the reader has failed by then. */
function readCode<T>(reader: Reader, names: readonly T[], fallback: T): T {
  const name = names[reader.byte()];
  if (name === undefined) reader.fail();
  return name ?? fallback;
}

function writeMaybe<T>(writer: Writer, value: T | null, write: (value: T) => void): void {
  writer.byte(value === null ? 0 : 1);
  if (value !== null) write(value);
}

function readMaybe<T>(reader: Reader, read: () => T): T | null {
  const present = reader.byte();
  if (present > 1) reader.fail();
  return present === 1 ? read() : null;
}

/** Whether a mesh or a site can have this name. */
export const isName = (name: string): boolean => name !== "" && utf8(name).length <= MAX_NAME_BYTES;

function readName(reader: Reader): string {
  const name = reader.text(MAX_NAME_BYTES);
  if (!isName(name)) reader.fail();
  return name;
}

function readBox(reader: Reader): Uint8Array {
  return reader.bytes(MAX_BOX_BYTES);
}

/** Generations count from 1. */
function readGeneration(reader: Reader): number {
  const generation = reader.varint();
  if (generation === 0) reader.fail();
  return generation;
}

const readSite = (reader: Reader): SiteId => toText(reader.raw(SITE_ID_BYTES)) as SiteId;
const readDevice = (reader: Reader): DeviceId => toText(reader.raw(DEVICE_ID_BYTES)) as DeviceId;
const readOperationId = (reader: Reader): OperationId =>
  toText(reader.raw(OPERATION_ID_BYTES)) as OperationId;
const readInviteId = (reader: Reader): InviteId => toText(reader.raw(INVITE_ID_BYTES)) as InviteId;

function readSpace(reader: Reader): SpaceId {
  const space = decodeSpace(reader.raw(SPACE_BYTES));
  if (space === null) reader.fail();
  return space ?? CONTROL;
}

function writeSiteName(writer: Writer, site: SiteName): void {
  writer.text(site.name);
  writeCode(writer, SITE_KINDS, site.kind);
}

const readSiteName = (reader: Reader): SiteName => ({
  name: readName(reader),
  kind: readCode(reader, SITE_KINDS, "shelter"),
});

function writePredecessors(writer: Writer, previous: Predecessors<Uint8Array> | null): void {
  writeMaybe(writer, previous, ({ of, wrapped }) => {
    writer.list(of, (id) => writer.raw(id)).bytes(wrapped);
  });
}

function readPredecessors<K extends Uint8Array>(
  reader: Reader,
  readId: (reader: Reader) => K,
): Predecessors<K> | null {
  return readMaybe(reader, () => ({
    of: reader.list(MAX_PREDECESSORS, readId),
    wrapped: reader.bytes(MAX_WRAPPED_BYTES),
  }));
}

const found: Format<FoundOperation> = {
  code: 1,
  write: (operation, writer) => {
    writer.text(operation.meshName);
    writeSiteName(writer, operation.site);
    writeDeviceKeys(writer, operation.device);
    writeGroupPublics(writer, operation.groups);
    writer.raw(operation.recovery).raw(operation.nonce);
  },
  read: (reader) => ({
    meshName: readName(reader),
    site: readSiteName(reader),
    device: readDeviceKeys(reader),
    groups: readGroupPublics(reader),
    recovery: readAgreeKey(reader),
    nonce: reader.raw(NONCE_BYTES),
  }),
};

function writeDestination(writer: Writer, destination: Destination): void {
  if (destination.kind === "existing") writer.byte(0).raw(idBytes(destination.site));
  else writeSiteName(writer.byte(1), destination.site);
}

const readDestination = (reader: Reader): Destination =>
  readCode(reader, ["existing", "new"] as const, "existing") === "existing"
    ? { kind: "existing", site: readSite(reader) }
    : { kind: "new", site: readSiteName(reader) };

const invite: Format<InviteOperation> = {
  code: 2,
  write: (operation, writer) => {
    writer.raw(operation.seedKey);
    writeCode(writer, ROLES, operation.role);
    writeDestination(writer, operation.destination);
    writer.varint(operation.expiresAt);
  },
  read: (reader) => {
    const seedKey = readSignKey(reader);
    const role = readCode(reader, ROLES, "hub");
    const destination = readDestination(reader);
    return { seedKey, role, destination, expiresAt: reader.varint() };
  },
};

const cancel: Format<CancelOperation> = {
  code: 3,
  write: (operation, writer) => {
    writer.raw(idBytes(operation.invite));
  },
  read: (reader) => ({ invite: readInviteId(reader) }),
};

const request: Format<RequestOperation> = {
  code: 4,
  write: (operation, writer) => {
    writer.bytes(encodeRequest(operation.request)).varint(operation.at);
  },
  read: (reader) => {
    const joinRequest = decodeRequest(reader.bytes(MAX_REQUEST_BYTES));
    if (joinRequest === null) reader.fail();
    // A failed reader discards what is read here, so the empty stand-in is never seen.
    return { request: joinRequest ?? ({} as RequestOperation["request"]), at: reader.varint() };
  },
};

const confirm: Format<ConfirmOperation> = {
  code: 5,
  write: (operation, writer) => {
    writer.raw(idBytes(operation.request)).raw(idBytes(operation.device)).varint(operation.at);
  },
  read: (reader) => ({ request: readOperationId(reader), device: readDevice(reader), at: reader.varint() }),
};

const groupBoxes: Format<GroupBoxesOperation> = {
  code: 6,
  write: (operation, writer) => {
    writer.raw(idBytes(operation.site));
    writeCode(writer, GROUPS, operation.group);
    writer.varint(operation.generation).raw(operation.public);
    writer.list(operation.boxes, ({ device, box }) => writer.raw(idBytes(device)).bytes(box));
    writeMaybe(writer, operation.recoveryBox, (box) => writer.bytes(box));
    writePredecessors(writer, operation.previous);
  },
  read: (reader) => ({
    site: readSite(reader),
    group: readCode(reader, GROUPS, "desk"),
    generation: readGeneration(reader),
    public: readAgreeKey(reader),
    boxes: reader.list(MAX_BOXES, () => ({ device: readDevice(reader), box: readBox(reader) })),
    recoveryBox: readMaybe(reader, () => readBox(reader)),
    previous: readPredecessors(reader, readAgreeKey),
  }),
};

const spaceKey: Format<SpaceKeyOperation> = {
  code: 7,
  write: (operation, writer) => {
    writer.raw(encodeSpace(operation.space)).varint(operation.generation).raw(operation.keyId);
    writeMaybe(writer, operation.drop, (drop) => writer.raw(drop));
    writer.list(operation.boxes, ({ site, group, generation, box }) => {
      writer.raw(idBytes(site));
      writeCode(writer, GROUPS, group);
      writer.varint(generation).bytes(box);
    });
    writePredecessors(writer, operation.previous);
  },
  read: (reader) => ({
    space: readSpace(reader),
    generation: readGeneration(reader),
    keyId: readKeyId(reader),
    drop: readMaybe(reader, () => readAgreeKey(reader)),
    boxes: reader.list(MAX_BOXES, () => ({
      site: readSite(reader),
      group: readCode(reader, GROUPS, "desk"),
      generation: readGeneration(reader),
      box: readBox(reader),
    })),
    previous: readPredecessors(reader, readKeyId),
  }),
};

const MERGE_CODE = 8;

/** Canonical bytes. Throws only on values that no decoder would return. */
export function encodeOperation(operation: Operation): Uint8Array {
  const writer = new Writer();
  writeOperation(operation, writer);
  return writer.finish();
}

function writeOperation(operation: Operation, writer: Writer): void {
  switch (operation.kind) {
    case "found":
      found.write(operation, writer.byte(found.code));
      return;
    case "invite":
      invite.write(operation, writer.byte(invite.code));
      return;
    case "cancel":
      cancel.write(operation, writer.byte(cancel.code));
      return;
    case "request":
      request.write(operation, writer.byte(request.code));
      return;
    case "confirm":
      confirm.write(operation, writer.byte(confirm.code));
      return;
    case "group-boxes":
      groupBoxes.write(operation, writer.byte(groupBoxes.code));
      return;
    case "space-key":
      spaceKey.write(operation, writer.byte(spaceKey.code));
      return;
    case "merge":
      writer.byte(MERGE_CODE);
  }
}

const DECODERS: ReadonlyMap<number, (reader: Reader) => Operation> = new Map<
  number,
  (reader: Reader) => Operation
>([
  [found.code, (reader) => ({ kind: "found", ...found.read(reader) })],
  [invite.code, (reader) => ({ kind: "invite", ...invite.read(reader) })],
  [cancel.code, (reader) => ({ kind: "cancel", ...cancel.read(reader) })],
  [request.code, (reader) => ({ kind: "request", ...request.read(reader) })],
  [confirm.code, (reader) => ({ kind: "confirm", ...confirm.read(reader) })],
  [groupBoxes.code, (reader) => ({ kind: "group-boxes", ...groupBoxes.read(reader) })],
  [spaceKey.code, (reader) => ({ kind: "space-key", ...spaceKey.read(reader) })],
  [MERGE_CODE, () => ({ kind: "merge" })],
]);

/** Reads untrusted bytes: null unless they are exactly what {@link encodeOperation} writes. */
export function decodeOperation(bytes: Uint8Array): Operation | UnknownOperation | null {
  if (bytes.length === 0 || bytes.length > MAX_OPERATION_BYTES) return null;
  const reader = new Reader(bytes);
  const decode = DECODERS.get(reader.byte());
  if (decode === undefined) return { kind: "unknown" };
  const operation = decode(reader);
  return reader.finish() ? operation : null;
}
