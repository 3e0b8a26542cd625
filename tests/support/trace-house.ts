/** A shelter whose people have clocks of their own: Lucía founded it, Delia answers for protection, Nadia is staff. */
import type { Engine, RecordId } from "#engine";
import type { Store } from "#sync";
import { bringIn, type Desk, openDeskBy, PASSPHRASE } from "./houses.ts";
import { memoryNetwork, type MemoryNetwork } from "./memory-network.ts";
import { letIn } from "./protected-house.ts";
import { type SetClock, setClock } from "./set-clock.ts";

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 2, 4, 18);

export interface Timed extends Desk {
  readonly clock: SetClock;
}

export interface TraceHouse {
  readonly lucia: Timed;
  readonly delia: Timed;
  readonly nadia: Timed;
  /** Another house, whose coordinator it is. */
  readonly other: Timed;
  readonly network: MemoryNetwork;
  /** All devices hear of each other. */
  readonly meet: (...who: readonly Desk[]) => Promise<void>;
  /** Days pass at these devices, and each writes something then: others know what day it is. */
  readonly pass: (days: number, who?: readonly Timed[]) => Promise<void>;
}

export async function timedDesk(
  network: MemoryNetwork,
  name: string,
  { store, clock = setClock(START) }: { readonly store?: Store; readonly clock?: SetClock } = {},
): Promise<Timed> {
  const desk = await openDeskBy(clock, { network, name, ...(store === undefined ? {} : { store }) });
  return Object.assign(desk, { clock });
}

export async function traceHouse(luciaStore?: Store): Promise<TraceHouse> {
  const network = memoryNetwork();
  const lucia = await timedDesk(network, "lucia", luciaStore === undefined ? {} : { store: luciaStore });
  await lucia.engine.found({
    ...{ meshName: "Ruta del Sur", siteName: "Casa Tapachula", siteKind: "shelter" },
    ...{ personName: "Lucía Caal", passphrase: PASSPHRASE },
  });
  const other = await timedDesk(network, "other");
  await bringIn(lucia, other, { name: "Casa Oaxaca", kind: "shelter" });
  const people = { delia: ["protection", "Delia Chen"], nadia: ["staff", "Nadia Tun"] } as const;
  const joined = async (name: keyof typeof people): Promise<Timed> => {
    const [role, personName] = people[name];
    const desk = await timedDesk(network, name);
    await letIn(lucia, desk, { role, personName });
    return desk;
  };
  const [delia, nadia] = [await joined("delia"), await joined("nadia")];
  const all = [lucia, delia, nadia, other];
  const meet = async (...who: readonly Desk[]): Promise<void> => {
    const some = (who.length === 0 ? all : who).filter((desk) => desk !== lucia);
    for (const desk of [...some, ...some]) await desk.engine.sync({ peer: lucia.address });
  };
  const pass = async (days: number, who: readonly Timed[] = all): Promise<void> => {
    for (const { clock } of who) clock.move(days * DAY);
    for (const { engine } of who) await writeToday(engine);
  };
  await meet();
  return { lucia, delia, nadia, other, network, meet, pass };
}

/** Something of today. */
export const writeToday = (engine: Engine): Promise<unknown> =>
  engine.add("report", { name: "Mikal Pérez", age: 40, country: "NI" });

/** Somebody who came and left on the same days, in the hands of staff. */
export async function stayed(
  desk: Desk,
  fields: Readonly<Record<string, unknown>>,
  days: { readonly came: string; readonly left: string },
): Promise<RecordId> {
  const { id } = await desk.engine.add("arrival", { ...fields, at: days.came });
  await desk.engine.depart({ guest: id, at: days.left, how: "moved-on" });
  return id;
}
