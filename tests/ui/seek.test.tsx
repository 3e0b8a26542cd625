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

describe("news of who is sought", () => {
  async function openNews() {
    const app = renderApp();
    const [card] = await app.fake.list("card");
    await goTo(`/registro/${card!.id}`);
    const part = await screen.findByRole("region", { name: t.news.title });
    await app.user.click(within(part).getByRole("button", { name: t.news.add }));
    return { ...app, card: card!, part };
  }

  it("of a death are told by nothing on the page but that they are spoken of in person, and wait for a second person", async () => {
    const { user, part } = await openNews();
    await user.selectOptions(within(part).getByRole("combobox", { name: t.news.what }), "death");
    expect(within(part).getByText(t.news.inPersonText)).toBeShown();
    await user.type(
      within(part).getByRole("textbox", { name: new RegExp(`^${t.news.whom}`, "u") }),
      "Hna. Inés",
    );
    await user.click(within(part).getByRole("button", { name: t.news.save }));
    expect(await within(part).findByText(t.news.inPerson)).toBeShown();
    expect(part).toSay(t.news.states["to-confirm"]);
    expect(part).toSay(t.news.savedWaits);
    for (const word of ["Fallecimiento", "fallec", "muert"]) expect(document.body).not.toSay(word);
  });

  it("of the living show who says it, and can be taken back", async () => {
    const { user, part } = await openNews();
    await user.selectOptions(within(part).getByRole("combobox", { name: t.news.what }), "detained");
    await user.type(
      within(part).getByRole("textbox", { name: new RegExp(`^${t.news.whom}`, "u") }),
      "Hna. Inés",
    );
    await user.click(within(part).getByRole("button", { name: t.news.save }));
    expect(await within(part).findByText(t.news.kinds.detained)).toBeShown();
    await user.click(within(part).getByRole("button", { name: t.news.takeBack }));
    expect(await within(part).findByText(t.news.none)).toBeShown();
  });

  it("of another house say whom to call, and nothing else", async () => {
    const app = renderApp({ siteKind: "advocates" });
    const [report] = await app.fake.list("report");
    app.fake.asksToCall({
      ...{ report: report!.id, site: "aaaqeayeaudaocajbifqydiob4" as never, siteName: "Casa Oaxaca" },
      whom: "Hna. Inés, 555 0142",
    });
    await goTo(`/registro/${report!.id}`);
    expect(await screen.findByText(t.news.call("Hna. Inés, 555 0142", "Casa Oaxaca"))).toBeShown();
    expect(screen.getByText(t.news.callText)).toBeShown();
  });
});

describe("somebody who asks for a person", () => {
  it("is told the same by a volunteer, whose message and report are handed in and not read", async () => {
    const { user, fake } = renderApp({ role: "volunteer" });
    await user.click(await screen.findByRole("link", { name: t.seek.door }));
    expect(await screen.findByText(t.seek.script)).toBeShown();
    await user.type(screen.getByRole("textbox", { name: t.seek.message }), "Que llame a su casa");
    await user.click(screen.getByRole("button", { name: t.seek.saveMessage }));
    expect(await screen.findByText(t.seek.messageTaken)).toBeShown();
    expect(await fake.list("night-message")).toMatchObject([{ fields: { text: "Que llame a su casa" } }]);
    await goTo("/busquedas");
    expect(screen.queryByText(t.seek.messages(1))).toBeNull();
  });

  it("leaves a message that staff find", async () => {
    const { user, fake } = renderApp();
    await fake.add("night-message", { text: "Que llame a su casa" });
    await goTo("/busquedas");
    await user.click(await screen.findByText(t.seek.messages(1)));
    expect(screen.getByRole("link", { name: "Que llame a su casa" })).toBeShown();
  });
});

describe("a pasted message", () => {
  it("shows what was understood by field, and goes on as a report", async () => {
    const { user } = renderApp();
    await goTo("/pegar");
    const box = await screen.findByRole("textbox", { name: t.seek.pasted });
    await user.click(box);
    await user.paste(
      "SE BUSCA\nNombre: Wilmer Canales Ochoa\nEdad: 22\nOrigen: Choluteca\nTel: +504 555 0142",
    );
    await user.click(screen.getByRole("button", { name: t.seek.read }));
    const part = await screen.findByRole("region", { name: t.seek.understood });
    for (const text of ["Wilmer Canales Ochoa", "22", "Choluteca", "+504 555 0142"]) expect(part).toSay(text);
    await user.click(within(part).getByRole("button", { name: t.seek.goOn }));
    expect(await screen.findByDisplayValue("Wilmer Canales Ochoa")).toBeShown();
    expect(screen.getByDisplayValue("Choluteca")).toBeShown();
  });
});
