/**
 * The ways into a mesh, each of which makes a vault in this profile: founding, an invite, twelve words, a
 * backup. Each stores its vault in one with what lets it in, and opens the house. Called one at a time.
 */
import { encodeInviteCode, type KeyValue, type Lifeline, type Replica } from "#sync";
import {
  EngineError,
  type Founded,
  type Founding,
  type Joined,
  type Joining,
  type ProfileState,
  type Recovering,
  type Restored,
  type Restoring,
} from "../api/index.ts";
import { syncOnce } from "../commands/network.ts";
import type { EngineDeps, House } from "../house/house.ts";
import type { OpenHouseOptions } from "../house/open-house.ts";
import { type Backup, fillFrom, fillReplica, readerFrom } from "./backup.ts";
import { type JoiningMade, makeFounding, makeJoining } from "./enter-mesh.ts";
import { lifelinesIn } from "./lifelines.ts";
import type { Locks } from "./locks.ts";
import { requestPut } from "./own-requests.ts";
import { makeRecovery, type RecoverOptions, type Recovery } from "./recover.ts";
import type { VaultSecrets } from "./secrets.ts";

/** What opening a house takes that differs from way to way. */
export type Opening = Pick<OpenHouseOptions, "open" | "founding">;

export interface WaysInOptions {
  readonly deps: EngineDeps;
  readonly locks: Locks;
  readonly state: () => Promise<ProfileState>;
  readonly enter: (opening: Opening) => Promise<House>;
}

/** Words that open nothing in the backup, and nobody at hand who knows them: it is theirs to open as little. */
function notOfThisBackup(error: unknown): never {
  const nobodyKnows: readonly string[] = ["no-peer", "peer-unreachable", "recovery-words-unknown"];
  if (error instanceof EngineError && nobodyKnows.includes(error.fault.code))
    throw new EngineError({ code: "backup-not-yours" }, { cause: error });
  throw error;
}

export class WaysIn {
  readonly #options: WaysInOptions;

  constructor(options: WaysInOptions) {
    this.#options = options;
  }

  /** Throws `already-founded` for a profile in another state. */
  async #check(...allowed: readonly ProfileState["kind"][]): Promise<void> {
    const { kind } = await this.#options.state();
    if (!allowed.includes(kind)) throw new EngineError({ code: "already-founded" });
    await this.#options.locks.clearLeftovers();
  }

  async found(founding: Founding): Promise<Founded> {
    await this.#check("empty");
    const { deps, locks, enter } = this.#options;
    const { secrets, run, ...shown } = await makeFounding(founding, deps);
    const { open, puts } = await locks.vaults.create({ passphrase: founding.passphrase, secrets });
    const { device } = await enter({ open, founding: { run, puts: [...puts, locks.meshPut(secrets.mesh)] } });
    return { mesh: secrets.mesh, device, ...shown };
  }

  async join(joining: Joining): Promise<Joined> {
    await this.#check("empty", "locked");
    return this.#joinWith(await makeJoining(joining, this.#options.deps), joining.passphrase);
  }

  async #joinWith({ secrets, code, shown }: JoiningMade, passphrase: string): Promise<Joined> {
    const house = await this.#enterAs(secrets, passphrase);
    for (const address of code.addresses.toReversed()) await house.known.add(address);
    const words = secrets.joining?.words ?? "";
    const seen = shown ?? { recoveryWords: null, protectedWords: null };
    return { device: house.device, words, ...seen, code: encodeInviteCode(code) };
  }

  /** Makes a vault of a device that has written nothing. */
  async #enterAs(secrets: VaultSecrets, passphrase: string): Promise<House> {
    const { deps, locks, enter } = this.#options;
    await locks.checkMesh(secrets.mesh);
    const { open, puts } = await locks.vaults.create({ passphrase, secrets });
    await deps.store.put([...puts, locks.meshPut(secrets.mesh), ...this.#leftFor(secrets)]);
    return enter({ open, founding: null });
  }

  /** What a joiner leaves in the profile for whoever opens it next. */
  #leftFor({ joining, meshKey }: VaultSecrets): readonly KeyValue[] {
    return joining === null ? [] : [requestPut(joining.request, meshKey, this.#options.deps.random)];
  }

  async recover(wish: Recovering): Promise<{ readonly device: House["device"] }> {
    await this.#check("empty", "locked");
    const lifelines = await lifelinesIn(this.#options.deps.store);
    const recovery = await makeRecovery(wish, this.#recovering(lifelines));
    const { device } = await this.#enterBy(recovery, wish.passphrase);
    return { device };
  }

  #recovering(lifelines: readonly Uint8Array[]): RecoverOptions {
    const { deps, locks } = this.#options;
    return { deps, lifelines, checkMesh: (mesh) => locks.checkMesh(mesh) };
  }

  /** Opens the house of a device that words let in, and meets whoever answered. */
  async #enterBy({ secrets, run, addresses }: Recovery, passphrase: string): Promise<House> {
    const { locks, enter } = this.#options;
    const { open, puts } = await locks.vaults.create({ passphrase, secrets });
    const mesh = locks.meshPut(secrets.mesh);
    const house = await enter({ open, founding: { run, puts: [...puts, mesh] } });
    // it is in, whoever answers now: what is not fetched here comes with the next sync
    for (const address of addresses) await syncOnce(house, address).catch(() => null);
    return house;
  }

  async restore(backup: Backup, wish: Restoring): Promise<Restored> {
    await this.#check("empty");
    const { deps } = this.#options;
    if (wish.by === "words") {
      const fill = (replica: Replica, { meshKey }: Lifeline): Promise<void> =>
        fillReplica(replica, backup, meshKey);
      const recovering = { ...this.#recovering(backup.lifelines), fill };
      const recovery = await makeRecovery(wish, recovering).catch(notOfThisBackup);
      const { device } = await this.#enterBy(recovery, wish.passphrase);
      return { device, words: null };
    }
    if (wish.by === "invite") {
      const made = await makeJoining(wish, deps);
      await fillFrom(backup, made.secrets, deps);
      const { device, words } = await this.#joinWith(made, wish.passphrase);
      return { device, words };
    }
    const secrets = await readerFrom(backup, wish.passphrase, deps);
    await fillFrom(backup, secrets, deps);
    const { device } = await this.#enterAs(secrets, wish.passphrase);
    return { device, words: null };
  }
}
