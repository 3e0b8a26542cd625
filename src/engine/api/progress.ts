/** How far long work has come: what a progress bar shows. */

/** Long work tells how far it is; `total` is null while it is not known. */
export interface Progress {
  readonly task: "load" | "import" | "sync" | "open" | "index" | "compare";
  readonly done: number;
  readonly total: number | null;
}
