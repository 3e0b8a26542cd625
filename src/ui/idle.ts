/**
 * Whether somebody is using the page: names in lists are masked again after half a minute, and the
 * page locks itself after the chosen minutes without use, with a warning a minute before, or after
 * the chosen minutes behind another tab or with the screen off, without one: nobody would see it.
 */
import { type Accessor, createMemo, createRoot, createSignal } from "solid-js";
import { awayMinutes, idleMinutes } from "./look.ts";

const QUIET_MS = 30_000;
const WARNING_MS = 60_000;
const TICK_MS = 1_000;
const MINUTE_MS = 60_000;
const SIGNS_OF_USE = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

interface Idle {
  /** Nobody touched anything for half a minute. */
  readonly quiet: Accessor<boolean>;
  /** Seconds until the page locks itself; null while that is not near. */
  readonly lockIn: Accessor<number | null>;
  /** The page has been hidden for as long as it may be. */
  readonly away: Accessor<boolean>;
}

/** A moment by both clocks: one can be set back, the other may stand still while a laptop sleeps. */
interface Moment {
  readonly wall: number;
  readonly steady: number;
}

const moment = (): Moment => ({ wall: Date.now(), steady: performance.now() });
const since = ({ wall, steady }: Moment): number => Math.max(Date.now() - wall, performance.now() - steady);

const idle = createRoot((): Idle & { readonly stir: () => void } => {
  const [still, setStill] = createSignal(0);
  const [hidden, setHidden] = createSignal(0);
  let last = moment();
  let left: Moment | null = null;
  const stir = (): void => {
    last = moment();
    setStill(0);
  };
  const look = (): void => {
    setStill(since(last));
    setHidden(left === null ? 0 : since(left));
  };
  for (const sign of SIGNS_OF_USE) addEventListener(sign, stir, { passive: true, capture: true });
  document.addEventListener("visibilitychange", () => {
    // what was hidden for too long is locked before it is seen again: browsers freeze hidden pages
    look();
    left = document.visibilityState === "hidden" ? moment() : null;
    if (left === null) queueMicrotask(look);
  });
  setInterval(look, TICK_MS);
  const isQuiet = createMemo(() => still() >= QUIET_MS);
  const secondsLeft = createMemo(() => {
    const remaining = idleMinutes() * MINUTE_MS - still();
    return remaining <= WARNING_MS ? Math.max(0, Math.ceil(remaining / 1000)) : null;
  });
  const isAway = createMemo(() => hidden() >= awayMinutes() * MINUTE_MS);
  return { quiet: isQuiet, lockIn: secondsLeft, away: isAway, stir };
});

export const quiet = (): boolean => idle.quiet();
export const lockIn = (): number | null => idle.lockIn();
export const away = (): boolean => idle.away();
/** Somebody is here. */
export const stir = (): void => {
  idle.stir();
};
