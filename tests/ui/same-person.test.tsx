import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { RecordId } from "../../src/engine/api/index.ts";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const NAME = "Yésica Maribel Orantes Tzul";
const SHORT = "Yésica Orantes";

async function openGuest(
  options: FakeOptions = {},
): Promise<RenderedApp & { readonly id: RecordId; readonly other: RecordId }> {
  const app = renderApp(options);
  const item = (await app.fake.list("guest")).find(({ title }) => title === NAME);
  if (item === undefined) throw new Error("the invented guest is there");
  const other = (await app.fake.add("guest", { name: SHORT, town: "Tactic" })).id;
  await goTo(`/registro/${item.id}`);
  await screen.findByRole("heading", { name: NAME });
  await screen.findByText(/^En esta casa desde/u);
  return { ...app, id: item.id, other };
}

const texts = t.samePerson;

describe("two records of one person", () => {
  it("are joined from the page, by a search, and parted again", async () => {
    const { user, fake, id, other } = await openGuest();
    await user.click(screen.getByRole("button", { name: texts.ask }));
    const field = await screen.findByRole("textbox", { name: texts.search });
    expect(field).toHoldFocus();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("link", { name: t.refusals.empty })).toBeShown();
    await user.type(field, SHORT);
    await user.keyboard("{Enter}");
    const [join] = await screen.findAllByRole("button", { name: texts.joinWith(SHORT) });
    await user.click(join!);
    const title = await screen.findByRole("heading", { name: texts.title });
    const section = within(title.closest("section")!);
    expect(section.getByRole("link", { name: SHORT }).getAttribute("href")).toContain(other);
    expect(section.getByText(`${NAME} / ${SHORT}`)).toBeShown();
    expect((await fake.person(id)).records.map((record) => record.id)).toEqual([id, other]);
    expect(screen.queryByRole("textbox", { name: texts.search })).toBeNull();

    await user.click(section.getByRole("button", { name: texts.partOf(SHORT) }));
    await waitFor(() => {
      expect(screen.queryByRole("heading", { name: texts.title })).toBeNull();
    });
    expect((await fake.person(id)).records).toHaveLength(1);
    expect((await fake.list("guest")).map((guest) => guest.id)).toContain(other);
  });

  it("of whom it is contested are told so, and whoever looks decides", async () => {
    const { user, fake, id, other } = await openGuest();
    fake.contest(id, other);
    expect(await screen.findByText(texts.contested)).toBeShown();
    await user.click(screen.getByRole("button", { name: texts.joinWith(SHORT) }));
    expect(await screen.findByRole("heading", { name: texts.title })).toBeShown();
    expect(screen.queryByText(texts.contested)).toBeNull();
  });

  it("show the calls of both", async () => {
    const { fake, id, other } = await openGuest();
    await fake.call({ guest: other, relation: "father", result: "voicemail" });
    await fake.merge(id, other);
    expect(await screen.findByText(new RegExp(t.calls.relations.father, "u"))).toBeShown();
  });

  it("are shown to a volunteer, who cannot join or part them", async () => {
    const { fake, id, other } = await openGuest({ role: "volunteer" });
    await fake.merge(id, other);
    expect(await screen.findByRole("link", { name: SHORT })).toBeShown();
    expect(screen.queryByRole("button", { name: texts.ask })).toBeNull();
    expect(screen.queryByRole("button", { name: texts.partOf(SHORT) })).toBeNull();
  });
});
