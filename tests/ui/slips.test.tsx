/** Referring a guest to an institution: the guest's word, the slip, and what comes back on it. */
import axe from "axe-core";
import { screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RecordId } from "#engine";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const GUEST = "Wilmer Adonay Paz";
const WORDS = t.slips;
const CLINIC = "Consultorio San José";

async function openGuest(): Promise<RenderedApp & { readonly guest: RecordId }> {
  const app = renderApp();
  const guest = (await app.fake.list("guest")).find(({ title }) => title === GUEST)!;
  await goTo(`/registro/${guest.id}`);
  await screen.findByRole("heading", { name: GUEST });
  await app.user.click(await screen.findByText(t.referrals.ofGuest));
  return { ...app, guest: guest.id };
}

const violationsIn = async (container: HTMLElement): Promise<readonly string[]> =>
  (await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations.map(
    ({ id }) => id,
  );
const region = (name: string) => within(screen.getByRole("region", { name }));

/** A referral to the clinic, as of a guest who agreed. */
async function sent(more: object = {}) {
  const app = renderApp();
  const guest = (await app.fake.list("guest")).find(({ title }) => title === GUEST)!.id;
  const service = app.fake.route.services.find(({ name }) => name === CLINIC)!.id;
  await app.fake.consent({ guest, purpose: "refer", to: service, said: "yes" });
  const wish = { guests: [guest], to: { service }, need: "health", urgency: "72h", ...more } as const;
  const { id } = await app.fake.refer(wish);
  return { ...app, guest, id, code: (await app.fake.slip(id)).code };
}

afterEach(() => vi.restoreAllMocks());

describe("referring to an institution", () => {
  it("asks the guest for that institution with its own words, and makes a slip once they agree", async () => {
    const { user, fake, guest, container } = await openGuest();
    const form = within(screen.getByRole("form", { name: t.referrals.ofGuest }));
    await user.click(form.getByRole("radio", { name: WORDS.whoms.service }));
    await user.click(form.getByRole("button", { name: WORDS.makeSlip }));
    expect(await screen.findByRole("link", { name: WORDS.chooseService })).toBeShown();
    const service = fake.route.services.find(({ name }) => name === CLINIC)!;
    await user.selectOptions(form.getByRole("combobox", { name: WORDS.service }), service.id);
    expect(await form.findByText(WORDS.aloud(CLINIC))).toBeShown();
    await user.selectOptions(form.getByRole("combobox", { name: t.referrals.need }), "health");
    await user.click(form.getByRole("button", { name: WORDS.makeSlip }));
    expect(await screen.findByRole("link", { name: t.faults["needs-consent"] })).toBeShown();
    expect(await violationsIn(container)).toEqual([]);

    await user.click(form.getByRole("button", { name: new RegExp(`${t.consent.said.yes}$`, "u") }));
    await waitFor(() => {
      expect(form.queryByText(WORDS.aloud(CLINIC))).toBeNull();
    });
    await user.type(form.getByRole("textbox", { name: new RegExp(t.referrals.note, "u") }), "habla mam");
    await user.click(form.getByRole("button", { name: WORDS.makeSlip }));
    const made = await screen.findByText(WORDS.made);
    await waitFor(() => {
      expect(made).toHoldFocus();
    });
    expect(await fake.referrals({ guest })).toMatchObject([
      { service: service.id, other: null, need: "health", note: "habla mam", state: "sent" },
    ]);
    await user.click(screen.getByRole("link", { name: WORDS.open }));
    expect(await screen.findByRole("region", { name: WORDS.copies.institution })).toBeShown();
    expect(document.title).not.toContain("Wilmer");
  });
});

describe("the slip", () => {
  it("has three parts that say whose they are, the code, and what the need needs; printing is noted", async () => {
    const { user, fake, id, code, container } = await sent({ note: "no puede subir escaleras" });
    const noted = vi.spyOn(fake, "noteHandedOut");
    const print = vi.fn();
    vi.stubGlobal("print", print);
    await goTo(`/canalizaciones/${id}/papel`);
    for (const whose of Object.values(WORDS.copies)) {
      const part = within(await screen.findByRole("region", { name: whose }));
      expect(part.getByText(code)).toBeShown();
      expect(part.getByText(new RegExp(GUEST, "u"))).toBeShown();
      expect(part.getByText(/no puede subir escaleras/u)).toBeShown();
      for (const tick of Object.values(WORDS.ticks)) expect(part.getByText(tick)).toBeShown();
    }
    expect(await violationsIn(container)).toEqual([]);
    expect(print).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: WORDS.print }));
    expect(print).toHaveBeenCalledOnce();
    expect(noted).toHaveBeenCalledWith("print", 1);
    vi.unstubAllGlobals();
  });

  it("says no name where the code stands for it, and is gone with the referral", async () => {
    const { fake, id } = await sent({ unnamed: true });
    await goTo(`/canalizaciones/${id}/papel`);
    expect(await screen.findByRole("region", { name: WORDS.copies.person })).toBeShown();
    expect(document.querySelector(".slip-sheet")!.textContent).not.toMatch(/Wilmer|Paz/u);
    await fake.referStep({ id, step: "cancel" });
    expect(await screen.findByText(t.faults["slip-over"])).toBeShown();
    await waitFor(() => {
      expect(document.querySelector(".slip-sheet")).toBeNull();
    });
  });
});

