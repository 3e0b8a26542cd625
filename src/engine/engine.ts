/**
 * The engine: one profile, at most one vault open. Opens and closes houses, and hands each command to
 * its file in `commands/`.
 */
import { isKind } from "#model";
import { StoreError } from "#sync";
import {
  type Engine,
  EngineError,
  type EngineEvent,
  type Fault,
  type Founded,
  type Founding,
  type Joined,
  type Joining,
  type ProfileState,
  type Standing,
} from "./api.ts";
import { exportCsv, importFile } from "./commands/import-file.ts";
import { confirm, invite, members } from "./commands/mesh-members.ts";
import { checkHouse, statusOf, syncOnce } from "./commands/network.ts";
import { listRecords, recordHistory, showRecord } from "./commands/read-records.ts";
import { searchRecords } from "./commands/search-records.ts";
import { addRecord, editRecord } from "./commands/write-records.ts";
import type { EngineDeps, House } from "./house.ts";
import { createMutex } from "./mutex.ts";
import { openHouse, type OpenHouseOptions } from "./open-house.ts";
import { makeFounding, makeJoining } from "./profile/enter-mesh.ts";
import { createVaults, type Vaults } from "./profile/vaults.ts";
import { faultsOfStore, storeFault } from "./store-fault.ts";

const HUB_INVITE_MS = 24 * 60 * 60_000;

/** Opens a profile on a store. The store is the engine's from now on: `close` closes it. */
export function openEngine(deps: EngineDeps): Engine {
  return new ProfileEngine(deps);
}

class ProfileEngine implements Engine {
  readonly #deps: EngineDeps;
  readonly #vaults: Vaults;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #doorway = createMutex();
  #house: House | null = null;
  #stopListening: () => void = () => undefined;

  constructor(deps: EngineDeps) {
    this.#deps = deps;
    this.#vaults = createVaults(deps);
  }

  readonly #emit = (event: EngineEvent): void => {
    for (const listener of this.#listeners) listener(event);
  };

