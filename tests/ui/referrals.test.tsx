import axe from "axe-core";
import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const GUEST = "Wilmer Adonay Paz";
const WORDS = t.referrals;

async function openGuest(): Promise<
  RenderedApp & { readonly guest: Awaited<ReturnType<RenderedApp["fake"]["list"]>>[number]["id"] }
> {
  const app = renderApp();
  const guest = (await app.fake.list("guest")).find(({ title }) => title === GUEST)!;
  await goTo(`/registro/${guest.id}`);
  await screen.findByRole("heading", { name: GUEST });
  await app.user.click(await screen.findByText(WORDS.ofGuest));
  return { ...app, guest: guest.id };
}

/** The first other house. */
async function houseIn({ fake }: RenderedApp) {
  const house = (await fake.members()).sites.find(({ ownSite }) => !ownSite);
  if (house === undefined) throw new Error("the fake mesh has other houses");
  return house;
}

const violationsIn = async (container: HTMLElement): Promise<readonly string[]> =>
  (await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations.map(
    ({ id }) => id,
  );
const possible = () => within(screen.getByRole("region", { name: WORDS.mayStep }));

describe("referring a guest", () => {
  it("needs a house and the guest's word first, and keeps what was typed until it is sent", async () => {
    const app = await openGuest();
    const { user, fake, guest } = app;
    const house = await houseIn(app);
    const form = within(screen.getByRole("form", { name: WORDS.ofGuest }));
    await user.click(form.getByRole("button", { name: WORDS.send }));
    expect(await screen.findByRole("link", { name: WORDS.chooseSite })).toBeShown();
    await user.selectOptions(form.getByRole("combobox", { name: WORDS.site }), house.site);
    expect(await screen.findByText(WORDS.askFirst)).toBeShown();
    await user.selectOptions(form.getByRole("combobox", { name: WORDS.need }), "legal");
    await user.click(form.getByRole("radio", { name: WORDS.urgencies["24h"] }));
    const note = form.getByRole("textbox", { name: new RegExp(WORDS.note, "u") });
    await user.type(note, "Wilmer habla mam");
    await user.click(form.getByRole("button", { name: WORDS.send }));
    expect(await screen.findByRole("link", { name: t.faults["needs-consent"] })).toBeShown();

    await fake.consent({ guest, purpose: "refer", to: house.site, said: "yes" });
    await waitFor(() => {
      expect(screen.queryByText(WORDS.askFirst)).toBeNull();
    });
    await user.click(form.getByRole("button", { name: WORDS.send }));
    expect(await screen.findByRole("link", { name: t.faults["gives-away"] })).toBeShown();
    expect(note).toHoldValue("Wilmer habla mam");
    await user.clear(note);
    await user.type(note, "habla mam");
    await user.click(form.getByRole("button", { name: WORDS.send }));
    const saved = await screen.findByText(WORDS.saved);
    await waitFor(() => {
      expect(saved).toHoldFocus();
    });
    expect(await fake.referrals({ guest })).toMatchObject([
      { side: "sender", need: "legal", urgency: "24h", note: "habla mam", state: "sent" },
    ]);
    await user.click(screen.getByRole("link", { name: WORDS.see }));
    expect(await screen.findByText(WORDS.toldNothing)).toBeShown();
    expect(screen.getByRole("link", { name: GUEST })).toBeShown();
    expect(document.title).not.toContain("Wilmer");
    fake.cases.closed = "not-this";
    fake.cases.answer((await fake.referrals())[0]!.id, "accept");
    expect(await screen.findByText(WORDS.closed(t.sharing.whys["not-this"]))).toBeShown();
    expect(await screen.findByText(new RegExp(WORDS.told(""), "u"))).toBeShown();
    await user.click(possible().getByRole("button", { name: WORDS.steps.cancel }));
    await waitFor(async () => {
      expect(await fake.referrals()).toMatchObject([{ state: "cancelled" }]);
    });
    expect(await screen.findByText(WORDS.done.cancel)).toBeShown();
  });
});

describe("referring a family", () => {
  it("offers who came with the guest, says whose yes is missing, and asks for all of them in one", async () => {
    const app = renderApp();
    const { user, fake } = app;
    const [first, second, third] = await fake.list("guest");
    for (const one of [first!, second!]) fake.cases.together.add(one.id);
    const house = await houseIn(app);
    await fake.consent({ guest: first!.id, purpose: "refer", to: house.site, said: "yes" });
    await goTo(`/registro/${first!.id}`);
    await user.click(await screen.findByText(WORDS.ofGuest));
    const form = within(screen.getByRole("form", { name: WORDS.ofGuest }));
    await user.selectOptions(form.getByRole("combobox", { name: WORDS.site }), house.site);
    const who = within(await form.findByRole("group", { name: new RegExp(WORDS.companions, "u") }));
    expect(who.queryByRole("checkbox", { name: third!.title })).toBeNull();
    expect(form.queryByText(WORDS.companionsToAsk)).toBeNull();
    await user.click(who.getByRole("checkbox", { name: second!.title }));
    expect(await form.findByText(WORDS.companionsToAsk)).toBeShown();
    expect(form.getByRole("link", { name: second!.title })).toBeShown();
    await fake.consent({ guest: second!.id, purpose: "refer", to: house.site, said: "yes" });
    await waitFor(() => {
      expect(form.queryByText(WORDS.companionsToAsk)).toBeNull();
    });
    await user.click(form.getByRole("button", { name: WORDS.send }));
    expect(await screen.findByText(WORDS.saved)).toBeShown();
    const [sent] = await fake.referrals();
    expect(sent!.guests.map(({ id }) => id)).toEqual([first!.id, second!.id]);
  });
});

describe("what another house asks", () => {
  async function openAsked(hoursAgo = 1) {
    const app = renderApp();
    const house = await houseIn(app);
    const id = app.fake.cases.ask(house.site, [{ name: "Eva Tum", age: 30, sex: "female" }], hoursAgo);
    await app.user.click(await screen.findByRole("link", { name: t.shell.pages.referrals }));
    await screen.findByRole("heading", { name: WORDS.title });
    return { ...app, house, id };
  }

  it("is listed without a name, opened, and answered; the name comes once it is accepted", async () => {
    const { user, fake, house, container } = await openAsked();
    const link = await screen.findByRole("link", { name: new RegExp(WORDS.from(house.name), "u") });
    expect(document.body.textContent).not.toContain("Eva");
    expect(await violationsIn(container)).toEqual([]);
    await user.click(link);
    expect(await screen.findByText(WORDS.whoNotYet)).toBeShown();
    expect(document.body.textContent).not.toContain("Eva");
    await user.click(possible().getByRole("button", { name: WORDS.steps.decline }));
    expect(await screen.findByText(t.faults["needs-reason"])).toBeShown();
    await user.click(possible().getByRole("button", { name: WORDS.steps.accept }));
    expect(await screen.findByText("Eva Tum")).toBeShown();
    await user.click(possible().getByRole("button", { name: WORDS.steps.arrived }));
    await user.type(
      await screen.findByRole("textbox", { name: new RegExp(WORDS.reason, "u") }),
      "Tuvo dónde dormir",
    );
    await user.click(await possible().findByRole("button", { name: WORDS.steps.attended }));
    expect(await screen.findByText("Tuvo dónde dormir")).toBeShown();
    expect(await fake.referrals()).toMatchObject([{ state: "attended", possible: [] }]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it("is said to be late when it is, and to be of no known age where clocks differ", async () => {
    const { fake, house } = await openAsked(30);
    expect(await screen.findByText(/^▲ Venció/u)).toBeShown();
    fake.cases.ask(house.site, [{ name: "Noé" }], 24 * 365 * 5);
    expect(await screen.findByText(new RegExp(WORDS.unsure.slice(0, 30), "u"))).toBeShown();
    const items = [...document.querySelectorAll(".item")].map((item) => item.textContent);
    expect(items[0]).toContain(WORDS.unsure);
  });

  it("is not shown to a volunteer, and says so where there is none", async () => {
    renderApp({ role: "volunteer" });
    await screen.findByRole("navigation");
    expect(screen.queryByRole("link", { name: t.shell.pages.referrals })).toBeNull();
    const { user } = renderApp();
    await user.click(await screen.findByRole("link", { name: t.shell.pages.referrals }));
    expect(await screen.findByText(WORDS.none)).toBeShown();
  });
});

describe("who follows a case", () => {
  const FOLLOW = t.follow;

  it("is asked with the referral, taken by the other house, and told where something of the guest is open", async () => {
    const app = await openGuest();
    const { user, fake, guest } = app;
    const house = await houseIn(app);
    await fake.consent({ guest, purpose: "refer", to: house.site, said: "yes" });
    const form = within(screen.getByRole("form", { name: WORDS.ofGuest }));
    await user.selectOptions(form.getByRole("combobox", { name: WORDS.site }), house.site);
    await user.click(form.getByRole("checkbox", { name: FOLLOW.ask }));
    await user.click(form.getByRole("button", { name: WORDS.send }));
    await screen.findByText(WORDS.saved);
    const [view] = await fake.referrals({ guest });
    fake.cases.answer(view!.id, "accept");
    fake.cases.followElsewhere(view!.id, "take");
    const told = await screen.findByText(new RegExp(`^${FOLLOW.guest(house.name, null)} desde`, "u"));
    expect(told).toBeShown();
    await user.click(screen.getAllByRole("link", { name: FOLLOW.see })[0]!);
    const follow = within(await screen.findByRole("region", { name: FOLLOW.title }));
    expect(follow.getByText(new RegExp(`^${FOLLOW.by(house.name, null)}, desde`, "u"))).toBeShown();
    expect(await violationsIn(app.container)).toEqual([]);
    await user.click(follow.getByRole("button", { name: FOLLOW.says.keep }));
    await waitFor(async () => {
      expect(await fake.referrals()).toMatchObject([{ follow: { by: "sender" } }]);
    });
    expect(await follow.findByText(FOLLOW.withSender)).toBeShown();
    await goTo(`/registro/${guest}`);
    await screen.findByRole("heading", { name: GUEST });
    expect(screen.queryByText(new RegExp(`^${FOLLOW.guest(house.name, null)}`, "u"))).toBeNull();
  });

  it("is taken over by a press of its own once it is accepted, and given back", async () => {
    const app = renderApp();
    const house = await houseIn(app);
    const id = app.fake.cases.ask(house.site, [{ name: "Eva Tum" }], 1, true);
    await goTo(`/canalizaciones/${id}`);
    const follow = within(await screen.findByRole("region", { name: FOLLOW.title }));
    expect(follow.getByText(FOLLOW.asked)).toBeShown();
    expect(follow.queryByRole("button", { name: FOLLOW.says.take })).toBeNull();
    await app.user.click(possible().getByRole("button", { name: WORDS.steps.accept }));
    await app.user.click(await follow.findByRole("button", { name: FOLLOW.says.take }));
    await app.user.click(await follow.findByRole("button", { name: FOLLOW.giveBack }));
    expect(await follow.findByText(FOLLOW.answeredLeave)).toBeShown();
  });
});
