import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { RecordId } from "../../src/engine/api.ts";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const NAME = "Yésica Maribel Orantes Tzul";

async function openGuest(options: FakeOptions = {}): Promise<RenderedApp & { readonly id: RecordId }> {
  const app = renderApp(options);
  const item = (await app.fake.list("guest")).find(({ title }) => title === NAME);
  if (item === undefined) throw new Error("the invented guest is there");
  await goTo(`/registro/${item.id}`);
  await screen.findByRole("heading", { name: NAME });
  await screen.findByText(/^En esta casa desde/u);
  return { ...app, id: item.id };
}

async function leave({ user }: RenderedApp, how: keyof typeof t.stay.hows): Promise<void> {
  await user.click(screen.getByRole("button", { name: t.stay.depart }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("radio", { name: t.stay.hows[how] }));
  await user.click(within(dialog).getByRole("button", { name: t.stay.save }));
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
}

describe("a guest who leaves", () => {
  it("is noted at the door by keyboard alone, by a volunteer too, and told so on the page", async () => {
    const { user, fake, id } = await openGuest({ role: "volunteer" });
    screen.getByRole("button", { name: t.stay.depart }).focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog");
    await waitFor(() => {
      expect(within(dialog).getByRole("radio", { name: t.stay.hows["moved-on"] })).toHoldFocus();
    });
    await user.keyboard(" {Tab}Monterrey{Control>}{Enter}{/Control}");
    expect(await screen.findByText(/Siguió su camino · Monterrey$/u)).toBeShown();
    expect((await fake.show(id)).fields).toHaveProperty("leftAt");
    const [departure] = await fake.list("departure");
    expect(departure?.fields).toMatchObject({ guest: id, how: "moved-on", to: "Monterrey" });
    expect(screen.queryByText(t.stay.nextTitle)).toBeNull();
  });

  it("asks how, and keeps what was typed when the time cannot be read", async () => {
    const { user, fake } = await openGuest();
    await user.click(screen.getByRole("button", { name: t.stay.depart }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: t.stay.save }));
    expect(await within(dialog).findByRole("link", { name: t.stay.needHow })).toBeShown();
    await user.click(within(dialog).getByRole("radio", { name: t.stay.hows.hospital }));
    const at = within(dialog).getByRole("textbox", { name: (name) => name.startsWith(t.stay.at) });
    await user.type(at, "anteayer");
    await user.click(within(dialog).getByRole("button", { name: t.stay.save }));
    expect(
      await within(dialog).findByRole("link", { name: t.problems["bad-time"].replace("{label}", "Cuándo") }),
    ).toBeShown();
    expect(at).toHoldValue("anteayer");
    expect(await fake.list("departure")).toEqual([]);
  });

  it("by mistake is here again, and nothing of the mistake stands on the page", async () => {
    const app = await openGuest();
    await leave(app, "deported");
    await app.user.click(await screen.findByRole("button", { name: t.stay.undo }));
    expect(await screen.findByText(/^En esta casa desde/u)).toBeShown();
    expect(screen.queryByText(/deportación/u)).toBeNull();
    expect((await app.fake.show(app.id)).fields).not.toHaveProperty("leftAt");
  });

  it.each(["detained", "not-returned"] as const)(
    "%s: a lawyer is to be told, and a report begins with what is known",
    async (how) => {
      const app = await openGuest();
      await leave(app, how);
      expect(await screen.findByText(t.stay.next[how])).toBeShown();
      await app.user.click(screen.getByRole("button", { name: t.stay.report }));
      expect(await screen.findByRole("textbox", { name: t.report.name })).toHoldValue(NAME);
      expect(decodeURIComponent(location.href)).not.toMatch(/Y.sica|Orantes/u);
    },
  );

  it("is told as gone in lists", async () => {
    const app = await openGuest();
    await leave(app, "moved-on");
    await goTo("/llegadas");
    const list = await screen.findByRole("region", { name: /llegadas hoy/u });
    expect(await within(list).findByText(/Salió:/u)).toBeShown();
    await goTo("/buscar");
    await app.user.type(await screen.findByRole("textbox", { name: t.search.box }), "Yésica Orantes");
    expect(await screen.findByText(t.matches.left)).toBeShown();
  });
});
