/**
 * A route of houses on one machine: each has a member who works in this process (an engine on a folder of its
 * own) and a hub that is a process of its own. The mesh grows as anywhere else: founded, invited, joined,
 * confirmed after comparing the four words.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startHubProcess } from "./hub-process.mjs";

/**
 * `program`: the command line that hubs are started with.
 * @typedef {import("#engine").Engine} Engine
 * @typedef {import("./hub-process.mjs").HubProcess} HubProcess
 * @typedef {{ folder: string, name: string, kind: "shelter" | "advocates", person: string }} HousePlan
 * @typedef {HousePlan & { engine: Engine, hub: HubProcess }} House
 * @typedef {{
 *   root: string, program: string, meshName: string, passphrase: string, plans: readonly HousePlan[],
 *   openProfile: (folder: string) => Promise<Engine>, signal: AbortSignal,
 *   say: (spanish: string, english: string) => void,
 * }} RouteWish
 * @typedef {{ houses: readonly House[], failed: Promise<string>, stop: () => Promise<void> }} Route
 * `failed`: resolves with the name of a house whose hub has ended without being asked.
 */

const INVITE_MS = 60 * 60_000;
const PATIENCE_MS = 120_000;
const STEP_MS = 100;

/**
 * Asks until there is an answer.
 * @template T
 * @param {string} what for the error
 * @param {AbortSignal} signal
 * @param {() => Promise<T | null>} ask
 * @returns {Promise<T>}
 */
export async function until(what, signal, ask) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(STEP_MS, undefined, { signal });
  }
}

/** Whether this engine's person belongs to the mesh by now. @param {Engine} engine */
export async function isMember(engine) {
  const state = await engine.state();
  return state.kind === "open" && state.standing.kind === "member" ? true : null;
}

/**
 * Who waits for this member's confirmation, with the four words.
 * @param {Engine} engine
 * @returns {Promise<{ device: import("#engine").DeviceView["device"], person: string, words: string }[]>}
 */
export async function waitingAt(engine) {
  const { sites } = await engine.members();
  return sites
    .flatMap(({ devices }) => devices)
    .flatMap(({ device, person, state, words }) =>
      state === "waiting" && words !== null ? [{ device, person: person ?? "", words }] : [],
    );
}

/**
 * Opens the route in `root`, making it first if the folder is new. What has begun is stopped when it rejects.
 * @param {RouteWish & { fresh: boolean }} wish
 * @returns {Promise<Route>}
 */
export async function openRoute(wish) {
  /** @type {(() => Promise<void>)[]} */
  const open = [];
  const stop = async () => {
    while (open.length > 0) await open.pop()?.();
  };
  /** @type {House[]} */
  const houses = [];
  try {
    for (const plan of wish.plans) {
      wish.signal.throwIfAborted();
      const folder = join(wish.root, plan.folder);
      await mkdir(folder, { recursive: true });
      const engine = await wish.openProfile(folder);
      open.push(() => engine.close());
      const enter = wish.fresh
        ? enterMesh(wish, plan, { engine, founder: houses[0], second: houses[1] })
        : reopen(wish, engine);
      const { code } = await enter;
      const hub = await startHubProcess({
        program: wish.program,
        folder: join(wish.root, `${plan.folder}-base`),
        ...(code === null ? {} : { code }),
        peers: houses.map((house) => house.hub.address),
        fresh: wish.fresh,
      });
      open.push(() => hub.stop());
      await engine.connect([hub.address]);
      await until(`the hub of ${plan.name} is in`, wish.signal, () => hubIsMember(engine));
      houses.push({ ...plan, engine, hub });
      wish.say(`${plan.name} está en la red.`, `${plan.name} is in the mesh.`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const failed = Promise.race(houses.map(({ name, hub }) => hub.ended.then(() => name)));
  return { houses, failed, stop };
}

/**
 * The first house founds the mesh; every other one is invited by it, joins, and is confirmed. From the fourth on
 * that takes the second house's word too.
 * @param {RouteWish} wish
 * @param {HousePlan} plan
 * @param {{ engine: Engine, founder: House | undefined, second: House | undefined }} who
 * @returns {Promise<{ code: string | null }>} the invite of the house's own hub
 */
async function enterMesh({ meshName, passphrase, signal }, plan, { engine, founder, second }) {
  const personName = plan.person;
  if (founder === undefined) {
    await engine.found({ meshName, siteName: plan.name, siteKind: plan.kind, personName, passphrase });
  } else {
    const newSite = { name: plan.name, kind: plan.kind };
    const invite = await founder.engine.invite({ role: "coordinator", newSite, validMs: INVITE_MS });
    const joined = await engine.join({ code: invite.code, personName, passphrase });
    await engine.connect([founder.hub.address]);
    await until(`${plan.name} is confirmed`, signal, async () => {
      const waiting = (await waitingAt(founder.engine)).find(({ device }) => device === joined.device);
      if (waiting === undefined) return null;
      const { toApprove } = (await second?.engine.members()) ?? { toApprove: [] };
      for (const { invite: wanted } of toApprove) await second?.engine.approve(wanted);
      return confirmOnce(founder.engine, joined);
    });
    await until(`${plan.name} is a member`, signal, () => isMember(engine));
  }
  return { code: (await engine.hubInvite()).code };
}

/**
 * @param {Engine} engine
 * @param {{ readonly device: import("#sync").DeviceId, readonly words: string }} joined
 * @returns {Promise<true | null>} null while the second house's word has not come
 */
async function confirmOnce(engine, { device, words }) {
  try {
    await engine.confirm({ device, words });
    return true;
  } catch (error) {
    if (/** @type {{ fault?: { code?: string } }} */ (error).fault?.code === "needs-second-site") return null;
    throw error;
  }
}

/** @param {RouteWish} wish @param {Engine} engine @returns {Promise<{ code: string | null }>} */
async function reopen({ passphrase }, engine) {
  await engine.unlock({ passphrase });
  return { code: null };
}

/** @param {Engine} engine */
async function hubIsMember(engine) {
  const { sites } = await engine.members();
  const own = sites.find(({ ownSite }) => ownSite);
  return own?.devices.some(({ role, state }) => role === "hub" && state === "member") === true ? true : null;
}
