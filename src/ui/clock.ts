/** A clock that ticks every half minute, so that "hace 5 min" stays true on a page left open. */
import { createRoot, createSignal } from "solid-js";

const TICK_MS = 30_000;

const ticking = createRoot(() => {
  const [now, setNow] = createSignal(Date.now());
  setInterval(() => setNow(Date.now()), TICK_MS);
  return now;
});

/** Milliseconds since 1970, at most half a minute old (reactive). */
export const now = (): number => Math.max(ticking(), Date.now());
