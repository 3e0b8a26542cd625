/**
 * Notices a session that gets nowhere and a link whose other end is gone (docs/protocol.md, "Limits").
 * Counts beats of the clock, never the date: a device may believe in any year.
 */
import type { Clock } from "../clock.ts";

/** Time between two looks. */
export const BEAT_MS = 15_000;
/** So many beats without anything from the peer, or without progress while work is left, end a session. */
export const MAX_QUIET_BEATS = 4;

export interface WatchdogInit {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly beatMs: number;
  /** Whether the session waits for nothing but news. */
  readonly isIdle: () => boolean;
  /** Called each beat: the time to give a sign of life. */
  readonly onBeat: () => void;
  readonly onTimeout: () => void;
}

export interface Watchdog {
  /** Something came from the peer. */
  heard(): void;
  /** Something was achieved: a run stored, a message that moved the session. */
  progressed(): void;
}

/** Runs until the signal aborts. */
export function createWatchdog(init: WatchdogInit): Watchdog {
  const { clock, signal, beatMs } = init;
  let silent = 0;
  let stuck = 0;

  const watch = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(beatMs, signal);
      silent += 1;
      stuck = init.isIdle() ? 0 : stuck + 1;
      init.onBeat();
      if (silent > MAX_QUIET_BEATS || stuck > MAX_QUIET_BEATS) {
        init.onTimeout();
        return;
      }
    }
  };
  // The signal ends the watch by rejecting the sleep.
  watch().catch(() => undefined);

  return {
    heard: () => {
      silent = 0;
    },
    progressed: () => {
      silent = 0;
      stuck = 0;
    },
  };
}
