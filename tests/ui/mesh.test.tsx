import { screen, waitFor } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { type RenderedApp, renderApp, t } from "../support/render-app.tsx";

async function openMesh(user: RenderedApp["user"]): Promise<void> {
  await user.click(await screen.findByRole("link", { name: t.shell.pages.mesh }));
  await screen.findByRole("heading", { name: t.mesh.ownSite });
}

describe("the network page", () => {
  it("R12 says when each house was last heard, and warns after a week", async () => {
    const { user } = renderApp();
    await openMesh(user);
    expect(screen.getByText(t.mesh.heardDay(2))).toBeShown();
    expect(screen.getByText("Posada San Telmo").closest("li")).toSay(t.mesh.longAgo);
    expect(screen.getByText("Refugio La Ceiba").closest("li")).toSay(t.mesh.heardNever);
  });

  it("confirms a request only after the words were compared", async () => {
    const { user, fake } = renderApp();
    await openMesh(user);
    expect(screen.getByText("tambor")).toBeShown();
    await user.click(screen.getByRole("button", { name: t.mesh.match }));
    await waitFor(() => {
      expect(screen.queryByText(t.mesh.pendingTitle)).toBeNull();
    });
    const states = (await fake.members()).sites[0]?.devices.map((device) => device.state);
    expect(states).not.toContain("waiting");
  });

  it("tells what to do when the words differ, and confirms nothing", async () => {
    const { user, fake } = renderApp();
    await openMesh(user);
    await user.click(screen.getByRole("button", { name: t.mesh.differ }));
    expect(screen.getByText(t.mesh.differText)).toBeShown();
    expect((await fake.members()).sites[0]?.devices.map((device) => device.state)).toContain("waiting");
  });

  it("makes an invitation with a square, the same code and its end", async () => {
    const { user } = renderApp();
    await openMesh(user);
    await user.click(screen.getByRole("button", { name: t.mesh.invite }));
    await user.click(await screen.findByRole("button", { name: t.mesh.inviteMake }));
    expect(await screen.findByRole("img", { name: t.mesh.inviteQr })).toBeShown();
    expect(screen.getByRole("textbox", { name: t.mesh.inviteCode })).toSay(/mfzw-k3tj/u);
    expect(screen.getByText(/Vale hasta: (?:en 7 días|la próxima semana)/u)).toBeShown();
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
  });

  it("meets a base by its address, and says at the field when nobody answers", async () => {
    const { user } = renderApp();
    await openMesh(user);
    await user.click(screen.getByText(t.mesh.connect));
    const field = screen.getByRole("textbox", { name: t.mesh.address });
    await user.type(field, "nowhere{Enter}");
    expect(await screen.findByRole("link", { name: t.faults["peer-unreachable"] })).toBeShown();
    await user.clear(field);
    await user.type(field, "/ip4/192.0.2.9/tcp/4011/ws{Enter}");
    expect(await screen.findByText(t.mesh.connectDone(12, 3))).toBeShown();
  });

  it("tells a house that is alone that it can work so", async () => {
    const { user } = renderApp({ people: false });
    await openMesh(user);
    expect(screen.getByText(t.mesh.alone)).toBeShown();
    expect(screen.getAllByText(t.shell.nothingSaved).length).toBeGreaterThan(0);
  });

  it("takes a colleague's computer out, and says what it could read", async () => {
    const { user, fake } = renderApp();
    await openMesh(user);
    await user.click(screen.getByRole("button", { name: t.trust.manageOf("Teresa Quiñones") }));
    expect(await screen.findByText(t.trust.takeOutKeeps)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.trust.takeOutNow }));
    expect(await screen.findByText(t.trust.takenOut("Teresa Quiñones"))).toBeShown();
    expect(screen.getByText(t.trust.couldRead(3))).toBeShown();
    await user.keyboard("{Escape}");
    expect(await screen.findByText(t.trust.outsideTag)).toBeShown();
    const states = (await fake.members()).sites[0]?.devices.map((device) => device.state);
    expect(states).toContain("removed");
  });

  it("changes nothing when one thinks better of it", async () => {
    const { user, fake } = renderApp();
    await openMesh(user);
    await user.click(screen.getByRole("button", { name: t.trust.manageOf("Teresa Quiñones") }));
    await user.click(await screen.findByRole("button", { name: t.trust.keep }));
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    const states = (await fake.members()).sites[0]?.devices.map((device) => device.state);
    expect(states).not.toContain("removed");
  });

  it("asks for this house's word for a new one", async () => {
    const { user } = renderApp();
    await openMesh(user);
    await user.click(screen.getByRole("button", { name: t.trust.approve }));
    await waitFor(() => {
      expect(screen.queryByText(t.trust.approveTitle)).toBeNull();
    });
  });

  it("warns before the only keys of what is protected leave the house", async () => {
    const { user, fake } = renderApp();
    await openMesh(user);
    await user.click(screen.getByRole("button", { name: t.trust.manageOf("Delia Mux") }));
    expect(await screen.findByText(t.trust.onlyProtection)).toBeShown();
    const out = screen.getByRole("button", { name: t.trust.takeOutNow });
    await user.click(out);
    const states = async () => (await fake.members()).sites[0]?.devices.map((device) => device.state);
    expect(await states()).not.toContain("removed");
    await user.click(screen.getByRole("checkbox", { name: t.trust.onlyProtectionSure }));
    await user.click(out);
    expect(await screen.findByText(t.trust.takenOut("Delia Mux"))).toBeShown();
    expect(await states()).toContain("removed");
  });

  it("explains the rule of two before a house gives its word, and shows the word that was given", async () => {
    const { user } = renderApp();
    await openMesh(user);
    const house = "Posada San Telmo";
    await user.click(screen.getByRole("button", { name: t.trust.houseOf(house) }));
    expect(await screen.findByText(t.trust.houseRule)).toBeShown();
    expect(screen.getByText(t.trust.houseNoWord)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.trust.houseGiveWord }));
    expect(await screen.findByText(t.trust.houseOneWord)).toBeShown();
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.getByText(house).closest("li")).toSay(t.trust.houseVotesTag(1));
    });
    await user.click(screen.getByRole("button", { name: t.trust.houseOf(house) }));
    expect(await screen.findByText(t.trust.houseWords)).toBeShown();
    expect(screen.queryByRole("button", { name: t.trust.houseTakeOut })).toBeNull();
  });

  it("says that this house no longer trusts another, shows it there, and takes it back", async () => {
    const { user, fake } = renderApp();
    await openMesh(user);
    const house = "Posada San Telmo";
    const open = () => user.click(screen.getByRole("button", { name: t.trust.houseOf(house) }));
    await open();
    expect(await screen.findByText(t.trust.distrustLimits)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.trust.distrustNow }));
    expect(await screen.findByText(t.trust.distrusted(house))).toBeShown();
    expect(screen.queryByRole("button", { name: t.trust.distrustNow })).toBeNull();
    await user.keyboard("{Escape}");
    const tag = t.trust.distrustedTag((await fake.members()).sites[0]!.name);
    await waitFor(() => {
      expect(screen.getByText(house).closest("li")).toSay(tag);
    });
    await open();
    await user.click(await screen.findByRole("button", { name: t.trust.distrustEnd }));
    expect(await screen.findByText(t.trust.trusted(house))).toBeShown();
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByText(tag)).toBeNull();
    });
  });

  it("says what waits of a computer that is out, and lets it count only after a second look", async () => {
    const { user, fake } = renderApp();
    await openMesh(user);
    expect(await screen.findByText(t.trust.keptTitle)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.trust.keptDecideOf("Noel Barrios") }));
    expect(await screen.findByText(t.trust.admitRisk)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.trust.admitKeep }));
    expect(await fake.quarantine()).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: t.trust.keptDecideOf("Noel Barrios") }));
    await user.click(await screen.findByRole("button", { name: t.trust.admitNow }));
    expect(await screen.findByText(t.trust.admitted(12))).toBeShown();
    await waitFor(() => {
      expect(screen.queryByText(t.trust.keptTitle)).toBeNull();
    });
  });

  it("shows staff what waits, and who decides", async () => {
    const { user } = renderApp({ role: "staff" });
    await openMesh(user);
    expect(await screen.findByText(t.trust.keptByOthers)).toBeShown();
    expect(screen.queryByRole("button", { name: t.trust.keptDecideOf("Noel Barrios") })).toBeNull();
    expect(screen.queryByRole("button", { name: t.trust.houseOf("Posada San Telmo") })).toBeNull();
  });

  it("offers volunteers no invitation", async () => {
    const { user } = renderApp({ role: "volunteer" });
    await openMesh(user);
    expect(screen.queryByRole("button", { name: t.mesh.invite })).toBeNull();
    expect(screen.queryByText(t.trust.approveTitle)).toBeNull();
    expect(screen.queryByRole("button", { name: t.trust.manageOf("Teresa Quiñones") })).toBeNull();
  });

  it("M17 X7 shows how much each house fills, and asks for twice as much", async () => {
    const { user, fake } = renderApp();
    await openMesh(user);
    expect(screen.queryByText(t.room.nearOwn)).toBeNull();
    await user.click(screen.getByText(t.room.show));
    const meters = await screen.findAllByRole("progressbar");
    expect(meters).toHaveLength((await fake.members()).sites.length);
    await user.click(screen.getByRole("button", { name: t.room.double }));
    expect(await screen.findByText(t.room.asked)).toBeShown();
    const { limits, houses } = await fake.limits();
    expect(houses[0]?.wanted?.siteBytes).toBe(limits.siteBytes * 2);
    expect(houses[0]?.wanted?.devices).toBe(limits.devices * 2);
  });

  it("M17 X7 warns a house that comes close to its limit; only who coordinates may ask", async () => {
    const { user } = renderApp({ full: 0.9, role: "staff" });
    await openMesh(user);
    expect(await screen.findByText(t.room.nearOwn)).toBeShown();
    expect((await screen.findAllByText(t.room.near)).length).toBeGreaterThan(0);
    expect(screen.queryByRole("button", { name: t.room.double })).toBeNull();
  });
});
