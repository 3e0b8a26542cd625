/**
 * From a seed that somebody typed to the whole code: asks the hubs that are in reach for its letter
 * (docs/protocol.md, "Letters").
 */
import { createNeighbours, findLetter, type FoundLetter, type InviteCode } from "#sync";
import { EngineError, type Fault } from "../api/index.ts";
import type { EngineDeps } from "../house/house.ts";

/** Rejects with the faults `seed-no-hub`, `seed-unknown`, `invite-expired`, `invite-used`. */
export async function codeOfSeed(
  seed: Uint8Array,
  peers: readonly string[],
  { transport, clock }: EngineDeps,
): Promise<InviteCode> {
  if (transport === null) throw new EngineError({ code: "seed-no-hub" });
  const addresses = await createNeighbours({ transport, clock, known: () => peers }).awaited();
  const found = await findLetter({ transport, clock, addresses, seed });
  if (found.kind !== "code") throw new EngineError(faultOf(found));
  const { code, address } = found;
  // a page's own address means nothing to others, and addresses that are known go into invites
  if (isOfPage(address) || code.addresses.includes(address)) return code;
  return { ...code, addresses: [address, ...code.addresses] };
}

const isOfPage = (address: string): boolean => /\/wss?$/u.test(address);

function faultOf(found: Exclude<FoundLetter, { kind: "code" }>): Fault {
  if (found.kind === "late") return { code: found.reason === "used" ? "invite-used" : "invite-expired" };
  return { code: found.kind === "none" ? "seed-unknown" : "seed-no-hub" };
}
