/**
 * Operations as bytes (docs/protocol.md, "Operations"): one byte of kind, then fixed fields in the
 * order written here. Strict: one encoding for each operation, trailing bytes refused, every list
 * and text capped before it is read. A kind from a later version decodes to `unknown`.
 */
import { Reader, Writer } from "../codec.ts";
import { idBytes } from "../ids.ts";
import { encodeSpace } from "../space.ts";
import { decodeRequest, encodeRequest, MAX_REQUEST_BYTES } from "./join-request.ts";
import {
  readAgreeKey,
  readDeviceKeys,
  readGroupPublics,
  readKeyId,
  readRecoveryPublics,
  readSignKey,
  writeDeviceKeys,
  writeGroupPublics,
  writeRecoveryPublics,
} from "./key-codec.ts";
import { erase } from "./erase-codec.ts";
import { LETTER_BYTES } from "./letter.ts";
import { auditor } from "./auditor-codec.ts";
import { limits } from "./limits-codec.ts";
import {
  type Format,
  readBox,
  readCode,
  readDevice,
  readGeneration,
  readInviteId,
  readMaybe,
  readName,
  readOperationId,
  readPredecessors,
  readSite,
  readSiteName,
  readSpace,
  writeCode,
  writeMaybe,
  writePredecessors,
  writeSiteName,
} from "./operation-fields.ts";
import type {
  CancelOperation,
  ConfirmOperation,
  Destination,
  FoundOperation,
  GroupBoxesOperation,
  InviteOperation,
  MergeOperation,
  Operation,
  RequestOperation,
  SpaceKeyOperation,
  UnknownOperation,
} from "./operations.ts";
import { approve, distrust, fork, raiseCut, removeSite, renew, revoke, role } from "./removal-codec.ts";
import { enrol, recovery } from "./recovery-codec.ts";
import { GROUPS, ROLES } from "./roles.ts";

/** An operation fits into one entry. */
export const MAX_OPERATION_BYTES = 60 * 1024;
/** Boxes in one operation; who has more to give writes several. */
export const MAX_BOXES = 256;
/** Sets of words of one site that count at once: one, or those that were made at the same time. */
export const MAX_RECOVERY_BOXES = 8;
const NONCE_BYTES = 16;

const found: Format<FoundOperation> = {
  code: 1,
  write: (operation, writer) => {
    writer.text(operation.meshName);
    writeSiteName(writer, operation.site);
    writeDeviceKeys(writer, operation.device);
    writeGroupPublics(writer, operation.groups);
    writeRecoveryPublics(writer, operation.recovery);
    writer.raw(operation.nonce);
  },
  read: (reader) => ({
    meshName: readName(reader),
    site: readSiteName(reader),
    device: readDeviceKeys(reader),
    groups: readGroupPublics(reader),
    recovery: readRecoveryPublics(reader),
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
    writeMaybe(writer, operation.letter, (letter) => writer.raw(letter));
  },
  read: (reader) => {
    const seedKey = readSignKey(reader);
    const role = readCode(reader, ROLES, "hub");
    const destination = readDestination(reader);
    const expiresAt = reader.varint();
    return {
      seedKey,
      role,
      destination,
      expiresAt,
      letter: readMaybe(reader, () => reader.raw(LETTER_BYTES)),
    };
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
    writer.list(operation.recoveryBoxes, ({ to, box }) => writer.raw(to).bytes(box));
    writePredecessors(writer, operation.previous);
  },
  read: (reader) => ({
    site: readSite(reader),
    group: readCode(reader, GROUPS, "desk"),
    generation: readGeneration(reader),
    public: readAgreeKey(reader),
    boxes: reader.list(MAX_BOXES, () => ({ device: readDevice(reader), box: readBox(reader) })),
    recoveryBoxes: reader.list(MAX_RECOVERY_BOXES, () => ({
      to: readAgreeKey(reader),
      box: readBox(reader),
    })),
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

const merge: Format<MergeOperation> = { code: MERGE_CODE, write: () => undefined, read: () => ({}) };

const FORMATS: { readonly [K in Operation["kind"]]: Format<Extract<Operation, { kind: K }>> } = {
  found,
  invite,
  cancel,
  request,
  confirm,
  "group-boxes": groupBoxes,
  "space-key": spaceKey,
  merge,
  revoke,
  role,
  "raise-cut": raiseCut,
  renew,
  "remove-site": removeSite,
  approve,
  fork,
  enrol,
  recovery,
  distrust,
  limits,
  erase,
  auditor,
};

/** Canonical bytes. Throws only on values that no decoder would return. */
export function encodeOperation(operation: Operation): Uint8Array {
  const writer = new Writer();
  // The table pairs each kind with its own format, which the compiler cannot follow through a lookup.
  const format = FORMATS[operation.kind] as Format<Operation>;
  format.write(operation, writer.byte(format.code));
  return writer.finish();
}

const DECODERS: ReadonlyMap<number, (reader: Reader) => Operation> = new Map(
  Object.entries(FORMATS).map(([kind, format]) => [
    format.code,
    (reader: Reader) => ({ kind, ...format.read(reader) }) as Operation,
  ]),
);

/** Reads untrusted bytes: null unless they are exactly what {@link encodeOperation} writes. */
export function decodeOperation(bytes: Uint8Array): Operation | UnknownOperation | null {
  if (bytes.length === 0 || bytes.length > MAX_OPERATION_BYTES) return null;
  const reader = new Reader(bytes);
  const decode = DECODERS.get(reader.byte());
  if (decode === undefined) return { kind: "unknown" };
  const operation = decode(reader);
  return reader.finish() ? operation : null;
}
