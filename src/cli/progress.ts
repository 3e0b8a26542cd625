/** How far long work is, as one line on a terminal that rewrites itself. Says nothing where nobody watches. */
import type { Progress } from "#engine";
import type { CliTexts } from "#i18n";
import type { Host } from "./host.ts";
import type { Wording } from "./wording.ts";

const BACK_AND_CLEAR = "\r\u001b[K";
const PAUSE_MS = 100;

/** Long work of the engine's, or of a command's own. */
export type Task = Progress["task"] | keyof CliTexts["progress"];

export interface ProgressLine {
  show(progress: { readonly task: Task; readonly done: number; readonly total: number | null }): void;
  clear(): void;
}

export function createProgressLine(host: Host, { cli, shared }: Wording): ProgressLine {
  const tasks: Readonly<Record<Task, string>> = { ...shared.shell.progress, ...cli.progress };
  let shownAt = Number.NEGATIVE_INFINITY;
  let visible = false;
  return {
    show({ task, done, total }) {
      if (!host.stderrIsTerminal || host.now() - shownAt < PAUSE_MS) return;
      shownAt = host.now();
      visible = true;
      const count = shared.shell.progressCount(String(done), total === null ? null : String(total));
      host.note(`${BACK_AND_CLEAR}${tasks[task]} ${count}`);
    },
    clear() {
      if (visible) host.note(BACK_AND_CLEAR);
      visible = false;
    },
  };
}
