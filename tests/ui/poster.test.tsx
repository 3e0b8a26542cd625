/** A poster, by what a person does: the family's yes, whom to call, and what is on the sheet. */
import { screen } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { RecordId } from "#engine";
import { posterPath, recordPath } from "../../src/ui/paths.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const texts = t.poster;
const SEEKER = { name: "Rosa Prueba", phone: "555 0142" };

async function openReport(fields: object = {}): Promise<RenderedApp & { readonly id: RecordId }> {
  const app = renderApp();
  const { id } = await app.fake.add("report", {
    ...{ name: "Josué Prueba", age: 24, country: "HN", seeker: SEEKER },
    lastContact: { at: "2026-10-14", place: "Tapachula" },
    ...fields,
  });
  return { ...app, id };
}

describe("a poster", () => {
  it("is offered only once the family agreed, which can be taken back", async () => {
    const { user, id, fake } = await openReport();
    await goTo(recordPath(id));
    const allow = await screen.findByRole("button", { name: texts.allow });
    expect(screen.queryByRole("button", { name: texts.make })).toBeNull();
    await user.click(allow);
    expect(await screen.findByText(texts.permitted)).toBeShown();
    expect((await fake.show(id)).fields).toMatchObject({ posterAllowed: true });
    expect(await screen.findByRole("button", { name: texts.make })).toBeShown();
    await user.click(screen.getByRole("button", { name: texts.forbid }));
    expect((await fake.show(id)).fields).toMatchObject({ posterAllowed: false });
  });

  it("shows how somebody is recognised and whom to call, and nothing of the family", async () => {
    const { user, id } = await openReport({ posterAllowed: true });
    await goTo(posterPath(id));
    const contact = await screen.findByLabelText(texts.contact);
    await user.click(screen.getByRole("button", { name: texts.show }));
    expect((await screen.findAllByText(t.faults["needs-contact"])).length).toBeGreaterThan(0);
    await user.type(contact, "Casa 555 0142");
    await user.click(screen.getByRole("button", { name: texts.show }));
    expect((await screen.findAllByText(t.faults["names-seeker"])).length).toBeGreaterThan(0);
    expect(screen.queryByRole("article")).toBeNull();
    await user.clear(contact);
    await user.type(contact, "Casa Tapachula, 555 0199");
    await user.click(screen.getByRole("button", { name: texts.show }));
    const sheet = (await screen.findByRole("article")).textContent;
    expect(sheet).toContain("Josué Prueba");
    expect(sheet).toContain("Casa Tapachula, 555 0199");
    expect(sheet).toMatch(/oct/u);
    for (const secret of ["Rosa", "0142", "Tapachula,  ", "14"]) expect(sheet).not.toContain(secret);
    expect(document.title).not.toContain("Josué");
    expect(screen.queryByText(texts.minor)).toBeNull();
  });

  it("of a minor says to ask protection first", async () => {
    const { user, id } = await openReport({ posterAllowed: true, age: 15 });
    await goTo(posterPath(id));
    await user.type(await screen.findByLabelText(texts.contact), "Casa Tapachula, 555 0199");
    await user.click(screen.getByRole("button", { name: texts.show }));
    expect(await screen.findByText(texts.minor)).toBeShown();
  });
});
