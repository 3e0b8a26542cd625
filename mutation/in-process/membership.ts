/**
 * For the tests of sync/membership: the simulator's curves in the place of the real ones, which took nine tenths of
 * their time, and the mesh of the stories built before anything is changed. Boxes, wrappings and commitments stay
 * the real ones.
 */
import { replaceCurves } from "../../tests/simulator/simulated-keys.ts";
import { buildMesh } from "../../tests/sync/membership/story.ts";

replaceCurves();

export async function warm(): Promise<void> {
  await buildMesh();
}
