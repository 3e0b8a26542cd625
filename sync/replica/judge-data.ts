/**
 * Whether a data run may be stored, as far as membership tells (docs/protocol.md, "Receiving a run"):
 * cheap checks, before any signature. Pure.
 */
import type { SignPublicKey } from "#crypto";
import type { OperationId } from "../ids.ts";
import type { Run } from "../log/run.ts";
import { precedes } from "../membership/causality.ts";
import type { Member, Membership } from "../membership/membership.ts";
import { everMember, roleAt } from "../membership/removal.ts";
import { mayWriteAs } from "../membership/scope.ts";
import type { RefusedReason, WaitingFor } from "./received.ts";

/** `allowed` brings the key that must have sealed the run. */
export type DataVerdict =
  | { readonly kind: "allowed"; readonly key: SignPublicKey }
  | { readonly kind: "waiting"; readonly for: WaitingFor }
  | { readonly kind: "refused"; readonly reason: RefusedReason };

type Heads = readonly OperationId[];

/** The different head sets along a run, in order; most runs have one. */
function headSets(run: Run): Heads[] {
  const sets: Heads[] = [];
  for (const { header } of run.entries) {
    const last = sets.at(-1);
    const same = last?.length === header.heads.length && last.every((head, at) => head === header.heads[at]);
    if (!same) sets.push(header.heads);
  }
  return sets;
}

function goesBack({ causality }: Membership, before: Heads, after: Heads): boolean {
  const covered = (head: OperationId): boolean =>
    after.some((later) => later === head || precedes(causality, head, later));
  return !before.every(covered);
}

/** Each entry by the role that its author had there. */
function mayWriteRun(membership: Membership, member: Member, { log: { space }, entries }: Run): boolean {
  if (member.roles.length === 0) return mayWriteAs(member, space);
  return entries.every(({ header: { seq } }) => {
    const role = roleAt(membership, member, { space, seq });
    return mayWriteAs({ site: member.site, role }, space);
  });
}

/** Judges a run that continues its log, whose last entry names `heldHeads`, and ends where its log may. */
export function judgeData(run: Run, membership: Membership, heldHeads: Heads): DataVerdict {
  const sets = headSets(run);
  const known = sets.flat().every((head) => membership.causality.position.has(head));
  if (!known) return { kind: "waiting", for: "operations" };
  const member = everMember(membership, run.log.device);
  if (member === undefined) {
    // Without the founding nobody is known yet; with it, whoever let the author in would be among its heads.
    return membership.devices.size === 0
      ? { kind: "waiting", for: "author" }
      : { kind: "refused", reason: "not-a-member" };
  }
  if (!mayWriteRun(membership, member, run)) return { kind: "refused", reason: "not-allowed" };
  const back = sets.some((heads, at) => goesBack(membership, sets[at - 1] ?? heldHeads, heads));
  return back ? { kind: "refused", reason: "heads-went-back" } : { kind: "allowed", key: member.keys.sign };
}
