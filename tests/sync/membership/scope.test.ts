import { beforeAll, describe, expect, test } from "vitest";
import type { DeviceId } from "../../../sync/ids.ts";
import { keeps, mayWrite, readableSpaces, sharedScope } from "../../../sync/membership/scope.ts";
import { CAPSULE, CONTROL, NETWORK, PAIR, siteSpace, type SpaceId } from "../../../sync/space.ts";
import { buildMesh, everyone, type Mesh, type Person } from "./story.ts";

let mesh: Mesh;
beforeAll(async () => {
  mesh = await buildMesh();
});
const names = (who: (person: Person) => boolean) =>
  everyone(mesh)
    .filter(who)
    .map(({ name }) => name);
const stranger = "a".repeat(26) as DeviceId;
const HUBS = ["Ceiba", "Nopal", "Pino"];
const PEOPLE = ["Teresa", "Ramón", "Pilar", "Vero", "Octavio", "Olga", "Hilda", "Abel"];
const WITH_STAFF_KEYS = PEOPLE.filter((name) => name !== "Vero");

describe("who may write", () => {
  const rows: [string, (m: Mesh) => SpaceId, string[]][] = [
    ["control: every member, hubs too", () => CONTROL, [...PEOPLE, ...HUBS]],
    ["network: everyone but hubs", () => NETWORK, PEOPLE],
    ["pair: who has the staff key of its site", () => PAIR, WITH_STAFF_KEYS],
    ["capsule: the same", () => CAPSULE, WITH_STAFF_KEYS],
    [
      "a desk: the people of the site",
      (m) => siteSpace("desk", m.teresa.site),
      ["Teresa", "Ramón", "Pilar", "Vero"],
    ],
    [
      "a site: its people, volunteers by the drop key",
      (m) => siteSpace("site", m.teresa.site),
      ["Teresa", "Ramón", "Pilar", "Vero"],
    ],
    [
      "protected: the people of the site, by the drop key",
      (m) => siteSpace("protected", m.octavio.site),
      ["Octavio", "Olga"],
    ],
    ["a space of nobody", () => "nothing" as SpaceId, []],
  ];
  test.each(rows)("%s", (_name, space, expected) => {
    const who = names(({ id, membership }) => mayWrite(membership, id, space(mesh)));
    expect(new Set(who)).toEqual(new Set(expected));
    expect(mayWrite(mesh.teresa.membership, stranger, space(mesh))).toBe(false);
  });
});

