import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it, vi } from "vitest";
import { maskName } from "../../src/ui/parts/masked-name.tsx";
import { goTo, renderApp, t } from "../support/render-app.tsx";
import { CARDS, CSV_FILE, GUESTS, PASSPHRASE, REPORTS } from "../support/invented.ts";

const NAMES = [...GUESTS, ...REPORTS, ...CARDS].flatMap(([, { name }]) => (name === undefined ? [] : [name]));

const namesIn = (text: string): readonly string[] => NAMES.filter((name) => text.includes(name));

const everythingKept = (): string =>
  JSON.stringify(Object.entries(localStorage)) +
  JSON.stringify(Object.entries(sessionStorage)) +
  document.title +
  decodeURIComponent(location.href);

describe("a computer in a shared room", () => {
  it("B8 keeps no name in titles, addresses or the browser's storage", async () => {
    const { user, fake } = renderApp();
    for (const item of await fake.list("report")) {
      await goTo(`/registro/${item.id}`);
      await screen.findByRole("heading", { name: item.title });
      expect(namesIn(everythingKept())).toEqual([]);
    }
    await user.keyboard("{F2}");
    await user.type(await screen.findByRole("textbox", { name: t.search.box }), NAMES[0] ?? "");
    await screen.findByRole("link", { name: new RegExp(NAMES[0] ?? "-", "u") });
    expect(namesIn(everythingKept())).toEqual([]);
  });

  it("would be caught keeping one", () => {
    const address = location.href;
    location.hash = `#/${NAMES[0] ?? ""}`;
    expect(namesIn(everythingKept())).not.toEqual([]);
    location.href = address;
  });

  it("masks a name so that neither its length nor its words can be told", () => {
    expect(maskName("María del Socorro")).toBe("M•• d•• S••");
    expect(maskName("Xuu'kx")).toBe("X••");
    expect(maskName("  ")).toBe("");
  });
});

describe("settings", () => {
  it("changes language and light at once, and keeps nothing else", async () => {
    const { user } = renderApp();
    await user.click(await screen.findByRole("link", { name: t.shell.pages.settings }));
    await user.click(await screen.findByRole("radio", { name: /Sol/u }));
    expect(document.documentElement.dataset["theme"]).toBe("sun");
    await user.click(screen.getByRole("radio", { name: "English" }));
    expect(await screen.findByRole("heading", { name: "Settings" })).toBeShown();
    expect(document.documentElement.lang).toBe("en");
    expect(Object.keys(localStorage)).toEqual(["vereda.look"]);
  });

  it("brings in a file and names what did not come in", async () => {
    const { user, fake } = renderApp();
    await user.click(await screen.findByRole("link", { name: t.shell.pages.settings }));
    const file = new File([CSV_FILE], "lista.csv", { type: "text/csv" });
    const choose = await screen.findByRole("button", { name: t.settings.fileChoose });
    expect(screen.getByText(t.settings.fileNone)).toBeShown();
    const input = screen.getByLabelText<HTMLInputElement>(t.settings.importFile);
    const opened = vi.spyOn(input, "click").mockReturnValue();
    choose.focus();
    await user.keyboard("{Enter}");
    expect(opened).toHaveBeenCalledOnce();
    await user.upload(input, file);
    expect(screen.getByText(t.settings.fileChosen("lista.csv"))).toBeShown();
    await user.click(screen.getByRole("button", { name: t.settings.importButton }));
    expect(await screen.findByText(t.settings.importDone("2", "0", "0"))).toBeShown();
    expect(screen.getByText("renglón 4")).toBeShown();
    expect(screen.getByText(t.problems["needs-name"])).toBeShown();
    expect((await fake.list("report")).map((item) => item.title)).toContain("Belinda Suazo");
  });

  it("takes somebody's keys off the computer only after they read what would be lost", async () => {
    const { user, fake } = renderApp();
    await user.click(await screen.findByRole("link", { name: t.shell.pages.settings }));
    await user.click(await screen.findByText(t.locks.leaveTitle));
    const form = screen.getByRole("form", { name: t.locks.leaveTitle });
    await user.type(within(form).getByLabelText(t.welcome.passphrase), PASSPHRASE);
    await user.click(within(form).getByRole("button", { name: t.locks.leave }));
    expect(await within(form).findByText(/registros que solo están en este equipo/u)).toBeShown();
    await user.click(within(form).getByRole("button", { name: t.locks.leaveDespite }));
    expect(await within(form).findByRole("link", { name: t.locks.leaveNeedSure })).toBeShown();
    expect(await fake.state()).toMatchObject({ kind: "open" });
    await user.click(within(form).getByRole("checkbox", { name: t.locks.leaveSure }));
    await user.click(within(form).getByRole("button", { name: t.locks.leaveDespite }));
    await waitFor(async () => {
      expect((await fake.state()).kind).toBe("locked");
    });
  });

  it("says what is wrong with a file that is neither", async () => {
    const { user } = renderApp();
    await user.click(await screen.findByRole("link", { name: t.shell.pages.settings }));
    await user.upload(await screen.findByLabelText(t.settings.importFile), new File(["?"], "foto.csv"));
    await user.click(screen.getByRole("button", { name: t.settings.importButton }));
    await waitFor(() => {
      expect(screen.getByRole("alert")).toSay("no tiene ninguna columna con nombres");
    });
  });
});
