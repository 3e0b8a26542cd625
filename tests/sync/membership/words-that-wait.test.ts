/** Words of one house that somebody of another should be out: they wait for a second house (docs/protocol.md, "Removal"). */
import { beforeEach, describe, expect, test } from "vitest";
import type { DeviceId, SiteId } from "../../../sync/ids.ts";
import { buildMesh, everyone, fateOf, meet, type Mesh, type Person, welcome } from "./story.ts";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

const onHouse = ({ membership }: Person, site: SiteId): readonly SiteId[] | undefined => {
  const from = membership.siteVotes.get(site);
  return from === undefined ? undefined : [...from];
};
const onDevice = ({ membership }: Person, device: DeviceId): readonly SiteId[] | undefined =>
  membership.votes.get(device)?.map(({ from }) => from);

describe("a word on a house", () => {
  const word = (site: SiteId) => ({ kind: "remove-site", site, endings: [] }) as const;

  test("is shown with the house that gave it as long as it waits, once for two who gave it there", async () => {
    const { teresa, octavio, hilda } = mesh;
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    const { site } = hilda;
    expect(onHouse(teresa, site)).toBeUndefined();
    for (const who of [teresa, rosa]) await who.write(word(site));
    meet(...everyone(mesh), rosa);
    expect(onHouse(hilda, site)).toEqual([teresa.site]);
    expect(hilda.membership.sites.has(site)).toBe(true);
    await octavio.write(word(site));
    meet(...everyone(mesh));
    expect(teresa.membership.sites.has(site)).toBe(false);
    expect(onHouse(teresa, site), "nothing waits on a house that is out").toBeUndefined();
  });

  test("waits as one on each of its devices too", async () => {
    const { teresa, hilda, abel, pino, olga } = mesh;
    await teresa.write(word(hilda.site));
    for (const { id } of [hilda, abel, pino]) expect(onDevice(teresa, id)).toEqual([teresa.site]);
    expect(onDevice(teresa, olga.id)).toBeUndefined();
  });
});

describe("who has heard of another house's word on its own", () => {
  test("may leave all the same, or take its house along, once", async () => {
    const { teresa, hilda } = mesh;
    const word = { kind: "remove-site", site: hilda.site, endings: [] } as const;
    await teresa.write(word);
    meet(teresa, hilda);
    const endings = [await hilda.ending()];
    expect(await fateOf(hilda, { kind: "revoke", ending: endings[0]! })).toBe("accepted");
    expect(await hilda.attempt({ ...word, endings })).toBe("accepted");
    expect(await hilda.attempt({ ...word, endings: [await hilda.ending()] })).toBe("removed");
  });
});

describe("a word on a coordinator", () => {
  test("is shown as long as it waits, and is nothing to the house", async () => {
    const { teresa, octavio, hilda } = mesh;
    await teresa.revoke(octavio);
    expect(onDevice(teresa, octavio.id)).toEqual([teresa.site]);
    expect(onHouse(teresa, octavio.site)).toBeUndefined();
    meet(...everyone(mesh));
    await hilda.revoke(octavio);
    expect(onDevice(hilda, octavio.id)).toBeUndefined();
    expect(hilda.membership.removed.get(octavio.id)?.votes.map(({ from }) => from)).toEqual([
      teresa.site,
      hilda.site,
    ]);
  });
});
