import { describe, expect, test } from "vitest";
import type { DraftName } from "#engine";
import { MOST_DRAFT_BYTES } from "../../src/engine/profile/drafts.ts";
import { createCanary, sightings } from "../support/canary.ts";
import { faultOf, LUCIA, type SharedComputer, withLucia } from "../support/shared-computer.ts";

const { passphrase } = LUCIA;

async function keep({ engine }: SharedComputer, name: DraftName, text: string | null): Promise<void> {
  const state = await engine.state();
  if (state.kind !== "open") throw new Error("the vault is locked");
  await engine.keepDraft({ vault: state.vault, name, text });
}

const draftsIn = async ({ store }: SharedComputer) => store.list("draft/");

describe("a draft", () => {
  test("outlives a lock and a new process, and goes when it was saved", async () => {
    const computer = await withLucia();
    await keep(computer, "arrival", '{"name":"María del Soc"}');
    await keep(computer, "report", '{"name":"Wilmer"}');
    await keep(computer, "arrival", '{"name":"María del Socorro"}');
    await computer.restart();
    expect(await faultOf(computer.engine.drafts())).toEqual({ code: "locked" });
    await computer.engine.unlock({ passphrase });
    expect(await computer.engine.drafts()).toEqual({
      arrival: '{"name":"María del Socorro"}',
      report: '{"name":"Wilmer"}',
    });
    await keep(computer, "arrival", null);
    expect(await computer.engine.drafts()).toEqual({ report: '{"name":"Wilmer"}' });
    expect(await draftsIn(computer)).toHaveLength(1);
  });

  test("outlives a change of passphrase", async () => {
    const computer = await withLucia();
    const { engine } = computer;
    await keep(computer, "report", "Wilmer");
    await engine.changePassphrase({ current: passphrase, next: "cinco faroles bajo la lluvia" });
    await engine.lock();
    await engine.unlock({ passphrase: "cinco faroles bajo la lluvia" });
    expect(await engine.drafts()).toEqual({ report: "Wilmer" });
  });

  test("lies sealed, and its length does not tell what was typed", async () => {
    const computer = await withLucia();
    const canary = createCanary();
    const lengths = new Set<number>();
    for (const text of ["", canary, canary.repeat(20)]) {
      await keep(computer, "arrival", text);
      const kept = (await draftsIn(computer)).map(({ value }) => Buffer.from(value));
      expect(sightings(canary, kept)).toEqual([]);
      lengths.add(kept[0]?.length ?? 0);
    }
    expect(lengths.size).toBe(1);
    // the control: what is not sealed would be seen
    await computer.store.put([{ key: "draft/control", value: Buffer.from(canary) }]);
    const all = (await draftsIn(computer)).map(({ value }) => Buffer.from(value));
    expect(sightings(canary, all)).toEqual(["utf-8"]);
  });

  test("is bounded in number and size", async () => {
    const computer = await withLucia();
    await keep(computer, "report", "á".repeat(MOST_DRAFT_BYTES / 2));
    expect(await faultOf(keep(computer, "report", "á".repeat(MOST_DRAFT_BYTES / 2 + 1)))).toEqual({
      code: "draft-too-large",
      bytes: MOST_DRAFT_BYTES + 2,
      most: MOST_DRAFT_BYTES,
    });
    expect(await faultOf(keep(computer, "otra" as DraftName, "x"))).toEqual({ code: "no-such-kind" });
    expect(await draftsIn(computer)).toHaveLength(1);
  });

  test("that was damaged on the disk is left out, and keeps nobody from the others", async () => {
    const computer = await withLucia();
    await keep(computer, "arrival", "María");
    await keep(computer, "report", "Wilmer");
    const [{ key, value }] = (await draftsIn(computer)) as [{ key: string; value: Uint8Array }];
    await computer.store.put([{ key, value: value.map((byte, at) => (at === 70 ? byte ^ 1 : byte)) }]);
    expect(await computer.engine.drafts()).toEqual({ report: "Wilmer" });
  });
});
