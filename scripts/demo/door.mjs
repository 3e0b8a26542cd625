/**
 * The door of one demo house: a code that lets one browser in, shown in the terminal, and a member who confirms
 * whoever asks with it. A real house compares the four words between two people; here both sit at one table,
 * so they are only shown. After each entry there is a new code, because a code is good for one device.
 */
import { setTimeout as pause } from "node:timers/promises";
import { waitingAt } from "./route.mjs";

/** @typedef {import("./route.mjs").House} House */

const CODE_MS = 24 * 60 * 60_000;
const LOOK_EVERY_MS = 500;

/**
 * A code as one word, which a double click selects.
 * @param {House} house
 * @param {import("#engine").InviteWish["role"]} [role] without it, that of somebody who works there
 * @returns {Promise<string>}
 */
export async function newCode({ engine, kind }, role = kind === "shelter" ? "staff" : "advocate") {
  const { code } = await engine.invite({ role, newSite: null, validMs: CODE_MS });
  return code.replaceAll("-", "");
}

/**
 * Confirms joiners until the signal aborts.
 * @param {House} house
 * @param {AbortSignal} signal
 * @param {(entry: { person: string, words: string, code: string }) => void} onEntered
 */
export async function keepDoor(house, signal, onEntered) {
  while (!signal.aborted) {
    for (const { device, person, words } of await waitingAt(house.engine)) {
      await house.engine.confirm({ device, words });
      onEntered({ person, words, code: await newCode(house) });
    }
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
