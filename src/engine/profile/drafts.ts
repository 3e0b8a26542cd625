/**
 * What one person has half typed, at rest: sealed under a subkey of their vault, in the profile's
 * store, so that neither a lock nor a power cut eats it, and nobody else's vault opens it. One value
 * for each form; its length says only how many kilobytes were typed.
 */
import { fromUtf8, restKey, unwrap, utf8, wrap, type RandomBytes } from "#crypto";
import type { Store } from "#sync";
import { DRAFT_NAMES, type DraftName, type Drafts, type DraftWish, EngineError } from "../api/index.ts";
import type { OpenVault } from "./vaults.ts";

/** More than any form holds; what is longer is not typed by hand. */
export const MOST_DRAFT_BYTES = 65_536;
const STEP_BYTES = 1024;
const DOMAIN = "vereda/drafts/1";

interface DraftsOptions {
  readonly store: Store;
  readonly random: RandomBytes;
  readonly open: OpenVault;
}

const keyOf = ({ open }: DraftsOptions, name: DraftName): string => `draft/${open.vault}/${name}`;

/** Filled up with blanks, so that the length on the disk tells kilobytes and no letters. */
function padded(text: string): Uint8Array {
  const bytes = utf8(text);
  if (bytes.length > MOST_DRAFT_BYTES) {
    throw new EngineError({ code: "draft-too-large", bytes: bytes.length, most: MOST_DRAFT_BYTES });
  }
  const whole = new Uint8Array(Math.max(1, Math.ceil(bytes.length / STEP_BYTES)) * STEP_BYTES).fill(0x20);
  whole.set(bytes);
  return whole;
}

/** Keeps or forgets one draft; resolves when that is on the disk. */
export async function keepDraft(options: DraftsOptions, { vault, name, text }: DraftWish): Promise<void> {
  const { store, random, open } = options;
  if (vault !== open.vault) throw new EngineError({ code: "locked" });
  const known = DRAFT_NAMES.find((one) => one === name);
  if (known === undefined) throw new EngineError({ code: "no-such-kind" });
  const key = keyOf(options, known);
  if (text === null) {
    await store.put([{ key, value: null }]);
    return;
  }
  const plaintext = padded(text);
  const place = { key: restKey(open.master, "drafts"), domain: DOMAIN, context: utf8(key) };
  await store.put([{ key, value: wrap({ ...place, plaintext, random }) }]);
}

/** All drafts of the vault. What does not open is left out: it was another vault's, or is damaged. */
export async function readDrafts(options: DraftsOptions): Promise<Drafts> {
  const key = restKey(options.open.master, "drafts");
  const drafts: Partial<Record<DraftName, string>> = {};
  for (const name of DRAFT_NAMES) {
    const context = keyOf(options, name);
    const wrapped = await options.store.get(context);
    const bytes = wrapped === null ? null : unwrap({ key, domain: DOMAIN, context: utf8(context), wrapped });
    const text = bytes === null ? null : fromUtf8(bytes);
    if (text !== null) drafts[name] = text.trimEnd();
  }
  return drafts;
}
