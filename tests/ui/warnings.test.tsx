/** What a person reads before deciding about a house or a coordinator, and what the software cannot prevent. */
import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { ALIKE_HOUSE, ALIKE_NEW_HOUSE, OTHER_HOUSES } from "../support/invented.ts";
import { type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const [PUENTE, LUNA] = OTHER_HOUSES;

async function openPage(user: RenderedApp["user"], page: "mesh" | "settings"): Promise<void> {
  await user.click(await screen.findByRole("link", { name: t.shell.pages[page] }));
  await screen.findByRole("heading", { name: page === "mesh" ? t.mesh.ownSite : t.limits.title });
}

async function openInviting(user: RenderedApp["user"]): Promise<HTMLElement> {
  await openPage(user, "mesh");
  await user.click(screen.getByRole("button", { name: t.mesh.invite }));
  await user.click(await screen.findByRole("radio", { name: t.mesh.inviteSite }));
  return screen.getByRole("textbox", { name: t.mesh.inviteSiteName });
}

describe("I7 a house that calls itself like another", () => {
  it("is marked in the list of houses, and so is the other", async () => {
    const { user } = renderApp({ alike: true });
    await openPage(user, "mesh");
    expect(screen.getByText(t.trust.alikeHouses)).toBeShown();
    expect(screen.getByText(t.trust.alikeTag(ALIKE_HOUSE.name)).closest("li")).toSay(PUENTE.name);
    expect(screen.getByText(t.trust.alikeTag(PUENTE.name)).closest("li")).toSay(ALIKE_HOUSE.name);
    expect(screen.getAllByText(/casi igual que/u)).toHaveLength(3);
  });

  it("is told of where a coordinator gives the second house's word", async () => {
    const { user } = renderApp({ alike: true });
    await openPage(user, "mesh");
    const card = screen.getByRole("heading", { name: new RegExp(ALIKE_NEW_HOUSE, "u") }).closest("article");
    expect(card).toSay(t.trust.alikeApprove(LUNA.name));
    expect(within(card!).getByRole("button", { name: t.trust.approve })).toBeShown();
  });

  it("is told of before a house is judged", async () => {
    const { user } = renderApp({ alike: true });
    await openPage(user, "mesh");
    await user.click(screen.getByRole("button", { name: t.trust.houseOf(PUENTE.name) }));
    expect(await screen.findByText(t.trust.alikeJudge(ALIKE_HOUSE.name))).toBeShown();
  });

  it("is told of while a new house is given its name, and can be invited all the same", async () => {
    const { user } = renderApp();
    const name = await openInviting(user);
    await user.type(name, "Casa Luz de Iuna");
    const warning = await screen.findByText(t.trust.alikeInvite(LUNA.name));
    expect(warning.closest("[role=status]")).toBeShown();
    await user.click(screen.getByRole("button", { name: t.mesh.inviteMake }));
    expect(await screen.findByRole("img", { name: t.mesh.inviteQr })).toBeShown();
  });

  it("and one with a name of its own is warned of nowhere", async () => {
    const { user } = renderApp();
    const name = await openInviting(user);
    await user.type(name, LUNA.name);
    await screen.findByText(t.trust.alikeInvite(LUNA.name));
    await user.type(name, " Tonalá");
    await waitFor(() => {
      expect(screen.queryByText(/casi igual/u)).toBeNull();
    });
  });
});

describe("R6 two coordinators who take each other out", () => {
  it("are told of before one takes out the other, and not before staff", async () => {
    const { user, fake } = renderApp();
    await openPage(user, "mesh");
    await user.click(screen.getByRole("button", { name: t.trust.manageOf("Teresa Quiñones") }));
    expect(await screen.findByText(t.trust.takeOutWhen)).toBeShown();
    expect(screen.queryByText(t.trust.takeOutMutual)).toBeNull();
    await user.keyboard("{Escape}");
    const teresa = (await fake.members()).sites[0]?.devices.find(
      ({ person }) => person === "Teresa Quiñones",
    );
    await fake.giveRole({ device: teresa!.device, role: "coordinator" });
    fake.raise({ kind: "members" });
    await waitFor(() => {
      expect(screen.getAllByText(new RegExp(`^${t.mesh.roles.coordinator}`, "u"))).toHaveLength(2);
    });
    await user.click(screen.getByRole("button", { name: t.trust.manageOf("Teresa Quiñones") }));
    expect(await screen.findByText(t.trust.takeOutMutual)).toBeShown();
  });
});

describe("what the software cannot prevent", () => {
  const cases = [
    ["K4 what stays in memory is said", "memory", /memoria[\s\S]*apáguelo/u],
    ["K11 what the clipboard and prints keep is said", "copies", /portapapeles/u],
    ["K8 that no second phrase opens something else is said", "forced", /No hay una segunda frase/u],
    ["K12 what an open session may do is said", "session", /lo mismo que usted/u],
    ["K8 K12 what leaving at once does not do is said", "panic", /No borra lo guardado ni esconde/u],
    ["M7 that two names can look the same is said", "names", /idénticos y tener letras distintas/u],
    ["B6 what other accounts of the base's computer can do is said", "machine", /dirección completa/u],
    ["B9 that extensions of the browser can read what it shows is said", "extensions", /extensiones/u],
    ["B10 that the page can be replaced is said", "program", /la página no lo muestra/u],
  ] as const;

  it.each(cases)("%s", async (_, limit, words) => {
    const { user } = renderApp();
    await openPage(user, "settings");
    const { title, text } = t.limits[limit];
    expect(text).toMatch(words);
    const summary = screen.getByText(title);
    expect(summary.closest("details")?.open).toBe(false);
    await user.click(summary);
    expect(summary.closest("details")?.open).toBe(true);
    expect(summary.closest("details")).toSay(text);
  });

  it("is there for volunteers too", async () => {
    const { user } = renderApp({ role: "volunteer" });
    await openPage(user, "settings");
    expect(screen.getByText(t.limits.forced.title)).toBeShown();
  });
});

describe("about Vereda", () => {
  it("names whose list of places it is, to everybody", async () => {
    const { user } = renderApp({ role: "volunteer" });
    await openPage(user, "settings");
    expect(screen.getByRole("region", { name: t.settings.about })).toSay("GeoNames (CC BY 4.0)");
  });
});
