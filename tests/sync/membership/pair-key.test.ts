/** The key that two houses share without anybody giving it (docs/protocol.md, "Pair keys"). */
import { generateAgreePair, toText } from "#crypto";
import { expect, test } from "vitest";
import { MESH_ID_BYTES, type MeshId, SITE_ID_BYTES, type SiteId } from "../../../sync/ids.ts";
import { derivePairKey, type PairSides } from "../../../sync/membership/pair-key.ts";
import { seededRandom, signatures } from "./story.ts";

const random = seededRandom("pair key");
const [mine, theirs, others] = [
  generateAgreePair(random),
  generateAgreePair(random),
  generateAgreePair(random),
];
const [own, other, third] = [1, 2, 3].map(() => toText(random(SITE_ID_BYTES))) as [SiteId, SiteId, SiteId];
const [mesh, otherMesh] = [1, 2].map(() => toText(random(MESH_ID_BYTES))) as [MeshId, MeshId];
const sides: PairSides = {
  mesh,
  own: { site: own, pair: mine },
  other: { site: other, public: theirs.public },
};

test("is the same on both sides", async () => {
  const turned = { mesh, own: { site: other, pair: theirs }, other: { site: own, public: mine.public } };
  const key = await derivePairKey(sides, signatures);
  expect(key).toHaveLength(32);
  expect(await derivePairKey(turned, signatures)).toEqual(key);
});

test("is another for another mesh, house or secret", async () => {
  const keys = await Promise.all(
    [
      sides,
      { ...sides, mesh: otherMesh },
      { ...sides, own: { ...sides.own, site: third } },
      // a house that shows another's public key as its own
      { ...sides, other: { ...sides.other, site: third } },
      { ...sides, other: { ...sides.other, public: others.public } },
    ].map((one) => derivePairKey(one, signatures)),
  );
  const texts = keys.map((key) => Buffer.from(key!).toString("hex"));
  expect(new Set(texts).size).toBe(texts.length);
});

test("is none where the other's public key is one that nobody can agree with", async () => {
  const deaf = { ...signatures, agree: () => Promise.resolve(null) };
  expect(await derivePairKey(sides, deaf)).toBeNull();
});
