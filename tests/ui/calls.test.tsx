import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { RecordId } from "../../src/engine/api/index.ts";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const NAME = "Yésica Maribel Orantes Tzul";

async function openGuest(options: FakeOptions = {}): Promise<RenderedApp & { readonly id: RecordId }> {
  const app = renderApp(options);
  const item = (await app.fake.list("guest")).find(({ title }) => title === NAME);
  if (item === undefined) throw new Error("the invented guest is there");
  await goTo(`/registro/${item.id}`);
  await screen.findByRole("heading", { name: NAME });
  await screen.findByText(t.calls.none);
  return { ...app, id: item.id };
}

describe("calls home", () => {
  it("are noted in a few presses by a volunteer, and nothing can be typed", async () => {
    const { user, fake, id } = await openGuest({ role: "volunteer" });
    await user.click(screen.getByRole("button", { name: t.calls.add }));
    const form = await screen.findByRole("form", { name: t.calls.form });
    expect(form.querySelector("input[type=text], input[type=tel], input:not([type]), textarea")).toBeNull();
    await user.click(within(form).getByRole("radio", { name: t.calls.relations.mother }));
    await user.click(within(form).getByRole("radio", { name: t.calls.results.reached }));
    await user.click(within(form).getByRole("checkbox", { name: t.calls.restored }));
    await user.click(within(form).getByRole("button", { name: t.calls.save }));
    expect(await screen.findByText(/Su mamá · Sí, hablaron · recuperaron el contacto$/u)).toBeShown();
    const [call] = await fake.list("call");
    expect(call?.fields).toMatchObject({
      ...{ guest: id, relation: "mother", result: "reached", contactRestored: true },
    });
  });

  it("ask for what is missing, and forget that contact was restored when nobody answered", async () => {
    const { user, fake } = await openGuest();
    await user.click(screen.getByRole("button", { name: t.calls.add }));
    await user.click(await screen.findByRole("button", { name: t.calls.save }));
    expect(await screen.findByRole("link", { name: t.calls.needRelation })).toBeShown();
    expect(screen.getByRole("link", { name: t.calls.needResult })).toBeShown();
    await user.click(screen.getByRole("radio", { name: t.calls.relations.child }));
    await user.click(screen.getByRole("radio", { name: t.calls.results.reached }));
    await user.click(screen.getByRole("checkbox", { name: t.calls.restored }));
    await user.click(screen.getByRole("radio", { name: t.calls.results.none }));
    await user.click(screen.getByRole("button", { name: t.calls.save }));
    await screen.findByText(/Nadie contestó$/u);
    expect((await fake.list("call"))[0]?.fields).toMatchObject({ contactRestored: false });
  });

  it("that were noted by mistake are gone from the page, and kept", async () => {
    const { user, fake, id } = await openGuest();
    await fake.call({ guest: id, relation: "friend", result: "voicemail" });
    await user.click(await screen.findByRole("button", { name: /^Se anotó por error: .*Una amistad/u }));
    await waitFor(() => {
      expect(screen.getByText(t.calls.none)).toBeShown();
    });
    expect((await fake.list("call"))[0]?.fields).toMatchObject({ takenBack: true });
  });
});
