/** Enrolments by recovery words, and new words (docs/protocol.md, "Recovery"). */
import { equalBytes } from "#crypto";
import { recoveryRefusal } from "../authority.ts";
import { type Case, newMember, type Rule, type WordsEnd } from "../draft.ts";
import { deviceIdOf } from "../join-request.ts";
import type { WordsFor } from "../key-codec.ts";
import type { Recovery } from "../membership.ts";
import type { EnrolOperation, RecoveryOperation, WordsProof } from "../operations.ts";
import { outlives, wordsEnds } from "../recovery.ts";

/** The signatures were checked before (`admit-operation.ts`): here it is asked whose words they are of. */
export const applyEnrol: Rule<EnrolOperation> = (subject) => {
  const { draft, operation, id, author, seq, roster } = subject;
  const { site, device: keys, at } = operation;
  if (seq !== 0 || deviceIdOf(keys) !== author) return "wrong-device";
  if (roster.sites.get(site) === undefined) return "unknown-site";
  if (draft.devices.has(author)) return "already-member";
  const ends = endsFor(subject);
  const known = recoveriesBy(subject, { words: "site", proof: operation.words, ends });
  if (known.length === 0) return "void-words";
  const forProtected = recoveriesBy(subject, { words: "protected", proof: operation.protection, ends });
  const published = [...known, ...forProtected].map(({ by }) => by);
  const enrolled = { at, protection: forProtected.length > 0, published };
  draft.devices.set(
    author,
    newMember({ device: author, keys, site, by: id, role: "coordinator", at, enrolled }),
  );
  return null;
};

/** What ended words, as far as this operation must heed it: all that counts, known to it or not. */
function endsFor({ draft, strikes, knows }: Case<unknown>): readonly WordsEnd[] {
  return [...strikes.words, ...wordsEnds(draft).filter(({ by }) => knows(by))];
}

interface Given {
  readonly words: WordsFor;
  readonly proof: WordsProof | null;
  readonly ends: readonly WordsEnd[];
}

/** The words that a proof is of, where its author knew them and nothing has ended them. */
function recoveriesBy(
  { draft, operation, id, knows }: Case<EnrolOperation>,
  { words, proof, ends }: Given,
): readonly Recovery[] {
  const { site } = operation;
  if (proof === null) return [];
  return (draft.recoveries.get(site) ?? []).filter(
    (recovery) =>
      recovery.words === words &&
      knows(recovery.by) &&
      equalBytes(recovery.keys.sign, proof.key) &&
      outlives(draft.causality, id, { site, recovery, ends }),
  );
}

export const applyRecovery: Rule<RecoveryOperation> = ({ draft, operation, id, author, roster }) => {
  const { words, keys } = operation;
  const site = roster.devices.get(author)?.site;
  const refusal = recoveryRefusal(roster, author, words);
  if (refusal !== null || site === undefined) return refusal ?? "unknown-author";
  draft.recoveries.set(site, [...(draft.recoveries.get(site) ?? []), { words, keys, by: id }]);
  return null;
};
