/**
 * What the page says to the hub that served it, over plain HTTP on the same origin: which addresses
 * it has, whether it belongs to a mesh, and (from the hub's own computer) a code that lets it join.
 * The page works the same when nobody answers: it may have been served by something else.
 */
import * as v from "valibot";
import { forgetHubToken, hubToken } from "./hub-token.ts";

const Lan = v.object({ urls: v.array(v.string()), fingerprint: v.string(), today: v.string() });
const HubAnswer = v.object({
  peers: v.array(v.string()),
  mesh: v.boolean(),
  canAdopt: v.boolean(),
  /** Where phones reach the page, and what they compare; a hub of an older build does not say. */
  lan: v.optional(v.nullable(Lan), null),
});

/** The hub's own account of itself. */
export type HubState = v.InferOutput<typeof HubAnswer>;

/** Whether this page came over the local network, with the house's own certificate. */
export const isOnLan = (): boolean => location.protocol === "https:";

/** The hub that served this page; null when there is none or it says something else. */
export async function askHub(): Promise<HubState | null> {
  try {
    const response = await fetch("hub.json", { cache: "no-store" });
    if (!response.ok) return null;
    const answer = v.safeParse(HubAnswer, await response.json());
    return answer.success ? answer.output : null;
  } catch {
    return null;
  }
}

/** `needs-address`: this page was opened without the token, or with one that the hub does not know. */
export type Handover = "given" | "refused" | "needs-address";

/** Hands the hub a code. */
export async function giveHubCode(code: string): Promise<Handover> {
  const token = hubToken();
  if (token === null) return "needs-address";
  try {
    const response = await fetch("hub/adopt", {
      method: "POST",
      headers: { "content-type": "application/json", "vereda-token": token },
      body: JSON.stringify({ code }),
    });
    if (response.status === 403) forgetHubToken();
    return response.ok ? "given" : response.status === 403 ? "needs-address" : "refused";
  } catch {
    return "refused";
  }
}

/** Addresses that a browser can dial. */
export const dialable = (peers: readonly string[]): readonly string[] =>
  peers.filter((peer) => /\/wss?(?:\/|$)/u.test(peer));
