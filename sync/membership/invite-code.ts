/**
 * The text of an invite, for a QR or to be pasted (docs/protocol.md, "Invite code"): base32 in
 * groups of four behind a fixed beginning, with a checksum, so that a slip of the hand is told from
 * a text that is something else. It holds the mesh key and the seed: whoever has it can ask to join.
 */
import { type AgreePublicKey, asSpaceKey, fromText, hash, type SpaceKey, toText, utf8 } from "#crypto";
import { Reader, Writer } from "../codec.ts";
import {
  DEVICE_ID_BYTES,
  type DeviceId,
  idBytes,
  MESH_ID_BYTES,
  type MeshId,
  OPERATION_ID_BYTES,
  type OperationId,
} from "../ids.ts";
import { SEED_BYTES } from "./invite.ts";
import { readAgreeKey } from "./key-codec.ts";
import { MAX_NAME_BYTES } from "./operation-fields.ts";
import type { SiteName } from "./operations.ts";
import { type Role, ROLES, SITE_KINDS } from "./roles.ts";

/** Addresses in a code: more would make the QR unreadable. */
export const MAX_ADDRESSES = 6;
/** Bytes of one address. */
export const MAX_ADDRESS_BYTES = 128;
/** Characters of a seed that is typed. */
const SEED_LENGTH = 26;
/** Characters of a code with its hyphens; longer texts are not read. */
export const MAX_CODE_LENGTH = 4096;

const PREFIX = "vrda";
const VERSION = 1;
const KEY_BYTES = 32;
const CHECK_BYTES = 4;
const GROUP_LENGTH = 4;

/** What an invite's code says. */
export interface InviteCode {
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
  readonly inviter: DeviceId;
  readonly inviterAgree: AgreePublicKey;
  /** Secret: 16 bytes. */
  readonly seed: Uint8Array;
  /** The invite's own operation: a peer that does not know it is behind. */
  readonly head: OperationId;
  readonly role: Role;
  /** The new site that the joiner will make; null for an existing one. */
  readonly founds: SiteName | null;
  /** Where peers were last found, best first. */
  readonly addresses: readonly string[];
}

export type DecodedInviteCode =
  | { readonly kind: "code"; readonly code: InviteCode }
  /** The seed alone, typed by hand: the rest is in its letter (`letter.ts`). */
  | { readonly kind: "seed"; readonly seed: Uint8Array }
  /** Begins like a code, and its checksum is wrong: read or type it again. */
  | { readonly kind: "mistyped" }
  | { readonly kind: "not-a-code" };

const checksum = (payload: Uint8Array): Uint8Array =>
  hash("vereda/invite-code/1", payload).subarray(0, CHECK_BYTES);

const fits = (address: string): boolean => utf8(address).length <= MAX_ADDRESS_BYTES;

/** What a code says, without its text; letters carry it too (`letter.ts`). */
export function encodePayload(code: InviteCode): Uint8Array {
  const writer = new Writer().byte(VERSION).raw(idBytes(code.mesh)).raw(code.meshKey);
  writer.raw(idBytes(code.inviter)).raw(code.inviterAgree).raw(code.seed).raw(idBytes(code.head));
  writer.byte(ROLES.indexOf(code.role)).byte(code.founds === null ? 0 : 1);
  if (code.founds !== null) writer.text(code.founds.name).byte(SITE_KINDS.indexOf(code.founds.kind));
  writer.list(code.addresses.filter(fits).slice(0, MAX_ADDRESSES), (address) => writer.text(address));
  return writer.finish();
}

/** The text of a code, in capitals (which a QR stores in less space). Addresses beyond the caps are left out. */
export function encodeInviteCode(code: InviteCode): string {
  const payload = encodePayload(code);
  const text = PREFIX + toText(new Writer().raw(payload).raw(checksum(payload)).finish());
  return (text.match(/.{1,4}/gu) ?? []).join("-").toUpperCase();
}

/** A seed as it is printed and read aloud: 26 capitals and digits. */
export const encodeSeed = (seed: Uint8Array): string => toText(seed).toUpperCase();

/** Reads a code, or a seed, however it is spaced and cased; 0, 1 and 8, which no code contains, count as O, L and B. */
export function decodeInviteCode(text: string): DecodedInviteCode {
  if (text.length > MAX_CODE_LENGTH) return { kind: "not-a-code" };
  const plain = text
    .toLowerCase()
    .replace(/[\s\-–—_.]/gu, "")
    .replace(/0/gu, "o")
    .replace(/1/gu, "l")
    .replace(/8/gu, "b");
  const seed = plain.length === SEED_LENGTH ? fromText(plain, SEED_BYTES) : null;
  if (seed !== null) return { kind: "seed", seed };
  if (!plain.startsWith(PREFIX) || plain.length <= PREFIX.length + GROUP_LENGTH)
    return { kind: "not-a-code" };
  const body = plain.slice(PREFIX.length);
  const bytes = fromText(body, (body.length * 5) >> 3);
  if (bytes === null || bytes.length <= CHECK_BYTES) return { kind: "mistyped" };
  const payload = bytes.subarray(0, -CHECK_BYTES);
  if (!sameCheck(checksum(payload), bytes.subarray(-CHECK_BYTES))) return { kind: "mistyped" };
  const code = decodePayload(payload);
  return code === null ? { kind: "not-a-code" } : { kind: "code", code };
}

const sameCheck = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, index) => byte === b[index]);

/** Reads an untrusted payload; null unless the bytes are exactly what {@link encodePayload} writes. */
export function decodePayload(payload: Uint8Array): InviteCode | null {
  const reader = new Reader(payload);
  if (reader.byte() !== VERSION) return null;
  const mesh = toText(reader.raw(MESH_ID_BYTES)) as MeshId;
  const meshKey = reader.raw(KEY_BYTES);
  const inviter = toText(reader.raw(DEVICE_ID_BYTES)) as DeviceId;
  const inviterAgree = readAgreeKey(reader);
  const seed = reader.raw(SEED_BYTES);
  const head = toText(reader.raw(OPERATION_ID_BYTES)) as OperationId;
  const role = ROLES[reader.byte()];
  const founds = readFounds(reader);
  const addresses = reader.list(MAX_ADDRESSES, () => reader.text(MAX_ADDRESS_BYTES));
  if (!reader.finish() || role === undefined) return null;
  return { mesh, meshKey: asSpaceKey(meshKey), inviter, inviterAgree, seed, head, role, founds, addresses };
}

function readFounds(reader: Reader): SiteName | null {
  const founds = reader.byte();
  if (founds === 0) return null;
  const name = reader.text(MAX_NAME_BYTES);
  const kind = SITE_KINDS[reader.byte()];
  if (founds !== 1 || name === "" || kind === undefined) reader.fail();
  return { name, kind: kind ?? "shelter" };
}