  /** Runs a command in the open house; throws `locked` or `no-profile` when none is. */
  async #inHouse<T>(command: (house: House) => Promise<T> | T): Promise<T> {
    const house = this.#house;
    if (house === null) {
      const { kind } = await this.state();
      throw new EngineError({ code: kind === "empty" ? "no-profile" : "locked" });
    }
    return faultsOfStore(() => command(house));
  }

  async #enter(options: Omit<OpenHouseOptions, "deps" | "vaults" | "emit">): Promise<House> {
    const house = await openHouse({ ...options, deps: this.#deps, vaults: this.#vaults, emit: this.#emit });
    await house.settle();
    const settleInBackground = (): void => {
      house.settle().catch((error: unknown) => {
        const fault: Fault = error instanceof StoreError ? storeFault(error) : { code: "storage-failed" };
        this.#emit({ kind: "storage", fault });
      });
    };
    const stopReplica = house.replica.onChange(settleInBackground);
    const stopReceipts = house.receipts.onChange(({ site }) => {
      house.heard.note(site, this.#deps.clock.now()).catch(() => undefined);
      this.#emit({ kind: "peers" });
    });
    this.#stopListening = () => {
      stopReplica();
      stopReceipts();
    };
    this.#house = house;
    this.#emit({ kind: "profile" });
    return house;
  }

  async state(): Promise<ProfileState> {
    if (this.#house !== null) {
      return { kind: "open", vault: this.#house.vault().vault, standing: standingOf(this.#house) };
    }
    const vaults = await faultsOfStore(() => this.#vaults.list());
    return vaults.length === 0 ? { kind: "empty" } : { kind: "locked", vaults };
  }

  async #checkEmpty(): Promise<void> {
    if ((await this.state()).kind !== "empty") throw new EngineError({ code: "already-founded" });
  }

  found(founding: Founding): Promise<Founded> {
    return this.#doorway(() =>
      faultsOfStore(async () => {
        await this.#checkEmpty();
        const { secrets, run, recoveryWords } = await makeFounding(founding, this.#deps);
        const { open, puts } = await this.#vaults.create({ passphrase: founding.passphrase, secrets });
        const house = await this.#enter({ open, founding: { run, puts } });
        return { mesh: secrets.mesh, device: house.device, recoveryWords };
      }),
    );
  }

  join(joining: Joining): Promise<Joined> {
    return this.#doorway(() =>
      faultsOfStore(async () => {
        await this.#checkEmpty();
        const { secrets, addresses, recoveryWords } = await makeJoining(joining, this.#deps);
        const { open, puts } = await this.#vaults.create({ passphrase: joining.passphrase, secrets });
        await this.#deps.store.put(puts);
        const house = await this.#enter({ open, founding: null });
        for (const address of addresses.toReversed()) await house.known.add(address);
        return { device: house.device, words: secrets.joining?.words ?? "", recoveryWords };
      }),
    );
  }

  unlock(wish: Parameters<Engine["unlock"]>[0]): Promise<void> {
    return this.#doorway(() =>
      faultsOfStore(async () => {
        if (this.#house !== null) return;
        const open = await this.#vaults.open(wish);
        await this.#enter({ open, founding: null });
      }),
    );
  }

  lock(): Promise<void> {
    return this.#doorway(async () => {
      const house = this.#house;
      this.#house = null;
      this.#stopListening();
      await house?.peers.stop();
      this.#emit({ kind: "profile" });
    });
  }

  invite(wish: Parameters<Engine["invite"]>[0]): ReturnType<Engine["invite"]> {
    return this.#inHouse((house) => invite(house, wish));
  }

  hubInvite(): ReturnType<Engine["hubInvite"]> {
    return this.invite({ role: "hub", newSite: null, validMs: HUB_INVITE_MS });
  }

  confirm(wish: Parameters<Engine["confirm"]>[0]): ReturnType<Engine["confirm"]> {
    return this.#inHouse((house) => confirm(house, wish));
  }

  members(): ReturnType<Engine["members"]> {
    return this.#inHouse(members);
  }

  add(...[kind, fields]: Parameters<Engine["add"]>): ReturnType<Engine["add"]> {
    if (!isKind(kind)) throw new EngineError({ code: "no-such-kind" });
    return this.#inHouse((house) => addRecord(house, kind, fields));
  }

  edit(...[id, patch]: Parameters<Engine["edit"]>): ReturnType<Engine["edit"]> {
    return this.#inHouse((house) => editRecord(house, id, patch));
  }

  show(id: Parameters<Engine["show"]>[0]): ReturnType<Engine["show"]> {
    return this.#inHouse((house) => showRecord(house, id));
  }

  list(kind: Parameters<Engine["list"]>[0]): ReturnType<Engine["list"]> {
    return this.#inHouse((house) => listRecords(house, kind));
  }

  history(id: Parameters<Engine["history"]>[0]): ReturnType<Engine["history"]> {
    return this.#inHouse((house) => recordHistory(house, id));
  }

  search(...[text, options]: Parameters<Engine["search"]>): ReturnType<Engine["search"]> {
    return this.#inHouse((house) => searchRecords(house, text, options?.limit));
  }

  importFile(file: Parameters<Engine["importFile"]>[0]): ReturnType<Engine["importFile"]> {
    return this.#inHouse((house) => importFile(house, file));
  }

  exportCsv(...[kind, language = "es"]: Parameters<Engine["exportCsv"]>): ReturnType<Engine["exportCsv"]> {
    return this.#inHouse((house) => exportCsv(house, kind, language));
  }

  sync({ peer }: Parameters<Engine["sync"]>[0]): ReturnType<Engine["sync"]> {
    return this.#inHouse((house) => syncOnce(house, peer));
  }

  connect(...[peers, reachable = []]: Parameters<Engine["connect"]>): Promise<void> {
    return this.#inHouse(async (house) => {
      house.peers.connect(peers);
      for (const address of reachable.toReversed()) await house.known.add(address);
    });
  }

  status(): ReturnType<Engine["status"]> {
    return this.#inHouse(statusOf);
  }

  check(): ReturnType<Engine["check"]> {
    return this.#inHouse(checkHouse);
  }

  subscribe(listener: (event: EngineEvent) => void): Promise<() => void> {
    this.#listeners.add(listener);
    return Promise.resolve(() => {
      this.#listeners.delete(listener);
    });
  }

  async close(): Promise<void> {
    await this.lock();
    await this.#deps.transport?.stop();
    await this.#deps.store.close();
  }
}

function standingOf(house: House): Standing {
  const membership = house.replica.membership();
  const { secrets } = house.vault();
  const member = membership.devices.get(house.device);
  const site = member === undefined ? undefined : membership.sites.get(member.site);
  if (member === undefined || site === undefined) {
    const presented = membership.requests.has(house.device);
    return { kind: "waiting", device: house.device, words: secrets.joining?.words ?? "", presented };
  }
  return {
    kind: "member",
    device: house.device,
    role: member.role,
    personName: secrets.personName,
    mesh: membership.mesh,
    meshName: membership.meshName,
    site: site.site,
    siteName: site.name,
    siteKind: site.kind,
  };
}
