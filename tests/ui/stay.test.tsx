import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { RecordId } from "../../src/engine/api/index.ts";
import { paths } from "../../src/ui/paths.ts";
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

const passedOf = async (fake: RenderedApp["fake"], id: RecordId) =>
  (await fake.consents(id)).find(({ purpose }) => purpose === "passed")?.state;

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

  it("by death is said soberly: whom to tell in person, no search to begin, no call to make", async () => {
    const app = await openGuest();
    expect(await screen.findByRole("button", { name: t.calls.add })).toBeShown();
    await leave(app, "died");
    expect(await screen.findByText(t.stay.died)).toBeShown();
    const people = (await app.fake.members()).sites
      .filter(({ ownSite }) => ownSite)
      .flatMap(({ devices }) => devices)
      .filter(({ role, state }) => state === "member" && ["coordinator", "protection"].includes(role));
    const told = await screen.findByText(/^Avise hoy, en persona/u);
    for (const { person } of people) expect(told.textContent).toContain(person);
    expect(screen.queryByRole("button", { name: t.stay.report })).toBeNull();
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: t.calls.add })).toBeNull();
    });
    await goTo(paths.arrivals);
    await screen.findByRole("heading", { name: t.arrivals.title });
    await screen.findByRole("heading", { name: new RegExp(`^${t.arrivals.today}`, "u") });
    expect(document.body.textContent).not.toContain(t.stay.hows.died);
  });

  it("is noted as dead by no volunteer", async () => {
    const { user } = await openGuest({ role: "volunteer" });
    await user.click(screen.getByRole("button", { name: t.stay.depart }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole("radio", { name: t.stay.hows.hospital })).toBeShown();
    expect(within(dialog).queryByRole("radio", { name: t.stay.hows.died })).toBeNull();
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

  it("is asked at the door whether it may be said that they passed, and what was said is kept", async () => {
    const { user, fake, id } = await openGuest({ role: "staff" });
    await user.click(screen.getByRole("button", { name: t.stay.depart }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).queryByText(t.consent.aloud.passed)).toBeNull();
    await user.click(within(dialog).getByRole("radio", { name: t.stay.hows["moved-on"] }));
    expect(await within(dialog).findByText(t.consent.aloud.passed)).toBeShown();
    await user.click(within(dialog).getByRole("radio", { name: t.consent.said.yes }));
    await user.click(within(dialog).getByRole("button", { name: t.stay.save }));
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    expect(await passedOf(fake, id)).toBe("yes");
  });

  it("who was not asked has said nothing, and who is not there is not asked", async () => {
    const app = await openGuest({ role: "staff" });
    await app.user.click(screen.getByRole("button", { name: t.stay.depart }));
    const dialog = await screen.findByRole("dialog");
    await app.user.click(within(dialog).getByRole("radio", { name: t.stay.hows["moved-on"] }));
    await app.user.click(await within(dialog).findByRole("radio", { name: t.consent.said.yes }));
    // the answer was ticked, and then it turned out that they never came back
    await app.user.click(within(dialog).getByRole("radio", { name: t.stay.hows["not-returned"] }));
    expect(within(dialog).queryByText(t.consent.aloud.passed)).toBeNull();
    await app.user.click(within(dialog).getByRole("button", { name: t.stay.save }));
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    expect(await passedOf(app.fake, app.id)).toBe("unset");
  });

  it("a volunteer asks too, and hands the answer in", async () => {
    const { user, fake, id } = await openGuest({ role: "volunteer" });
    await user.click(screen.getByRole("button", { name: t.stay.depart }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("radio", { name: t.stay.hows["moved-on"] }));
    expect(await within(dialog).findByText(t.consent.aloud.passed)).toBeShown();
    await user.click(within(dialog).getByRole("radio", { name: t.consent.said.yes }));
    await user.click(within(dialog).getByRole("button", { name: t.stay.save }));
    await waitFor(() => {
      expect(fake.permits.saidOf(id)).toMatchObject([{ purpose: "passed", said: "yes", isHandedIn: true }]);
    });
  });

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
