import { screen, waitFor } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { renderApp, t } from "../support/render-app.tsx";
import { GUESTS, HOUSE, PASSPHRASE } from "../support/invented.ts";

describe("the locked screen", () => {
  it("shows the house and nobody", async () => {
    const { container } = renderApp({ start: "locked" });
    expect(await screen.findByRole("heading", { name: HOUSE })).toBeShown();
    expect(container).not.toSay("Lucía");
    for (const [, guest] of GUESTS) expect(container).not.toSay(guest.name ?? "-");
    expect(document.title).toBe("Candado · Vereda");
  });

  it("says what to check after a wrong phrase, beside the field and in the summary", async () => {
    const { user } = renderApp({ start: "locked" });
    const field = await screen.findByLabelText(t.welcome.passphrase);
    await user.type(field, "otra frase distinta{Enter}");
    const summary = await screen.findByRole("alert");
    expect(summary).toSay(t.faults["wrong-passphrase"]);
    expect(field).toBeDescribedAs(t.faults["wrong-passphrase"]);
    expect(field).toHoldValue("otra frase distinta");
  });

  it("opens with the phrase, and F9 closes it with nothing left on the page", async () => {
    const { user, container } = renderApp({ start: "locked" });
    await user.type(await screen.findByLabelText(t.welcome.passphrase), `${PASSPHRASE}{Enter}`);
    expect(await screen.findByRole("heading", { name: t.arrivals.title })).toBeShown();
    await user.keyboard("{F9}");
    expect(await screen.findByRole("button", { name: t.welcome.unlock })).toBeShown();
    expect(container).not.toSay("Turno");
  });

  it("gives back what was being typed", async () => {
    const { user } = renderApp();
    const name = await screen.findByRole("textbox", { name: t.arrivals.name });
    await user.type(name, "María del Soc");
    await user.keyboard("{F9}");
    await user.type(await screen.findByLabelText(t.welcome.passphrase), `${PASSPHRASE}{Enter}`);
    await waitFor(() => {
      expect(screen.getByRole("textbox", { name: t.arrivals.name })).toHoldValue("María del Soc");
    });
    expect(screen.getByText(t.arrivals.restored)).toBeShown();
    expect(screen.getByRole("textbox", { name: t.arrivals.name })).toHoldFocus();
  });
});
