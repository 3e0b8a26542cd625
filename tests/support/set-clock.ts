/** A clock that stands still until a test moves it; who sleeps wakes when its time has come. */
import type { Clock } from "#sync";

export interface SetClock extends Clock {
  /** Moves the clock, forwards or back; sleepers feel only what passes forwards. */
  move(ms: number): void;
}

interface Sleeper {
  left: number;
  readonly wake: () => void;
}

export function setClock(start = Date.UTC(2026, 10, 21)): SetClock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (ms <= 0) {
          resolve();
          return;
        }
        const sleeper = { left: ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(new Error("aborted"));
        });
      }),
    move(ms) {
      now += ms;
      for (const sleeper of [...sleepers]) {
        sleeper.left -= Math.max(0, ms);
        if (sleeper.left > 0) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}
