/**
 * Enrolling a new device with recovery words (docs/protocol.md, "Recovery"): needs nobody who is left, only
 * the control entries and the words. The words sign the device's keys, and open what was boxed to them.
 */
import {
  type AgreePair,
  type DeviceKeys,
  equalBytes,
  type RecoverySecrets,
  type Signatures,
  type SignPair,
} from "#crypto";
import { Writer } from "../codec.ts";
import { idBytes, type MeshId, type SiteId } from "../ids.ts";
import { unboxGroupSecret } from "./key-boxes.ts";
import { writeDeviceKeys } from "./key-codec.ts";
import { groupId, type Membership, type Recovery } from "./membership.ts";
import type { EnrolOperation, WordsProof } from "./operations.ts";
import { GROUPS_OF_WORDS } from "./recovery.ts";

const ENROL_DOMAIN = "vereda/enrol/1";

const signed = (
  mesh: MeshId,
  { site, device, at }: Pick<EnrolOperation, "site" | "device" | "at">,
): Uint8Array =>
  writeDeviceKeys(new Writer().raw(idBytes(mesh)).raw(idBytes(site)), device)
    .varint(at)
    .finish();

export interface EnrolmentToSign {
  readonly mesh: MeshId;
  readonly site: SiteId;
  readonly device: DeviceKeys;
  readonly at: number;
  readonly words: RecoverySecrets;
  /** The words of `protected`; null without them. */
  readonly protection: RecoverySecrets | null;
  readonly signatures: Signatures;
}

/** The operation that lets the device in, to be written as the first of its control log. */
export async function signEnrolment(toSign: EnrolmentToSign): Promise<EnrolOperation> {
  const { mesh, site, device, at, words, protection, signatures } = toSign;
  const bytes = signed(mesh, { site, device, at });
  const proofBy = async ({ public: key, secret }: SignPair): Promise<WordsProof> => ({
    key,
    signature: await signatures.sign(secret, ENROL_DOMAIN, bytes),
  });
  const byProtection = protection === null ? null : await proofBy(protection.sign);
  return { kind: "enrol", site, device, at, words: await proofBy(words.sign), protection: byProtection };
}

/** Whether both sets of words signed what they are said to have signed. */
export async function verifyEnrolment(
  operation: EnrolOperation,
  { mesh, signatures }: { readonly mesh: MeshId; readonly signatures: Signatures },
): Promise<boolean> {
  const bytes = signed(mesh, operation);
  for (const proof of [operation.words, operation.protection]) {
    if (proof === null) continue;
    if (!(await signatures.verify(proof.key, ENROL_DOMAIN, bytes, proof.signature))) return false;
  }
  return true;
}

/** Words of a site that count, by their secrets; null where they are of no site here, or void. */
export function recoveryBy(
  { recoveries }: Pick<Membership, "recoveries">,
  { sign }: RecoverySecrets,
): { readonly site: SiteId; readonly recovery: Recovery } | null {
  for (const [site, published] of recoveries) {
    const recovery = published.find(({ keys }) => equalBytes(keys.sign, sign.public));
    if (recovery !== undefined) return { site, recovery };
  }
  return null;
}

/** The group secrets that words open: of the newest generations, which lead to all before them. */
export async function openRecoveryBoxes(
  { mesh, groups }: Pick<Membership, "mesh" | "groups">,
  { site, recovery }: { readonly site: SiteId; readonly recovery: Pick<Recovery, "words"> },
  { pair, signatures }: { readonly pair: AgreePair; readonly signatures: Signatures },
): Promise<readonly AgreePair[]> {
  const generations = GROUPS_OF_WORDS[recovery.words].flatMap(
    (group) => groups.get(groupId(group, site)) ?? [],
  );
  const boxed = generations.flatMap((name) => name.recoveryBoxes.map((one) => ({ name, ...one })));
  const opened: AgreePair[] = [];
  for (const { name, box } of boxed.filter(({ to }) => equalBytes(to, pair.public))) {
    const secret = await unboxGroupSecret({ mesh, name, to: "recovery" }, { pair, box, signatures });
    if (secret !== null) opened.push(secret);
  }
  return opened;
}
