/** Join requests that a peer presents (docs/protocol.md, "Joining"). */
import { decodeRequest } from "../membership/join-request.ts";
import type { SessionInit } from "./session-init.ts";

/** How many are carried now; null when one is no request. Throws what `onRequest` throws. */
export async function takeRequests(
  requests: readonly Uint8Array[],
  onRequest: SessionInit["onRequest"],
): Promise<number | null> {
  let accepted = 0;
  for (const bytes of requests) {
    const request = decodeRequest(bytes);
    if (request === null) return null;
    if ((await onRequest?.(request)) === true) accepted += 1;
  }
  return accepted;
}
