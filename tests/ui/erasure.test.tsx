/** Erasing a record for good on its page, and what the settings tell of it afterwards. */
import { screen, within } from "@solidjs/testing-library";
import { describe, expect, it, vi } from "vitest";
import type { RecordId } from "../../src/engine/api/index.ts";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const NAME = "Yésica Maribel Orantes Tzul";

async function openHistory(options: FakeOptions = {}): Promise<RenderedApp & { readonly id: RecordId }> {
  const app = renderApp(options);
  const item = (await app.fake.list("guest")).find(({ title }) => title === NAME);
  if (item === undefined) throw new Error("the invented guest is there");
  await goTo(`/registro/${item.id}`);
  await screen.findByRole("heading", { name: NAME });
  await app.user.click(screen.getByRole("tab", { name: t.record.history }));
  return { ...app, id: item.id };
}

describe("erasing for good", () => {
  it("says what it takes with it, asks why, and then tells which houses have", async () => {
    const { user, fake, id } = await openHistory();
    const erase = vi.spyOn(fake, "erase");
    await user.click(screen.getByRole("button", { name: t.erasure.start }));
    const dialog = within(await screen.findByRole("dialog", { name: t.erasure.title }));
    expect(await dialog.findByText(t.erasure.takes(5))).toBeShown();
    expect(dialog.getByText(t.erasure.told("Casa Ceiba"))).toBeShown();
    expect(dialog.getByText(t.erasure.copies)).toBeShown();
    await user.click(dialog.getByRole("button", { name: t.erasure.confirm }));
    expect(await dialog.findByRole("link", { name: t.problems.required })).toBeShown();
    expect(erase).not.toHaveBeenCalled();
    await user.type(dialog.getByLabelText(new RegExp(t.erasure.reason, "u")), "lo pidió la persona");
    await user.click(dialog.getByRole("button", { name: t.erasure.confirm }));
    const card = within(await screen.findByRole("region", { name: t.erasure.progressTitle }));
    expect(erase).toHaveBeenCalledWith({ id, reason: "lo pidió la persona" });
    await user.click(card.getByText(t.erasure.progress(1, 2)));
    expect(card.getByText(/Casa Ceiba: Todavía no se sabe/u)).toBeShown();
    expect(card.getByText(t.erasure.onlySays)).toBeShown();
  });

  it("is not begun without a press, and ended by another", async () => {
    const { user, fake, id } = await openHistory({ role: "protection" });
    await user.click(screen.getByRole("button", { name: t.erasure.start }));
    const dialog = within(await screen.findByRole("dialog", { name: t.erasure.title }));
    await user.click(await dialog.findByRole("button", { name: t.erasure.cancel }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect((await fake.show(id)).kind).toBe("guest");
  });

  it.each(["staff", "volunteer"] as const)("is not offered to %s", async (role) => {
    await openHistory({ role });
    await screen.findByRole("tabpanel");
    expect(screen.queryByRole("button", { name: t.erasure.start })).toBeNull();
  });
});
