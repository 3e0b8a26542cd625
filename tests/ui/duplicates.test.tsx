/** Possible duplicates on the page: said while typing, asked about once before saving, and never in the way. */
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { AlikeHit } from "#engine";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

type Alike = RenderedApp["fake"]["alike"];

const YESICA = { name: "Yesica Orantes Tzul", age: "24" };
const nameField = () => screen.findByRole("textbox", { name: t.arrivals.name });
/** At once: between two letters of a slow machine a question would be asked. */
const write = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const panel = (title: string) => screen.findByRole("group", { name: title });
const counts = async ({ fake }: RenderedApp) => ({
  guests: (await fake.list("guest")).length,
  arrivals: (await fake.list("arrival")).length,
});

async function typeArrival({ user }: RenderedApp, { name, age }: typeof YESICA): Promise<void> {
  await user.type(await nameField(), name);
  await user.type(screen.getByLabelText(t.arrivals.age), age);
  await user.type(
    screen.getByRole("textbox", { name: (label) => label.startsWith(t.arrivals.town) }),
    "Cuilco",
  );
}

const save = ({ user }: RenderedApp): Promise<void> =>
  user.click(screen.getByRole("button", { name: t.arrivals.saveAndNext }));

/** The arrivals' page with somebody typed who was there before. */
async function typed(options: FakeOptions = {}): Promise<RenderedApp> {
  const app = renderApp(options);
  await typeArrival(app, YESICA);
  return app;
}

describe("somebody who was here before", () => {
  it("is said beneath the name, politely, and compared on demand with the reasons", async () => {
    const { user } = await typed();
    const line = (await screen.findByText(t.duplicates.maybe.guest)).closest<HTMLElement>("[role=status]");
    expect(line).toSay("Yésica Maribel Orantes Tzul");
    expect(line).toSay("Cuilco");
    expect(line).toSay("llegó el");
    expect(screen.queryByRole("group", { name: t.duplicates.list })).toBeNull();
    await user.click(screen.getByRole("button", { name: t.duplicates.compare }));
    const compared = await panel(t.duplicates.list);
    expect(compared).toSay(t.reasons.sides.for);
    expect(within(compared).getByRole("link", { name: "Yésica Maribel Orantes Tzul" })).toBeShown();
  });

  it("gets another arrival and not another record, and what was typed beyond the record is told", async () => {
    const app = await typed();
    const { user, fake } = app;
    const before = await counts(app);
    await user.type(screen.getByRole("textbox", { name: (n) => n.startsWith(t.arrivals.marks) }), "lunar");
    await user.type(
      screen.getByRole("textbox", { name: (n) => n.startsWith(t.arrivals.company) }),
      "su hermana",
    );
    await user.click(await screen.findByRole("button", { name: t.duplicates.compare }));
    await user.click(await screen.findByRole("button", { name: t.duplicates.same }));
    const notice = (await screen.findByText(t.arrivals.cameBackSaved)).closest<HTMLElement>("[role=status]");
    expect(notice).toSay(t.duplicates.notThere);
    expect(notice).toSay("lunar");
    expect(notice).toSay("Yesica Orantes Tzul");
    // what the record says already is not told again
    expect(notice).not.toSay("Cuilco");
    expect(within(notice!).getByRole("link", { name: t.arrivals.open })).toBeShown();
    expect(await counts(app)).toEqual({ guests: before.guests, arrivals: before.arrivals + 1 });
    const yesica = (await fake.list("guest")).find(({ title }) => title.startsWith("Yésica"));
    expect(yesica?.fields).not.toHaveProperty("marks");
    const arrival = (await fake.list("arrival")).at(-1);
    expect(arrival?.fields).toMatchObject({ guest: yesica?.id, travellingWith: ["su hermana"] });
    expect(await nameField()).toHoldValue("");
    expect(screen.getByLabelText(t.arrivals.age)).toHoldFocus();
  });

  it("is asked about once before anything is written; the key that saves again has decided", async () => {
    const app = await typed();
    const before = await counts(app);
    await app.user.keyboard("{Control>}{Enter}{/Control}");
    const asked = await panel(t.duplicates.ask);
    await waitFor(() => {
      expect(within(asked).getByRole("button", { name: t.duplicates.same })).toHoldFocus();
    });
    expect(await counts(app)).toEqual(before);
    await app.user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(t.arrivals.lastSaved);
    expect(await counts(app)).toEqual({ guests: before.guests + 1, arrivals: before.arrivals + 1 });
  });

  it("is registered with one press of the focused answer", async () => {
    const app = await typed();
    const before = await counts(app);
    await save(app);
    await waitFor(() => {
      expect(screen.getByRole("button", { name: t.duplicates.same })).toHoldFocus();
    });
    await app.user.keyboard("{Enter}");
    await screen.findByText(t.arrivals.cameBackSaved);
    expect(await counts(app)).toEqual({ guests: before.guests, arrivals: before.arrivals + 1 });
  });

  it("is not registered again by a second click of a double one, nor by a key that is held down", async () => {
    const app = await typed();
    const before = await counts(app);
    const button = screen.getByRole("button", { name: t.arrivals.saveAndNext });
    await app.user.dblClick(button);
    const same = await screen.findByRole("button", { name: t.duplicates.same });
    expect(fireEvent.click(button, { detail: 2 })).toBe(false);
    fireEvent.keyDown(same, { key: "Enter", ctrlKey: true, repeat: true });
    expect(fireEvent.keyDown(same, { key: "Enter", repeat: true })).toBe(false);
    expect(await counts(app)).toEqual(before);
    await app.user.click(screen.getByRole("button", { name: t.duplicates.otherAndSave }));
    await screen.findByText(t.arrivals.lastSaved);
    expect((await counts(app)).guests).toBe(before.guests + 1);
  });

  it("once said to be somebody else, does not come back in this form, and does in the next", async () => {
    const app = await typed();
    await app.user.click(await screen.findByRole("button", { name: t.duplicates.compare }));
    await app.user.click(await screen.findByRole("button", { name: t.duplicates.other }));
    expect(screen.queryByText(t.duplicates.maybe.guest)).toBeNull();
    await app.user.type(await nameField(), " G");
    await save(app);
    await screen.findByText(t.arrivals.lastSaved);
    await typeArrival(app, YESICA);
    expect(await screen.findByText(t.duplicates.maybe.guest)).toBeShown();
  });
});

