/** A guest's own copy of what the house holds about them. */
import { screen } from "@solidjs/testing-library";
import { describe, expect, it, vi } from "vitest";
import { goTo, renderApp, t } from "../support/render-app.tsx";

const NAME = "Yésica Maribel Orantes Tzul";

describe("the copy for the person", () => {
  it("tells what is held and who was told, with a warning that is not printed, and no name in the title", async () => {
    const { fake, user } = renderApp();
    const item = (await fake.list("guest")).find(({ title }) => title === NAME);
    await goTo(`/registro/${item!.id}`);
    await user.click(await screen.findByRole("tab", { name: t.record.history }));
    await user.click(await screen.findByRole("button", { name: t.copy.open }));
    expect(await screen.findByRole("heading", { name: t.copy.title })).toBeShown();
    expect(await screen.findByText(NAME)).toBeShown();
    expect(screen.getByText(t.copy.toldTo("Casa Ceiba (Honduras)"))).toBeShown();
    expect(screen.queryByText(t.copy.nobodyTold)).toBeNull();
    expect(screen.getByText(t.copy.rights)).toBeShown();
    expect(screen.getByText(t.copy.warning).closest(".screen-only")).not.toBeNull();
    expect(document.title).not.toContain("Yésica");
    const print = vi.fn();
    vi.stubGlobal("print", print);
    await user.click(screen.getByRole("button", { name: t.copy.print }));
    expect(print).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
    await user.click(screen.getByRole("button", { name: t.shell.back }));
    expect(await screen.findByRole("tab", { name: t.record.history })).toBeShown();
  });

  it("is not offered to who may not read what the person agreed to", async () => {
    const { fake, user } = renderApp({ role: "volunteer" });
    const item = (await fake.list("guest")).find(({ title }) => title === NAME);
    await goTo(`/registro/${item!.id}`);
    await user.click(await screen.findByRole("tab", { name: t.record.history }));
    await screen.findByRole("tabpanel");
    expect(screen.queryByRole("button", { name: t.copy.open })).toBeNull();
  });
});
