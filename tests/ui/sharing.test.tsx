/** Whom the house shares with, by what a person does on its page. */
import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { paths } from "../../src/ui/paths.ts";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const texts = t.sharing;
const STAFF: FakeOptions = { role: "staff" };

async function openPage(options: FakeOptions = {}): Promise<RenderedApp> {
  const app = renderApp(options);
  await goTo(paths.sharing);
  return app;
}

const cardOf = async (name: string): Promise<HTMLElement> =>
  (await screen.findByRole("heading", { name })).closest("li")!;

describe("whom the house shares with", () => {
  it("is one touch from the network page", async () => {
    const { user } = renderApp();
    await goTo(paths.mesh);
    await user.click(await screen.findByRole("link", { name: texts.link }));
    expect(await screen.findByRole("heading", { level: 1, name: texts.title })).toBeShown();
  });

  it("says of each house what it is told, why not the rest, and in which country it is", async () => {
    await openPage();
    const oaxaca = await cardOf("Casa Oaxaca");
    expect(oaxaca.textContent).toContain("México, lo dice esa casa");
    expect(oaxaca.textContent).toContain(texts.told(`${texts.shared.referral}, ${texts.shared.message}`));
    expect(oaxaca.textContent).toContain(texts.closedFor(texts.shared.answer, texts.whys["not-this"]));
    expect(oaxaca.textContent).toMatch(/Acuerdo hasta el 21 mar 2027/u);
    const yoro = await cardOf("Comité de Yoro");
    expect(yoro.textContent).toContain(texts.countryUnknown);
    expect(yoro.textContent).toContain(texts.noAgreement);
    expect(await screen.findByText(texts.cardsUnknown(1))).toBeShown();
  });

  it("notes an agreement, and what is not ticked is told no more", async () => {
    const { user, fake } = await openPage();
    await user.click(await screen.findByRole("button", { name: texts.changeOf("Comité de Yoro") }));
    expect(screen.queryByLabelText(texts.allows), "the control: nothing agreed, nothing to tick").toBeNull();
    await user.click(screen.getByRole("radio", { name: texts.agreementWords.some }));
    await user.click(screen.getByRole("checkbox", { name: texts.shared.answer }));
    await user.type(screen.getByLabelText(new RegExp(texts.until, "u")), "21/03/2027");
    await user.selectOptions(screen.getByLabelText(new RegExp(`^${texts.country}`, "u")), "HN");
    await user.click(screen.getByRole("button", { name: texts.save }));
    expect(fake.agreed.asked).toEqual([{ allows: ["answer"], until: "21/03/2027", country: "HN" }]);
    const yoro = await cardOf("Comité de Yoro");
    expect(await within(yoro).findByText(texts.told(texts.shared.answer))).toBeShown();
    const again = within(yoro).getByRole("button", { name: texts.changeOf("Comité de Yoro") });
    await waitFor(() => {
      expect(document.activeElement).toBe(again);
    });
  });

  it("takes an agreement off, and does not note as its own what that house says of its country", async () => {
    const { user, fake } = await openPage();
    await user.click(await screen.findByRole("button", { name: texts.changeOf("Casa Oaxaca") }));
    await user.click(screen.getByRole("radio", { name: texts.agreementWords.none }));
    await user.click(screen.getByRole("button", { name: texts.save }));
    expect(fake.agreed.asked).toEqual([{ allows: null, until: null, country: null }]);
  });

  it("closes a country, opens it again before saving, and asks for agreements", async () => {
    const { user, fake } = await openPage();
    await user.click(await screen.findByRole("button", { name: texts.changeRules }));
    const select = screen.getByLabelText(new RegExp(texts.closeCountry, "u"));
    await user.selectOptions(select, "US");
    await user.selectOptions(select, "GT");
    expect(within(select).queryByRole("option", { name: "Guatemala" })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Guatemala" }));
    await user.click(screen.getByRole("checkbox", { name: texts.onlyAgreed }));
    await user.click(screen.getByRole("button", { name: texts.saveRules }));
    expect(fake.agreed.asked).toEqual([{ onlyAgreed: true, closedCountries: ["US"] }]);
    expect(await screen.findByText(`${texts.closedCountries}: Estados Unidos`)).toBeShown();
  });

  it("is read by staff, who change nothing; volunteers do not see it", async () => {
    await openPage(STAFF);
    expect(await screen.findByText(texts.onlyCoordinators)).toBeShown();
    expect(screen.queryByRole("button", { name: texts.changeOf("Casa Oaxaca") })).toBeNull();
  });

  it("says to others whom to ask", async () => {
    await openPage({ role: "volunteer" });
    expect(await screen.findByText(texts.notForYou)).toBeShown();
  });
});
