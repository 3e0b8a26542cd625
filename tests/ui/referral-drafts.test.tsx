/** A referral that is kept without sending it: finished by whoever is on duty next, from the list or the guest's page. */
import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const GUEST = "Wilmer Adonay Paz";
const WORDS = t.referrals;
const DRAFTS = t.referralDrafts;

async function openForm(app: RenderedApp) {
  const guest = (await app.fake.list("guest")).find(({ title }) => title === GUEST)!.id;
  await goTo(`/registro/${guest}`);
  await screen.findByRole("heading", { name: GUEST });
  await app.user.click(await screen.findByText(WORDS.ofGuest));
  return { guest, form: within(screen.getByRole("form", { name: WORDS.ofGuest })) };
}

const noteIn = (form: Awaited<ReturnType<typeof openForm>>["form"]): HTMLElement =>
  form.getByRole("textbox", { name: new RegExp(WORDS.note, "u") });

it("is kept without a house, listed without a name, finished and sent, and then no draft any more", async () => {
  const app = renderApp();
  const { user, fake } = app;
  const { form, guest } = await openForm(app);
  await user.selectOptions(form.getByRole("combobox", { name: WORDS.need }), "legal");
  await user.type(noteIn(form), "habla mam");
  await user.click(form.getByRole("button", { name: DRAFTS.keep }));
  expect(await screen.findByText(DRAFTS.kept)).toBeShown();
  expect(await fake.referrals()).toEqual([]);
  expect(await fake.referralDrafts()).toMatchObject([{ guest, to: null, need: "legal", note: "habla mam" }]);

  await user.click(screen.getByRole("link", { name: t.shell.pages.referrals }));
  const listed = within(await screen.findByRole("region", { name: `${DRAFTS.title} (1)` }));
  const link = listed.getByRole("link", { name: new RegExp(DRAFTS.toNobody, "u") });
  expect(link.textContent).not.toContain("Wilmer");
  await user.click(link);
  await screen.findByRole("heading", { name: GUEST });
  await user.click(await screen.findByText(WORDS.ofGuest));
  const again = within(screen.getByRole("form", { name: WORDS.ofGuest }));
  await waitFor(() => {
    expect(noteIn(again)).toHoldValue("habla mam");
  });
  expect(screen.getByText(DRAFTS.here)).toBeShown();
  const house = (await fake.members()).sites.find(({ ownSite }) => !ownSite)!;
  await fake.consent({ guest, purpose: "refer", to: house.site, said: "yes" });
  await user.selectOptions(again.getByRole("combobox", { name: WORDS.site }), house.site);
  await user.click(again.getByRole("button", { name: WORDS.send }));
  expect(await screen.findByText(WORDS.saved)).toBeShown();
  expect(await fake.referrals()).toMatchObject([{ need: "legal", note: "habla mam" }]);
  expect(await fake.referralDrafts()).toEqual([]);
  await waitFor(() => {
    expect(screen.queryByText(DRAFTS.here)).toBeNull();
  });
});

it("that a colleague keeps fills the form of who typed nothing, and never what somebody types; it can be thrown away", async () => {
  const app = renderApp();
  const { user, fake } = app;
  const { form, guest } = await openForm(app);
  const asked = { guest, to: null, need: "health", urgency: "24h" } as const;
  await fake.keepReferralDraft({ ...asked, note: "primera nota" });
  await waitFor(() => {
    expect(noteIn(form)).toHoldValue("primera nota");
  });
  await user.clear(noteIn(form));
  await user.type(noteIn(form), "mía");
  await fake.keepReferralDraft({ ...asked, note: "segunda nota" });
  expect(await screen.findByText("«segunda nota»")).toBeShown();
  expect(noteIn(form)).toHoldValue("mía");
  await user.click(screen.getByRole("button", { name: DRAFTS.drop }));
  await waitFor(async () => {
    expect(await fake.referralDrafts()).toEqual([]);
  });
  await waitFor(() => {
    expect(screen.queryByText(DRAFTS.here)).toBeNull();
  });
  expect(noteIn(form)).toHoldValue("mía");
});
