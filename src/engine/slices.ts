/** Long work in slices: what else the engine is asked meanwhile is answered between two of them. */
import type { Clock } from "#sync";

/** Short beside what people notice, long beside the pause after it. */
const SLICE_MS = 30;

export interface SlicedWork<T> {
  readonly clock: Clock;
  readonly work: (one: T) => void;
  /** After each slice but the last. */
  readonly onSlice: () => void;
}

/** Works off one after another, also those that come while it rests. Rejects with what `work` throws. */
export async function inSlices<T>(all: Iterable<T>, { clock, work, onSlice }: SlicedWork<T>): Promise<void> {
  let began = clock.now();
  for (const one of all) {
    work(one);
    // a clock that is set back must not make a slice longer
    if (Math.abs(clock.now() - began) < SLICE_MS) continue;
    onSlice();
    await clock.sleep(0);
    began = clock.now();
  }
}
