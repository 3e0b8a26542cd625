/**
 * How long no passphrase is tried, for the locked screen: what the engine said last of each vault,
 * counted down by the second.
 */
import { createSignal, onCleanup } from "solid-js";
import type { VaultId } from "#engine";

const TICK_MS = 1000;

export interface TryWait {
  /** Seconds left for a vault; 0 when it may be tried. */
  left(vault: VaultId | null): number;
  /** What the engine said just now. */
  heard(vault: VaultId, seconds: number): void;
}

export function createTryWait(): TryWait {
  const [until, setUntil] = createSignal<ReadonlyMap<VaultId, number>>(new Map());
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), TICK_MS);
  onCleanup(() => {
    clearInterval(timer);
  });
  return {
    left: (vault) => {
      const end = vault === null ? undefined : until().get(vault);
      return end === undefined ? 0 : Math.max(0, Math.ceil((end - now()) / TICK_MS));
    },
    heard: (vault, seconds) => {
      const heardAt = Date.now();
      setNow(heardAt);
      setUntil((before) => new Map(before).set(vault, heardAt + seconds * TICK_MS));
    },
  };
}
