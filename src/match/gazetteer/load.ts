/** The gazetteer with the list that ships: a file of its own in the bundle, read when it is first needed. */
import { createGazetteer, type Gazetteer } from "./gazetteer.ts";

export async function loadGazetteer(): Promise<Gazetteer> {
  const { default: data } = await import("./places.json");
  return createGazetteer(data);
}
