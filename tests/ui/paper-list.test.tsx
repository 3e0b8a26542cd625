import { screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Arrival } from "#model";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const words = t.paperList;
const row = (n: number) => within(screen.getByRole("group", { name: words.row(n) }));
const box = (n: number, field: "name" | "age" | "country" | "company" | "bed") =>
  row(n).getByRole("textbox", { name: words.columns[field] });

async function openPaper(options: FakeOptions = {}): Promise<RenderedApp> {
  const app = renderApp(options);
  await app.user.click(await screen.findByRole("link", { name: words.title }));
  await screen.findByRole("form", { name: words.form });
  return app;
}

const save = (n: number) => screen.getByRole("button", { name: words.save(n) });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a list on paper", () => {
  it("is typed in afterwards: everybody at once, of the day on which they came, by a volunteer too", async () => {
    const { user, fake } = await openPaper({ role: "volunteer" });
    await user.type(screen.getByRole("textbox", { name: words.day }), "19/11/2024");
    await user.type(box(1, "name"), "Elmer Guox");
    await user.type(box(1, "age"), "28");
    await user.type(box(1, "country"), "Honduras");
    // a row between them was left empty
    await user.type(box(3, "name"), "Noé Xol");
    await user.type(box(3, "company"), "su prima");
    await user.click(save(2));
    expect(await screen.findByText(words.saved(2))).toBeShown();
    const guests = await fake.list("guest");
    const saved = ["Elmer Guox", "Noé Xol"].map((name) => guests.find(({ title }) => title === name)!);
    expect(saved[0]?.fields).toMatchObject({ age: 28, country: "HN" });
    const arrivals = (await fake.list("arrival")).map(({ fields }) => fields as Arrival);
    for (const { id } of saved) {
      const arrival = arrivals.find(({ guest }) => guest === id)!;
      expect([arrival.at, arrival.group]).toEqual(["2024-11-19", undefined]);
    }
    expect(box(1, "name")).toHoldValue("");
    expect(box(1, "name")).toHoldFocus();
  });

  it("saves nobody while something is wrong, says it beside the row, and keeps what was typed", async () => {
    const { user, fake } = await openPaper();
    const before = (await fake.list("guest")).length;
    await user.click(save(0));
    expect(await screen.findByRole("link", { name: words.needDay })).toBeShown();
    expect(screen.getByRole("link", { name: words.needRow })).toBeShown();
    await user.type(screen.getByRole("textbox", { name: words.day }), "19/11/2124");
    await user.type(box(1, "name"), "Elmer Guox");
    await user.type(box(2, "age"), "30");
    await user.click(save(2));
    expect(await screen.findByRole("link", { name: words.needDay })).toBeShown();
    expect(screen.getByRole("link", { name: words.needName(2) })).toBeShown();
    await user.clear(screen.getByRole("textbox", { name: words.day }));
    await user.type(screen.getByRole("textbox", { name: words.day }), "19/11/2024");
    await user.clear(box(2, "age"));
    await user.type(box(4, "name"), "Noé Xol");
    await user.type(box(4, "age"), "muchos");
    await user.click(save(2));
    await waitFor(() => {
      expect(box(4, "age").getAttribute("aria-invalid")).toBe("true");
    });
    expect((await fake.list("guest")).length).toBe(before);
    expect(box(1, "name")).toHoldValue("Elmer Guox");
    await user.clear(box(4, "age"));
    await user.click(save(2));
    expect(await screen.findByText(words.saved(2))).toBeShown();
  });

  it("grows by ten rows, and is printed empty", async () => {
    const { container, user } = await openPaper();
    expect(screen.queryByRole("group", { name: words.row(11) })).toBeNull();
    await user.click(screen.getByRole("button", { name: words.moreRows }));
    expect(box(11, "name")).toHoldFocus();
    await user.type(box(1, "name"), "Elmer Guox");
    let printed = "";
    vi.stubGlobal("print", () => {
      printed = container.querySelector(".paper-sheet")?.textContent ?? "";
    });
    await user.click(screen.getByRole("button", { name: words.print }));
    expect(printed).toContain(words.columns.alone);
    expect(printed).not.toContain("Elmer");
  });

  it("is not for advocates, who receive nobody", async () => {
    renderApp({ siteKind: "advocates" });
    await screen.findByRole("main");
    await goTo("/lista-en-papel");
    await waitFor(() => {
      expect(screen.queryByRole("form", { name: words.form })).toBeNull();
      expect(location.hash).not.toContain("lista");
    });
  });
});

describe("handing something to many", () => {
  it("ticks who was given it and saves one record for all of them", async () => {
    const { user, fake } = renderApp({ role: "staff" });
    await user.click(await screen.findByRole("link", { name: t.handOut.title }));
    await screen.findByRole("form", { name: t.handOut.title });
    const all = await screen.findAllByRole("checkbox");
    await user.click(screen.getByRole("button", { name: t.handOut.save(0) }));
    expect(await screen.findByRole("link", { name: t.handOut.needPeople })).toBeShown();
    await user.click(all[0]!);
    await user.click(all[2]!);
    await user.click(screen.getByRole("button", { name: t.handOut.save(2) }));
    expect(await screen.findByText(t.handOut.saved(2))).toBeShown();
    const [given, ...more] = await fake.list("attention");
    expect(more).toEqual([]);
    const { guests, what } = given!.fields as { readonly guests: readonly string[]; readonly what: string };
    expect([new Set(guests).size, what]).toEqual([2, "kit"]);
    expect(screen.getByText(t.handOut.chosen(0, all.length))).toBeShown();
  });

  it("keeps the names out of the page until they are asked for, and leaves out who has left", async () => {
    const { container, user, fake } = renderApp({ role: "volunteer" });
    const guest = (await fake.list("guest")).find(({ title }) => title === "Wilmer Adonay Paz")!;
    await goTo("/entregas");
    await screen.findByRole("form", { name: t.handOut.title });
    const before = (await screen.findAllByRole("checkbox")).length;
    expect(container).not.toSay("Wilmer");
    await user.click(screen.getByRole("button", { name: t.shell.showNames }));
    expect(container).toSay("Wilmer");
    await fake.depart({ guest: guest.id, how: "moved-on" });
    await waitFor(() => {
      expect(screen.getAllByRole("checkbox")).toHaveLength(before - 1);
    });
    await user.click(screen.getByRole("button", { name: t.handOut.all }));
    expect(screen.getByText(t.handOut.chosen(before - 1, before - 1))).toBeShown();
  });
});
