import { screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const PERSON = t.rollCall.person(1);

async function openRoll(options: FakeOptions = {}): Promise<RenderedApp> {
  const app = renderApp(options);
  await goTo("/lista");
  await screen.findByRole("heading", { name: /^Noche del/u });
  return app;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the roll call", () => {
  it("is reached from the arrivals, and called by keyboard alone, by a volunteer too", async () => {
    const app = renderApp({ role: "volunteer" });
    await app.user.click(await screen.findByRole("link", { name: t.rollCall.open }));
    const present = await screen.findByRole("button", { name: t.rollCall.markPresent(PERSON) });
    present.focus();
    await app.user.keyboard("{Enter}");
    await waitFor(() => {
      expect(present.getAttribute("aria-pressed")).toBe("true");
    });
    // the focus stays where it was: the next key goes to the next button
    expect(present).toHoldFocus();
    await app.user.keyboard("{Tab}{Enter}");
    expect(await screen.findByText(t.rollCall.counts(0, 1, 7))).toBeShown();
  });

  it("keeps the names out of the page until they are asked for", async () => {
    const { container, user } = await openRoll();
    expect(container).not.toSay("Yésica");
    await user.click(screen.getByRole("button", { name: t.shell.showNames }));
    expect(container).toSay("Yésica");
  });

  it("offers who is absent a departure, and notes none by itself", async () => {
    const { fake, user } = await openRoll();
    await user.click(screen.getByRole("button", { name: t.rollCall.markAbsent(PERSON) }));
    const offer = await screen.findByRole("button", { name: t.rollCall.notReturnedOf(PERSON) });
    expect(await fake.list("departure")).toEqual([]);
    await user.click(offer);
    const dialog = await screen.findByRole("dialog");
    expect(
      within(dialog).getByRole<HTMLInputElement>("radio", { name: t.stay.hows["not-returned"] }).checked,
    ).toBe(true);
    await user.click(within(dialog).getByRole("button", { name: t.stay.save }));
    await waitFor(async () => {
      expect(await fake.list("departure")).toHaveLength(1);
    });
  });

  it("prints a sheet with beds and names, and nothing else about anybody", async () => {
    const { container, fake, user } = await openRoll();
    const guest = (await fake.list("guest")).find(({ title }) => title === "Wilmer Adonay Paz")!;
    await fake.edit(guest.id, { bed: "cama 7" });
    let printed = "";
    vi.stubGlobal("print", () => {
      printed = container.querySelector(".roll-sheet")?.textContent ?? "";
    });
    await screen.findByText("cama 7");
    await user.click(screen.getByRole("button", { name: t.rollCall.sheet }));
    await waitFor(() => {
      expect(printed).toContain("cama 7Wilmer Adonay Paz");
    });
    for (const known of ["17", "El Negrito", "lunar", "Honduras", "HN"]) expect(printed).not.toContain(known);
    vi.unstubAllGlobals();
  });

  it("says so when nobody is in the house", async () => {
    await openRoll({ people: false });
    expect(await screen.findByText(t.rollCall.empty)).toBeShown();
  });
});
