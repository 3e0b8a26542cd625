/** How much one house may fill, and who says so (docs/protocol.md, "Limits of a house"). */
import { beforeEach, describe, expect, test } from "vitest";
import { recoverySecrets, redactDevice } from "#crypto";
import { confirmRequest } from "../../../sync/membership/confirm.ts";
import { deviceIdOf } from "../../../sync/membership/join-request.ts";
import { signEnrolment } from "../../../sync/membership/enrol.ts";
import { DEFAULT_LIMITS, LEAST_LIMITS, type Limits } from "../../../sync/membership/limit-values.ts";
import { isFull } from "../../../sync/membership/limits.ts";
import type { Operation } from "../../../sync/membership/operations.ts";
import {
  buildMesh,
  everyone,
  fateOf,
  fingerprint,
  found,
  join,
  meet,
  type Mesh,
  Person,
  signatures,
  strangerDevice,
  welcome,
} from "./story.ts";

const SHELTER = { name: "Casa del Norte", kind: "shelter" } as const;

const want = (limits: Partial<Limits>): Operation => ({
  kind: "limits",
  limits: { ...DEFAULT_LIMITS, ...limits },
});
const limitsOf = (eyes: Person): Limits => eyes.membership.limits;

describe("the limits of a mesh of three houses", () => {
  let mesh: Mesh;
  beforeEach(async () => {
    mesh = await buildMesh();
  });

  test("are the defaults until two houses want more, and then what both want", async () => {
    const { teresa, octavio, hilda } = mesh;
    expect(limitsOf(hilda)).toEqual(DEFAULT_LIMITS);
    await teresa.write(want({ devices: 900 }));
    meet(...everyone(mesh));
    expect(limitsOf(hilda)).toEqual(DEFAULT_LIMITS);
    expect(hilda.membership.wantedLimits.get(teresa.site)?.devices).toBe(900);
    await octavio.write(want({ devices: 400, siteBytes: DEFAULT_LIMITS.siteBytes * 2 }));
    meet(...everyone(mesh));
    expect(limitsOf(hilda)).toEqual({ ...DEFAULT_LIMITS, devices: 400 });
  });

  test("cannot be lowered by one house, nor by anybody below the least", async () => {
    const { teresa, octavio, hilda } = mesh;
    await teresa.write(want({ deviceBytes: LEAST_LIMITS.deviceBytes }));
    meet(...everyone(mesh));
    expect(limitsOf(octavio)).toEqual(DEFAULT_LIMITS);
    await octavio.write(want({ deviceBytes: LEAST_LIMITS.deviceBytes + 5 }));
    meet(...everyone(mesh));
    expect(limitsOf(hilda).deviceBytes).toBe(LEAST_LIMITS.deviceBytes + 5);
    for (const name of ["devices", "operations", "deviceBytes", "siteBytes"] as const)
      expect(await fateOf(hilda, want({ [name]: LEAST_LIMITS[name] - 1 })), name).toBe("limit-too-low");
  });

  test("are a coordinator's to speak of, and a house's later word takes the place of its earlier one", async () => {
    const { teresa, ramon, vero, ceiba, octavio, olga, hilda } = mesh;
    for (const who of [ramon, vero, ceiba, olga])
      expect(await fateOf(who, want({ devices: 300 })), who.name).toBe("not-allowed");
    for (const who of [teresa, octavio]) await who.write(want({ devices: 300 }));
    meet(...everyone(mesh));
    expect(limitsOf(hilda).devices).toBe(300);
    await teresa.write(want({ devices: 260 }));
    meet(...everyone(mesh));
    expect(limitsOf(hilda).devices).toBe(260);
  });

  test("of one house's words said at the same time the higher counts, in any order; of a house that is out none", async () => {
    const { teresa, octavio, hilda } = mesh;
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    meet(...everyone(mesh), rosa);
    await octavio.write(want({ operations: 50_000 }));
    await teresa.write(want({ operations: 30_000 }));
    await rosa.write(want({ operations: 40_000 }));
    meet(octavio, teresa, rosa);
    meet(hilda, rosa);
    meet(hilda, octavio);
    expect(limitsOf(hilda).operations).toBe(40_000);
    expect(fingerprint(hilda.membership)).toBe(fingerprint(octavio.membership));
    for (const judge of [octavio, hilda]) {
      await judge.write({ kind: "remove-site", site: teresa.site, endings: [] });
      meet(octavio, hilda);
    }
    expect(hilda.membership.wantedLimits.has(teresa.site)).toBe(false);
    // of the two houses that are left the higher word counts
    expect(limitsOf(hilda).operations).toBe(50_000);
  });
});

