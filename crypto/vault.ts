/**
 * The vault (docs/protocol.md, "Vault"): a random master key under a passphrase. 158 bytes: version
 * (1), Argon2id memory in KiB (4) and passes (1), salt (32), wrapped master key (112), check (8). The first four
 * are bound to the wrapping. The passphrase counts in Unicode NFC, so that keyboards agree.
 * Does not know what is sealed under the master key.
 */
import { type Brand, concat, requireLength, uint32, utf8 } from "./bytes.ts";
import { UsageError } from "./errors.ts";
import { deriveKey, hash } from "./hash.ts";
import { type RandomBytes, takeRandom } from "./random.ts";
import { FLOOR_COST, isAllowedCost, stretch, type StretchCost, UNSAFE_TESTING_COST } from "./stretch.ts";
import { unwrap, wrap, WRAP_OVERHEAD_BYTES } from "./wrap.ts";

/** What everything of a vault hangs from, 32 bytes, in memory only. */
export type MasterKey = Brand<Uint8Array, "MasterKey">;

const VERSION = 1;
const MASTER_BYTES = 32;
const SALT_BYTES = 32;
const COST_AT = 1;
const SALT_AT = COST_AT + 4 + 1;
const HEADER_BYTES = SALT_AT + SALT_BYTES;
const CHECK_BYTES = 8;
const CHECK_AT = HEADER_BYTES + WRAP_OVERHEAD_BYTES + MASTER_BYTES;

/** Length of a vault. */
export const VAULT_BYTES: number = CHECK_AT + CHECK_BYTES;

const WRAP_DOMAIN = "vereda/vault/1";

/** Tests may make and open vaults that cost nothing to guess. Never set it elsewhere. */
interface TestingOption {
  readonly unsafeTestingLowCost?: boolean;
}

// Not against forgers, who can compute it: it tells a bad disk from a mistyped passphrase.
const checkOf = (vault: Uint8Array): Uint8Array =>
  hash("vereda/vault-check/1", vault.subarray(0, CHECK_AT)).slice(0, CHECK_BYTES);

const passwordOf = (passphrase: string): Uint8Array => utf8(passphrase.normalize("NFC"));

/**
 * Makes a vault with a new master key, or with `master` where a passphrase is changed. Throws
 * {@link UsageError} for an empty passphrase and for a cost outside floor and ceiling.
 */
export async function createVault(
  input: TestingOption & {
    readonly passphrase: string;
    readonly random: RandomBytes;
    readonly cost?: StretchCost;
    readonly master?: MasterKey;
  },
): Promise<{ readonly vault: Uint8Array; readonly master: MasterKey }> {
  const { random, unsafeTestingLowCost = false } = input;
  const cost = input.cost ?? (unsafeTestingLowCost ? UNSAFE_TESTING_COST : FLOOR_COST);
  if (input.passphrase === "") throw new UsageError("empty-passphrase", "a passphrase is needed");
  if (!isAllowedCost(cost, unsafeTestingLowCost))
    throw new UsageError("weak-cost", "cost outside floor and ceiling");
  const master = input.master ?? (takeRandom(random, MASTER_BYTES) as MasterKey);
  requireLength(master, MASTER_BYTES, "a master key");
  const salt = takeRandom(random, SALT_BYTES);
  const header = concat(Uint8Array.of(VERSION), uint32(cost.memoryKib), Uint8Array.of(cost.passes), salt);
  const key = await stretch({ password: passwordOf(input.passphrase), salt, cost });
  const wrapped = wrap({ key, domain: WRAP_DOMAIN, context: header, plaintext: master, random });
  const body = concat(header, wrapped);
  return { vault: concat(body, checkOf(body)), master };
}

/** What came of opening a vault. `damaged`: cut, changed, of another version, or of a cost that is not allowed. */
export type OpenedVault =
  | { readonly kind: "open"; readonly master: MasterKey }
  | { readonly kind: "wrong-passphrase" }
  | { readonly kind: "damaged" };

const DAMAGED: OpenedVault = { kind: "damaged" };
const WRONG_PASSPHRASE: OpenedVault = { kind: "wrong-passphrase" };

interface VaultHeader {
  readonly cost: StretchCost;
  readonly salt: Uint8Array;
}

function decodeHeader(vault: Uint8Array): VaultHeader | null {
  if (vault.length !== VAULT_BYTES || vault[0] !== VERSION) return null;
  const check = checkOf(vault);
  if (!check.every((byte, index) => byte === vault[CHECK_AT + index])) return null;
  const view = new DataView(vault.buffer, vault.byteOffset, vault.byteLength);
  const cost = { memoryKib: view.getUint32(COST_AT), passes: view.getUint8(COST_AT + 4) };
  return { cost, salt: vault.subarray(SALT_AT, HEADER_BYTES) };
}

/** Opens a vault. The bytes may be anything; rejects only where the machine has not the memory. */
export async function openVault(
  input: TestingOption & { readonly passphrase: string; readonly vault: Uint8Array },
): Promise<OpenedVault> {
  const { vault, passphrase } = input;
  const header = decodeHeader(vault);
  if (header === null || !isAllowedCost(header.cost, input.unsafeTestingLowCost ?? false)) return DAMAGED;
  if (passphrase === "") return WRONG_PASSPHRASE;
  const key = await stretch({ password: passwordOf(passphrase), ...header });
  const context = vault.subarray(0, HEADER_BYTES);
  const wrapped = vault.subarray(HEADER_BYTES, CHECK_AT);
  const master = unwrap({ key, domain: WRAP_DOMAIN, context, wrapped });
  return master === null ? WRONG_PASSPHRASE : { kind: "open", master: master as MasterKey };
}

/** Marks 32 bytes that were a master key before they were sealed elsewhere. Throws {@link UsageError} for another length. */
export function asMasterKey(bytes: Uint8Array): MasterKey {
  requireLength(bytes, MASTER_BYTES, "a master key");
  return bytes as MasterKey;
}

/** The subkey for one purpose at rest; 32 bytes, the same for the same purpose. */
export function restKey(master: MasterKey, purpose: string): Uint8Array {
  requireLength(master, MASTER_BYTES, "a master key");
  return deriveKey({ key: master, domain: "vereda/rest/1", context: utf8(purpose), length: 32 });
}
