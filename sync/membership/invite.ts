/**
 * Making and cancelling invites (docs/protocol.md, "Invites"). The seed is the secret that the
 * invite's code carries; the mesh sees only its public key.
 */
import { hash, type RandomBytes, signPairFromSeed, type SignPair } from "#crypto";
import type { DeviceId } from "../ids.ts";
import { inviteRefusal } from "./authority.ts";
import type { Membership, Refusal } from "./membership.ts";
import { isName } from "./operation-fields.ts";
import type { Destination, InviteOperation } from "./operations.ts";
import type { Role } from "./roles.ts";

/** 128 bits: 26 characters when typed by hand. */
export const SEED_BYTES = 16;

/** The signing pair of a seed. */
export const seedPair = (seed: Uint8Array): SignPair => signPairFromSeed(hash("vereda/invite-seed/1", seed));

export interface InviteOptions {
  readonly membership: Membership;
  readonly me: DeviceId;
  /** For a new site the role is always coordinator, whatever is asked for. */
  readonly role: Role;
  readonly destination: Destination;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly random: RandomBytes;
}

export type Invited =
  | { readonly kind: "invited"; readonly operation: InviteOperation; readonly seed: Uint8Array }
  | { readonly kind: "refused"; readonly reason: Refusal };

/** Makes an invite, or says why this device may not. The seed goes into the code, and the code into the letter. */
export function createInvite({
  membership,
  me,
  role,
  destination,
  expiresAt,
  random,
}: InviteOptions): Invited {
  const offer = { role: destination.kind === "new" ? ("coordinator" as const) : role, destination };
  const named = destination.kind === "existing" || isName(destination.site.name);
  const reason = named ? inviteRefusal(membership, me, offer) : "bad-name";
  if (reason !== null) return { kind: "refused", reason };
  const seed = random(SEED_BYTES);
  const seedKey = seedPair(seed).public;
  return { kind: "invited", operation: { kind: "invite", seedKey, ...offer, expiresAt, letter: null }, seed };
}
