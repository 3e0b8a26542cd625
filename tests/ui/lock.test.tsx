import { screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stir } from "../../src/ui/idle.ts";
import { goTo, renderApp, t } from "../support/render-app.tsx";
import { GUESTS, HOUSE, PASSPHRASE } from "../support/invented.ts";

const PIN = "271828";

const phraseField = () => screen.findByLabelText(t.welcome.passphrase);
const nameBox = () => screen.findByRole("textbox", { name: t.arrivals.name });

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
    const field = await phraseField();
    await user.type(field, "otra frase distinta{Enter}");
    const summary = await screen.findByRole("alert");
    expect(summary).toSay(t.faults["wrong-passphrase"]);
    expect(field).toBeDescribedAs(t.faults["wrong-passphrase"]);
    expect(field).toHoldValue("otra frase distinta");
  });

  it("opens with the phrase, and F9 closes it with nothing left on the page", async () => {
    const { user, container } = renderApp({ start: "locked" });
    await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    expect(await screen.findByRole("heading", { name: t.arrivals.title })).toBeShown();
    await user.keyboard("{F9}");
    expect(await screen.findByRole("button", { name: t.welcome.unlock })).toBeShown();
    expect(container).not.toSay("Turno");
  });

  it("lets each find their vault by a badge, and asks whose it is", async () => {
    const { user, container, fake } = renderApp({ start: "locked", others: 2 });
    await screen.findByRole("radio", { name: t.locks.badges.moon });
    expect(container.textContent).not.toMatch(/Luc|Ramiro/u);
    await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    expect(await screen.findByRole("alert")).toSay(t.locks.needBadge);
    await user.click(screen.getByRole("radio", { name: t.locks.badges.moon }));
    await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    await screen.findByRole("navigation");
    expect(await fake.state()).toMatchObject({ badge: "moon" });
    // after a lock the same person is the likeliest to open again
    await user.keyboard("{F9}");
    expect(await screen.findByRole("radio", { name: t.locks.badges.moon })).toHaveProperty("checked", true);
  });
});

describe("a lock while much else happens", () => {
  it("shows nothing of what was open again, and brings back what was half typed", async () => {
    const { user, fake } = renderApp();
    await user.type(await nameBox(), "María del Socorro");
    // the engine answers slowly, and tells of something else before it has answered
    const answer = fake.state.bind(fake);
    let asked = 0;
    let answerAtLast = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      answerAtLast = resolve;
    });
    fake.state = async () => {
      asked += 1;
      const mine = asked;
      if (mine === 2) fake.raise({ kind: "members" });
      else await slow;
      return answer();
    };
    await user.keyboard("{F9}");
    await waitFor(() => {
      expect(asked).toBeGreaterThanOrEqual(3);
    });
    await new Promise((done) => setTimeout(done, 50));
    expect(screen.queryByRole("navigation")).toBeNull();
    answerAtLast();
    await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    expect(await nameBox()).toHoldValue("María del Socorro");
  });
});

describe("wrong phrases", () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are counted down, hold back the right one, and are forgotten by it", async () => {
    const { user } = renderApp({ start: "locked" });
    const field = await phraseField();
    await user.type(field, "otra frase distinta{Enter}");
    await user.type(field, "{Enter}");
    expect(screen.queryByRole("timer")).toBeNull();
    await user.type(field, "{Enter}");
    expect(await screen.findByRole("timer")).toSay(t.locks.wait(5));
    await user.clear(field);
    await user.type(field, `${PASSPHRASE}{Enter}`);
    expect(await screen.findByRole("alert")).toSay("Puede volver a probar");
    expect(field).toHoldValue(PASSPHRASE);
    vi.advanceTimersByTime(3_000);
    await waitFor(() => {
      expect(screen.getByRole("timer").textContent).toMatch(/ [12] segundo/u);
    });
    vi.advanceTimersByTime(3_000);
    await waitFor(() => {
      expect(screen.queryByRole("timer")).toBeNull();
    });
    await user.type(field, "{Enter}");
    await screen.findByRole("navigation");
    await user.keyboard("{F9}");
    await phraseField();
    expect(screen.queryByRole("timer")).toBeNull();
  });
});

