/** `referral-draft`: what is prepared, as data and as lines, and that sending asks what `refer` asks. */
import { expect, test } from "vitest";
import { answering, jsonOf, run } from "./fake-host.ts";

const GUEST = "aebagbafaydqqcikbmga2dqpca";
const HOUSE = "aaaqeayeaudaocajbifqydiob4";
const VIEW = {
  ...{ guest: GUEST, companions: ["g2"], to: { site: HOUSE }, toName: "Casa Oaxaca" },
  ...{ need: "legal", urgency: "72h", note: "Falta preguntarle", unnamed: false, handOver: true },
  ...{ guests: [{ id: GUEST }, { id: "g2" }], changedAt: Date.UTC(2026, 10, 21) },
};
const DATA = { ...VIEW, changedAt: "2026-11-21T00:00:00.000Z" };
const SENT = { id: "r1", state: "sent", due: null };

function engineOf(asked: unknown[], drafts: readonly unknown[] = [VIEW]) {
  const heard =
    (name: string, answer: unknown) =>
    async (...given: unknown[]): Promise<unknown> => {
      asked.push([name, ...given]);
      return answer;
    };
  return answering({
    keepReferralDraft: heard("keep", VIEW),
    referralDrafts: heard("drafts", drafts),
    dropReferralDraft: heard("drop", undefined),
    refer: heard("refer", SENT),
    neverTell: async () => [],
  });
}

test("keep takes what is known so far, and no house where none is chosen", async () => {
  const asked: unknown[] = [];
  const call = ["referral-draft", "keep", GUEST, "g2", "--need", "legal", "--urgency", "72h"];
  expect(jsonOf(await run([...call, "--to", HOUSE, "--hand-over", "--json"], engineOf(asked)))).toEqual(DATA);
  const { stdout } = await run(call, engineOf(asked));
  expect(stdout).toContain("A Casa Oaxaca");
  expect(stdout).toContain("Guardada sin mandar");
  const wish = { guest: GUEST, companions: ["g2"], need: "legal", urgency: "72h" };
  expect(asked).toEqual([
    ["keep", { ...wish, to: { site: HOUSE }, handOver: true }],
    ["keep", { ...wish, to: null }],
  ]);
  const wrong = await run(["referral-draft", "keep", GUEST, "--need", "legal"], engineOf([]));
  expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
});

test("list shows those that wait, or says that there are none", async () => {
  expect(jsonOf(await run(["referral-draft", "list", "--json"], engineOf([])))).toEqual({ items: [DATA] });
  const unchosen = { ...VIEW, to: null, toName: null };
  const { stdout } = await run(["referral-draft", "list"], engineOf([], [unchosen]));
  expect(stdout).toContain("falta elegir a quién");
  expect((await run(["referral-draft", "list"], engineOf([], []))).stdout).toContain("No hay");
});

test("send is `refer` with what was kept, and ends it", async () => {
  const asked: unknown[] = [];
  expect(jsonOf(await run(["referral-draft", "send", GUEST, "--json"], engineOf(asked)))).toEqual(SENT);
  const { need, urgency, note, unnamed, handOver, to } = VIEW;
  const wish = { guests: [GUEST, "g2"], to, need, urgency, note, unnamed, handOver, draftOf: GUEST };
  expect(asked).toEqual([
    ["drafts", { guest: GUEST }],
    ["refer", wish],
  ]);
});

test("send says what is missing, and sends nothing", async () => {
  for (const [drafts, text] of [
    [[], "No hay canalizaciones sin mandar"],
    [[{ ...VIEW, to: null, toName: null }], "Falta elegir a quién se manda"],
  ] as const) {
    const asked: unknown[] = [];
    const { code, stderr } = await run(["referral-draft", "send", GUEST], engineOf(asked, drafts));
    expect([code, asked]).toEqual([1, [["drafts", { guest: GUEST }]]]);
    expect(stderr).toContain(text);
  }
});

test("drop throws it away", async () => {
  const asked: unknown[] = [];
  const { stdout } = await run(["referral-draft", "drop", GUEST], engineOf(asked));
  expect(stdout).toContain("Lo preparado se desechó");
  expect(asked).toEqual([["drop", GUEST]]);
});
