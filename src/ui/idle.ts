/**
 * Whether somebody is using the page: names in lists are masked again after half a minute, and the
 * page locks itself after the chosen minutes, with a warning a minute before.
 */
import { type Accessor, createMemo, createRoot, createSignal } from "solid-js";
import { idleMinutes } from "./look.ts";

const QUIET_MS = 30_000;
const WARNING_MS = 60_000;
const TICK_MS = 1_000;
const SIGNS_OF_USE = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

interface Idle {
  /** Nobody touched anything for half a minute. */
  readonly quiet: Accessor<boolean>;
  /** Seconds until the page locks itself; null while that is not near. */
  readonly lockIn: Accessor<number | null>;
}

const idle = createRoot((): Idle & { readonly stir: () => void } => {
  const [still, setStill] = createSignal(0);
  let last = Date.now();
  const stir = (): void => {
    last = Date.now();
    setStill(0);
  };
  for (const sign of SIGNS_OF_USE) addEventListener(sign, stir, { passive: true, capture: true });
  setInterval(() => setStill(Date.now() - last), TICK_MS);
  const isQuiet = createMemo(() => still() >= QUIET_MS);
  const secondsLeft = createMemo(() => {
    const left = idleMinutes() * 60_000 - still();
    return left <= WARNING_MS ? Math.max(0, Math.ceil(left / 1000)) : null;
  });
  return { quiet: isQuiet, lockIn: secondsLeft, stir };
});

export const quiet = (): boolean => idle.quiet();
export const lockIn = (): number | null => idle.lockIn();
/** Somebody is here. */
export const stir = (): void => {
  idle.stir();
};
