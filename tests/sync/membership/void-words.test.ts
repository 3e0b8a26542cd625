/** What ends the twelve words of a house, and whose enrolment ends with them (docs/protocol.md, "Recovery"). */
import { generateDeviceSecrets, redactDevice } from "#crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { DeviceId, MeshId, OperationId, SiteId } from "../../../sync/ids.ts";
import { orderOperations } from "../../../sync/membership/causality.ts";
import { type Draft, emptyDraft, newMember } from "../../../sync/membership/draft.ts";
import type { WordsFor } from "../../../sync/membership/key-codec.ts";
import type { Recovery } from "../../../sync/membership/membership.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { enrolmentsVoidedBy } from "../../../sync/membership/recovery.ts";
import type { Role } from "../../../sync/membership/roles.ts";
import { generateWords } from "../../../sync/membership/site-secrets.ts";
import {
  buildMesh,
  everyone,
  fingerprint,
  meet,
  type Mesh,
  type Person,
  seededRandom,
  welcome,
} from "./story.ts";

describe("of a house there count", () => {
  let mesh: Mesh;
  beforeEach(async () => {
    mesh = await buildMesh();
  });

  const BOTH = ["site", "protected"];
  const counting = ({ membership }: Person, { site }: { readonly site: SiteId }): readonly WordsFor[] =>
    membership.recoveries.get(site)!.map(({ words }) => words);
  const give = async (by: Person, to: Person, role: Role): Promise<AuthoredOperation> =>
    by.write({ kind: "role", role, ending: await to.ending(by.operations) });
  const renew = (by: Person, words: WordsFor): Promise<AuthoredOperation> =>
    by.write({ kind: "recovery", words, keys: generateWords(seededRandom(`${by.name} ${words}`)).keys });

  test("none of those that somebody may have known who is out; those of other houses stay", async () => {
    const { teresa, ramon, vero, pilar, ceiba, octavio, olga } = mesh;
    for (const who of [ramon, vero, ceiba]) await teresa.revoke(who);
    expect(counting(teresa, teresa), "they never held them").toEqual(BOTH);
    await teresa.revoke(pilar);
    expect(counting(teresa, teresa)).toEqual(["site"]);
    await octavio.revoke(octavio);
    meet(...everyone(mesh));
    expect(counting(teresa, olga)).toEqual([]);
    expect(counting(teresa, teresa)).toEqual(["site"]);
  });

  test("none that somebody knew before it lost its role, also where the role came back", async () => {
    const { teresa, ramon } = mesh;
    for (const role of ["coordinator", "staff", "coordinator"] as const) await give(teresa, ramon, role);
    expect(counting(teresa, teresa)).toEqual(["protected"]);
    await renew(teresa, "site");
    expect(counting(teresa, teresa).toSorted()).toEqual(["protected", "site"]);
  });

  test("none that were made by who had not heard that somebody was taken out", async () => {
    const { teresa, octavio } = mesh;
    const [rosa, sara] = [
      await welcome(teresa, "Rosa", { role: "coordinator" }),
      await welcome(teresa, "Sara", { role: "coordinator" }),
    ];
    meet(...everyone(mesh), rosa, sara);
    await teresa.revoke(rosa);
    await renew(sara, "site");
    meet(teresa, sara, octavio);
    for (const eyes of [teresa, sara, octavio]) {
      expect(counting(eyes, teresa)).toEqual(["protected"]);
      expect(fingerprint(eyes.membership)).toBe(fingerprint(teresa.membership));
    }
    await renew(sara, "site");
    expect(counting(sara, teresa).toSorted()).toEqual(["protected", "site"]);
  });

  test("the newest of each kind, which end no others", async () => {
    const { teresa, pilar } = mesh;
    await renew(teresa, "site");
    meet(teresa, pilar);
    const { id } = await renew(pilar, "protected");
    const left = pilar.membership.recoveries.get(teresa.site)!;
    expect(left.map(({ words }) => words)).toEqual(BOTH);
    expect(left.at(-1)?.by).toBe(id);
  });
});

describe("an operation voids the enrolments", () => {
  const [house, other] = ["casa", "otra"] as SiteId[] as [SiteId, SiteId];
  const keys = redactDevice(generateDeviceSecrets(seededRandom("void words")));
  const [nueva, otra, ines] = ["nueva", "otra", "ines"] as DeviceId[] as [DeviceId, DeviceId, DeviceId];
  const id = (name: string): OperationId => name as OperationId;

  const after = (name: string, ...heads: readonly string[]): AuthoredOperation => ({
    id: id(name),
    author: "a" as DeviceId,
    seq: 0,
    heads: heads.map(id),
    prev: null,
    operation: { kind: "merge" },
  });
  const recovery = (words: WordsFor, by: string): Recovery => ({ words, keys: keys, by: id(by) });

  /**
   * Two houses with words of their own; `new` takes the place of the words of the one, and somebody came back
   * to it with the old ones by `enrol`.
   */
  function drafted(enrol: AuthoredOperation, published: readonly string[] = ["founding"]): Draft {
    const founding = after("founding");
    const history = [
      founding,
      after("new", "founding"),
      after("newest", "new"),
      after("elsewhere", "founding"),
    ];
    const draft = emptyDraft("mesh" as MeshId, orderOperations([...history, enrol]).causality);
    for (const site of [house, other]) {
      const place = { site, name: "Casa", kind: "shelter", first: ines, by: founding.id } as const;
      draft.sites.set(site, place);
    }
    draft.recoveries.set(house, [recovery("site", "founding"), recovery("site", "new")]);
    draft.recoveries.set(other, [recovery("site", "founding"), recovery("site", "elsewhere")]);
    const enrolled = { at: 0, protection: false, published: published.map(id) };
    const role = "coordinator";
    const someone = { keys, site: house, role, at: 0 } as const;
    draft.devices.set(nueva, newMember({ ...someone, device: nueva, by: enrol.id, enrolled }));
    draft.devices.set(ines, newMember({ ...someone, device: ines, by: founding.id }));
    return draft;
  }

  const unheard = after("enrol", "founding");

  test("with words that it ends, of who had not heard of it", () => {
    expect(enrolmentsVoidedBy(drafted(unheard), id("new"))).toEqual([nueva]);
  });

  test("but of nobody whom it knew of", () => {
    const draft = drafted(unheard);
    const { causality } = orderOperations([after("founding"), unheard, after("new", "enrol")]);
    expect(enrolmentsVoidedBy({ ...draft, causality }, id("new"))).toEqual([]);
  });

  test("but not by what ends other words, of another house or another operation's", () => {
    const draft = drafted(unheard);
    expect(enrolmentsVoidedBy(draft, id("elsewhere"))).toEqual([]);
    expect(enrolmentsVoidedBy(draft, id("newest"))).toEqual([]);
    expect(enrolmentsVoidedBy(draft, id("founding"))).toEqual([]);
  });

  test("but of nobody who came back with words that it does not end", () => {
    expect(enrolmentsVoidedBy(drafted(unheard, ["new"]), id("new"))).toEqual([]);
  });

  test("also where only one of the two sets of words that were given has ended", () => {
    const draft = drafted(unheard, ["founding", "shelved"]);
    draft.recoveries.get(house)!.push(recovery("protected", "shelved"));
    expect(enrolmentsVoidedBy(draft, id("new"))).toEqual([nueva]);
  });

  test("of all who used them", () => {
    const draft = drafted(unheard);
    draft.devices.set(otra, { ...draft.devices.get(nueva)!, device: otra });
    expect(enrolmentsVoidedBy(draft, id("new"))).toEqual([nueva, otra]);
  });
});
