/** Figures of the house on the settings page: who may take them out, for which months, and what the file says. */
import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineError } from "../../src/engine/api/index.ts";
import { goTo, renderApp, t } from "../support/render-app.tsx";

let given: Blob[] = [];

beforeEach(() => {
  given = [];
  // jsdom gives no downloads: what a browser would be handed is kept here
  URL.createObjectURL = (file) => {
    given.push(file as Blob);
    return "blob:figures";
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const open = async (options: Parameters<typeof renderApp>[0] = {}) => {
  const app = renderApp(options);
  await goTo("/ajustes");
  await screen.findByRole("heading", { name: t.settings.title });
  return app;
};
const card = () => within(screen.getByRole("region", { name: t.settings.figuresTitle }));
const monthField = (name: "figuresFrom" | "figuresTo") =>
  card().getByLabelText<HTMLInputElement>(new RegExp(t.settings[name], "u"));
const takeOut = () => card().getByRole("button", { name: t.settings.figuresButton });

describe("figures of the house", () => {
  it("are a file of the months that were asked for, with tags and nobody's name", async () => {
    const { user, fake } = await open();
    const asked = vi.spyOn(fake, "exportFigures");
    fireEvent.input(monthField("figuresFrom"), { target: { value: "2026-01" } });
    await user.click(takeOut());
    expect(await card().findByRole("status")).toSay(t.settings.exportDone);
    expect(asked.mock.calls).toEqual([[{ from: "2026-01", to: undefined }, "es"]]);
    const text = await given[0]!.text();
    expect(text).toMatch(/Mes,Llegadas,/u);
    expect(text).toMatch(/#date\+month,#reached\+arrivals,/u);
    for (const { title } of await fake.list("guest")) expect(text).not.toContain(title);
  });

  it("are refused with what to do where the months cannot be counted", async () => {
    const { user, fake } = await open();
    Object.assign(fake, {
      exportFigures: () => Promise.reject(new EngineError({ code: "month-not-over", last: "2026-05" })),
    });
    await user.click(takeOut());
    expect(await card().findByRole("alert")).toSay(/2026-05/u);
    expect(given).toEqual([]);
  });

  it("are explained, and say what <5 and * are", async () => {
    await open();
    expect(card().getByText(t.settings.figuresHidden)).toBeShown();
    expect(monthField("figuresTo")).toBeShown();
  });

  it.each(["volunteer", "advocate"] as const)("are not offered to a %s", async (role) => {
    await open({ role });
    expect(screen.queryByRole("region", { name: t.settings.figuresTitle })).toBeNull();
  });
});
