/** What somebody honest wrote on top of something that was refused since is stated again by their own device. */
import type { RecordId } from "#engine";
import { CONTROL, type DeviceId, memoryStore, parseSpace, type Run, type SpaceId, type Store } from "#sync";
import { beforeAll, describe, expect, test } from "vitest";
import { StoreFailed } from "../../sync/store/store.ts";
import { type Desk, openDesk, PASSPHRASE, waitingAt } from "../support/houses.ts";
import { type MemoryNetwork, memoryNetwork } from "../support/memory-network.ts";
import { lasting } from "../support/shared-computer.ts";

type Fields = Readonly<Record<string, unknown>>;
type Person = "lucia" | "ramon" | "delia" | "mateo";

class House {
  readonly network: MemoryNetwork = memoryNetwork();
  readonly stores = new Map<Person, Store>();
  readonly desks = new Map<Person, Desk>();
  readonly devices = new Map<Person, DeviceId>();

  static async of(...others: readonly Person[]): Promise<House> {
    const house = new House();
    const { engine } = await house.open("lucia");
    await engine.found({
      ...{ meshName: "Ruta del Sur", siteName: "Casa Tapachula", siteKind: "shelter" },
      ...{ personName: "lucia", passphrase: PASSPHRASE },
    });
    for (const one of others) await house.letIn(one);
    for (const one of others) await house.meet(one, "lucia");
    return house;
  }

  async open(person: Person, own: Partial<Store> = {}): Promise<Desk> {
    const store = this.stores.get(person) ?? memoryStore();
    this.stores.set(person, store);
    const desk = await openDesk(this.network, person, lasting(store, own));
    this.desks.set(person, desk);
    return desk;
  }

  /** As after a power cut: another engine on what is on the disk. */
  async restart(person: Person, own: Partial<Store> = {}): Promise<void> {
    await this.desk(person).engine.close();
    const { engine } = await this.open(person, own);
    await engine.unlock({ passphrase: PASSPHRASE });
  }

  desk(person: Person): Desk {
    const desk = this.desks.get(person);
    if (desk === undefined) throw new Error(`${person} is not there`);
    return desk;
  }

  async letIn(person: Person): Promise<void> {
    const [host, guest] = [this.desk("lucia"), await this.open(person)];
    const { code } = await host.engine.invite({ role: "staff", newSite: null, validMs: 600_000 });
    const { words } = await guest.engine.join({ code, personName: person, passphrase: PASSPHRASE });
    await guest.engine.sync({ peer: host.address });
    const [waiting] = await waitingAt(host);
    if (waiting === undefined) throw new Error("nobody waits");
    this.devices.set(person, waiting.device);
    await host.engine.confirm({ device: waiting.device, words });
    await this.meet(person, "lucia");
    await this.meet(person, "lucia");
  }

  async meet(one: Person, other: Person): Promise<void> {
    await this.desk(one).engine.sync({ peer: this.desk(other).address });
  }

  edit(person: Person, id: RecordId, patch: Fields): Promise<unknown> {
    return this.desk(person).engine.edit(id, patch);
  }

  async fields(person: Person, id: RecordId): Promise<Fields> {
    return (await this.desk(person).engine.show(id)).fields;
  }

  async conflicts(person: Person, id: RecordId): Promise<Fields> {
    return (await this.desk(person).engine.show(id)).conflicts;
  }

  revoke(person: Person): Promise<unknown> {
    return this.desk("lucia").engine.revoke(this.devices.get(person)!);
  }
}

const GUEST = { name: "Santos Caal", town: "Cobán", relatives: ["Ana Caal (hermana)"] };
const STATED = { ...GUEST, town: "San Pedro Carchá", language: "q'eqchi'", relatives: ["Eva Xol (tía)"] };

/** Entries of a person's own in the logs of one desk. */
async function entriesOf(house: House, person: Person, at: Person): Promise<number> {
  const holdings = await house.stores.get(at)!.holdings();
  // the pages of the audit come when their time has come
  const isOfRecords = (space: SpaceId): boolean => space !== CONTROL && parseSpace(space)?.kind !== "audit";
  const own = holdings.filter(
    ({ log }) => log.device === house.devices.get(person) && isOfRecords(log.space),
  );
  return own.reduce((sum, { high }) => sum + high + 1, 0);
}

