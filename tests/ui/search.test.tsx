import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { type RenderedApp, renderApp, t } from "../support/render-app.tsx";

async function search(user: RenderedApp["user"], text: string): Promise<void> {
  await user.keyboard("{F2}");
  await user.type(await screen.findByRole("textbox", { name: t.search.box }), text);
}

describe("search", () => {
  it("finds a name that was spelt otherwise, with its reasons in words", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Francisco Madrid");
    const hit = await screen.findByRole("link", { name: /Fransisco Javier Madrid Ulloa/u });
    expect(hit).toSay(t.search.strengths.much);
    expect(hit).toSay("suena igual: Francisco ≈ Fransisco");
    expect(hit).toSay(t.search.kinds.report);
  });

  it("says where it looked, who does not appear, and how to ask along the route", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Zacarías Quetzal");
    expect(await screen.findByText(t.search.none)).toBeShown();
    const where = screen.getByRole("region", { name: t.search.where });
    expect(where).toSay(t.search.coverage(3, 4));
    expect(where).toSay("El dato más viejo: hace 9 días");
    expect(where).toSay(t.search.coverageConsent);
    expect(where).toSay(t.search.coverageReport);
    expect(where).toSay("Refugio La Ceiba");
  });

  it("carries the name to the report without putting it in the address", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Zacarías Quetzal");
    await user.click(await screen.findByRole("button", { name: t.search.report }));
    expect(await screen.findByRole("textbox", { name: t.report.name })).toHoldValue("Zacarías Quetzal");
    expect(decodeURIComponent(location.href)).not.toContain("Quetzal");
  });

  it("refuses a place alone and says what to add", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Honduras");
    expect(await screen.findByText(t.refusals["place-only"])).toBeShown();
  });

  it("lets the arrow keys walk into the results and back", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Francisco");
    const hits = await screen.findAllByRole("link", { name: /Fran[cs]isco/u });
    await user.keyboard("{ArrowDown}");
    expect(hits[0]).toHoldFocus();
    await user.keyboard("{ArrowUp}");
    expect(screen.getByRole("textbox", { name: t.search.box })).toHoldFocus();
  });

  it("tells advocates that only their own reports were searched", async () => {
    const { user } = renderApp({ siteKind: "advocates" });
    await user.type(await screen.findByRole("textbox", { name: t.search.box }), "Marlenis");
    const where = await screen.findByRole("region", { name: t.search.where });
    expect(where).toSay(t.search.coverageAdvocates);
    expect(where).not.toSay("albergues");
    const pages = within(screen.getByRole("navigation"));
    expect(pages.queryByRole("link", { name: t.shell.pages.arrivals })).toBeNull();
  });

  it("asks again when records arrive", async () => {
    const { user, fake } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Zacarías Quetzal");
    await screen.findByText(t.search.none);
    await fake.add("guest", { name: "Zacarías Quetzal" });
    await waitFor(() => {
      expect(screen.getByRole("link", { name: /Zacarías Quetzal/u })).toBeShown();
    });
  });
});
