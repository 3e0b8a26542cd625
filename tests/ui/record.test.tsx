import { screen, waitFor } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const AGE = t.fields.labels["age"] ?? "";

async function openReport(app: RenderedApp, title = "Fransisco Javier Madrid Ulloa") {
  const item = (await app.fake.list("report")).find((one) => one.title === title);
  if (item === undefined) throw new Error("the invented report is there");
  await goTo(`/registro/${item.id}`);
  await screen.findByRole("heading", { name: title });
  return item.id;
}

describe("the page of a record", () => {
  it("changes one fact in its place, and says in the history who did it", async () => {
    const app = renderApp();
    const id = await openReport(app);
    await app.user.click(screen.getByRole("button", { name: t.record.changeField(AGE) }));
    const field = await screen.findByRole("textbox", { name: AGE });
    expect(field).toHoldFocus();
    await app.user.clear(field);
    await app.user.type(field, "unos 23{Enter}");
    expect(await screen.findByText("unos 23 años")).toBeShown();
    expect((await app.fake.show(id)).fields).toMatchObject({ age: { from: 23, to: 23, approximate: true } });
    await app.user.click(screen.getByRole("tab", { name: t.record.history }));
    expect(await screen.findAllByText("Lucía Betancur · Casa del Naranjo")).toHaveLength(2);
    expect(screen.getByText("22 años (en 2025)", { selector: "s" })).toBeShown();
  });

  it("keeps what was typed when it is refused, and says why at the field", async () => {
    const app = renderApp();
    await openReport(app);
    await app.user.click(screen.getByRole("button", { name: t.record.changeField(AGE) }));
    const field = await screen.findByRole("textbox", { name: AGE });
    await app.user.clear(field);
    await app.user.type(field, "muchos{Enter}");
    expect(await screen.findByRole("link", { name: t.problems["bad-age"] })).toBeShown();
    expect(field).toHoldValue("muchos");
  });

  it("shows two values as two until somebody chooses", async () => {
    const app = renderApp();
    const id = await openReport(app);
    app.fake.disagree(id, "town", ["Olanchito", "Yoro"]);
    expect(await screen.findByText(t.record.conflict)).toBeShown();
    await app.user.click(screen.getByRole("button", { name: t.record.keepThis("Yoro") }));
    await waitFor(() => {
      expect(screen.queryByText(t.record.conflict)).toBeNull();
    });
    expect((await app.fake.show(id)).fields).toMatchObject({ town: "Yoro" });
  });

  it("follows what others say to hold, and claims nothing before", async () => {
    const app = renderApp();
    const { id } = await app.fake.add("card", { name: "Eusebio Canul" });
    await goTo(`/registro/${id}`);
    await screen.findByRole("heading", { name: "Eusebio Canul" });
    expect(screen.getByText(t.record.notHub)).toBeShown();
    expect(screen.getByText(t.record.notSites)).toBeShown();
    app.fake.arrivedEverywhere();
    expect(await screen.findByText(t.record.sites(3))).toBeShown();
    expect(screen.getByText(t.record.hub)).toBeShown();
  });

  it("lets nobody change a card: it follows its report", async () => {
    const app = renderApp();
    const card = (await app.fake.list("card"))[0];
    await goTo(`/registro/${card?.id ?? ""}`);
    await screen.findByRole("heading", { name: card?.title ?? "" });
    expect(screen.queryByRole("button", { name: (name) => name.startsWith(t.shell.change) })).toBeNull();
  });

  it("says so when the record is not on this computer", async () => {
    renderApp();
    await goTo(`/registro/${"b".repeat(25)}a`);
    expect(await screen.findByText(t.faults["no-such-record"])).toBeShown();
  });
});
