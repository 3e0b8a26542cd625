import { screen } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { type RenderedApp, renderApp, t } from "../support/render-app.tsx";

async function begin(user: RenderedApp["user"]): Promise<void> {
  await user.click(await screen.findByRole("link", { name: new RegExp(`^${t.shell.pages.reports}`, "u") }));
  await user.click(await screen.findByRole("link", { name: t.report.title }));
}

const answer = async (user: RenderedApp["user"], label: string, text: string): Promise<void> => {
  await user.type(await screen.findByRole("textbox", { name: (name) => name.startsWith(label) }), text);
};

const next = (user: RenderedApp["user"]): Promise<void> =>
  user.click(screen.getByRole("button", { name: t.report.next }));

async function toCheck(user: RenderedApp["user"]): Promise<void> {
  await begin(user);
  await answer(user, t.report.name, "Edilberto Cruz Ajú");
  await answer(user, t.report.age, "unos 17");
  await answer(user, t.report.marks, "cicatriz en la ceja, llamar al 0000-0000");
  await next(user);
  await answer(user, t.report.lastPlace, "Tapachula");
  await answer(user, t.report.circumstances, "Iba con su primo.");
  await next(user);
  await answer(user, t.report.seekerName, "Petrona Ajú");
  await answer(user, t.report.seekerPhone, "0000-0000");
  await answer(user, t.report.proofQuestion, "¿Cómo se llamaba el perro?");
  await answer(user, t.report.proofAnswer, "Canela");
  await next(user);
  await screen.findByRole("region", { name: t.report.toShelters });
}

describe("reporting a person", () => {
  it("shows what leaves the house apart from what stays, before anything is saved", async () => {
    const { user, fake } = renderApp();
    const before = (await fake.list("report")).length;
    await toCheck(user);
    const leaves = screen.getByRole("region", { name: t.report.toShelters });
    expect(leaves).toSay("Edilberto Cruz Ajú");
    expect(leaves).toSay("unos 17 años");
    expect(leaves).toSay("cicatriz en la ceja");
    expect(leaves).not.toSay("0000-0000");
    expect(leaves).not.toSay("Petrona");
    expect(leaves).not.toSay("primo");
    // the shelters ask, and do not know what is true
    expect(leaves).toSay("¿Cómo se llamaba el perro?");
    expect(leaves).not.toSay("Canela");
    const stays = screen.getByRole("region", { name: t.report.staysHere });
    expect(stays).toSay("Petrona Ajú");
    expect(stays).toSay("0000-0000");
    expect(stays).toSay("Canela");
    expect(await fake.list("report")).toHaveLength(before);
  });

  it("saves, and opens the record with its place", async () => {
    const { user, fake } = renderApp();
    await toCheck(user);
    await user.click(screen.getByRole("button", { name: t.report.save }));
    expect(await screen.findByRole("heading", { name: "Edilberto Cruz Ajú" })).toBeShown();
    expect(screen.getByText(t.record.here)).toBeShown();
    expect(screen.getByText(t.record.stays)).toBeShown();
    expect((await fake.list("report")).map((item) => item.title)).toContain("Edilberto Cruz Ajú");
    expect(document.title).toBe(`${t.shell.pages.record} · Vereda`);
  });

  it("leads back to the check after one answer was changed", async () => {
    const { user } = renderApp();
    await toCheck(user);
    await user.click(
      screen.getByRole("link", { name: t.record.changeField(t.fields.labels["lastContact.place"] ?? "") }),
    );
    await answer(user, t.report.lastPlace, ", Chiapas");
    await next(user);
    const leaves = await screen.findByRole("region", { name: t.report.toShelters });
    expect(leaves).toSay("Tapachula, Chiapas");
  });

  it("warns of a telephone in a text that goes to the shelters", async () => {
    const { user } = renderApp();
    await begin(user);
    await answer(user, t.report.marks, "lunar");
    expect(screen.queryByText(t.report.phoneWarning)).toBeNull();
    await answer(user, t.report.marks, ", tel 0000-0000");
    expect(await screen.findByText(t.report.phoneWarning)).toBeShown();
  });

  it("does not go on without any name, and keeps the rest", async () => {
    const { user } = renderApp();
    await begin(user);
    await answer(user, t.report.town, "Olanchito");
    await next(user);
    expect(await screen.findByRole("link", { name: t.problems["needs-name"] })).toBeShown();
    expect(screen.getByRole("textbox", { name: (name) => name.startsWith(t.report.town) })).toHoldValue(
      "Olanchito",
    );
  });
});
