/** How long a report holds, who else asks for the person, and what is done about both on the page. */
import { screen, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { FieldsOf } from "#model";
import { goTo, renderApp, t } from "../support/render-app.tsx";

const DAY = 24 * 60 * 60_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

async function withReport(expiresAt: string) {
  const app = renderApp();
  const [first] = await app.fake.list("report");
  await app.fake.edit(first!.id, { expiresAt });
  const fields = async () => (await app.fake.show(first!.id)).fields as FieldsOf<"report">;
  return { ...app, report: first!, fields };
}

describe("until when a report holds", () => {
  it("is said on its page, and renewed there", async () => {
    const { user, report, fields } = await withReport(dayIn(5));
    await goTo(`/registro/${report.id}`);
    const part = await screen.findByRole("region", { name: t.seek.endTitle });
    expect(part).toSay("Pregunte a la familia");
    await user.click(within(part).getByRole("button", { name: t.seek.renew }));
    expect(await within(part).findByRole("status")).toBeShown();
    expect((await fields()).expiresAt! > dayIn(300)).toBe(true);
  });

  it("leads to a list of the families to be asked, each of whom can be renewed", async () => {
    const { user, report } = await withReport(dayIn(-3));
    await goTo("/busquedas");
    await user.click(await screen.findByText(t.seek.toRenew(1)));
    const link = screen.getByRole("link", { name: report.title });
    const item = link.closest("li")!;
    await user.click(within(item).getByRole("button", { name: t.seek.renew }));
    await expect.poll(() => screen.queryByText(t.seek.toRenew(1))).toBeNull();
  });

  it("begins anew for a search that is opened again", async () => {
    const { user, fake, report, fields } = await withReport(dayIn(-400));
    await fake.closeReport({ report: report.id, outcome: "given-up" });
    await goTo(`/registro/${report.id}`);
    await user.click(await screen.findByRole("button", { name: t.record.reopenReport }));
    await expect.poll(async () => (await fields()).expiresAt! > dayIn(300)).toBe(true);
  });
});
