/** How far long work is, as one line on a terminal that rewrites itself. Says nothing where nobody watches. */
import type { Progress } from "#engine";
import type { Host } from "./host.ts";
import type { Wording } from "./wording.ts";

const BACK_AND_CLEAR = "\r\u001b[K";
const PAUSE_MS = 100;

export interface ProgressLine {
  show(progress: Progress): void;
  clear(): void;
}

export function createProgressLine(host: Host, { shared }: Wording): ProgressLine {
  let shownAt = Number.NEGATIVE_INFINITY;
  let visible = false;
  return {
    show({ task, done, total }) {
      if (!host.stderrIsTerminal || host.now() - shownAt < PAUSE_MS) return;
      shownAt = host.now();
      visible = true;
      const { progress, progressCount } = shared.shell;
      const count = progressCount(String(done), total === null ? null : String(total));
      host.note(`${BACK_AND_CLEAR}${progress[task]} ${count}`);
    },
    clear() {
      if (visible) host.note(BACK_AND_CLEAR);
      visible = false;
    },
  };
}