describe("asking", () => {
  it("begins with a name and something else", async () => {
    const { fake } = renderApp();
    const asked: unknown[] = [];
    const alike: Alike = fake.alike.bind(fake);
    fake.alike = (...args) => {
      asked.push(args[1]);
      return alike(...args);
    };
    write(await nameField(), "Yesica");
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(asked).toEqual([]);
    write(await nameField(), "Yesica Orantes");
    await waitFor(() => {
      expect(asked).toEqual([{ name: "Yesica Orantes" }]);
    });
  });

  it("drops an answer that is overtaken", async () => {
    const { fake } = renderApp();
    const waiting: ((hits: readonly AlikeHit[]) => void)[] = [];
    fake.alike = () => new Promise((resolve) => waiting.push(resolve));
    write(await nameField(), "Yesica Orantes");
    await waitFor(() => {
      expect(waiting).toHaveLength(1);
    });
    write(await nameField(), "Yesica Orantes Zelaya");
    await waitFor(() => {
      expect(waiting).toHaveLength(2);
    });
    const hit = (title: string) =>
      ({ id: title, kind: "guest", title, score: 0.5, proposed: false, reasons: [], fields: {} }) as unknown;
    waiting[1]!([hit("Segunda") as AlikeHit]);
    expect(await screen.findByText(/Segunda/u)).toBeShown();
    waiting[0]!([hit("Primera") as AlikeHit]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/Primera/u)).toBeNull();
  });

  it("never keeps from saving: neither by failing nor by never answering", async () => {
    const app = await typed();
    app.fake.alike = () => Promise.reject(new Error("no answer"));
    await save(app);
    await screen.findByText(t.arrivals.lastSaved);
    const after = await counts(app);
    app.fake.alike = () => new Promise(() => undefined);
    await typeArrival(app, YESICA);
    await save(app);
    await waitFor(async () => {
      expect((await counts(app)).guests).toBe(after.guests + 1);
    });
  });

  it("does not hold a guest of its own, half saved, against the form", async () => {
    const app = renderApp();
    const { fake } = app;
    const add = fake.add.bind(fake);
    let fails = true;
    fake.add = (kind, fields) =>
      kind === "arrival" && fails ? Promise.reject(new Error("disk")) : add(kind, fields);
    await typeArrival(app, { name: "Elmer Guox Batz", age: "28" });
    await save(app);
    await screen.findByText(t.shell.problems);
    fails = false;
    await save(app);
    await screen.findByText(t.arrivals.lastSaved);
    expect((await fake.list("guest")).filter(({ title }) => title === "Elmer Guox Batz")).toHaveLength(1);
  });
});

