/**
 * Where no assumption about removals confirms itself. No history is known that leads there, so reductions are made
 * up: whatever one bound takes away, is away (docs/protocol.md, "Removals at the same time").
 */
import { generateDeviceSecrets, redactDevice } from "#crypto";
import { describe, expect, test } from "vitest";
import type { DeviceId, MeshId, OperationId, SiteId } from "../../../sync/ids.ts";
import { orderOperations } from "../../../sync/membership/causality.ts";
import { emptyDraft, newMember, type Reduction, type Strikes } from "../../../sync/membership/draft.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { settle } from "../../../sync/membership/settle.ts";
import { seededRandom } from "./story.ts";

const site = "casa" as SiteId;
const [rosa, sara, tita] = ["rosa", "sara", "tita"] as DeviceId[] as [DeviceId, DeviceId, DeviceId];
const keys = redactDevice(generateDeviceSecrets(seededRandom("settle")));
const place = { author: rosa, seq: 0, heads: [], prev: null };
const word: AuthoredOperation = {
  ...place,
  id: "word" as OperationId,
  operation: { kind: "revoke", ending: { device: keys, cuts: [] } },
};
const remark: AuthoredOperation = { ...place, id: "remark" as OperationId, operation: { kind: "merge" } };
const { causality } = orderOperations([word]);

/** What a reduction came to in which these were taken out. */
function outcome(isAccepted: boolean, ...out: DeviceId[]): Reduction {
  const draft = emptyDraft("mesh" as MeshId, causality);
  for (const device of [rosa, sara, tita]) {
    const member = newMember({ device, keys, site, by: word.id, role: "staff", at: 0 });
    if (out.includes(device)) member.votes.push({ by: word.id, from: site, cuts: [], tips: [] });
    draft.devices.set(device, member);
  }
  return { draft, refused: isAccepted ? new Map() : new Map([[word.id, "removed"]]) };
}

/** Who was struck in the last reduction, which is the one that counts. */
function struckInTheEnd(
  reduce: (out: ReadonlySet<DeviceId>, standing: ReadonlySet<OperationId>) => Reduction,
): readonly DeviceId[] {
  const given: Strikes[] = [];
  const made: Reduction[] = [];
  const settled = settle([word], (strikes) => {
    given.push(strikes);
    made.push(reduce(new Set(strikes.ends.keys()), strikes.standing));
    return made.at(-1)!;
  });
  expect(settled).toBe(made.at(-1));
  return [...given.at(-1)!.ends.keys()];
}

describe("a word that counts only where it does not count", () => {
  test("takes away what it takes", () => {
    const reduce = (out: ReadonlySet<DeviceId>): Reduction =>
      out.has(rosa) ? outcome(false) : outcome(true, rosa);
    expect(struckInTheEnd(reduce)).toEqual([rosa]);
  });

  test("takes away what is taken in its place, and what that brings with it", () => {
    const reduce = (out: ReadonlySet<DeviceId>): Reduction => {
      if (!out.has(rosa)) return outcome(true, rosa);
      if (!out.has(sara)) return outcome(false, sara);
      return out.has(tita) ? outcome(false) : outcome(false, tita);
    };
    expect(struckInTheEnd(reduce)).toEqual([rosa, sara, tita]);
  });

  test("stands, where it counts only as long as somebody is out", () => {
    const reduce = (out: ReadonlySet<DeviceId>, standing: ReadonlySet<OperationId>): Reduction =>
      out.has(rosa) || standing.has(word.id) ? outcome(true) : outcome(false, rosa);
    expect(struckInTheEnd(reduce)).toEqual([]);
  });

  test("takes away what is taken where it does not count, although it stands", () => {
    const reduce = (out: ReadonlySet<DeviceId>): Reduction =>
      out.has(rosa) ? outcome(true) : outcome(false, rosa);
    expect(struckInTheEnd(reduce)).toEqual([rosa]);
  });
});

describe("without a circle", () => {
  test("what nothing voids stands first, and what it voids is asked again", () => {
    const [early, late] = ["early", "late"] as OperationId[] as [OperationId, OperationId];
    const words = [
      { ...word, id: early, author: rosa },
      { ...word, id: late, author: sara },
    ];
    // two words of which nobody is sure, by which Sara and Tita are out
    const reduce = ({ ends, standing }: Strikes): Reduction => {
      const { draft } = outcome(true);
      const isOpen = standing.size === 0 && ends.size > 0;
      const refused = isOpen ? [early, late] : standing.has(early) ? [late] : [];
      for (const [by, device] of [[early, sara] as const, [late, tita] as const])
        if (!refused.includes(by))
          draft.devices.get(device)!.votes.push({ by, from: site, cuts: [], tips: [] });
      return { draft, refused: new Map(refused.map((id) => [id, "removed"])) };
    };
    const stood = new Set<string>();
    const settled = settle(words, (strikes) => {
      for (const id of strikes.standing) stood.add(id);
      return reduce(strikes);
    });
    expect([...stood]).toEqual([early]);
    expect([...settled.refused.keys()]).toEqual([late]);
  });
});

test("where nothing is taken from anybody, one reduction is enough", () => {
  let count = 0;
  const reduce = (): Reduction => {
    count += 1;
    return outcome(true);
  };
  settle([remark], reduce);
  expect(count).toBe(1);
});
