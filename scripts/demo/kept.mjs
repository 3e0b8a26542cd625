/**
 * Brings about what waits in a house because of a removal: a colleague wrote something, and a coordinator who
 * had no contact just then took that computer out.
 */
import { join } from "node:path";
import { newCode } from "./door.mjs";
import { isMember, until, waitingAt } from "./route.mjs";

/**
 * @typedef {import("#engine").Engine} Engine
 * @typedef {import("./route.mjs").House} House
 * @typedef {{
 *   root: string, signal: AbortSignal, PASSPHRASE: string, person: string,
 *   openProfile: (folder: string) => Promise<Engine>,
 * }} KeptWish
 */

/**
 * Somebody joins the house with an engine of their own.
 * @param {KeptWish} wish
 * @param {House} house
 * @param {{ person: string, role: import("#engine").InviteWish["role"] }} who
 */
async function letIn({ root, signal, PASSPHRASE: passphrase, openProfile }, house, { person, role }) {
  const engine = await openProfile(join(root, `kept-${role}`));
  const { device } = await engine.join({ code: await newCode(house, role), personName: person, passphrase });
  await engine.connect([house.hub.address]);
  const { words } = await until(`${person} asks`, signal, async () => {
    const waiting = await waitingAt(house.engine);
    return waiting.find((one) => one.device === device) ?? null;
  });
  await house.engine.confirm({ device, words });
  await until(`${person} is in`, signal, () => isMember(engine));
  return { engine, device };
}

/** @param {KeptWish} wish @param {House} house */
export async function keepSomething(wish, house) {
  const { signal, person, PASSPHRASE: passphrase } = wish;
  const late = await letIn(wish, house, { person, role: "staff" });
  const other = await letIn(wish, house, { person: "Octavio Mux", role: "coordinator" });
  await until("both coordinators know the colleague", signal, async () => {
    const lists = [await house.engine.list("person"), await other.engine.list("person")];
    return lists.every((people) => people.some(({ title }) => title === person)) ? true : null;
  });
  // opened anew, an engine has no contact until it is told of one
  await other.engine.lock();
  await other.engine.unlock({ passphrase });
  const { id } = await late.engine.add("guest", { name: "Santos Caal", age: 40 });
  await until("what was written is there", signal, async () => {
    const guests = await house.engine.list("guest");
    return guests.some((guest) => guest.id === id) ? true : null;
  });
  await other.engine.revoke(late.device);
  await other.engine.connect([house.hub.address]);
  await until("it waits", signal, async () => ((await house.engine.quarantine()).length > 0 ? true : null));
  await late.engine.close();
  await other.engine.close();
}
