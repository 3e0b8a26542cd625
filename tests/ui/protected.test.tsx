/** Who is protected, on the page: out of the desk's sight at the door, a bed, what is owed, and leaving by two. */
import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { goTo, renderApp, t } from "../support/render-app.tsx";
import { paths, recordPath } from "../../src/ui/paths.ts";

const words = t.protection;
const age = () => screen.findByLabelText(t.arrivals.age);

describe("at the door", () => {
  it("asks age first, and of a minor whether they are alone; then the desk has a bed and nothing else", async () => {
    const { user, fake } = renderApp({ role: "volunteer" });
    expect(await age()).toHoldFocus();
    expect(screen.queryByRole("radio", { name: words.aloneYes })).toBeNull();
    await user.type(await age(), "15");
    await user.click(await screen.findByRole("radio", { name: words.aloneYes }));
    expect(await screen.findByText(words.goesProtected)).toBeShown();
    await user.type(screen.getByRole("textbox", { name: t.arrivals.name }), "Yesenia Xol");
    await user.click(screen.getByRole("button", { name: t.arrivals.saveAndNext }));
    expect(await screen.findByText(words.reserved)).toBeShown();
    expect(screen.getByText(/Persona 14/u)).toBeShown();
    expect(document.body.textContent).not.toContain("Yesenia");
    expect((await fake.list("guest")).some(({ title }) => title === "Yesenia Xol")).toBe(false);
    expect((await fake.list("protected-guest")).map(({ fields }) => fields)).toMatchObject([
      { name: "Yesenia Xol", age: 15, why: ["minor-alone"] },
    ]);
    await waitFor(async () => {
      expect(await fake.drafts()).toEqual({});
    });
  });

  it("keeps no draft of who is marked, and does of others (the control)", async () => {
    const { user, fake } = renderApp();
    await user.type(await screen.findByRole("textbox", { name: t.arrivals.name }), "Ixchel");
    await waitFor(async () => {
      expect(JSON.stringify(await fake.drafts())).toContain("Ixchel");
    });
    await user.selectOptions(screen.getByLabelText(words.mark), "trafficking");
    await user.type(screen.getByRole("textbox", { name: t.arrivals.name }), " Batz");
    await waitFor(async () => {
      expect(await fake.drafts()).toEqual({});
    });
  });

  it("shows the bed in the roll call by its number, and says whom to tell where it is empty", async () => {
    const { user, fake } = renderApp({ role: "volunteer" });
    await goTo(paths.rollCall);
    await fake.add("arrival", { name: "Yesenia", age: 15, alone: true, bed: "cama 3" });
    expect(await screen.findByText(words.guarded)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.rollCall.markAbsent("cama 3, Persona 14") }));
    expect(await screen.findByText(words.guardedAbsent)).toBeShown();
    expect(document.body.textContent).not.toContain("Yesenia");
  });
});

describe("for the person in charge", () => {
  const registered = async (fake: ReturnType<typeof renderApp>["fake"]) =>
    (await fake.add("arrival", { name: "Yesenia Xol", age: 15, alone: true, bed: "cama 3" })).id;

  it("lists who is here, without names until asked, and says what is owed", async () => {
    const { fake } = renderApp({ role: "protection" });
    await goTo(paths.protectedPeople);
    await registered(fake);
    expect(await screen.findByText(/Persona 14, cama 3/u)).toBeShown();
    expect(screen.queryByText("Yesenia Xol")).toBeNull();
    expect(document.title).toContain(t.shell.pages.record);
  });

  it("tells others what they can do, and nothing else", async () => {
    renderApp({ role: "staff" });
    await goTo(paths.protectedPeople);
    expect(await screen.findByText(words.notForYou)).toBeShown();
  });

  it("notes a step, proposes leaving, and waits for a second person", async () => {
    const { user, fake, go } = await onRecord();
    await user.click(
      await screen.findByText(`${words.notDone}: ${words.noteDoneOf(words.stepsShort.authority)}`),
    );
    await user.click(screen.getByRole("button", { name: words.noteDoneOf(words.stepsShort.authority) }));
    expect(await screen.findByRole("button", { name: words.undoOf(words.stepsShort.authority) })).toBeShown();
    const release = screen.getByRole("region", { name: words.release });
    await user.click(within(release).getByText(words.propose, { selector: "summary" }));
    await user.click(within(release).getByRole("button", { name: words.propose }));
    expect(await screen.findByText(words.waiting)).toBeShown();
    expect(screen.queryByRole("button", { name: words.agree })).toBeNull();
    expect(await fake.protectedPerson(go)).toMatchObject({ isHere: true });
    fake.protection.otherAgrees((await fake.protectedPerson(go)).waiting[0]!.id);
    expect(await screen.findByRole("button", { name: words.takeBack })).toBeShown();
  });

  it("is the second person for what another one proposed", async () => {
    const { user, fake, go } = await onRecord();
    fake.protection.otherProposes(go, { how: "transferred", to: "DIF" });
    await user.click(await screen.findByRole("button", { name: words.agree }));
    expect(await screen.findByText(words.byTwo("Elsa Pop", "Lucía"))).toBeShown();
  });

  async function onRecord() {
    const app = renderApp({ role: "protection" });
    const go = await registered(app.fake);
    await screen.findByLabelText(t.arrivals.age);
    await goTo(recordPath(go));
    return { ...app, go };
  }
});

describe("a guest whom the desk knows", () => {
  it("is moved, and the page says that the history stays", async () => {
    const { user, fake } = renderApp({ role: "staff" });
    const { id } = await fake.add("arrival", { name: "Ixchel Batz", age: 30 });
    await goTo(recordPath(id));
    await user.click(await screen.findByText(words.move));
    expect(screen.getByText(words.moveText)).toBeShown();
    await user.selectOptions(screen.getByLabelText(words.moveWhy), "gender-violence");
    await user.click(screen.getByRole("button", { name: words.moveDo }));
    await waitFor(async () => {
      expect((await fake.show(id)).fields).toMatchObject({ emptied: true });
    });
    expect((await fake.show(id)).fields).not.toHaveProperty("name");
  });
});

describe("visits of authorities", () => {
  const fill = async (user: ReturnType<typeof renderApp>["user"]) => {
    for (const [label, text] of [
      [words.visitWho, "Dos agentes"],
      [words.visitInstitution, "INM"],
      [words.visitAsked, "La lista"],
      [words.visitHandedOver, "Nada"],
    ] as const)
      await user.type(await screen.findByRole("textbox", { name: label }), text);
    await user.click(screen.getByRole("button", { name: words.visitSave }));
  };

  it("are noted, and read by staff", async () => {
    const { user, fake } = renderApp({ role: "staff" });
    await goTo(paths.visits);
    await user.click(await screen.findByRole("button", { name: words.visitSave }));
    expect(await screen.findAllByText(words.visitMissing)).not.toHaveLength(0);
    await fill(user);
    await waitFor(async () => {
      expect((await fake.list("visit-of-authority")).map(({ fields }) => fields)).toMatchObject([
        { institution: "INM", document: "none", handedOver: "Nada" },
      ]);
    });
    expect(await screen.findByText(/INM ·/u)).toBeShown();
  });

  it("are handed in by volunteers, who see no list", async () => {
    const { user, fake } = renderApp({ role: "volunteer" });
    await goTo(paths.visits);
    await fill(user);
    await waitFor(async () => {
      expect(await fake.list("visit-of-authority")).toHaveLength(1);
    });
    expect(screen.queryByText(/INM ·/u)).toBeNull();
  });
});
