/** How a run from elsewhere stands to what is held of its log (docs/protocol.md, "Receiving a run"). */
import { equalBytes } from "#crypto";
import type { MeshId } from "../ids.ts";
import { checkRun } from "../log/check-run.ts";
import { type Run, sliceRun } from "../log/run.ts";
import type { Holding, Store } from "../store/store.ts";
import type { Received } from "./received.ts";

/** An answer already, or what is left to judge. */
export type Standing =
  | { readonly kind: "answered"; readonly received: Received }
  | { readonly kind: "forked" }
  | { readonly kind: "ahead" }
  | { readonly kind: "next"; readonly rest: Run };

export const MALFORMED: Standing = { kind: "answered", received: { kind: "refused", reason: "malformed" } };
const ALL_HELD: Standing = { kind: "answered", received: { kind: "stored", count: 0 } };

interface Held {
  readonly store: Pick<Store, "read">;
  readonly mesh: MeshId;
  readonly holding: Holding | null;
}

/** Compares ids, not signatures. Throws what the store throws. */
export async function standingOf(run: Run, { store, mesh, holding }: Held): Promise<Standing> {
  const head = holding === null ? null : { seq: holding.high, id: holding.head };
  const check = checkRun(run, mesh, head);
  switch (check.kind) {
    case "malformed":
      return MALFORMED;
    case "gap":
      return { kind: "ahead" };
    case "forks":
      return { kind: "forked" };
    case "continues":
      return { kind: "next", rest: run };
    case "overlaps":
      return holding === null ? MALFORMED : compareOverlap(run, holding, store);
  }
}

// The chain makes one comparison enough: equal at the last common position is equal before it.
async function compareOverlap(run: Run, holding: Holding, store: Pick<Store, "read">): Promise<Standing> {
  const first = run.entries[0]?.header.seq ?? 0;
  const common = Math.min(holding.high, first + run.entries.length - 1);
  const theirs = run.entries[common - first]?.id;
  const ours = common === holding.high ? holding.head : (await store.read(run.log, common, common))[0]?.id;
  if (theirs === undefined || ours === undefined || !equalBytes(theirs, ours)) return { kind: "forked" };
  const rest = sliceRun(run, holding.high + 1, Number.MAX_SAFE_INTEGER);
  return rest === null ? ALL_HELD : { kind: "next", rest };
}
