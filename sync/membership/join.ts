/**
 * Asking to join with a code (docs/protocol.md, "Joining"): needs no network. The joiner makes its
 * keys, signs them with the seed, and shows four words that the inviter's screen shows too.
 */
import {
  comparisonWords,
  generateDeviceSecrets,
  type DeviceSecrets,
  redactDevice,
  type SpaceKey,
} from "#crypto";
import { idBytes, type DeviceId, type MeshId } from "../ids.ts";
import type { InviteCode } from "./invite-code.ts";
import { seedPair } from "./invite.ts";
import {
  deviceIdOf,
  inviteIdOf,
  type JoinRequest,
  requestDigest,
  signRequest,
  type VerifiedRequest,
} from "./join-request.ts";
import { sealJoinerName } from "./joiner-name.ts";
import type { Tools } from "./key-boxes.ts";
import { NO_SECRETS, type OwnSecrets } from "./own-secrets.ts";
import { generateSiteSecrets, type RecoveryWords } from "./site-secrets.ts";

export interface JoinOptions extends Tools {
  readonly code: InviteCode;
  /** Who joins, for the inviter; a hub has no name. */
  readonly name: string;
  /** The joiner's keys; null makes new ones. Never those of a device that was a member. */
  readonly device: DeviceSecrets | null;
}

/** What the joiner keeps; only `request` leaves. */
export interface Joining {
  readonly request: VerifiedRequest;
  readonly deviceId: DeviceId;
  readonly device: DeviceSecrets;
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
  readonly own: OwnSecrets;
  /** For the first device of a new site; null for every other. */
  readonly recoveryWords: RecoveryWords | null;
}

export type Joined =
  { readonly kind: "joining"; readonly joining: Joining } | { readonly kind: "name-too-long" };

/** Makes a request from a code. */
export async function createJoinRequest({
  code,
  name,
  device: given,
  ...tools
}: JoinOptions): Promise<Joined> {
  const device = given ?? generateDeviceSecrets(tools.random);
  const keys = redactDevice(device);
  const seed = seedPair(code.seed);
  const { mesh, inviter } = code;
  const place = { mesh, inviter, invite: inviteIdOf(seed.public, inviter), device: keys };
  const isHub = code.role === "hub";
  const sealedName = isHub
    ? new Uint8Array(0)
    : await sealJoinerName(place, { name, to: code.inviterAgree }, tools);
  if (sealedName === null) return { kind: "name-too-long" };
  const site = code.founds === null ? null : generateSiteSecrets(tools.random);
  const newSite = site === null ? null : { groups: site.publics, recovery: site.recovery };
  const request = await signRequest({
    request: { ...place, seedKey: seed.public, sealedName, newSite },
    seedSecret: seed.secret,
    deviceSecret: device.sign.secret,
    signatures: tools.signatures,
  });
  const joining: Joining = {
    request,
    deviceId: deviceIdOf(keys),
    device,
    mesh,
    meshKey: code.meshKey,
    own: site?.own ?? NO_SECRETS,
    recoveryWords: site?.recoveryWords ?? null,
  };
  return { kind: "joining", joining };
}

/**
 * The four words of a request, the same for joiner and inviter. They stand for everything that the
 * two keys signed: somebody who copied the code and puts other keys into a request gets other words.
 * Costs 64 MiB and about half a second, but in tests that make many houses.
 */
export const wordsOf = (
  request: JoinRequest,
  options: { unsafeTestingLowCost?: boolean } = {},
): Promise<string> =>
  comparisonWords({ material: requestDigest(request), salt: idBytes(request.invite), ...options });
