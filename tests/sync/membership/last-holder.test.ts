/** Who must not leave before it handed its keys on: the last of its house that was given them. */
import { beforeEach, describe, expect, test } from "vitest";
import { rotateGroups } from "../../../sync/membership/duties.ts";
import { isLastHolder } from "../../../sync/membership/last-holder.ts";
import type { GroupBoxesOperation } from "../../../sync/membership/operations.ts";
import { found, join, meet, type Person, welcome } from "./story.ts";

let teresa: Person;
let clara: Person;
beforeEach(async () => {
  teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
  clara = await welcome(teresa, "Clara", { role: "coordinator" });
});

const isLast = (who: Person): boolean => isLastHolder(teresa.membership, who.id, "protection");

/** Somebody with the role, let in by who does not hold the keys. */
async function appoint(name: string): Promise<Person> {
  const person = await welcome(clara, name, { role: "protection" });
  meet(teresa, person);
  return person;
}

/** The next generation of protection, as a person would make it. */
async function nextOf(who: Person): Promise<GroupBoxesOperation> {
  const made = await rotateGroups(await who.dutyOptions());
  return made.find((one) => one.kind === "group-boxes" && one.group === "protection") as GroupBoxesOperation;
}

const without = (operation: GroupBoxesOperation, who: Person): GroupBoxesOperation => ({
  ...operation,
  boxes: operation.boxes.filter(({ device }) => device !== who.id),
});

describe("the last who was given protection's secret", () => {
  test("is who made it, as long as nobody else has the role", () => {
    expect(isLast(teresa)).toBe(true);
  });

  test("stays the last when somebody has the role and was not given it yet", async () => {
    const pilar = await appoint("Pilar");
    expect([isLast(teresa), isLast(pilar)]).toEqual([true, false]);
    await teresa.settle();
    expect([isLast(teresa), isLast(pilar)]).toEqual([false, false]);
  });

  test("is who stays, when the other one leaves", async () => {
    const pilar = await appoint("Pilar");
    await teresa.settle();
    meet(teresa, pilar);
    await teresa.revoke(teresa);
    expect([isLast(teresa), isLast(pilar)]).toEqual([false, true]);
  });

  test("is who alone was given the newest of it", async () => {
    const pilar = await appoint("Pilar");
    await teresa.settle();
    expect(await teresa.attempt(without(await nextOf(teresa), pilar))).toBe("accepted");
    expect([isLast(teresa), isLast(pilar)]).toEqual([true, false]);
  });

  test("is who alone was given both, of two that were made at once", async () => {
    const pilar = await appoint("Pilar");
    await teresa.settle();
    meet(teresa, pilar);
    const [one, other] = [without(await nextOf(teresa), pilar), await nextOf(pilar)];
    await teresa.write(one);
    await pilar.write(other);
    meet(teresa, pilar);
    expect(teresa.membership.refused.size).toBe(0);
    expect([isLast(teresa), isLast(pilar)]).toEqual([true, false]);
  });

  test("is nobody who does not hold it: another role, a stranger", async () => {
    const lucia = await join("Lucía", await teresa.invite("protection"));
    expect([isLast(clara), isLast(lucia)]).toEqual([false, false]);
  });

  test("is the last of its own house, whoever holds that of another", async () => {
    const to = { name: "Oaxaca", kind: "shelter" } as const;
    const octavio = await welcome(teresa, "Octavio", { role: "coordinator", to });
    const piedad = await welcome(octavio, "Piedad", { role: "protection" });
    meet(teresa, octavio, piedad);
    expect([isLast(teresa), isLast(octavio), isLast(piedad)]).toEqual([true, false, false]);
  });
});
