/**
 * Parts of the page that are not first: loaded when they are first shown, or before, once the page has nothing
 * else to do. A page that stays open goes on working when its base is switched off.
 */
import { lazy } from "solid-js";

const WAIT_MS = 3000;

const waiting = new Set<() => Promise<unknown>>();

type AnyComponent = Awaited<ReturnType<Parameters<typeof lazy>[0]>>["default"];

/** A component of another file. */
export function later<C extends AnyComponent>(load: () => Promise<C>): C {
  const part = lazy(async () => ({ default: await load() }));
  waiting.add(part.preload);
  return part;
}

/** Loads what was not shown yet, and what that brings along. What cannot be loaded now stays for the next call. */
async function loadAll(): Promise<void> {
  for (const load of waiting) {
    try {
      await load();
      waiting.delete(load);
    } catch {
      return;
    }
  }
}

/** Loads everything a while after the page is usable; returns how to stop that. */
export function loadLater(): () => void {
  const timer = setTimeout(() => void loadAll(), WAIT_MS);
  return () => {
    clearTimeout(timer);
  };
}
