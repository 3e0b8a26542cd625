import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { Arrival } from "#model";
import { renderApp, t } from "../support/render-app.tsx";

const nameField = () => screen.findByRole("textbox", { name: t.arrivals.name });

describe("quick arrival", () => {
  it("saves by Ctrl+Enter, says where it is, and waits for the next age with the country kept", async () => {
    const { user, fake } = renderApp();
    const field = await nameField();
    await user.type(field, "Elmer Guox");
    await user.type(screen.getByLabelText(t.arrivals.age), "28");
    await user.click(await screen.findByRole("radio", { name: "Honduras" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText(t.arrivals.lastSaved)).toBeShown();
    expect(screen.getByText(t.record.here)).toBeShown();
    expect(await nameField()).toHoldValue("");
    expect(screen.getByLabelText(t.arrivals.age)).toHoldFocus();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Honduras" }).checked).toBe(true);
    const saved = (await fake.list("guest")).find((item) => item.title === "Elmer Guox");
    expect(saved?.fields).toMatchObject({ age: 28, country: "HN" });
    const arrivals = await fake.list("arrival");
    expect(arrivals.some((item) => "guest" in item.fields && item.fields.guest === saved?.id)).toBe(true);
  });

  it.each(["volunteer", "staff"] as const)(
    "%s: asks once it is saved whether we may say that they passed",
    async (role) => {
      const { user, fake } = renderApp({ role });
      await user.type(await nameField(), "Elmer Guox");
      await user.click(screen.getByRole("button", { name: t.arrivals.saveAndNext }));
      const { passed } = t.consent.purposes;
      const asked = within(await screen.findByRole("region", { name: passed }));
      await user.click(asked.getByRole("button", { name: `${passed}: ${t.consent.said.no}` }));
      expect(await asked.findByText(t.consent.noted(t.consent.said.no))).toBeShown();
      const saved = (await fake.list("guest")).find((item) => item.title === "Elmer Guox");
      expect(fake.permits.saidOf(saved!.id)).toMatchObject([{ purpose: "passed", said: "no" }]);
      await user.type(await nameField(), "Noé Xol");
      await user.click(screen.getByRole("button", { name: t.arrivals.saveAndNext }));
      await waitFor(() => {
        expect(screen.queryByText(t.consent.noted(t.consent.said.no))).toBeNull();
      });
      expect(screen.getByRole("region", { name: passed })).toBeShown();
    },
  );

  it("asks for a name or the tick, and for marks when the name is not known", async () => {
    const { user } = renderApp();
    await nameField();
    await user.click(screen.getByRole("button", { name: t.arrivals.saveAndNext }));
    expect(await screen.findByRole("link", { name: t.arrivals.needName })).toBeShown();
    await user.click(screen.getByRole("checkbox", { name: t.arrivals.nameUnknown }));
    await user.click(screen.getByRole("button", { name: t.arrivals.saveAndNext }));
    expect(await screen.findByRole("link", { name: t.arrivals.needMarks })).toBeShown();
  });

  it("keeps the doubt about an age", async () => {
    const { user, fake } = renderApp();
    await user.type(await nameField(), "Noé");
    await user.type(screen.getByLabelText(t.arrivals.age), "17");
    await user.click(screen.getByRole("checkbox", { name: t.arrivals.ageApproximate }));
    expect(await screen.findByText(t.arrivals.minor)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.arrivals.saveAndNext }));
    await screen.findByText(t.arrivals.lastSaved);
    const saved = (await fake.list("guest")).find((item) => item.title === "Noé");
    expect(saved?.fields).toMatchObject({ age: { from: 17, to: 17, approximate: true } });
  });

  it("does not save twice when the button is pressed twice", async () => {
    const { user, fake } = renderApp();
    await user.type(await nameField(), "Elmer Guox");
    await user.dblClick(screen.getByRole("button", { name: t.arrivals.saveAndNext }));
    await screen.findByText(t.arrivals.lastSaved);
    expect((await fake.list("guest")).filter((item) => item.title === "Elmer Guox")).toHaveLength(1);
  });

  it("does not let the browser remember a guest's name", async () => {
    renderApp();
    expect((await nameField()).getAttribute("autocomplete")).toBe("off");
  });
});

