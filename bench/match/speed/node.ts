/** A trial in a process of its own, which may call the garbage collector. ../../speed-process.mjs starts it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { memoryUsage } from "node:process";
import type { LoadRival } from "../engine.ts";
import type { Measured } from "./results.ts";
import { control, openTrial } from "./trial.ts";

export interface TrialWish {
  readonly engine: string;
  /** Where people.json, queries.json and arrivals.json are. */
  readonly folder: string;
  readonly queries: number;
  readonly load: LoadRival;
}

/** Bytes that are still needed: objects, and the arrays that lie beside them. */
function bytesInUse(): number {
  if (globalThis.gc === undefined) throw new Error("run node with --expose-gc");
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = memoryUsage();
  return heapUsed + arrayBuffers;
}

export async function runTrial({ engine, folder, queries, load }: TrialWish): Promise<Measured> {
  const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
  const controlMs = control();
  const before = bytesInUse();
  const trial = await openTrial(engine, load);
  const buildSeconds = await trial.build(textOf("people.json"));
  const bytes = bytesInUse() - before;
  const asked = await trial.ask(textOf("queries.json"), queries);
  const added = await trial.arrive(textOf("arrivals.json"));
  return { engine, buildSeconds, queries: asked, arrivals: added, bytes, controlMs };
}