describe("M16 a house has as many devices as it may, and not one more", () => {
  let ana: Person;
  let people: Person[];
  beforeEach(async () => {
    ana = await found("Ana", SHELTER);
    await ana.write(want({ devices: LEAST_LIMITS.devices }));
    people = [];
    while (people.length < LEAST_LIMITS.devices - 1) people.push(await enter(`Voluntaria ${people.length}`));
  });

  /** Comes in without the keys, which this is not about. */
  async function enter(name: string): Promise<Person> {
    const person = await join(name, await ana.invite("volunteer"));
    const { id } = (await ana.carry(person))!;
    const device = deviceIdOf(redactDevice(person.device));
    await ana.write({ kind: "confirm", request: id, device, at: ana.now });
    return person;
  }

  const isIn = ({ id }: Person): boolean => ana.membership.devices.has(id);

  test("M16 by invite, by a hub, and by what the program says before it writes", async () => {
    expect(people.every(isIn)).toBe(true);
    const late = await enter("Una de más");
    expect(isIn(late)).toBe(false);
    expect([...ana.membership.refused.values()]).toEqual(["house-full"]);
    const pending = ana.membership.requests.get(late.id)!;
    const { membership, id: me, now } = ana;
    expect(confirmRequest({ membership, me, pending, now })).toEqual({
      kind: "refused",
      reason: "house-full",
    });
    const hub = await join("", await ana.invite("hub"));
    await ana.carry(hub);
    expect(isIn(hub)).toBe(false);
  });

  test("M16 there is room again when somebody left, and when the limit is raised", async () => {
    await ana.revoke(people[0]!);
    expect(isIn(await enter("En su lugar"))).toBe(true);
    expect(isIn(await enter("Una de más"))).toBe(false);
    await ana.write(want({ devices: LEAST_LIMITS.devices + 1 }));
    expect(isIn(await enter("Ahora sí"))).toBe(true);
  });

  test("M16 a house that is full takes no room from another one", async () => {
    const otra = await welcome(ana, "Otra", {
      role: "coordinator",
      to: { name: "Casa Otra", kind: "shelter" },
    });
    await otra.write(want({ devices: LEAST_LIMITS.devices }));
    meet(ana, otra);
    expect(isFull(ana.membership, ana.site)).toBe(true);
    expect(isFull(ana.membership, otra.site)).toBe(false);
    expect(isIn(await enter("Una de más"))).toBe(false);
    const colleague = await welcome(otra, "Colega", { role: "staff" });
    expect(otra.membership.devices.get(colleague.id)?.site).toBe(otra.site);
  });

  test("M16 the twelve words let in where nobody else can be let in", async () => {
    expect(isIn(await enter("Una de más"))).toBe(false);
    const device = strangerDevice("Ana otra vez");
    const { mesh, site, random, operations } = ana;
    const words = recoverySecrets(ana.recoveryWords!.site)!;
    const keys = redactDevice(device);
    const enrolment = { mesh, site, device: keys, at: ana.now, words, protection: null, signatures };
    const own = { groups: [], spaces: [] };
    const again = new Person({
      name: "Ana",
      mesh,
      meshKey: ana.meshKey,
      device,
      own,
      random,
      recoveryWords: null,
    });
    again.operations = new Map(operations);
    await again.write(await signEnrolment(enrolment));
    meet(ana, again);
    expect(isIn(again)).toBe(true);
  });
});
