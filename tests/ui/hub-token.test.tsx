/** A hub without a house: given to one by the page that was opened with the hub's whole address, and by no other. */
import { screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetHubToken, watchForToken } from "../../src/ui/hub-token.ts";
import { renderApp, t } from "../support/render-app.tsx";

const TOKEN = "0123456789abcdefABCDEF";

interface FakeHub {
  /** What the page showed as its token, each time. */
  readonly shown: (string | null)[];
  mesh: boolean;
  canAdopt: boolean;
}
let hub: FakeHub;

const answerOf = (path: string, init: RequestInit | undefined): Response => {
  if (path !== "hub/adopt") {
    const { mesh, canAdopt } = hub;
    return Response.json({ peers: [], mesh, canAdopt, lan: null });
  }
  const shown = new Headers(init?.headers).get("vereda-token");
  hub.shown.push(shown);
  if (shown !== TOKEN) return new Response("", { status: 403 });
  hub.mesh = true;
  hub.canAdopt = false;
  return new Response("", { status: 200 });
};

const openHubCard = async (): Promise<void> => {
  const link = await screen.findByRole("link", { name: t.shell.pages.mesh });
  link.click();
  await screen.findByRole("heading", { name: t.mesh.hubTitle });
};

beforeEach(() => {
  hub = { shown: [], mesh: false, canAdopt: true };
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => Promise.resolve(answerOf(path, init)));
});
afterEach(() => {
  vi.unstubAllGlobals();
  forgetHubToken();
});

describe("B6 a hub without a house", () => {
  it("is handed nothing by a page that was opened without the whole address, which says what to do", async () => {
    renderApp();
    await openHubCard();
    expect(await screen.findByText(t.mesh.hubFullAddress)).toBeShown();
    expect(screen.queryByRole("button", { name: t.mesh.hubAdopt })).toBeNull();
    expect(hub.shown).toEqual([]);
  });

  it("says so before anything else on its first page", async () => {
    renderApp({ start: "empty" });
    expect(await screen.findByText(t.mesh.hubFullAddress)).toBeShown();
  });

  it("is given to the house of the page that has the token, which stays in memory alone", async () => {
    location.hash = `#base=${TOKEN}`;
    watchForToken();
    expect(location.href).not.toContain(TOKEN);
    renderApp();
    await openHubCard();
    expect(await screen.findByText(t.mesh.hubAdopted)).toBeShown();
    expect(hub.shown).toEqual([TOKEN]);
    expect(screen.queryByText(t.mesh.hubFullAddress)).toBeNull();
    const kept = [localStorage, sessionStorage].map((storage) => JSON.stringify(Object.entries(storage)));
    expect(`${kept.join()} ${document.cookie} ${JSON.stringify(history.state)}`).not.toContain(TOKEN);
    expect(document.body.innerHTML).not.toContain(TOKEN);
  });

  it("is given when the whole address is opened in the tab that is open already, on the same page", async () => {
    renderApp();
    await openHubCard();
    await screen.findByText(t.mesh.hubFullAddress);
    const before = location.hash;
    location.hash = `#base=${TOKEN}`;
    expect(await screen.findByText(t.mesh.hubAdopted)).toBeShown();
    expect([location.hash, hub.shown]).toEqual([before, [TOKEN]]);
    expect(screen.getByRole("heading", { name: t.mesh.hubTitle })).toBeShown();
  });

  it("that does not know the token is asked once, and the page says what to do", async () => {
    location.hash = "#base=of-another-hub-or-day";
    watchForToken();
    renderApp();
    await openHubCard();
    expect(await screen.findByText(t.mesh.hubFullAddress)).toBeShown();
    await waitFor(() => {
      expect(hub.shown).toEqual(["of-another-hub-or-day"]);
    });
  });
});