test("nobody carries what a colleague wrote into another house's space", () => {
  const { vero, ramon, octavio } = mesh;
  const kept = (kind: "site" | "protected", home: Person): boolean =>
    keeps(vero.membership, vero.id, { space: siteSpace(kind, home.site), device: ramon.id });
  expect([kept("protected", ramon), kept("protected", octavio), kept("site", octavio)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("who may read what follows the role", () => {
  const { teresa, ramon, vero, ceiba, abel, pilar } = mesh;
  const of = ({ membership, id }: Person) => new Set(readableSpaces(membership, id));
  const desk = siteSpace("desk", teresa.site);
  const site = siteSpace("site", teresa.site);
  const guarded = siteSpace("protected", teresa.site);
  expect(of(pilar)).toEqual(new Set([CONTROL, NETWORK, desk, site, guarded, PAIR]));
  expect(of(teresa)).toEqual(of(pilar).add(siteSpace("audit", teresa.site)));
  expect(of(ramon)).toEqual(new Set([CONTROL, NETWORK, desk, site, PAIR]));
  expect(of(vero)).toEqual(new Set([CONTROL, desk]));
  expect(of(ceiba)).toEqual(new Set([CONTROL]));
  expect(of(abel)).toEqual(
    new Set([CONTROL, siteSpace("desk", abel.site), siteSpace("site", abel.site), PAIR]),
  );
  expect(readableSpaces(teresa.membership, stranger)).toEqual([]);
});

describe("M20 what a device keeps", () => {
  const rows: [string, (m: Mesh) => { space: SpaceId; device: DeviceId }, string[]][] = [
    ["control: all", (m) => ({ space: CONTROL, device: m.abel.id }), [...PEOPLE, ...HUBS]],
    [
      "pair entries of anybody: all carry them",
      (m) => ({ space: PAIR, device: m.abel.id }),
      [...PEOPLE, ...HUBS],
    ],
    ["capsules: all carry them", (m) => ({ space: CAPSULE, device: m.ramon.id }), [...PEOPLE, ...HUBS]],
    [
      "network, by a shelter: its readers, hubs, and the volunteer of that shelter",
      (m) => ({ space: NETWORK, device: m.ramon.id }),
      ["Teresa", "Ramón", "Pilar", "Vero", "Octavio", "Olga", ...HUBS],
    ],
    [
      "network, by an advocate: its readers, hubs, and the advocate's own site",
      (m) => ({ space: NETWORK, device: m.abel.id }),
      ["Teresa", "Ramón", "Pilar", "Octavio", "Olga", "Hilda", "Abel", ...HUBS],
    ],
    [
      "a desk: its readers and the site's hub",
      (m) => ({ space: siteSpace("desk", m.teresa.site), device: m.vero.id }),
      ["Teresa", "Ramón", "Pilar", "Vero", "Ceiba"],
    ],
    [
      "a site's log by its staff: readers and hub",
      (m) => ({ space: siteSpace("site", m.teresa.site), device: m.ramon.id }),
      ["Teresa", "Ramón", "Pilar", "Ceiba"],
    ],
    [
      "what the volunteer posted to the site: also the volunteer",
      (m) => ({ space: siteSpace("site", m.teresa.site), device: m.vero.id }),
      ["Teresa", "Ramón", "Pilar", "Vero", "Ceiba"],
    ],
    [
      "what staff posted to protected: staff and volunteer carry it",
      (m) => ({ space: siteSpace("protected", m.teresa.site), device: m.ramon.id }),
      ["Teresa", "Ramón", "Pilar", "Vero", "Ceiba"],
    ],
    [
      "protected by those who read it: they and the hub",
      (m) => ({ space: siteSpace("protected", m.teresa.site), device: m.pilar.id }),
      ["Teresa", "Pilar", "Ceiba"],
    ],
  ];
  test.each(rows)("%s", (_name, of, expected) => {
    const log = of(mesh);
    expect(new Set(names(({ id, membership }) => keeps(membership, id, log)))).toEqual(new Set(expected));
    expect(keeps(mesh.teresa.membership, stranger, log)).toBe(log.space === CONTROL);
  });

  test("two peers offer each other what both keep, whoever asks", () => {
    const { membership } = mesh.teresa;
    const logs = everyone(mesh).flatMap(({ id: device, site }) =>
      [
        CONTROL,
        NETWORK,
        PAIR,
        CAPSULE,
        siteSpace("desk", site),
        siteSpace("site", site),
        siteSpace("protected", site),
      ].map((space) => ({ space, device })),
    );
    for (const a of everyone(mesh)) {
      for (const b of everyone(mesh)) {
        const [one, other] = [sharedScope(membership, a.id, b.id), sharedScope(membership, b.id, a.id)];
        expect(logs.filter(one)).toEqual(logs.filter(other));
        expect(logs.filter(one)).toEqual(
          logs.filter((log) => keeps(membership, a.id, log) && keeps(membership, b.id, log)),
        );
      }
    }
    const ownSite = siteSpace("site", mesh.octavio.site);
    const shared = logs.filter(sharedScope(membership, mesh.ceiba.id, mesh.nopal.id));
    expect(shared.some(({ space }) => space === NETWORK)).toBe(true);
    expect(shared.some(({ space }) => space === ownSite)).toBe(false);
    expect(
      logs.filter(sharedScope(membership, stranger, mesh.teresa.id)).every(({ space }) => space === CONTROL),
    ).toBe(true);
  });
});
