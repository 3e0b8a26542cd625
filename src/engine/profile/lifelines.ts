/**
 * Lifelines of a profile (docs/protocol.md, "Lifelines"): beside the vaults lies, sealed to the words of each
 * house, what leads to the mesh. So a profile whose passphrase nobody knows is worth as much as a hub's folder.
 */
import { type RandomBytes, type RecoverySecrets, type Signatures, type SpaceKey, toText } from "#crypto";
import { type Lifeline, type Membership, openLifeline, sealLifeline, type Store, wordsOfSites } from "#sync";

const PREFIX = "lifeline/";

export interface LifelineOptions {
  readonly store: Store;
  readonly signatures: Signatures;
  readonly random: RandomBytes;
}

/** Keeps a lifeline for all words that count, and none for others. */
export async function keepLifelines(
  membership: Membership,
  meshKey: SpaceKey,
  { store, ...tools }: LifelineOptions,
): Promise<void> {
  const wanted = new Map(wordsOfSites(membership).map((keys) => [`${PREFIX}${toText(keys.agree)}`, keys]));
  const held = (await store.list(PREFIX)).map(({ key }) => key);
  const stale = held.filter((key) => !wanted.has(key)).map((key) => ({ key, value: null }));
  const lacking = [...wanted].filter(([key]) => !held.includes(key));
  const puts = await Promise.all(
    lacking.map(async ([key, keys]) => ({
      key,
      value: await sealLifeline({ mesh: membership.mesh, meshKey }, keys, tools),
    })),
  );
  if (stale.length + puts.length > 0) await store.put([...stale, ...puts]);
}

/** All lifelines that lie in a profile, as they lie there. */
export const lifelinesIn = async (store: Store): Promise<readonly Uint8Array[]> =>
  (await store.list(PREFIX)).map(({ value }) => value);

/** The first of these that the words open; null for none. */
export async function openFirst(
  boxes: readonly Uint8Array[],
  words: RecoverySecrets,
  signatures: Signatures,
): Promise<Lifeline | null> {
  for (const box of boxes) {
    const opened = await openLifeline(box, words, signatures);
    if (opened !== null) return opened;
  }
  return null;
}
