/** The gazetteer with the list that ships: a file of its own in the bundle, read when it is first needed. */
import { createGazetteer, type Gazetteer } from "./gazetteer.ts";

async function load(): Promise<Gazetteer> {
  const { default: data } = await import("./places.json");
  return createGazetteer(data);
}

let loaded: Promise<Gazetteer> | null = null;

/** One for all who ask: it keeps nothing of what is asked. */
export const loadGazetteer = (): Promise<Gazetteer> =>
  (loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  }));
