import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { RecordId } from "../../src/engine/api/index.ts";
import { paths } from "../../src/ui/paths.ts";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const NAME = "Yésica Maribel Orantes Tzul";
const texts = t.care;

async function openGuest(options: FakeOptions = {}): Promise<RenderedApp & { readonly id: RecordId }> {
  const app = renderApp(options);
  const item = (await app.fake.list("guest")).find(({ title }) => title === NAME);
  if (item === undefined) throw new Error("the invented guest is there");
  await goTo(`/registro/${item.id}`);
  await screen.findByRole("heading", { name: NAME });
  await screen.findByRole("heading", { name: texts.messages });
  return { ...app, id: item.id };
}

it("a note with the number of a paper is told so, without being refused", async () => {
  const { user } = await openGuest();
  await user.click(await screen.findByRole("button", { name: t.care.addNeed }));
  const form = within(await screen.findByRole("form", { name: t.care.addNeed }));
  const note = form.getByRole("textbox");
  await user.type(note, "pide asilo");
  expect(screen.queryByText(t.shell.paperNumber)).toBeNull();
  await user.type(note, ", DPI 2456 78901 0101");
  expect(screen.getByText(t.shell.paperNumber)).toBeShown();
});

describe("on the page of a guest", () => {
  it("a need is noted, told as open in the house, and attended", async () => {
    const { user, fake, id } = await openGuest();
    await user.click(screen.getByRole("button", { name: texts.addNeed }));
    const form = within(await screen.findByRole("form", { name: texts.addNeed }));
    await user.click(form.getByRole("button", { name: texts.save }));
    expect(await form.findByRole("link", { name: texts.needWhat })).toBeShown();
    await user.click(form.getByRole("radio", { name: texts.kinds.medical }));
    await user.click(form.getByRole("button", { name: texts.save }));
    const need = texts.kinds.medical;
    expect(await screen.findByRole("button", { name: texts.attendOf(need) })).toBeShown();
    expect((await fake.care()).needs).toMatchObject([{ what: "medical", guest: { id } }]);

    await goTo(paths.arrivals);
    expect(await screen.findByRole("heading", { name: texts.open })).toBeShown();
    await user.click(await screen.findByRole("button", { name: texts.attendOf(need) }));
    await waitFor(() => {
      expect(screen.queryByRole("heading", { name: texts.open })).toBeNull();
    });
    expect((await fake.care(id)).attentions).toMatchObject([{ what: "medical" }]);
  });

  it("a volunteer hands in what was given, and is shown nothing of it", async () => {
    const { user, fake, id } = await openGuest({ role: "volunteer" });
    expect(screen.getByText(texts.dropOnly)).toBeShown();
    await user.click(screen.getByRole("button", { name: texts.addAttention }));
    const form = within(await screen.findByRole("form", { name: texts.addAttention }));
    await user.click(form.getByRole("radio", { name: texts.kinds.kit }));
    await user.click(form.getByRole("button", { name: texts.save }));
    expect(await screen.findByRole("button", { name: texts.addAttention })).toBeShown();
    expect((await fake.care(id)).attentions).toHaveLength(1);
    expect(screen.queryByRole("heading", { name: texts.given })).toBeNull();
  });

  it("a message waits on the page and beside the arrivals, without its text there, until it is given", async () => {
    const { user, fake, id } = await openGuest();
    await fake.add("waiting-message", { guest: id, relation: "mother", text: "Que llame el domingo." });
    expect(await screen.findByText("«Que llame el domingo.»")).toBeShown();
    await goTo(paths.arrivals);
    await screen.findByRole("heading", { name: t.arrivals.title });
    expect(await screen.findByRole("heading", { name: texts.open })).toBeShown();
    expect(document.body.textContent).not.toContain("domingo");
    await goTo(`/registro/${id}`);
    await user.click(await screen.findByRole("button", { name: /^Anotar que se entregó/u }));
    expect(await screen.findByText(texts.noMessages)).toBeShown();
  });

  it("whom never to tell is said first, and taken off by who may read it", async () => {
    const { user, fake, id } = await openGuest();
    await user.click(screen.getByRole("button", { name: texts.addNever }));
    const form = within(await screen.findByRole("form", { name: texts.addNever }));
    await user.click(form.getByRole("button", { name: texts.save }));
    expect(await form.findByRole("link", { name: texts.needNever })).toBeShown();
    await user.type(form.getByRole("textbox", { name: texts.neverRelation }), "su esposo");
    await user.click(form.getByRole("button", { name: texts.save }));
    expect(await screen.findByText(texts.never)).toBeShown();
    expect(await fake.neverTell(id)).toMatchObject([{ relation: "su esposo" }]);
    await user.click(screen.getByRole("button", { name: texts.takeBackOf("su esposo") }));
    await waitFor(() => {
      expect(screen.queryByText(texts.never)).toBeNull();
    });
  });

  it("whom never to tell is said again where somebody calls for them, or tells another house", async () => {
    const { user, fake, id } = await openGuest();
    await user.click(screen.getByRole("button", { name: t.calls.add }));
    expect(screen.queryByText(texts.neverCall)).toBeNull();
    await fake.add("never-tell", { guest: id, name: "Luis Caal", relation: "su esposo" });
    const call = within(await screen.findByRole("form", { name: t.calls.form }));
    expect(await call.findByText(texts.neverCall)).toBeShown();
    expect(call.getByText("Luis Caal · su esposo")).toBeShown();
    await user.click(screen.getByText(t.referrals.ofGuest));
    const refer = within(await screen.findByRole("form", { name: t.referrals.ofGuest }));
    expect(await refer.findByText(texts.neverRefer)).toBeShown();
  });

  it.each([
    ["says to be that one", { askedBy: "Luis Caal Tot", text: "Que llame." }, true],
    [
      "says to be what that one is, and asks for the person",
      { relation: "esposo", for: NAME, text: "x" },
      true,
    ],
    ["says so and asks for somebody else", { relation: "esposo", for: "Otra Persona", text: "x" }, false],
    ["says to be somebody else", { askedBy: "Rosa Tot", relation: "madre", for: NAME, text: "x" }, false],
  ] as const)("who left a message at the door and %s", async (_, message, warns) => {
    const { fake, id } = await openGuest();
    await fake.add("never-tell", { guest: id, name: "Luis Caal", relation: "su esposo" });
    const taken = await fake.add("night-message", message);
    await goTo(`/registro/${taken.id}`);
    await screen.findByText(message.text);
    if (warns) expect(await screen.findByText(texts.askedByNever)).toBeShown();
    else expect(screen.queryByText(texts.askedByNever)).toBeNull();
  });
});