describe("what stands on something that was refused since", () => {
  let house: House;
  let id: RecordId;
  let entries: number;

  beforeAll(async () => {
    house = await House.of("ramon", "delia", "mateo");
    ({ id } = await house.desk("lucia").engine.add("guest", GUEST));
    for (const one of ["ramon", "delia", "mateo"] as const) await house.meet(one, "lucia");
    // Ramón writes what Lucía never sees; Delia does, and goes on from it.
    await house.edit("ramon", id, { marks: "falsa", town: "Otra", relatives: ["Otra persona"] });
    await house.meet("delia", "ramon");
    await house.edit("delia", id, { town: STATED.town });
    await house.edit("delia", id, { language: STATED.language, relatives: STATED.relatives });
    await house.meet("mateo", "delia");
    await house.revoke("ramon");
  }, 300_000);

  test("is shown nowhere while its author's device has not heard of it: the control", async () => {
    await house.meet("mateo", "lucia");
    expect(await entriesOf(house, "delia", "mateo")).toBeGreaterThan(2);
    expect(await house.fields("mateo", id)).toEqual(GUEST);
    expect(await house.fields("lucia", id)).toEqual(GUEST);
  });

  test("is stated again by that device when it hears, after a power cut too, without what was refused", async () => {
    const before = await entriesOf(house, "delia", "delia");
    const isOwn = ({ log }: Run): boolean => log.device === house.devices.get("delia");
    const cutShort: Partial<Store> = {
      append: (runs, puts) =>
        runs.some(isOwn)
          ? Promise.reject(new StoreFailed("the power is cut"))
          : house.stores.get("delia")!.append(runs, puts),
    };
    await house.restart("delia", cutShort);
    await house.meet("delia", "lucia").catch(() => undefined);
    expect(await entriesOf(house, "delia", "delia")).toBe(before);
    await house.restart("delia");
    expect(await house.fields("delia", id)).toEqual(STATED);
    await house.meet("delia", "lucia");
    await house.meet("mateo", "lucia");
    for (const one of ["lucia", "mateo"] as const) {
      expect(await house.fields(one, id)).toEqual(STATED);
      expect(await house.conflicts(one, id)).toEqual({});
    }
    entries = await entriesOf(house, "delia", "delia");
    expect(entries).toBe(before + 2);
  });

  test("is stated once: neither a restart nor another meeting says it again", async () => {
    await house.restart("delia");
    await house.restart("mateo");
    for (const one of ["mateo", "delia"] as const) await house.meet(one, "lucia");
    expect(await entriesOf(house, "delia", "lucia")).toBe(entries);
    expect(await entriesOf(house, "delia", "delia")).toBe(entries);
  });

  test("keeps nobody from going on: what its author and others write next counts", async () => {
    await house.edit("delia", id, { state: "Alta Verapaz" });
    await house.meet("delia", "lucia");
    await house.edit("lucia", id, { sex: "male" });
    await house.meet("delia", "lucia");
    for (const one of ["lucia", "delia"] as const) {
      expect(await house.fields(one, id)).toEqual({ ...STATED, state: "Alta Verapaz", sex: "male" });
    }
  });

  test("comes back when it is let count after all, and nothing is there twice", async () => {
    await house.meet("lucia", "delia");
    // Lucía never had what Ramón wrote: whoever keeps it raises the cut, here a coordinator of the same house.
    await house.desk("lucia").engine.giveRole({ device: house.devices.get("delia")!, role: "coordinator" });
    await house.meet("delia", "lucia");
    const admitted = await house.desk("delia").engine.admit(house.devices.get("ramon")!);
    expect(admitted.entries).toBeGreaterThan(0);
    await house.meet("delia", "lucia");
    await house.edit("delia", id, { language: "poqomchi'" });
    await house.meet("delia", "lucia");
    for (const one of ["lucia", "delia"] as const) {
      expect(await house.fields(one, id)).toEqual({
        ...STATED,
        ...{ marks: "falsa", state: "Alta Verapaz", sex: "male", language: "poqomchi'" },
      });
      expect(await house.conflicts(one, id)).toEqual({});
    }
  });
});
