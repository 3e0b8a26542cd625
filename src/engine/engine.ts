/**
 * The engine: one profile, at most one vault open. Opens and closes houses; what is done in one is in
 * `house-commands.ts`. One at a time goes through the doorway: opening, closing, and what changes a lock.
 */
import { StoreError } from "#sync";
import {
  type Engine,
  EngineError,
  type EngineEvent,
  type Fault,
  type ProfileState,
  type VaultId,
} from "./api/index.ts";
import { noteTaken } from "./commands/audit.ts";
import { checkNothingLost } from "./commands/leave-computer.ts";
import { keepDraft, readDrafts } from "./profile/drafts.ts";
import { commandsIn, type HouseCommands } from "./house-commands.ts";
import type { EngineDeps, House } from "./house/house.ts";
import { createMutex } from "./mutex.ts";
import { openHouse } from "./house/open-house.ts";
import { readBackup, writeBackup } from "./profile/backup.ts";
import { Locks } from "./profile/locks.ts";
import { carryOwnRequests, forgetRequest } from "./profile/own-requests.ts";
import type { OpenVault } from "./profile/vaults.ts";
import { standingOf } from "./house/standing.ts";
import { type Opening, WaysIn } from "./profile/ways-in.ts";
import { faultsOfStore, storeFault } from "./store-fault.ts";

const faultOf = (error: unknown): Fault =>
  error instanceof StoreError ? storeFault(error) : { code: "storage-failed" };

/** Opens a profile on a store. The store is the engine's from now on: `close` closes it. */
export function openEngine(deps: EngineDeps): Engine {
  const profile = new ProfileEngine(deps);
  return Object.assign(profile, commandsIn(profile.inHouse));
}

/** What concerns the profile: opening, closing, and its locks. */
class ProfileEngine implements Omit<Engine, keyof HouseCommands> {
  readonly #deps: EngineDeps;
  readonly #locks: Locks;
  readonly #ways: WaysIn;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #doorway = createMutex();
  #house: House | null = null;
  #stopListening: () => void = () => undefined;

  constructor(deps: EngineDeps) {
    this.#deps = deps;
    this.#locks = new Locks(deps);
    const [locks, state] = [this.#locks, (): Promise<ProfileState> => this.state()];
    this.#ways = new WaysIn({ deps, locks, state, enter: (opening) => this.#enter(opening) });
  }

  readonly #emit = (event: EngineEvent): void => {
    for (const listener of this.#listeners) listener(event);
  };

  /** Runs a command in the open house; throws `locked` or `no-profile` when none is. */
  readonly inHouse = async <T>(command: (house: House) => Promise<T> | T): Promise<T> => {
    const house = this.#house;
    if (house === null) {
      const { kind } = await this.state();
      throw new EngineError({ code: kind === "empty" ? "no-profile" : "locked" });
    }
    return faultsOfStore(() => command(house));
  };

  async #enter(options: Opening): Promise<House> {
    const { vaults } = this.#locks;
    const house = await openHouse({ ...options, deps: this.#deps, vaults, emit: this.#emit });
    await house.settle();
    await carryOwnRequests(house);
    const settleInBackground = (): void => {
      house.settle().catch((error: unknown) => {
        this.#emit({ kind: "storage", fault: faultOf(error) });
      });
    };
    const stopReplica = house.replica.onChange(settleInBackground);
    const stopReceipts = house.receipts.onChange(({ site, device }) => {
      if (device !== house.device) house.heard.note(site, this.#deps.clock.now()).catch(() => undefined);
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
    const house = this.#house;
    const labels = await faultsOfStore(() => this.#locks.labels());
    if (house === null) return labels.length === 0 ? { kind: "empty" } : { kind: "locked", vaults: labels };
    const { vault } = house.vault();
    const badge = labels.find((label) => label.vault === vault)?.badge ?? "star";
    return { kind: "open", vault, badge, pinUntil: this.#locks.pinUntil(vault), standing: standingOf(house) };
  }

  found(founding: Parameters<Engine["found"]>[0]): ReturnType<Engine["found"]> {
    return this.#inDoorway(() => this.#ways.found(founding));
  }

  join(joining: Parameters<Engine["join"]>[0]): ReturnType<Engine["join"]> {
    return this.#inDoorway(() => this.#ways.join(joining));
  }

  recover(wish: Parameters<Engine["recover"]>[0]): ReturnType<Engine["recover"]> {
    return this.#inDoorway(() => this.#ways.recover(wish));
  }

  restore(...[file, wish]: Parameters<Engine["restore"]>): ReturnType<Engine["restore"]> {
    return this.#inDoorway(() => this.#ways.restore(readBackup(file), wish));
  }

  backup(): ReturnType<Engine["backup"]> {
    return this.inHouse(async (house) => {
      await noteTaken(house, "backup", house.catalog.size);
      return writeBackup(house, this.#deps);
    });
  }

  #inDoorway<T>(task: () => Promise<T>): Promise<T> {
    return this.#doorway(() => faultsOfStore(task));
  }

  /** Opens a vault in place of the one that is open; that one stays open if this one does not open. */
  #openInstead(wanted: VaultId | undefined, open: () => Promise<OpenVault>): Promise<void> {
    return this.#inDoorway(async () => {
      const now = this.#house?.vault().vault;
      if (now !== undefined && (wanted === undefined || wanted === now)) return;
      const opened = await open();
      await this.#leave();
      if (now !== undefined) this.#emit({ kind: "profile" });
      await this.#deps.store.put([this.#locks.meshPut(opened.secrets.mesh)]);
      await this.#enter({ open: opened, founding: null });
    });
  }

  unlock(wish: Parameters<Engine["unlock"]>[0]): Promise<void> {
    return this.#openInstead(wish.vault, () => this.#locks.open(wish));
  }

  unlockWithPin({ vault, pin }: Parameters<Engine["unlockWithPin"]>[0]): Promise<void> {
    return this.#openInstead(vault, () => this.#locks.openWithPin(vault, pin));
  }

  /** A disk that refuses must not keep a vault open. */
  async #endAudit(house: House | null): Promise<void> {
    try {
      await house?.audit.stop();
    } catch (error) {
      this.#emit({ kind: "storage", fault: faultOf(error) });
    }
  }

  async #leave(): Promise<void> {
    const house = this.#house;
    this.#house = null;
    this.#stopListening();
    // what it closes over is the house, with its keys and names
    this.#stopListening = () => undefined;
    house?.people.stop();
    await this.#endAudit(house);
    await house?.steady.stop();
    await house?.peers.stop();
    // JavaScript keeps the text that a regular expression matched last: from here on, an empty one
    "".search(/^/u);
  }

  lock(): Promise<void> {
    return this.#doorway(async () => {
      await this.#leave();
      this.#emit({ kind: "profile" });
    });
  }

