/**
 * What was being typed, so that neither a lock, by hand or by itself, nor a reload eats it. The
 * engine keeps it sealed for its vault; in the page it lives while that vault is open, and after a
 * lock only as far as the engine could not keep it.
 */
import { createEffect, on } from "solid-js";
import { createStore, type SetStoreFunction, unwrap } from "solid-js/store";
import type { DraftName, Engine, VaultId } from "#engine";
import { useApp } from "./app-context.ts";

/** What a crash may take of what is being typed; each writing costs the disk. */
const KEEP_EVERY_MS = 400;

/** What each form of each vault holds now. */
const drafts = new Map<string, object>();
/** The values that each began with, as JSON: while it holds these, nothing was typed. */
const blanks = new WeakMap<object, string>();

interface Pending {
  readonly vault: VaultId;
  readonly name: DraftName;
  readonly text: string | null;
}

/** What the engine has not kept yet. */
const pending = new Map<string, Pending>();
let timer: ReturnType<typeof setTimeout> | undefined;

const keyOf = (vault: VaultId | null, name: DraftName): string => `${vault ?? ""}/${name}`;

async function keep(engine: Engine, key: string, wish: Pending): Promise<void> {
  try {
    await engine.keepDraft(wish);
    if (pending.get(key) === wish) pending.delete(key);
  } catch {
    // it stays in the page: the next letter, or the next lock, tries again
  }
}

/** Hands to the engine what it has not kept yet. */
export async function keepDrafts(engine: Engine): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  await Promise.all([...pending].map(([key, wish]) => keep(engine, key, wish)));
}

function keepSoon(engine: Engine, wish: Pending): void {
  pending.set(keyOf(wish.vault, wish.name), wish);
  timer ??= setTimeout(() => void keepDrafts(engine), KEEP_EVERY_MS);
}

/** Takes everything out of the page that the engine has kept. */
export async function clearDrafts(engine: Engine): Promise<void> {
  await keepDrafts(engine);
  for (const key of [...drafts.keys()]) if (!pending.has(key)) drafts.delete(key);
}

function read(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

/** Brings what was half typed in a vault into the page, before its forms are shown. */
export async function loadDrafts(engine: Engine, vault: VaultId): Promise<void> {
  const kept = await engine.drafts();
  for (const [name, text] of Object.entries(kept) as [DraftName, string][]) {
    const key = keyOf(vault, name);
    const value = read(text);
    if (value !== null && !drafts.has(key)) drafts.set(key, value);
  }
}

/** What was kept, where it still has the form's shape: another version's page may have had other fields. */
function fitting<T extends object>(kept: object | undefined, first: T): T | null {
  if (kept === undefined) return null;
  const fits = Object.entries(first).every(([field, value]) => {
    const was: unknown = Reflect.get(kept, field);
    return was !== undefined && (value === null || was === null || typeof was === typeof value);
  });
  return fits ? (kept as T) : null;
}

export interface Draft<T extends object> {
  readonly values: T;
  readonly set: SetStoreFunction<T>;
  /** True when what was typed before came back. */
  readonly restored: boolean;
  /** Forgets what was typed and starts from the first values, with these changed. */
  readonly reset: (change?: Partial<T>) => void;
}

/**
 * The draft of this name in the open vault; `first` makes the values of an empty form. While `mayKeep` says no, nothing
 * of it is at rest, and a lock takes it.
 */
export function createDraft<T extends object>(
  name: DraftName,
  first: () => T,
  mayKeep: (values: T) => boolean = () => true,
): Draft<T> {
  const app = useApp();
  const state = app.state();
  const vault = state?.kind === "open" ? state.vault : null;
  const key = keyOf(vault, name);
  const kept = fitting(drafts.get(key), first());
  const start = kept ?? first();
  drafts.set(key, start);
  const [values, set] = createStore<T>(start);
  let blank = blanks.get(start) ?? JSON.stringify(first());
  const restored = kept !== null && JSON.stringify(unwrap(kept)) !== blank;
  createEffect(
    on(
      () => JSON.stringify(values),
      (text) => {
        const isKept = text !== blank && mayKeep(values);
        if (vault !== null) keepSoon(app.engine, { vault, name, text: isKept ? text : null });
      },
      { defer: true },
    ),
  );
  return {
    values,
    set,
    restored,
    reset: (change) => {
      const next = { ...first(), ...change };
      blank = JSON.stringify(next);
      blanks.set(start, blank);
      set(next);
      // at once: what was saved must not come back as half typed
      void keepDrafts(app.engine);
    },
  };
}
