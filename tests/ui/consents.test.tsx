import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { paths } from "../../src/ui/paths.ts";
import { goTo, renderApp, t } from "../support/render-app.tsx";

async function openGuest(options: Parameters<typeof renderApp>[0] = {}) {
  const app = renderApp(options);
  const guest = (await app.fake.list("guest"))[0]!;
  await goTo(`/registro/${guest.id}`);
  await screen.findByRole("heading", { name: guest.title });
  return { ...app, guest: guest.id };
}

const part = (name: string) => within(screen.getByRole("region", { name }));

describe("what a guest allows", () => {
  it("is unset at first, has its sentence to read aloud, and is written down by one press", async () => {
    const { user, fake, guest } = await openGuest();
    await user.click(await screen.findByText(t.consent.title));
    const search = t.consent.purposes.search;
    await screen.findByRole("region", { name: search });
    expect(part(search).getByText(t.consent.states.unset)).toBeShown();
    expect(part(search).getByText(t.consent.aloud.search)).toBeShown();
    await user.type(screen.getByRole("textbox", { name: new RegExp(t.consent.language, "u") }), "mam");
    await user.click(part(search).getByRole("button", { name: `${search}: ${t.consent.said.yes}` }));
    expect(await part(search).findByText(t.consent.states.yes)).toBeShown();
    const said = async () => (await fake.consents(guest)).find(({ purpose }) => purpose === "search")!;
    expect((await said()).standing).toMatchObject([{ said: "yes", basis: "self", language: "mam" }]);

    const back = part(search).getByRole("button", { name: `${search}: ${t.consent.said.unset}` });
    back.focus();
    await user.keyboard("{Enter}");
    expect(await part(search).findByText(t.consent.states.unset)).toBeShown();
    expect((await said()).state).toBe("unset");
  });

  it.each(["yes", "no", "unset"] as const)("%s: who pressed it goes on from there", async (word) => {
    const { user, fake, guest } = await openGuest();
    await user.click(await screen.findByText(t.consent.title));
    const { search } = t.consent.purposes;
    const button = (said: keyof typeof t.consent.said) =>
      part(search).getByRole("button", { name: `${search}: ${t.consent.said[said]}` });
    await screen.findByRole("region", { name: search });
    if (word === "unset") {
      await user.click(button("yes"));
      await part(search).findByText(t.consent.states.yes);
    }
    const pressed = button(word);
    pressed.focus();
    await user.keyboard("{Enter}");
    expect(await part(search).findByText(t.consent.states[word])).toBeShown();
    expect((await fake.consents(guest)).find(({ purpose }) => purpose === "search")?.state).toBe(word);
    if (word === "unset") expect(button("yes")).toHoldFocus();
    else expect(pressed).toHoldFocus();
    expect(button("yes").isConnected).toBe(true);
  });

  it("to refer is asked for one house at a time", async () => {
    const { user, fake, guest } = await openGuest();
    await user.click(await screen.findByText(t.consent.title));
    const house = (await fake.consents(guest)).find(({ purpose }) => purpose === "refer")!;
    const name = t.consent.referTo(house.toName ?? "");
    await user.selectOptions(
      await screen.findByRole("combobox", { name: t.consent.purposes.refer }),
      house.to!,
    );
    const said = `${name}: ${t.consent.said.no}`;
    await user.click(await screen.findByRole("button", { name: said }));
    await waitFor(async () => {
      const now = (await fake.consents(guest)).filter(({ state }) => state !== "unset");
      expect(now).toMatchObject([{ to: house.to, state: "no" }]);
    });
  });

  it("that two devices wrote down apart is the narrower one, and says so", async () => {
    const { user, fake, guest } = await openGuest();
    await user.click(await screen.findByText(t.consent.title));
    const { poster } = t.consent.purposes;
    await user.click(await screen.findByRole("button", { name: `${poster}: ${t.consent.said.yes}` }));
    expect(await part(poster).findByText(t.consent.states.yes)).toBeShown();
    fake.permits.saidElsewhere({ guest, purpose: "poster", said: "no" });
    expect(await part(poster).findByText(t.consent.apart)).toBeShown();
    expect(part(poster).getByText(t.consent.states.no)).toBeShown();
  });

  it("a volunteer hands in what was said, and reads nothing of what stands", async () => {
    const { user, fake, guest } = await openGuest({ role: "volunteer" });
    fake.permits.saidElsewhere({ guest, purpose: "search", said: "no" });
    await user.click(await screen.findByText(t.consent.title));
    const { search } = t.consent.purposes;
    await screen.findByRole("region", { name: search });
    expect(screen.getByText(t.consent.handInText)).toBeShown();
    expect(screen.queryByText(t.consent.states.no)).toBeNull();
    await user.click(part(search).getByRole("button", { name: `${search}: ${t.consent.said.yes}` }));
    expect(await part(search).findByText(t.consent.noted(t.consent.said.yes))).toBeShown();
    const [site] = (await fake.members()).sites.filter(({ ownSite }) => !ownSite);
    await user.selectOptions(screen.getByRole("combobox", { name: t.consent.purposes.refer }), site!.site);
    const refer = t.consent.referTo(site!.name);
    await user.click(await screen.findByRole("button", { name: `${refer}: ${t.consent.said.no}` }));
    expect(await part(refer).findByText(t.consent.noted(t.consent.said.no))).toBeShown();
    expect(fake.permits.saidOf(guest).slice(1)).toMatchObject([
      { purpose: "search", said: "yes", isHandedIn: true },
      { purpose: "refer", to: site!.site, said: "no", isHandedIn: true },
    ]);
  });

  it("a yes from the door waits and says so before the part is opened; a no holds", async () => {
    const { user, fake, guest } = await openGuest();
    await screen.findByText(t.consent.title);
    expect(screen.queryByText(t.consent.anyWaiting)).toBeNull();
    fake.permits.saidElsewhere({ guest, purpose: "passed", said: "yes" }, { isHandedIn: true });
    fake.permits.saidElsewhere({ guest, purpose: "poster", said: "no" }, { isHandedIn: true });
    expect(await screen.findByText(t.consent.anyWaiting)).toBeShown();
    await user.click(screen.getByText(t.consent.title));
    const { passed, poster } = t.consent.purposes;
    expect(await part(passed).findByText(t.consent.waitingYes)).toBeShown();
    expect(part(passed).getByText(t.consent.states.unset)).toBeShown();
    expect(part(poster).getByText(t.consent.heldNo)).toBeShown();
    expect(part(poster).getByText(t.consent.states.no)).toBeShown();
    await user.click(part(passed).getByRole("button", { name: `${passed}: ${t.consent.said.yes}` }));
    expect(await part(passed).findByText(t.consent.states.yes)).toBeShown();
    expect(screen.queryByText(t.consent.anyWaiting)).toBeNull();
  });
});

it("beside the arrivals stands whom to ask again of what was noted at the door, with masked names", async () => {
  const app = renderApp();
  const [guest] = await app.fake.list("guest");
  Object.assign(app.fake, { waitingConsents: async () => [{ guest, purposes: ["search", "findable"] }] });
  await goTo(paths.arrivals);
  const list = (await screen.findByRole("heading", { name: t.consent.waitingTitle })).parentElement!;
  expect(list.textContent).toContain(t.consent.purposes.search);
  expect(within(list).queryByText(guest!.title)).toBeNull();
});