  /** What changes a lock of the open vault; the page asks again how it stands. */
  #changeLock(change: (open: OpenVault) => Promise<void> | void): Promise<void> {
    return this.#doorway(() =>
      this.inHouse(async (house) => {
        await change(house.vault());
        this.#emit({ kind: "profile" });
      }),
    );
  }

  changePassphrase(wish: Parameters<Engine["changePassphrase"]>[0]): Promise<void> {
    return this.#changeLock((open) => this.#locks.changePassphrase(open, wish));
  }

  setPin(wish: Parameters<Engine["setPin"]>[0]): Promise<void> {
    return this.#changeLock((open) => this.#locks.setPin(open, wish));
  }

  endPin(): Promise<void> {
    return this.#changeLock(({ vault }) => {
      this.#locks.endPin(vault);
    });
  }

  forgetVault({ passphrase, despite = false }: Parameters<Engine["forgetVault"]>[0]): Promise<void> {
    return this.#doorway(() =>
      this.inHouse(async (house) => {
        const open = house.vault();
        await this.#locks.checkPassphrase(open, passphrase);
        if (!despite) checkNothingLost(house);
        await this.#leave();
        // what it still reads would be written after the end
        await house.settle();
        await forgetRequest(house);
        await this.#locks.forget(open.vault);
        this.#emit({ kind: "profile" });
      }),
    );
  }

  setBadge(badge: Parameters<Engine["setBadge"]>[0]): Promise<void> {
    return this.#changeLock(({ vault }) => this.#locks.vaults.setBadge(vault, badge));
  }

  keepDraft(wish: Parameters<Engine["keepDraft"]>[0]): Promise<void> {
    return this.inHouse((house) => keepDraft({ ...this.#deps, open: house.vault() }, wish));
  }

  drafts(): ReturnType<Engine["drafts"]> {
    return this.inHouse((house) => readDrafts({ ...this.#deps, open: house.vault() }));
  }

  subscribe(listener: (event: EngineEvent) => void): Promise<() => void> {
    this.#listeners.add(listener);
    return Promise.resolve(() => {
      this.#listeners.delete(listener);
    });
  }

  async close(): Promise<void> {
    await this.lock();
    this.#locks.close();
    await this.#deps.transport?.stop();
    await this.#deps.store.close();
  }
}
