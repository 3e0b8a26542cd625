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
});