describe("what was being typed", () => {
  it("comes back after a lock, in the same field", async () => {
    const { user } = renderApp();
    await user.type(await nameBox(), "María del Soc");
    await user.keyboard("{F9}");
    await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    await waitFor(async () => {
      expect(await nameBox()).toHoldValue("María del Soc");
    });
    expect(screen.getByText(t.arrivals.restored)).toBeShown();
    expect(await nameBox()).toHoldFocus();
  });

  it("is handed to the engine, and taken back when it was saved", async () => {
    const { user, fake } = renderApp();
    await user.type(await nameBox(), "María del Socorro");
    await waitFor(() => {
      expect([...fake.locks.drafts.values()].join()).toMatch(/María del Socorro/u);
    });
    await user.click(screen.getByRole("button", { name: t.arrivals.saveAndNext }));
    await screen.findByText(t.arrivals.lastSaved);
    await waitFor(() => {
      expect(fake.locks.drafts.size).toBe(0);
    });
    await user.keyboard("{F9}");
    await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    expect(await nameBox()).toHoldValue("");
    expect(screen.queryByText(t.arrivals.restored)).toBeNull();
  });

  it("is nobody else's", async () => {
    const { user } = renderApp({ start: "locked", others: 1 });
    await user.click(await screen.findByRole("radio", { name: t.locks.badges.star }));
    await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    await user.type(await nameBox(), "María del Soc");
    await user.keyboard("{F9}");
    await user.click(await screen.findByRole("radio", { name: t.locks.badges.moon }));
    await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    expect(await nameBox()).toHoldValue("");
  });
});

describe("the page where somebody was", () => {
  it("is there again for the same person, and not for another", async () => {
    const { user } = renderApp({ start: "locked", others: 1 });
    const openAs = async (badge: keyof typeof t.locks.badges): Promise<void> => {
      await user.click(await screen.findByRole("radio", { name: t.locks.badges[badge] }));
      await user.type(await phraseField(), `${PASSPHRASE}{Enter}`);
    };
    await openAs("star");
    await goTo("/ajustes");
    await screen.findByRole("heading", { name: t.settings.title });
    await user.keyboard("{F9}");
    await openAs("star");
    await screen.findByRole("heading", { name: t.settings.title });
    await user.keyboard("{F9}");
    await openAs("moon");
    await screen.findByRole("heading", { name: t.arrivals.title });
  });
});

describe("the PIN of a shift", () => {
  it("is set in settings with the passphrase, opens after a lock, and can be passed over", async () => {
    const { user } = renderApp();
    await goTo("/ajustes");
    const form = await screen.findByRole("form", { name: t.locks.pinTitle });
    const digits = screen.getByLabelText(t.locks.pinNew);
    await user.type(digits, "111111");
    const phrase = form.querySelector<HTMLInputElement>("#field-pin-passphrase")!;
    await user.type(phrase, `${PASSPHRASE}{Enter}`);
    expect(await screen.findByRole("alert")).toSay(t.faults["pin-simple"]);
    await user.clear(digits);
    await user.type(digits, `${PIN}{Enter}`);
    expect(await screen.findByRole("button", { name: t.locks.pinEnd })).toBeShown();
    await user.keyboard("{F9}");
    const pin = await screen.findByLabelText(t.locks.pin);
    await user.type(pin, "141421{Enter}");
    expect(await screen.findByRole("alert")).toSay("4 intentos");
    expect(await screen.findByText(t.locks.pinTries(4))).toBeShown();
    expect(pin).toHoldValue("");
    await user.click(screen.getByRole("button", { name: t.locks.usePassphrase }));
    expect(await phraseField()).toBeShown();
    await user.click(screen.getByRole("button", { name: t.locks.usePin }));
    await user.type(await screen.findByLabelText(t.locks.pin), `${PIN}{Enter}`);
    await screen.findByRole("navigation");
  });

  it("gives way to the passphrase after five wrong tries", async () => {
    const { user, fake } = renderApp();
    await screen.findByRole("navigation");
    await fake.setPin({ passphrase: PASSPHRASE, pin: PIN, hours: 4 });
    await user.keyboard("{F9}");
    for (let n = 0; n < 5; n++) await user.type(await screen.findByLabelText(t.locks.pin), "141421{Enter}");
    expect(await screen.findByRole("alert")).toSay(t.faults["pin-ended"]);
    expect(await phraseField()).toBeShown();
    expect(screen.queryByLabelText(t.locks.pin)).toBeNull();
  });
});

