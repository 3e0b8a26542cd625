/** The card that a person carries, on the page: made with them, printed without a name, opened where they come to. */
import axe from "axe-core";
import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it, vi } from "vitest";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const GUEST = "Wilmer Adonay Paz";
const WORDS = t.carrying;

const violationsIn = async (container: HTMLElement): Promise<readonly string[]> =>
  (await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations.map(
    ({ id }) => id,
  );

async function openGuest(said: "yes" | null) {
  const app = renderApp();
  const { fake, user } = app;
  const guest = (await fake.list("guest")).find(({ title }) => title === GUEST)!.id;
  if (said !== null) await fake.consent({ guest, purpose: "carry", said });
  await goTo(`/registro/${guest}`);
  await screen.findByRole("heading", { name: GUEST });
  await user.click(await screen.findByText(WORDS.title));
  return { ...app, guest };
}

async function openCard({ user }: RenderedApp, code: string): Promise<void> {
  await goTo("/tarjeta");
  await user.type(await screen.findByRole("textbox", { name: WORDS.code }), code);
  await user.click(screen.getByRole("button", { name: WORDS.open }));
}

describe("giving a card", () => {
  it("is asked of the person first, and offers nothing to tick before that", async () => {
    const { fake, guest } = await openGuest(null);
    expect(await screen.findByText(WORDS.askFirst)).toBeShown();
    expect(screen.queryByRole("button", { name: WORDS.make })).toBeNull();
    await fake.consent({ guest, purpose: "carry", said: "yes" });
    expect(await screen.findByRole("button", { name: WORDS.make })).toBeShown();
  });

  it("tells what was ticked and typed, shows the words once, and prints neither name nor house", async () => {
    const { user, container, fake, guest } = await openGuest("yes");
    const form = within(await screen.findByRole("form", { name: WORDS.make }));
    await user.click(form.getByRole("checkbox", { name: WORDS.parts.language }));
    await user.type(form.getByRole("textbox", { name: new RegExp(`^${WORDS.needs}`, "u") }), "insulina");
    await user.click(form.getByRole("button", { name: WORDS.make }));
    await screen.findByRole("heading", { name: WORDS.paperTitle });
    expect(within(screen.getByRole("list", { name: WORDS.words })).getAllByRole("listitem")).toHaveLength(13);
    expect(screen.getByRole("img", { name: WORDS.qr })).toBeShown();
    const main = screen.getByRole("main");
    expect(main.textContent).not.toMatch(/Wilmer|Paz|insulina/u);
    expect(main.textContent).not.toContain((await fake.members()).sites.find((one) => one.ownSite)!.name);
    expect(document.title).not.toMatch(/Wilmer/u);
    expect(await violationsIn(container)).toEqual([]);
    const print = vi.spyOn(globalThis, "print").mockImplementation(() => undefined);
    await user.click(screen.getByRole("button", { name: WORDS.print }));
    expect(print).toHaveBeenCalledOnce();
    // gone is gone: the page's address alone shows nothing
    await goTo("/llegadas");
    await screen.findByRole("textbox", { name: t.arrivals.name });
    await goTo("/tarjeta-nueva");
    await waitFor(() => {
      expect(screen.queryByRole("list", { name: WORDS.words })).toBeNull();
    });
    const [card] = await fake.capsules(guest);
    expect(card).toMatchObject({ state: "open", told: expect.arrayContaining(["name", "needs"]) as unknown });
  });

  it("can be revoked from the person's page", async () => {
    const { user, fake, guest } = await openGuest("yes");
    await fake.newCapsule({ guest });
    await user.click(await screen.findByRole("button", { name: WORDS.revoke }));
    expect(await screen.findByText(WORDS.states.revoked)).toBeShown();
    expect((await fake.capsules(guest))[0]).toMatchObject({ state: "revoked" });
  });
});

describe("opening a card", () => {
  it("says what is wrong with the words beside them, and keeps what was typed", async () => {
    const app = renderApp();
    await openCard(app, "ábaco abdomen");
    expect(await screen.findByRole("link", { name: t.faults["card-mistyped"] })).toBeShown();
    expect(screen.getByRole("textbox", { name: WORDS.code })).toHoldValue("ábaco abdomen");
    expect(await violationsIn(app.container)).toEqual([]);
  });

  it("shows what it says, keeps nothing, and hands the person's facts to the arrival that is registered", async () => {
    const app = renderApp();
    const { fake, user } = app;
    const guest = (await fake.add("guest", { name: "Sol Xol", age: 19, country: "GT", language: "mam" })).id;
    await fake.consent({ guest, purpose: "carry", said: "yes" });
    const { code } = await fake.newCapsule({
      ...{ guest, parts: ["names", "age", "origin", "language"] },
      words: { needs: ["insulina"] },
    });
    const before = (await fake.list("guest")).length;
    await openCard(app, code);
    const opened = within(await screen.findByRole("region", { name: WORDS.title }));
    for (const text of ["Sol Xol", "insulina", "mam"]) expect(opened.getByText(text)).toBeShown();
    expect(await violationsIn(app.container)).toEqual([]);
    expect((await fake.list("guest")).length).toBe(before);
    await user.click(opened.getByRole("button", { name: WORDS.register }));
    expect(await screen.findByRole("textbox", { name: t.arrivals.name })).toHoldValue("Sol Xol");
    expect(screen.getByLabelText(t.arrivals.age)).toHoldValue("19");
    expect((await fake.list("guest")).length).toBe(before);
  });
});
