/**
 * Fields that operations are made of, as bytes (docs/protocol.md, "Operations"). A reader that fails
 * goes on and returns stand-ins, which its caller discards.
 */
import { type Hash, type Signature, SIGNATURE_BYTES, toText, utf8 } from "#crypto";
import type { Reader, Writer } from "../codec.ts";
import {
  DEVICE_ID_BYTES,
  type DeviceId,
  INVITE_ID_BYTES,
  type InviteId,
  OPERATION_ID_BYTES,
  type OperationId,
  SITE_ID_BYTES,
  type SiteId,
} from "../ids.ts";
import { ENTRY_ID_BYTES } from "../log/entry.ts";
import { CONTROL, decodeSpace, encodeSpace, SPACE_BYTES, type SpaceId } from "../space.ts";
import type { Cut, Ending } from "./cut.ts";
import { readDeviceKeys, writeDeviceKeys } from "./key-codec.ts";
import type { Operation, Predecessors, SiteName } from "./operations.ts";
import { SITE_KINDS } from "./roles.ts";

/** Generations that one generation can wrap. */
const MAX_PREDECESSORS = 64;
/** Bytes of UTF-8 in the name of a mesh or a site. */
export const MAX_NAME_BYTES = 160;
const MAX_BOX_BYTES = 160;
const MAX_WRAPPED_BYTES = 4096;
/** Logs of one device: one for each space that it may write in. */
const MAX_CUTS = 16;

/** How one kind of operation is written, and read back. */
export interface Format<O extends Operation> {
  readonly code: number;
  readonly write: (operation: O, writer: Writer) => void;
  readonly read: (reader: Reader) => Omit<O, "kind">;
}

export function writeCode<T>(writer: Writer, names: readonly T[], name: T): void {
  writer.byte(names.indexOf(name));
}

/** `fallback` stands for a code that is not in the table; the reader has failed by then. */
export function readCode<T>(reader: Reader, names: readonly T[], fallback: T): T {
  const name = names[reader.byte()];
  if (name === undefined) reader.fail();
  return name ?? fallback;
}

export function writeMaybe<T>(writer: Writer, value: T | null, write: (value: T) => void): void {
  writer.byte(value === null ? 0 : 1);
  if (value !== null) write(value);
}

export function readMaybe<T>(reader: Reader, read: () => T): T | null {
  const present = reader.byte();
  if (present > 1) reader.fail();
  return present === 1 ? read() : null;
}

/** Whether a mesh or a site can have this name. */
export const isName = (name: string): boolean => name !== "" && utf8(name).length <= MAX_NAME_BYTES;

export function readName(reader: Reader): string {
  const name = reader.text(MAX_NAME_BYTES);
  if (!isName(name)) reader.fail();
  return name;
}

export function readBox(reader: Reader): Uint8Array {
  return reader.bytes(MAX_BOX_BYTES);
}

/** Generations count from 1. */
export function readGeneration(reader: Reader): number {
  const generation = reader.varint();
  if (generation === 0) reader.fail();
  return generation;
}

export const readSite = (reader: Reader): SiteId => toText(reader.raw(SITE_ID_BYTES)) as SiteId;
export const readDevice = (reader: Reader): DeviceId => toText(reader.raw(DEVICE_ID_BYTES)) as DeviceId;
export const readOperationId = (reader: Reader): OperationId =>
  toText(reader.raw(OPERATION_ID_BYTES)) as OperationId;
export const readInviteId = (reader: Reader): InviteId => toText(reader.raw(INVITE_ID_BYTES)) as InviteId;

export function readSpace(reader: Reader): SpaceId {
  const space = decodeSpace(reader.raw(SPACE_BYTES));
  if (space === null) reader.fail();
  return space ?? CONTROL;
}

export function writeSiteName(writer: Writer, site: SiteName): void {
  writer.text(site.name);
  writeCode(writer, SITE_KINDS, site.kind);
}

export const readSiteName = (reader: Reader): SiteName => ({
  name: readName(reader),
  kind: readCode(reader, SITE_KINDS, "shelter"),
});

export function writePredecessors(writer: Writer, previous: Predecessors<Uint8Array> | null): void {
  writeMaybe(writer, previous, ({ of, wrapped }) => {
    writer.list(of, (id) => writer.raw(id)).bytes(wrapped);
  });
}

export function readPredecessors<K extends Uint8Array>(
  reader: Reader,
  readId: (reader: Reader) => K,
): Predecessors<K> | null {
  return readMaybe(reader, () => ({
    of: reader.list(MAX_PREDECESSORS, readId),
    wrapped: reader.bytes(MAX_WRAPPED_BYTES),
  }));
}

export function writeCut(writer: Writer, { space, seal }: Cut): void {
  writer.raw(encodeSpace(space)).varint(seal.seq).raw(seal.id).raw(seal.signature);
}

export const readCut = (reader: Reader): Cut => ({
  space: readSpace(reader),
  seal: {
    seq: reader.varint(),
    id: reader.raw(ENTRY_ID_BYTES) as Hash,
    signature: reader.raw(SIGNATURE_BYTES) as Signature,
  },
});

export function writeEnding(writer: Writer, { device, cuts }: Ending): void {
  writeDeviceKeys(writer, device).list(cuts, (cut) => {
    writeCut(writer, cut);
  });
}

export const readEnding = (reader: Reader): Ending => ({
  device: readDeviceKeys(reader),
  cuts: reader.list(MAX_CUTS, readCut),
});
