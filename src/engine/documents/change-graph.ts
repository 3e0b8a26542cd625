/**
 * Changes of one document by what they stand on. Dear (each change is decoded), so only for one record
 * of which something does not count.
 */
import * as A from "@automerge/automerge";
import { readChangeHeader } from "./change-header.ts";
import { loadDocument, type AttributedChange } from "./document.ts";

export interface GraphChange extends AttributedChange {
  /** Hex. */
  readonly hash: string;
  /** Hashes of the changes that it stands on. */
  readonly deps: readonly string[];
  /** From 1, without gaps, per actor. */
  readonly seq: number;
  readonly seconds: number;
}

/** By hash. */
export type ChangeGraph = ReadonlyMap<string, GraphChange>;

/** Every change that its actor may have made; repetitions count once. */
export function graphOf(changes: readonly AttributedChange[]): ChangeGraph {
  const graph = new Map<string, GraphChange>();
  for (const { bytes, actor } of changes) {
    if (readChangeHeader(bytes)?.actor !== actor) continue;
    const change = decode({ bytes, actor });
    if (change !== null && !graph.has(change.hash)) graph.set(change.hash, change);
  }
  return graph;
}

function decode({ bytes, actor }: AttributedChange): GraphChange | null {
  try {
    const { hash, deps, seq, time } = A.decodeChange(bytes);
    return { bytes, actor, hash, deps, seq, seconds: Math.max(0, time) };
  } catch {
    return null;
  }
}

/** Of these changes those that Automerge applies: all that they stand on is among them. */
export function appliedOf(changes: readonly AttributedChange[]): ChangeGraph {
  const document = loadDocument(changes);
  try {
    const applied = A.getAllChanges(document).flatMap((bytes) => {
      const actor = readChangeHeader(bytes)?.actor;
      return actor === undefined ? [] : [{ bytes, actor }];
    });
    return graphOf(applied);
  } finally {
    A.free(document);
  }
}

/** These changes with all that they stand on; null where something of it is not in the graph. */
export function pastOf(graph: ChangeGraph, from: readonly string[]): readonly GraphChange[] | null {
  const past = new Map<string, GraphChange>();
  const next = [...from];
  for (let hash = next.pop(); hash !== undefined; hash = next.pop()) {
    if (past.has(hash)) continue;
    const change = graph.get(hash);
    if (change === undefined) return null;
    past.set(hash, change);
    next.push(...change.deps);
  }
  return [...past.values()];
}
