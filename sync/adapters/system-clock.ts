/** The clock of this machine, for everything that runs outside a test. */
import type { Clock } from "../clock.ts";

const now = (): number => Date.now();

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = (): void => {
      clearTimeout(timer);
      reject(
        signal?.reason instanceof Error ? signal.reason : new Error("aborted", { cause: signal?.reason }),
      );
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", give);
      resolve();
    }, ms);
    if (signal?.aborted === true) give();
    else signal?.addEventListener("abort", give, { once: true });
  });
}

export const systemClock: Clock = { now, sleep };
