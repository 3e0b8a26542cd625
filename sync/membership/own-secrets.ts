/**
 * Secrets that a vault made itself and no box holds yet: the group keys of a new site until its
 * first device boxes them, a space key between making and granting. Kept in the vault, sealed at
 * rest there.
 */
import { agreePairFromSecret, type AgreePair, asAgreeSecretKey, asSpaceKey, type SpaceKey } from "#crypto";
import { Reader, Writer } from "../codec.ts";

export interface OwnSecrets {
  readonly groups: readonly AgreePair[];
  readonly spaces: readonly SpaceKey[];
}

/** A vault that made none. */
export const NO_SECRETS: OwnSecrets = { groups: [], spaces: [] };

const VERSION = 1;
const SECRET_BYTES = 32;
const MAX_SECRETS = 4096;

/** Bytes for the vault: secret, to be sealed by whoever keeps them. */
export const encodeOwnSecrets = (own: OwnSecrets): Uint8Array =>
  new Writer()
    .byte(VERSION)
    .list(own.groups, (pair, writer) => writer.raw(pair.secret))
    .list(own.spaces, (key, writer) => writer.raw(key))
    .finish();

/** Null unless the bytes are what {@link encodeOwnSecrets} writes. */
export function decodeOwnSecrets(bytes: Uint8Array): OwnSecrets | null {
  const reader = new Reader(bytes);
  if (reader.byte() !== VERSION) return null;
  const groups = reader.list(MAX_SECRETS, () => reader.raw(SECRET_BYTES));
  const spaces = reader.list(MAX_SECRETS, () => reader.raw(SECRET_BYTES));
  if (!reader.finish()) return null;
  return {
    groups: groups.map((secret) => agreePairFromSecret(asAgreeSecretKey(secret))),
    spaces: spaces.map(asSpaceKey),
  };
}