/** A report that is typed up to the last look, with the step of the person left as it is. */
async function typeReport(app: RenderedApp, name: string, age: string): Promise<void> {
  await goTo("/reportar/1");
  const { user } = app;
  await user.type(await screen.findByRole("textbox", { name: (n) => n.startsWith(t.report.name) }), name);
  await user.type(screen.getByRole("textbox", { name: (n) => n.startsWith(t.report.age) }), age);
}

async function toCheck({ user }: RenderedApp): Promise<void> {
  for (let step = 1; step < 4; step++) {
    await user.click(await screen.findByRole("button", { name: t.report.next }));
    await screen.findByText(new RegExp(t.report.step(step + 1, 4), "u"));
  }
  await screen.findByRole("region", { name: t.report.toShelters });
}

describe("a family that reports twice", () => {
  const MARLENIS = "Marlenis del Carmen Rivas";

  it("is led to the first report before the second is saved, and the draft stays", async () => {
    const app = renderApp();
    const { user, fake } = app;
    const reports = (await fake.list("report")).length;
    await typeReport(app, MARLENIS, "36");
    expect(await screen.findByText(t.duplicates.maybe.report)).toBeShown();
    await toCheck(app);
    await user.click(screen.getByRole("button", { name: t.report.save }));
    const asked = await panel(t.duplicates.ask);
    expect(await fake.list("report")).toHaveLength(reports);
    await user.click(within(asked).getByRole("button", { name: t.duplicates.openReport }));
    expect(await screen.findByRole("heading", { name: MARLENIS })).toBeShown();
    expect(await fake.list("report")).toHaveLength(reports);
    await goTo("/reportar/1");
    expect(await screen.findByText(t.report.restored)).toBeShown();
  });

  it("is saved as another where it is somebody else", async () => {
    const app = renderApp();
    const reports = (await app.fake.list("report")).length;
    await typeReport(app, MARLENIS, "36");
    await toCheck(app);
    await app.user.click(screen.getByRole("button", { name: t.report.save }));
    await panel(t.duplicates.ask);
    // no other page than this one promises to save
    await goTo("/reportar/1");
    await panel(t.duplicates.list);
    expect(screen.queryByRole("button", { name: t.duplicates.otherAndSave })).toBeNull();
    await goTo("/reportar/4");
    await panel(t.duplicates.ask);
    await app.user.click(screen.getByRole("button", { name: t.duplicates.otherAndSave }));
    expect(await screen.findByRole("tab", { name: t.record.summary })).toBeShown();
    expect(await app.fake.list("report")).toHaveLength(reports + 1);
  });

  it("hears that another shelter seeks the person, and the report is saved without a question", async () => {
    const app = renderApp();
    const [card] = (await app.fake.list("card")).filter(({ title }) => title !== MARLENIS);
    const { age } = card!.fields as { readonly age?: unknown };
    await typeReport(app, card!.title, typeof age === "number" ? String(age) : "");
    expect(await screen.findByText(t.duplicates.maybe.card)).toBeShown();
    await toCheck(app);
    expect(await screen.findByText(t.duplicates.cardText)).toBeShown();
    await app.user.click(screen.getByRole("button", { name: t.report.save }));
    expect(await screen.findByRole("tab", { name: t.record.summary })).toBeShown();
  });
});
