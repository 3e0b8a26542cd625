/** Opening by a card's key: what the giver's devices sealed under it, and nothing of whoever else knows the key. */
import { beforeAll, expect, test } from "vitest";
import { fromUtf8, generateSpaceKey, keyIdOf, type SpaceKey } from "#crypto";
import { openCapsules } from "../../sync/capsules.ts";
import { type Entry, NO_KEY_ID } from "../../sync/log/entry.ts";
import type { Replica } from "../../sync/replica.ts";
import { CAPSULE, NETWORK, type SpaceId } from "../../sync/space.ts";
import { buildMesh, type Mesh, type Person, seededRandom } from "./membership/story.ts";

const random = seededRandom("capsules");
const [key, another] = [generateSpaceKey(random), generateSpaceKey(random)];
let mesh: Mesh;
beforeAll(async () => {
  mesh = await buildMesh();
});

const sealed = (by: Person, text: string, under: SpaceKey, space: SpaceId = CAPSULE): Promise<Entry> =>
  by.seal(space, { kind: "space", key: under, keyId: NO_KEY_ID }, text);

/** A replica that holds these entries, each as the one of its log. */
const holding = (entries: readonly Entry[]): Pick<Replica, "membership" | "holdings" | "read"> => ({
  membership: () => mesh.teresa.membership,
  holdings: () =>
    entries.map(({ header, id }) => ({
      log: { space: header.space, device: header.device },
      ...{ low: header.seq, high: header.seq, head: id, bytes: 0 },
    })),
  read: async ({ space, device }) =>
    entries.filter(({ header }) => header.space === space && header.device === device),
});

const opened = async (entries: readonly Entry[], site = mesh.teresa.site) =>
  (await openCapsules(holding(entries), { site, key })).map(({ plaintext }) => fromUtf8(plaintext));

test("opens what any device of the giver's site sealed under the key", async () => {
  expect(
    await opened([await sealed(mesh.ramon, "hecha", key), await sealed(mesh.pilar, "anulada", key)]),
  ).toEqual(["hecha", "anulada"]);
});

test("opens nothing of another site's devices, though they know the key", async () => {
  const forged = await sealed(mesh.octavio, "otro teléfono", key);
  expect(await opened([await sealed(mesh.ramon, "hecha", key), forged])).toEqual(["hecha"]);
  // the control: that site's own card would open it
  expect(await opened([forged], mesh.octavio.site)).toEqual(["otro teléfono"]);
});

test("opens nothing under another key, in another space, or that names its key", async () => {
  const named = await mesh.ramon.seal(CAPSULE, { kind: "space", key, keyId: keyIdOf(key) }, "con nombre");
  const other = await sealed(mesh.ramon, "otra llave", another);
  const elsewhere = await sealed(mesh.pilar, "otro espacio", key, NETWORK);
  expect(await opened([named])).toEqual([]);
  expect(await opened([other])).toEqual([]);
  expect(await opened([elsewhere])).toEqual([]);
});
