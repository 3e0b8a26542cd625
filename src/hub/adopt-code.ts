/**
 * What `POST /hub/adopt` carries: a JSON object with an invite code. Whoever reaches the port on this machine
 * can send anything; whether it is a code is for its decoder to say.
 */

/** The code in a body; null for anything that is no JSON object with a text under `code`. Never throws. */
export function codeIn(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body);
    const code = typeof value === "object" && value !== null && "code" in value ? value.code : null;
    return typeof code === "string" ? code : null;
  } catch {
    return null;
  }
}
