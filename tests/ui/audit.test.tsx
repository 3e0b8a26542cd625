/** The page of the audit: for coordinators, alarms first, and the choice of who else reads it. */
import { screen, within } from "@solidjs/testing-library";
import { describe, expect, it, vi } from "vitest";
import { goTo, renderApp, t } from "../support/render-app.tsx";

const open = async (options: Parameters<typeof renderApp>[0] = {}) => {
  const app = renderApp(options);
  await goTo("/ajustes/bitacora");
  await screen.findByRole("heading", { level: 1, name: t.audit.title });
  return app;
};
const region = (name: string) => within(screen.getByRole("region", { name }));

describe("the audit", () => {
  it("says first what to ask about, then counts by person and day", async () => {
    await open();
    await screen.findByRole("heading", { name: t.audit.alarms });
    expect(region(t.audit.alarms).getByText(t.audit.alarm["many-openings"]("Ramiro Pop", 83, 4))).toBeShown();
    expect(region(t.audit.alarms).getByText(t.audit.unreadable("Casa Oaxaca", 2))).toBeShown();
    expect(
      region(t.audit.alarms).getByText(t.audit.cardAlarm["cards-of-one-guest"]("Casa Oaxaca", 7)),
    ).toBeShown();
    const days = region(t.audit.days).getAllByRole("listitem");
    expect(days.map((day) => day.textContent)).toEqual([
      expect.stringMatching(/Ramiro Pop.*Abrió: 83 · Buscó: 12 · Sacó: 1/u),
      expect.stringMatching(/Una persona de Casa Oaxaca.*Abrió: 3/u),
    ]);
    const headings = screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);
    expect(headings).toEqual([t.audit.alarms, t.audit.days, t.audit.auditor]);
  });

  it("lets another shelter read it, and says what cannot be taken back", async () => {
    const { user, fake } = await open();
    const chosen = vi.spyOn(fake, "chooseAuditor");
    const card = await screen.findByRole("region", { name: t.audit.auditor });
    await user.selectOptions(within(card).getByLabelText(t.audit.auditor), "Casa Oaxaca");
    await user.click(within(card).getByRole("button", { name: t.audit.choose }));
    expect(await within(card).findByRole("status")).toSay(t.audit.dismissed);
    expect(chosen.mock.calls).toEqual([[fake.audited.choices[0]?.site]]);
  });

  it("asks again for another time", async () => {
    const { user, fake } = await open();
    const asked = vi.spyOn(fake, "audit");
    await user.selectOptions(await screen.findByLabelText(t.audit.period), t.audit.periods.month);
    await vi.waitFor(() => {
      expect(asked).toHaveBeenCalledWith({ withinMs: 30 * 86_400_000 });
    });
  });

  it.each(["volunteer", "staff", "protection"] as const)("is not offered to a %s", async (role) => {
    renderApp({ role });
    await goTo("/ajustes");
    await screen.findByRole("heading", { name: t.settings.title });
    expect(screen.queryByRole("link", { name: t.audit.open })).toBeNull();
  });

  it("is offered to who coordinates (the control)", async () => {
    renderApp();
    await goTo("/ajustes");
    expect(await screen.findByRole("link", { name: t.audit.open })).toBeShown();
  });
});
