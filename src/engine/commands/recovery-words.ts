/** New recovery words for the own house, and whether it lacks any. */
import { generateWords, recoveryRefusal } from "#sync";
import { EngineError, type RecoveryCommands, type WordsKind } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";

const KINDS: readonly WordsKind[] = ["site", "protected"];

/** `recover --new`: the words are returned once and kept nowhere. */
export async function newWords(house: House, kind: WordsKind): ReturnType<RecoveryCommands["newWords"]> {
  memberOf(house);
  const reason = recoveryRefusal(house.replica.membership(), house.device, kind);
  if (reason !== null) throw new EngineError({ code: "not-allowed" }, { cause: reason });
  const { words, keys } = generateWords(house.deps.random);
  await house.operations.write([{ kind: "recovery", words: kind, keys }]);
  await house.settle();
  return { recoveryWords: words };
}

/** Sets of words that the house lacks, and that this device may make. */
export function wordsNeeded(house: House): readonly WordsKind[] {
  const membership = house.replica.membership();
  const member = membership.devices.get(house.device);
  const site = member === undefined ? undefined : membership.sites.get(member.site);
  if (site === undefined) return [];
  const known = membership.recoveries.get(site.site) ?? [];
  return KINDS.filter(
    (kind) =>
      (kind === "site" || site.kind === "shelter") &&
      recoveryRefusal(membership, house.device, kind) === null &&
      known.every(({ words }) => words !== kind),
  );
}