describe("settings of the lock", () => {
  it("change the passphrase, and say which field is wrong", async () => {
    const { user } = renderApp();
    await goTo("/ajustes");
    await screen.findByRole("form", { name: t.locks.change });
    await user.type(screen.getByLabelText(t.locks.current), "otra frase distinta");
    await user.type(screen.getByLabelText(t.locks.next), "cinco faroles bajo la lluvia");
    await user.type(screen.getByLabelText(t.welcome.passphraseAgain), "cinco faroles bajo la lluvia{Enter}");
    await waitFor(() => {
      expect(screen.getByLabelText(t.locks.current)).toBeDescribedAs(t.faults["wrong-passphrase"]);
    });
    await user.clear(screen.getByLabelText(t.locks.current));
    await user.type(screen.getByLabelText(t.locks.current), `${PASSPHRASE}{Enter}`);
    expect(await screen.findByText(t.locks.changed)).toBeShown();
    expect(screen.getByLabelText(t.locks.current)).toHoldValue("");
    await user.keyboard("{F9}");
    await user.type(await phraseField(), "cinco faroles bajo la lluvia{Enter}");
    await screen.findByRole("navigation");
  });

  it("choose the badge", async () => {
    const { user, fake } = renderApp();
    await goTo("/ajustes");
    await user.click(await screen.findByRole("radio", { name: t.locks.badges.boat }));
    expect(await fake.state()).toMatchObject({ badge: "boat" });
  });
});

describe("leaving at once", () => {
  it.each(["F8", "the button"])("by %s empties the page, ends the engine, shows a calendar", async (way) => {
    const { user, fake, left, ended } = renderApp();
    await user.type(await nameBox(), "María del Soc");
    if (way === "F8") await user.keyboard("{F8}");
    else await user.click(screen.getByRole("button", { name: t.locks.panic }));
    expect(document.body.textContent).toBe("");
    expect(document.title).toBe(t.locks.cover);
    expect(location.hash).toBe("");
    await waitFor(() => {
      expect(left).toEqual(["/calendario.html"]);
    });
    expect(ended()).toBe(true);
    expect([...fake.locks.drafts.values()].join()).toMatch(/María del Soc/u);
  });

  it("works on every page, and does not wait for an engine that hangs", async () => {
    const { user, fake, left, ended } = renderApp({ start: "empty" });
    await screen.findByRole("heading", { name: t.welcome.title });
    fake.keepDraft = () => new Promise(() => undefined);
    await user.keyboard("{F8}");
    await waitFor(() => {
      expect(left).toEqual(["/calendario.html"]);
    });
    expect(ended()).toBe(true);
  });
});

describe("a page that nobody uses", () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    stir();
  });
  afterEach(() => {
    vi.useRealTimers();
    stir();
    Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
  });

  const hide = (state: "hidden" | "visible"): void => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  };

  it("K14 locks itself when it was hidden for the chosen minutes, and not before", async () => {
    renderApp();
    await screen.findByRole("navigation");
    hide("hidden");
    vi.advanceTimersByTime(2 * 60_000);
    hide("visible");
    expect(screen.getByRole("navigation")).toBeShown();
    hide("hidden");
    vi.advanceTimersByTime(3 * 60_000 + 1_000);
    expect(await phraseField()).toBeShown();
    hide("visible");
  });

  it("K14 is locked before it is seen again, where the browser froze it meanwhile", async () => {
    renderApp();
    await screen.findByRole("navigation");
    hide("hidden");
    vi.setSystemTime(Date.now() + 60 * 60_000);
    hide("visible");
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(await phraseField()).toBeShown();
  });

  it("K14 locks itself after the chosen minutes without use, with a warning", async () => {
    const { user } = renderApp();
    await screen.findByRole("navigation");
    await user.keyboard("{Shift}");
    vi.advanceTimersByTime(4 * 60_000 + 10_000);
    expect(await screen.findByRole("alertdialog", { name: t.shell.idleTitle })).toBeShown();
    vi.advanceTimersByTime(60_000);
    expect(await phraseField()).toBeShown();
  });
});