describe("what comes back", () => {
  it("is found by its code, which is kept to be mended, and typed in as heard and not as signed", async () => {
    const { user, fake, code, container } = await sent();
    await user.click(await screen.findByRole("link", { name: t.shell.pages.referrals }));
    await user.click(await screen.findByText(WORDS.find));
    const field = screen.getByRole("textbox", { name: new RegExp(WORDS.codeLabel, "u") });
    const wrong = `${code.slice(0, -1)}${code.endsWith("7") ? "4" : "7"}`;
    await user.type(field, wrong);
    await user.click(screen.getByRole("button", { name: WORDS.findButton }));
    expect(await screen.findByRole("link", { name: t.faults["slip-mistyped"] })).toBeShown();
    expect(field).toHoldValue(wrong);
    await user.clear(field);
    await user.type(field, "0000 0000");
    await user.click(screen.getByRole("button", { name: WORDS.findButton }));
    expect(await screen.findByRole("link", { name: t.faults["slip-unknown"] })).toBeShown();
    await user.clear(field);
    await user.type(field, code.toLowerCase());
    await user.click(screen.getByRole("button", { name: WORDS.findButton }));

    expect(await screen.findByRole("heading", { name: t.referrals.one(code) })).toBeShown();
    expect(screen.getByText(t.referrals.to(CLINIC))).toBeShown();
    const answers = region(WORDS.answersTitle);
    await user.click(answers.getByRole("button", { name: WORDS.ticks.decline }));
    expect(await screen.findByText(t.faults["needs-reason"])).toBeShown();
    await user.click(answers.getByRole("radio", { name: WORDS.heards.phone }));
    await user.click(answers.getByRole("button", { name: WORDS.ticks.attended }));
    expect(await screen.findByText(WORDS.answers.attended)).toBeShown();
    expect(screen.getByText(/Lo dijo la institución \(por teléfono\); lo anotó Ana/u)).toBeShown();
    expect(screen.queryByText(t.referrals.sides.receiver)).toBeNull();
    expect(await fake.referrals()).toMatchObject([{ state: "attended", steps: [{ heard: "phone" }] }]);
    expect(await violationsIn(container)).toEqual([]);
    await user.click(region(WORDS.own).getByRole("button", { name: t.referrals.steps.close }));
    await waitFor(() => {
      expect(screen.queryByRole("region", { name: WORDS.answersTitle })).toBeNull();
    });
    expect(screen.queryByRole("link", { name: WORDS.open })).toBeNull();
  });
});
