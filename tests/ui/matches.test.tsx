import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { maskName } from "../../src/ui/parts/masked-name.tsx";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const GUEST = "Wilmer Adonay Paz";

async function openMatches(options: Parameters<typeof renderApp>[0] = {}): Promise<RenderedApp> {
  const app = renderApp(options);
  await goTo("/busquedas");
  const tab = await screen.findByRole("tab", { name: new RegExp(t.matches.title, "u") });
  await app.user.click(tab);
  await screen.findAllByText(t.matches.sought);
  return app;
}

const pairs = () => [...document.querySelectorAll<HTMLElement>(".match")];
const pairOf = (name: string): HTMLElement => {
  const found = pairs().find((pair) => pair.textContent.includes(name));
  if (found === undefined) throw new Error("the pair is there");
  return found;
};

describe("matches", () => {
  it("are counted beside the page's name, and shown with both people, how alike they are, and why", async () => {
    const { user, fake } = await openMatches();
    const proposed = (await fake.matches()).pairs.filter((pair) => pair.proposed).length;
    expect(proposed).toBeGreaterThan(0);
    const link = screen.getByRole("link", { name: new RegExp(t.shell.pages.reports, "u") });
    expect(link).toSay(new RegExp(t.matches.inNavigation(proposed), "u"));
    expect(document.body.textContent).not.toContain(GUEST);
    expect(document.body.textContent).toContain(maskName(GUEST));
    await user.click(screen.getByRole("button", { name: t.shell.showNames }));
    const pair = within(pairOf(GUEST));
    expect(pair.getByText("Wilmer Adonay Paz Mejía")).toBeShown();
    expect(pair.getByText(t.search.strengths.much)).toBeShown();
    expect(pair.getByText(`${t.reasons.sides.for}:`)).toBeShown();
  });

  it("that are not one person go with a reason, and come back by undo, or when the facts change", async () => {
    const { user, fake } = await openMatches();
    await user.click(screen.getByRole("button", { name: t.shell.showNames }));
    const before = pairs().length;
    const guest = (await fake.list("guest")).find(({ title }) => title === GUEST)!.id;
    const reject = async () => {
      await user.click(within(pairOf(GUEST)).getByRole("button", { name: t.matches.reject }));
      const reason = screen.getByRole("textbox", { name: t.matches.rejectReason });
      await waitFor(() => {
        expect(reason).toHoldFocus();
      });
      await user.type(reason, "otra edad{Enter}");
      await screen.findByRole("button", { name: t.matches.undo });
      await waitFor(() => {
        expect(pairs()).toHaveLength(before - 1);
      });
    };
    await reject();
    await user.click(screen.getByRole("button", { name: t.matches.undo }));
    await waitFor(() => {
      expect(pairs()).toHaveLength(before);
    });
    await reject();
    await fake.edit(guest, { marks: "lunar en la mejilla derecha" });
    expect(await screen.findByText(t.matches.isBack)).toBeShown();
  });

  it("are asked, and what the person said is noted; what is typed is not lost when other records come", async () => {
    const { user, fake } = await openMatches();
    const { id } = (await fake.list("guest")).find(({ title }) => title === GUEST)!;
    await fake.edit(id, { age: 18 });
    await user.click(screen.getByRole("button", { name: t.shell.showNames }));
    await user.click(within(pairOf(GUEST)).getByRole("button", { name: t.answers.ask }));
    await within(pairOf(GUEST)).findByText(t.answers.states["to-ask"]);
    const note = within(pairOf(GUEST)).getByRole("button", { name: t.answers.note });
    await waitFor(() => {
      expect(note).toHoldFocus();
    });
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(screen.getByRole("radio", { name: t.answers.states.yes })).toHoldFocus();
    });
    // nothing stands beside the form that would throw away what is typed in it
    expect(within(pairOf(GUEST)).queryByRole("button", { name: t.matches.reject })).toBeNull();
    expect(within(pairOf(GUEST)).getByText(t.answers.script)).toBeShown();
    await user.click(screen.getByRole("radio", { name: t.answers.states["yes-no-place"] }));
    await user.type(
      screen.getByRole("textbox", { name: new RegExp(t.answers.message, "u") }),
      "Que está bien",
    );
    await fake.add("guest", { name: "Persona que llega" });
    await screen.findByText(
      t.matches.proposed((await fake.matches()).pairs.filter((one) => one.proposed).length),
    );
    expect(screen.getByRole("textbox", { name: new RegExp(t.answers.message, "u") })).toHoldValue(
      "Que está bien",
    );
    await user.click(screen.getByRole("button", { name: t.answers.save }));
    await waitFor(async () => {
      const [pair] = (await fake.matches()).pairs.filter(({ guest }) => guest.title === GUEST);
      expect(pair).toMatchObject({ state: "yes-no-place", message: "Que está bien", sent: true });
    });
    expect(await screen.findByText(t.answers.decided)).toBeShown();
  });

  it.each(["yes", "no", "unset"] as const)(
    "of who left say what they allowed when leaving (%s), and not to ask them alone",
    async (said) => {
      const { user, fake } = await openMatches();
      const { id: guest } = (await fake.list("guest")).find(({ title }) => title === GUEST)!;
      if (said !== "unset") await fake.consent({ guest, purpose: "passed", said });
      await fake.depart({ guest, how: "moved-on" });
      await user.click(screen.getByRole("button", { name: t.shell.showNames }));
      await within(pairOf(GUEST)).findByText(t.matches.left);
      await user.click(within(pairOf(GUEST)).getByRole("button", { name: t.answers.note }));
      expect(await within(pairOf(GUEST)).findByText(t.answers.allowed[said])).toBeShown();
      expect(within(pairOf(GUEST)).queryByText(t.answers.howTo)).toBeNull();
      expect(within(pairOf(GUEST)).queryByText(t.answers.script)).toBeNull();
    },
  );

  it("of a minor wait for a second person", async () => {
    const { user, fake } = await openMatches();
    const { id } = (await fake.list("guest")).find(({ title }) => title === GUEST)!;
    await fake.edit(id, { age: 15, birthDate: null });
    const pair = (await fake.matches({ of: id })).pairs[0]!;
    await fake.answerMatch({ pair: pair.id, said: "yes", message: "Que está bien" });
    await user.click(screen.getByRole("button", { name: t.shell.showNames }));
    await user.click(await screen.findByRole("button", { name: t.answers.agree }));
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: t.answers.agree })).toBeNull();
    });
    expect((await fake.matches({ of: id })).pairs[0]).toMatchObject({ sent: true, needs: null });
  });

  it("whose answer was taken back by itself say so", async () => {
    const { user, fake } = await openMatches();
    const { id } = (await fake.list("guest")).find(({ title }) => title === GUEST)!;
    const pair = (await fake.matches({ of: id })).pairs[0]!;
    await fake.answerMatch({ pair: pair.id, said: "yes", message: "Que está bien" });
    await user.click(screen.getByRole("button", { name: t.shell.showNames }));
    expect(screen.queryByText(t.answers.takenBack)).toBeNull();
    fake.finding.takenBack.add(pair.id);
    fake.raise({ kind: "records", ids: [pair.id] });
    expect(await screen.findByText(t.answers.takenBack)).toBeShown();
  });

  it("stand on the page of each of the two", async () => {
    const app = renderApp();
    const guest = (await app.fake.list("guest")).find(({ title }) => title === GUEST)!.id;
    await goTo(`/registro/${guest}`);
    await screen.findByRole("heading", { name: t.matches.ofGuest });
    await app.user.click(within(pairs()[0]!).getByText(t.matches.sought));
    await screen.findByRole("heading", { name: t.matches.ofSought });
  });

  it("are not for volunteers and advocates", async () => {
    for (const options of [{ role: "volunteer" }, { siteKind: "advocates" }] as const) {
      const { fake } = renderApp(options);
      await goTo("/buscar");
      await screen.findByRole("textbox", { name: t.search.box });
      expect(document.querySelector(".nav-count")).toBeNull();
      if (options.role === "volunteer")
        await expect(fake.matches()).rejects.toMatchObject({ fault: { code: "not-allowed" } });
    }
  });
});
