import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { goTo, renderApp, t } from "../support/render-app.tsx";

async function openHouse() {
  const app = renderApp();
  const guest = (await app.fake.list("guest"))[0]!;
  const house = (await app.fake.consents(guest.id)).find(({ purpose }) => purpose === "refer")!;
  await goTo(`/registro/${guest.id}`);
  await screen.findByRole("heading", { name: guest.title });
  await app.user.click(await screen.findByText(t.consent.title));
  await app.user.selectOptions(
    await screen.findByRole("combobox", { name: t.consent.purposes.refer }),
    house.to!,
  );
  const to = house.to as Parameters<typeof app.fake.claimVital>[0]["to"];
  return { ...app, guest: guest.id, to, name: t.consent.referTo(house.toName ?? "") };
}
const group = () => screen.findByRole("group", { name: t.vital.title });
const REASON = "Sin conocimiento; en la casa hay médico.";

describe("DP3 somebody who cannot be asked", () => {
  it("is claimed with its reason, waits for another person, and who pressed goes on from there", async () => {
    const { user, fake, guest, to } = await openHouse();
    const form = within(await group());
    await user.click(form.getByText(t.vital.title));
    await user.click(form.getByRole("button", { name: t.vital.claim }));
    expect(form.getAllByText(t.problems.required)).not.toHaveLength(0);
    expect(await fake.vitalInterests(guest)).toEqual([]);
    await user.type(form.getByRole("textbox", { name: new RegExp(t.vital.reason, "u") }), REASON);
    await user.click(form.getByRole("button", { name: t.vital.claim }));
    expect(await screen.findByText(t.vital.waiting)).toBeShown();
    expect(await fake.vitalInterests(guest)).toMatchObject([{ to, claims: [{ reason: REASON }] }]);
    expect(await group()).toHoldFocus();
    // whoever claims it is not the second person
    expect(screen.queryByRole("button", { name: t.vital.agree })).toBeNull();
    await user.click(screen.getByRole("button", { name: t.vital.end }));
    await waitFor(() => {
      expect(screen.queryByText(t.vital.waiting)).toBeNull();
    });
    expect(await fake.vitalInterests(guest)).toEqual([]);
  });

  it("that another person claimed holds with one press, for a time that is said", async () => {
    const { user, fake, guest, to } = await openHouse();
    await fake.claimedElsewhere({ guest, to, reason: REASON });
    expect(await screen.findByText(REASON)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.vital.agree }));
    expect(await screen.findByText(/Se les puede decir lo necesario hasta/u)).toBeShown();
    expect((await fake.vitalInterests(guest))[0]).toMatchObject({ to, state: "holds" });
    expect(await group()).toHoldFocus();
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: t.vital.agree })).toBeNull();
    });
  });

  it("is not offered where they said no", async () => {
    const { user, name } = await openHouse();
    await group();
    await user.click(await screen.findByRole("button", { name: `${name}: ${t.consent.said.no}` }));
    await waitFor(() => {
      expect(screen.queryByRole("group", { name: t.vital.title })).toBeNull();
    });
  });
});