describe("people who come together", () => {
  it("are typed one after the other and saved at once, with one group", async () => {
    const { user, fake } = renderApp();
    const before = (await fake.list("guest")).length;
    await user.type(await nameField(), "Rosa Quej");
    await user.click(screen.getByRole("button", { name: t.arrivals.addCompanion }));
    const waiting = await screen.findByRole("region", { name: t.arrivals.together(1) });
    expect(await nameField()).toHoldValue("");
    expect(screen.getByLabelText(t.arrivals.age)).toHoldFocus();
    expect(await fake.list("guest")).toHaveLength(before);
    await user.type(await nameField(), "Nelson Quej");
    await user.click(screen.getByRole("button", { name: t.arrivals.saveGroup(2) }));
    expect(await screen.findByText(t.arrivals.lastSaved)).toBeShown();
    await waitFor(() => {
      expect(waiting.isConnected).toBe(false);
    });
    const saved = (await fake.list("guest"))
      .filter(({ title }) => title.includes("Quej"))
      .map(({ id }) => id);
    expect(saved).toHaveLength(2);
    const groups = (await fake.list("arrival"))
      .map(({ fields }) => fields as Arrival)
      .filter(({ guest }) => saved.some((id) => id === guest))
      .map(({ group }) => group);
    expect(groups).toHaveLength(2);
    expect(new Set(groups).size).toBe(1);
    expect(groups[0]).toBeDefined();
  });

  it("can be saved when the last one is typed already, and one of them can be left out", async () => {
    const { user, fake } = renderApp();
    const before = (await fake.list("guest")).length;
    for (const name of ["Rosa Quej", "Nelson Quej", "Zoila Quej"]) {
      await user.type(await nameField(), name);
      await user.click(screen.getByRole("button", { name: t.arrivals.addCompanion }));
      await waitFor(async () => {
        expect(await nameField()).toHoldValue("");
      });
    }
    await user.click(screen.getByRole("button", { name: t.arrivals.removeOf(2) }));
    await user.click(await screen.findByRole("button", { name: t.arrivals.saveGroup(2) }));
    await screen.findByText(t.arrivals.lastSaved);
    const titles = (await fake.list("guest")).map(({ title }) => title);
    expect(titles).toHaveLength(before + 2);
    expect(titles).toEqual(expect.arrayContaining(["Rosa Quej", "Zoila Quej"]));
    expect(titles).not.toContain("Nelson Quej");
  });

  it("of whom one is there already: asked about, and saved with the group", async () => {
    const { user, fake } = renderApp();
    const known = (await fake.list("guest")).find(({ title }) => title === "Wilmer Adonay Paz")!;
    const arrivals = (await fake.list("arrival")).length;
    await user.type(await nameField(), "Wilmer Adonay Paz");
    await user.type(screen.getByLabelText(t.arrivals.age), "17");
    await user.click(screen.getByRole("button", { name: t.arrivals.addCompanion }));
    await user.click(await screen.findByRole("button", { name: t.duplicates.same }));
    await screen.findByRole("region", { name: t.arrivals.together(1) });
    await user.type(await nameField(), "Nelson Quej");
    await user.click(screen.getByRole("button", { name: t.arrivals.saveGroup(2) }));
    await screen.findByText(t.arrivals.lastSaved);
    expect((await fake.list("guest")).filter(({ title }) => title === known.title)).toHaveLength(1);
    expect(await fake.list("arrival")).toHaveLength(arrivals + 2);
  });
});

describe("today's list", () => {
  it("keeps the names out of the page until they are asked for", async () => {
    const { user, container } = renderApp();
    await screen.findByText("O••");
    expect(container).not.toSay("Yésica");
    await user.click(screen.getByRole("button", { name: t.shell.showNames }));
    const list = screen.getByRole("region", { name: /llegadas hoy/u });
    expect(within(list).getByText("Yésica Maribel Orantes Tzul")).toBeShown();
    await user.click(screen.getByRole("button", { name: t.shell.hideNames }));
    expect(list).not.toSay("Yésica");
  });

  it("says so when nobody has arrived", async () => {
    renderApp({ people: false });
    await waitFor(() => {
      expect(screen.getByText(t.arrivals.empty)).toBeShown();
    });
  });
});
