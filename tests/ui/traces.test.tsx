/** What is left of who left, on the page: numbers, and a name once two people agreed to see it. */
import { screen } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { RecordId } from "#engine";
import { goTo, renderApp, t } from "../support/render-app.tsx";
import { paths, recordPath } from "../../src/ui/paths.ts";

const words = t.traces;

/** The page of a trace shows nothing of its own record: that comes from `trace`. */
async function openTrace(): Promise<ReturnType<typeof renderApp> & { readonly id: RecordId }> {
  const app = renderApp({ role: "protection" });
  const { id } = await app.fake.add("trace", {
    name: "—",
    leftAt: "2026-03-04",
    expiresAt: "2036-03-05",
  });
  app.fake.traced.put(id, { name: "Wilmer Xol" });
  return Object.assign(app, { id });
}

describe("a trace", () => {
  it("is counted under who is protected, and named nowhere", async () => {
    const { fake, id } = await openTrace();
    await fake.proposeOpening({ trace: id, reason: "pide que se borre" });
    await goTo(paths.protectedPeople);
    expect(await screen.findByText(words.count(1))).toBeShown();
    const link = screen.getByRole("link", { name: new RegExp(words.sealed, "u") });
    expect(link.getAttribute("href")).toContain(id);
    expect(document.body.textContent).not.toContain("Wilmer");
  });

  it("is kept for as many years as the house decides; what fewer years erase is said before", async () => {
    const { user, fake } = await openTrace();
    await goTo(paths.protectedPeople);
    expect(await screen.findByText(words.keptFor(10))).toBeShown();
    await user.click(screen.getByRole("button", { name: words.changeYears }));
    const field = screen.getByRole("textbox", { name: words.years });
    await user.clear(field);
    await user.type(field, "40");
    await user.click(screen.getByRole("button", { name: words.setYears }));
    expect(await screen.findByRole("link", { name: words.yearsHint })).toBeShown();
    await user.clear(field);
    await user.type(field, "5{Enter}");
    expect(await screen.findByText(words.ending(1))).toBeShown();
    expect((await fake.traces()).years, "it is said, and nothing is done").toBe(10);
    await user.clear(field);
    await user.type(field, "4{Enter}");
    expect(await screen.findByText(words.ending(1))).toBeShown();
    expect((await fake.traces()).years, "other years are another question").toBe(10);
    await user.click(screen.getByRole("button", { name: words.eraseAndSet }));
    expect(await screen.findByText(words.keptFor(4))).toBeShown();
    await user.click(screen.getByRole("button", { name: words.changeYears }));
    await user.clear(screen.getByRole("textbox", { name: words.years }));
    await user.type(screen.getByRole("textbox", { name: words.years }), "30{Enter}");
    expect(await screen.findByText(words.keptFor(30)), "what erases nothing takes one press").toBeShown();
  });

  it("opens with another person's word, for the reason that was given, and closes again", async () => {
    const { user, fake, id } = await openTrace();
    await goTo(recordPath(id));
    await user.click(await screen.findByRole("button", { name: words.propose }));
    expect(await screen.findByText(t.problems.required)).toBeShown();
    await user.type(screen.getByLabelText(words.reason), "pide que se borre");
    await user.click(screen.getByRole("button", { name: words.propose }));
    expect(await screen.findByText("pide que se borre")).toBeShown();
    // their own word is not a second one
    expect(screen.queryByRole("button", { name: words.agree })).toBeNull();
    fake.traced.otherAgrees(id);
    expect(await screen.findByText(words.byTwo("Yo", "Elsa Pop"))).toBeShown();
    expect(document.body.textContent).toContain("Wilmer Xol");
    await user.click(screen.getByRole("button", { name: words.close }));
    expect(await screen.findByText(words.sealedText)).toBeShown();
    expect(screen.queryByText("Wilmer Xol")).toBeNull();
  });

  it("stands in a pair without a name or reasons; that they passed is all that may be noted", async () => {
    const { user, fake } = renderApp({ role: "protection" });
    const { pairs, coverage } = await fake.matches();
    const guest = { id: "t1" as RecordId, kind: "trace" as const, title: "", fields: {}, changedAt: null };
    const [pair] = pairs.filter(({ proposed }) => proposed);
    const sealed = { ...pair!, id: "p1" as RecordId, guest, reasons: [], state: "open" as const };
    Object.assign(fake, { matches: async () => ({ pairs: [sealed], coverage }) });
    await goTo("/busquedas");
    await user.click(await screen.findByRole("tab", { name: new RegExp(t.matches.title, "u") }));
    expect(await screen.findByText(words.sealed)).toBeShown();
    expect(screen.getByText(t.matches.left)).toBeShown();
    expect(document.body.textContent).toContain(t.search.strengths.much);
    expect(document.body.textContent).not.toContain(t.reasons.sides.for);
    // nobody can be sent to ask them
    expect(screen.queryByRole("button", { name: t.answers.ask })).toBeNull();
    await user.click(screen.getByRole("button", { name: t.answers.note }));
    expect(screen.getByText(t.faults["only-passed"])).toBeShown();
    const offered = screen.getAllByRole("radio").map((radio) => radio.closest("label")?.textContent.trim());
    expect(offered).toEqual(
      ["passed", "no", "unable"].map((said) => Reflect.get(t.answers.states, said) as string),
    );
    await user.click(screen.getByRole("radio", { name: t.answers.states.passed }));
    expect(screen.queryByLabelText(t.answers.message)).toBeNull();
  });
});
