/** One profile of a shelter's shared computer, with a clock that tests move and vaults that cost nothing. */
import { createSignatures, systemRandom } from "#crypto";
import { type Engine, EngineError, type Fault, openEngine, type VaultLabel } from "#engine";
import { memoryStore, type Store } from "#sync";
import { type SetClock, setClock } from "./set-clock.ts";

export const LUCIA = { name: "Lucía", passphrase: "el volcán de agua duerme" } as const;
export const RAMIRO = { name: "Ramiro", passphrase: "la milpa crece en mayo" } as const;

export interface SharedComputer {
  engine: Engine;
  readonly store: Store;
  readonly clock: SetClock;
  /** As after a reload or a new process: another engine on the same store. */
  restart(): Promise<void>;
}

/** A store that lasts when an engine closes it, as a disk does; `own` stands in for what a test wants otherwise. */
export const lasting = (store: Store, own: Partial<Store> = {}): Store => {
  const instead: Partial<Store> = { close: () => Promise.resolve(), ...own };
  return new Proxy(store, {
    get(target, name) {
      if (Object.hasOwn(instead, name)) return Reflect.get(instead, name) as unknown;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
};

export async function sharedComputer(store: Store = memoryStore()): Promise<SharedComputer> {
  const signatures = await createSignatures();
  const clock = setClock();
  const open = (): Engine =>
    openEngine({
      store: lasting(store),
      transport: null,
      signatures,
      random: systemRandom,
      clock,
      unsafeTestingLowCost: true,
    });
  const computer: SharedComputer = {
    engine: open(),
    store,
    clock,
    async restart() {
      await computer.engine.close();
      computer.engine = open();
    },
  };
  return computer;
}

/** Lucía founds the house on this computer. */
export async function withLucia(store?: Store): Promise<SharedComputer> {
  const computer = await sharedComputer(store);
  await computer.engine.found({
    meshName: "Ruta del Sur",
    siteName: "Casa Tapachula",
    siteKind: "shelter",
    personName: LUCIA.name,
    passphrase: LUCIA.passphrase,
  });
  return computer;
}

/** The fault with which a command is refused; fails when it is not. */
export async function faultOf(command: Promise<unknown>): Promise<Fault> {
  try {
    await command;
  } catch (error) {
    if (error instanceof EngineError) return error.fault;
    throw error;
  }
  throw new Error("the command was not refused");
}

/** What the locked screen would show. */
export async function labelsOf({ engine }: SharedComputer): Promise<readonly VaultLabel[]> {
  const state = await engine.state();
  if (state.kind !== "locked") throw new Error(`the profile is ${state.kind}`);
  return state.vaults;
}
