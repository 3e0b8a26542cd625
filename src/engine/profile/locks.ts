/**
 * The locks of a profile: its vaults with the tries that are counted and the PINs of this shift. All
 * that opens a vault goes through here; what is opened is a house, and not known here.
 */
import { toText, type MasterKey } from "#crypto";
import { idBytes, type KeyValue, type MeshId, type Store } from "#sync";
import {
  EngineError,
  type LockCommands,
  type UnixMillis,
  type VaultId,
  type VaultLabel,
} from "../api/index.ts";
import type { EngineDeps } from "../house/house.ts";
import { compareBadges } from "./badges.ts";
import { checkPin, Pins } from "./pins.ts";
import { TryCounter } from "./tries.ts";
import { createVaults, type OpenVault, type Vaults } from "./vaults.ts";

const MESH = "profile/mesh";

type UnlockWish = Parameters<LockCommands["unlock"]>[0];
type PinWish = Parameters<LockCommands["setPin"]>[0];
type ChangeWish = Parameters<LockCommands["changePassphrase"]>[0];

export class Locks {
  readonly vaults: Vaults;
  readonly #store: Store;
  readonly #tries: TryCounter;
  readonly #pins: Pins;

  constructor(deps: EngineDeps) {
    this.vaults = createVaults(deps);
    this.#store = deps.store;
    this.#tries = new TryCounter(deps);
    this.#pins = new Pins(deps);
  }

  /** What a locked screen may show. */
  async labels(): Promise<readonly VaultLabel[]> {
    const labels: VaultLabel[] = [];
    for (const label of await this.vaults.list()) {
      const waitSeconds = await this.#tries.secondsLeft(label.vault);
      labels.push({ ...label, waitSeconds, pinTries: this.#pins.triesLeft(label.vault) });
    }
    return labels.sort(compareBadges);
  }

  /** The vault that is named, or the only one. Throws `no-profile`, `which-vault`. */
  async #named(vault: VaultId | undefined): Promise<VaultId> {
    if (vault !== undefined) return vault;
    const [only, ...others] = await this.vaults.list();
    if (only === undefined) throw new EngineError({ code: "no-profile" });
    if (others.length > 0) throw new EngineError({ code: "which-vault" });
    return only.vault;
  }

  /** Throws `wrong-passphrase`, `try-later`, `no-profile`, `vault-damaged`. */
  async #prove(vault: VaultId, passphrase: string): Promise<MasterKey> {
    const seconds = await this.#tries.begin(vault);
    const master = await this.vaults.masterOf(vault, passphrase);
    if (master === null) throw new EngineError({ code: "wrong-passphrase", seconds });
    await this.#tries.passed(vault);
    return master;
  }

  async open(wish: UnlockWish): Promise<OpenVault> {
    const vault = await this.#named(wish.vault);
    const known = await this.vaults.list();
    if (!known.some((label) => label.vault === vault)) throw new EngineError({ code: "no-profile" });
    return this.vaults.open(vault, await this.#prove(vault, wish.passphrase));
  }

  async openWithPin(vault: VaultId, pin: string): Promise<OpenVault> {
    return this.vaults.open(vault, await this.#pins.open(vault, pin));
  }

  async setPin({ vault }: OpenVault, { passphrase, pin, hours }: PinWish): Promise<void> {
    checkPin(pin);
    await this.#pins.set(vault, { master: await this.#prove(vault, passphrase), pin, hours });
  }

  pinUntil(vault: VaultId): UnixMillis | null {
    return this.#pins.until(vault);
  }

  endPin(vault: VaultId): void {
    this.#pins.end(vault);
  }

  async changePassphrase({ vault }: OpenVault, { current, next }: ChangeWish): Promise<void> {
    const master = await this.#prove(vault, current);
    if (next.normalize("NFC") === current.normalize("NFC")) {
      throw new EngineError({ code: "same-passphrase" });
    }
    await this.vaults.rewrap(vault, { master, passphrase: next });
    this.#pins.end(vault);
  }

  /** Destroys a vault whose passphrase proves right; with the last one, all that is in the profile. */
  async forget(vault: VaultId): Promise<void> {
    this.#pins.end(vault);
    this.#tries.forget(vault);
    await this.vaults.forget(vault);
    await this.clearLeftovers();
  }

  /** What lies in a profile without vaults opens for nobody, and must not meet another mesh. */
  async clearLeftovers(): Promise<void> {
    if ((await this.vaults.list()).length > 0) return;
    for (const { log } of await this.#store.holdings()) await this.#store.cut(log, null, []);
    const left = await this.#store.list("");
    if (left.length > 0) await this.#store.forget(left.map(({ key }) => key));
  }

  /** Throws what a wrong passphrase does. */
  async checkPassphrase({ vault }: OpenVault, passphrase: string): Promise<void> {
    await this.#prove(vault, passphrase);
  }

  /** A profile keeps the logs of one mesh. Throws `other-mesh` for a vault of another. */
  async checkMesh(mesh: MeshId): Promise<void> {
    const known = await this.#store.get(MESH);
    if (known !== null && toText(known) !== mesh) throw new EngineError({ code: "other-mesh" });
  }

  /** What must be put so that the profile knows its mesh. */
  meshPut(mesh: MeshId): KeyValue {
    return { key: MESH, value: idBytes(mesh) };
  }

  /** Nothing opens without a passphrase any more. */
  close(): void {
    this.#pins.endAll();
  }
}
