/**
 * A shelter with everybody in it: Lucía founded it, Delia and Elsa answer for protection, Tomás coordinates without the
 * keys of `protected`, Nadia is staff, Ramiro a volunteer. Lucía founded the house and so holds the keys, too.
 */
import type { Clock } from "#sync";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { type Desk, openDeskBy, PASSPHRASE, waitingAt } from "./houses.ts";
import { memoryNetwork, type MemoryNetwork } from "./memory-network.ts";

const PEOPLE = {
  delia: ["protection", "Delia Chen"],
  elsa: ["protection", "Elsa Pop"],
  tomas: ["coordinator", "Tomás Ixcoy"],
  nadia: ["staff", "Nadia Tun"],
  ramiro: ["volunteer", "Ramiro Can"],
} as const;
export type Who = keyof typeof PEOPLE;

export interface ProtectedHouse extends Readonly<Record<Who | "lucia", Desk>> {
  readonly network: MemoryNetwork;
  /** Everybody of the house hears what everybody wrote. */
  readonly meet: () => Promise<void>;
}

type Role = (typeof PEOPLE)[Who][0];

/** Lets somebody in by name: two who are called the same are one person where two are needed. */
export async function letIn(
  host: Desk,
  newcomer: Desk,
  { role, personName }: { readonly role: Role; readonly personName: string },
): Promise<Desk> {
  const { code } = await host.engine.invite({ role, newSite: null, validMs: 60_000 });
  const { words } = await newcomer.engine.join({ code, personName, passphrase: PASSPHRASE });
  await newcomer.engine.sync({ peer: host.address });
  const asked = (await waitingAt(host)).find((device) => device.words === words);
  if (asked === undefined) throw new Error("nobody waits");
  await host.engine.confirm({ device: asked.device, words });
  await newcomer.engine.sync({ peer: host.address });
  return newcomer;
}

export interface HouseWishes {
  readonly clock?: Clock;
  /** Without the others nobody has to wait for them. */
  readonly who?: readonly Who[];
  /** In front of the names of the memory's addresses. */
  readonly at?: string;
  readonly network?: MemoryNetwork;
}

export async function protectedHouse({
  clock = systemClock,
  who = Object.keys(PEOPLE) as Who[],
  at = "",
  network = memoryNetwork(),
}: HouseWishes = {}): Promise<ProtectedHouse> {
  const open = (name: string): Promise<Desk> => openDeskBy(clock, { network, name: `${at}${name}` });
  const lucia = await open("lucia");
  await lucia.engine.found({
    ...{ meshName: "Ruta del Sur", siteName: "Casa Tapachula", siteKind: "shelter" },
    ...{ personName: "Lucía Caal", passphrase: PASSPHRASE },
  });
  const others: Partial<Record<Who, Desk>> = {};
  for (const name of who) {
    const [role, personName] = PEOPLE[name];
    others[name] = await letIn(lucia, await open(name), { role, personName });
  }
  const meet = async (): Promise<void> => {
    const rounds = [1, 2];
    for (const _ of rounds)
      for (const desk of Object.values(others)) await desk.engine.sync({ peer: lucia.address });
  };
  await meet();
  return { ...(others as Record<Who, Desk>), lucia, network, meet };
}
