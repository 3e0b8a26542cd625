/** The board of the route, the directory and the notices, by what a person does. */
import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { paths } from "../../src/ui/paths.ts";
import type { FakeOptions } from "../support/fake-types.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const texts = t.route;
const CLINIC = "Consultorio San José";
const LAWYERS = "Defensoría del Istmo";

async function openPage(path: string, options: FakeOptions = {}): Promise<RenderedApp> {
  const app = renderApp(options);
  await goTo(path);
  return app;
}

const cardOf = async (name: string): Promise<HTMLElement> =>
  (await screen.findByRole("heading", { name })).closest("li")!;

describe("the board of the route", () => {
  it("is two touches from the network page and one from the arrivals", async () => {
    const { user } = await openPage(paths.mesh);
    await user.click(await screen.findByRole("link", { name: texts.boardLink }));
    expect(await screen.findByRole("heading", { level: 1, name: texts.boardTitle })).toBeShown();
    await user.click(screen.getByRole("link", { name: texts.directoryLink }));
    expect(await screen.findByRole("heading", { level: 1, name: texts.directoryTitle })).toBeShown();
    await goTo(paths.arrivals);
    expect(await screen.findByRole("link", { name: texts.boardLink })).toBeShown();
  });

  it("shows older values as such, and no number that nobody knows any more", async () => {
    await openPage(paths.board);
    const oaxaca = await cardOf("Casa Oaxaca");
    const line = (title: string): string => within(oaxaca).getByText(title).closest("li")!.textContent;
    expect(line(texts.bedGroups.any)).toMatch(/12 libres.*se supo/u);
    expect(line(texts.bedGroups.women)).toMatch(/3 libres.*dato viejo/u);
    expect(line(texts.bedGroups.families)).toMatch(/no se sabe/u);
    expect(line(texts.bedGroups.families)).not.toMatch(/\d libre/u);
    expect(line(texts.needKinds.medicines)).toContain("Urgente · suero oral");
    expect(within(oaxaca).getByText(texts.alertKinds.operation)).toBeShown();
    expect(within(oaxaca).queryByRole("button")).toBeNull();
  });

  it("says on the own board only what was changed, and has the focus again where it was", async () => {
    const { user, fake } = await openPage(paths.board);
    fake.route.boards = fake.route.boards.map((board) =>
      board.ownSite
        ? {
            ...board,
            saidAt: "2026-11-20T10:00:00Z",
            beds: [
              { group: "any", free: 9, at: "2026-11-21T10:00:00Z", age: "current" },
              { group: "men", free: 4, at: "2026-11-20T10:00:00Z", age: "old" },
            ],
            alerts: [{ alert: "full", note: null, at: "2026-11-21T10:00:00Z", age: "current" }],
          }
        : board,
    );
    await goTo(paths.directory);
    await screen.findByRole("heading", { name: CLINIC });
    await goTo(paths.board);
    await user.click(await screen.findByRole("button", { name: texts.editBoard }));
    const form = within(screen.getByRole("form", { name: texts.editBoard }));
    const field = (name: string) => form.getByRole("textbox", { name });
    expect(field(texts.bedGroups.any)).toHoldValue("9");
    // an old number is told, and not filled in to be said again unseen
    expect(field(texts.bedGroups.men)).toHoldValue("");
    expect(form.getByText(/4 libres, dato viejo/u)).toBeShown();
    await user.type(field(texts.bedGroups.women), "muchas");
    await user.click(form.getByRole("button", { name: texts.saveBoard }));
    expect(await form.findByRole("link", { name: texts.badBeds(texts.bedGroups.women) })).toBeShown();
    expect(fake.route.said).toEqual([]);
    await user.clear(field(texts.bedGroups.women));
    await user.type(field(texts.bedGroups.women), "3");
    await user.click(form.getByRole("checkbox", { name: texts.alertKinds.full }));
    await user.click(form.getByRole("checkbox", { name: texts.needKinds.hygiene }));
    await user.type(form.getByRole("textbox", { name: /Nota: Higiene/u }), "jabón");
    await user.click(form.getByRole("checkbox", { name: texts.urgentOf(texts.needKinds.hygiene) }));
    await user.click(form.getByRole("button", { name: texts.saveBoard }));
    const again = await screen.findByRole("button", { name: texts.editBoard });
    expect(fake.route.said).toEqual([
      {
        board: {
          beds: { women: 3 },
          needs: { hygiene: { note: "jabón", urgent: true } },
          alerts: { full: null },
        },
      },
    ]);
    await waitFor(() => {
      expect(document.activeElement).toBe(again);
    });
  });

  it("is said again as it stands by one press", async () => {
    const { user, fake } = await openPage(paths.board);
    await screen.findByRole("button", { name: texts.editBoard });
    // nothing was said yet: there is nothing to say again
    expect(screen.queryByRole("button", { name: texts.repeatBoard })).toBeNull();
    await fake.setBoard({ beds: { any: 3 } });
    fake.raise({ kind: "records", ids: [] });
    await user.click(await screen.findByRole("button", { name: texts.repeatBoard }));
    expect(await screen.findAllByText(texts.boardSaved)).not.toHaveLength(0);
    expect(fake.route.said.at(-1)).toEqual({ repeated: true });
  });
});

describe("notices", () => {
  it("stand on top with who said them, and one is written with what all shelters may read", async () => {
    const { user, fake } = await openPage(paths.board);
    expect(await screen.findByText(/No pase de noche/u)).toBeShown();
    expect(screen.getByText(/Casa Oaxaca · vale hasta el/u)).toBeShown();
    expect(screen.queryByRole("button", { name: /Quitar el aviso/u })).toBeNull();
    await user.click(screen.getByRole("button", { name: texts.addNotice }));
    const form = within(screen.getByRole("form", { name: texts.addNotice }));
    expect(form.getByText(texts.publicText)).toBeShown();
    await user.type(form.getByRole("textbox", { name: texts.noticeText }), "Pregunte al 555 014 0000");
    await user.selectOptions(form.getByRole("combobox"), texts.noticeKinds.general);
    await user.click(form.getByRole("button", { name: texts.saveNotice }));
    expect(await form.findByRole("link", { name: /lleva un teléfono/u })).toBeShown();
    await user.clear(form.getByRole("textbox", { name: texts.noticeText }));
    await user.type(form.getByRole("textbox", { name: texts.noticeText }), "Puente cerrado.");
    await user.selectOptions(form.getByRole("combobox"), "—");
    await user.click(form.getByRole("button", { name: texts.saveNotice }));
    expect(await form.findByRole("link", { name: texts.needNoticeKind })).toBeShown();
    await user.selectOptions(form.getByRole("combobox"), texts.noticeKinds["road-closed"]);
    await user.click(form.getByRole("button", { name: texts.saveNotice }));
    await screen.findByRole("button", { name: texts.addNotice });
    expect((await fake.list("notice"))[0]?.fields).toMatchObject({
      kind: "road-closed",
      text: "Puente cerrado.",
    });
  });

  it("an own one is taken off", async () => {
    const { user, fake } = await openPage(paths.directory);
    fake.route.notices = fake.route.notices.map((notice) => ({ ...notice, ownSite: true }));
    await goTo(paths.board);
    await user.click(await screen.findByRole("button", { name: texts.endNoticeOf("No pase de noche.") }));
    expect(await screen.findByText(texts.noNotices)).toBeShown();
  });
});

describe("the directory", () => {
  it("is filtered by what helps, and tells old confirmations and other houses' words", async () => {
    const { user } = await openPage(paths.directory);
    const clinic = await cardOf(CLINIC);
    expect(within(clinic).getByText(/Confirmado el 20 nov 2026 por Casa Oaxaca/u)).toBeShown();
    expect(within(clinic).getByText("Casa Tapachula dice otra cosa. Teléfono: +52 555 0177")).toBeShown();
    expect(within(await cardOf(LAWYERS)).getByText(/Dato viejo/u)).toBeShown();
    expect(within(await cardOf(LAWYERS)).getByText(texts.acceptsUnsaid)).toBeShown();
    await user.selectOptions(screen.getByRole("combobox", { name: texts.find }), t.care.kinds.legal);
    await waitFor(() => {
      expect(screen.queryByRole("heading", { name: CLINIC })).toBeNull();
    });
    await user.type(screen.getByRole("textbox", { name: texts.place }), "Tijuana");
    expect(await screen.findByText(texts.noServices)).toBeShown();
  });

  it("is opened from a guest's need, with what helps", async () => {
    const { user, fake } = await openPage(paths.arrivals);
    const guest = (await fake.list("guest")).find(({ fields }) => !("leftAt" in fields))!;
    await fake.add("need", { guest: guest.id, what: "legal" });
    await user.click(await screen.findByRole("link", { name: texts.whoHelpsOf(t.care.kinds.legal) }));
    expect(await screen.findByRole("heading", { name: LAWYERS })).toBeShown();
    expect(screen.queryByRole("heading", { name: CLINIC })).toBeNull();
    expect(location.hash).toBe("#/red/directorio/legal");
  });

  it("is confirmed by one press, and the button that was pressed keeps the focus", async () => {
    const { user, fake } = await openPage(paths.directory);
    const button = await screen.findByRole("button", { name: texts.confirmOf(LAWYERS) });
    await user.click(button);
    await waitFor(async () => {
      expect(within(await cardOf(LAWYERS)).queryByText(/Dato viejo/u)).toBeNull();
    });
    expect(document.activeElement).toBe(button);
    expect(fake.route.said).toMatchObject([{ word: {} }]);
  });

  it("is corrected and marked as closed", async () => {
    const { user, fake } = await openPage(paths.directory);
    await user.click(await screen.findByRole("button", { name: texts.correctOf(CLINIC) }));
    const form = within(await screen.findByRole("form", { name: texts.correctTitle(CLINIC) }));
    const phone = form.getByRole("textbox", { name: /Teléfono/u });
    expect(phone).toHoldValue("+52 555 0142");
    await user.clear(phone);
    await user.type(phone, "+52 555 0199");
    await user.click(form.getByRole("button", { name: texts.save }));
    expect(await within(await cardOf(CLINIC)).findByText("+52 555 0199")).toBeShown();
    expect(fake.route.said).toMatchObject([{ word: { fields: { phone: "+52 555 0199", name: CLINIC } } }]);
    await user.click(screen.getByRole("button", { name: texts.closeOf(CLINIC) }));
    await waitFor(() => {
      expect(screen.queryByRole("heading", { name: CLINIC })).toBeNull();
    });
  });

  it("a service that was closed by mistake is opened again where it was, and the focus is never lost", async () => {
    const { user, fake } = await openPage(paths.directory);
    await user.click(await screen.findByRole("button", { name: texts.closeOf(LAWYERS) }));
    const said = (await screen.findByText(texts.closedNow(LAWYERS))).closest("[tabindex]");
    await waitFor(() => {
      expect(document.activeElement).toBe(said);
    });
    expect(screen.queryByRole("heading", { name: LAWYERS })).toBeNull();
    await user.click(screen.getByRole("button", { name: texts.undoClose }));
    expect(await screen.findByRole("heading", { name: LAWYERS })).toBeShown();
    expect(screen.queryByText(texts.closedNow(LAWYERS))).toBeNull();
    expect(document.activeElement).toBe(screen.getByText(texts.results(2)));
    expect(fake.route.said).toMatchObject([{ word: { status: "closed" } }, { word: undefined }]);
  });

  it("where houses differ, whoever confirms sees both values before anything is said", async () => {
    const { user, fake } = await openPage(paths.directory);
    await user.click(await screen.findByRole("button", { name: texts.confirmOf(CLINIC) }));
    const title = await screen.findByRole("heading", { name: texts.correctTitle(CLINIC) });
    await waitFor(() => {
      expect(document.activeElement).toBe(title);
    });
    const form = within(screen.getByRole("form", { name: texts.correctTitle(CLINIC) }));
    expect(form.getByText(texts.lookFirst)).toBeShown();
    expect(form.getByText("Casa Tapachula dice otra cosa. Teléfono: +52 555 0177")).toBeShown();
    expect(fake.route.said).toEqual([]);
    await user.click(form.getByRole("button", { name: texts.save }));
    await screen.findByRole("button", { name: texts.correctOf(CLINIC) });
    expect(fake.route.said).toMatchObject([{ word: { fields: { phone: "+52 555 0142" } } }]);
  });

  it("a field that is emptied is taken off, and one that was empty is not spoken of", async () => {
    const { user, fake } = await openPage(paths.directory);
    await user.click(await screen.findByRole("button", { name: texts.correctOf(CLINIC) }));
    const form = within(await screen.findByRole("form", { name: texts.correctTitle(CLINIC) }));
    await user.clear(form.getByRole("textbox", { name: /Horario/u }));
    await user.click(form.getByRole("checkbox", { name: texts.groups.women }));
    await user.click(form.getByRole("checkbox", { name: texts.groups.families }));
    await user.click(form.getByRole("button", { name: texts.save }));
    expect(await within(await cardOf(CLINIC)).findByText(texts.acceptsUnsaid)).toBeShown();
    const [said] = fake.route.said;
    expect(said).toMatchObject({ word: { fields: { hours: null, accepts: null } } });
    expect(said).not.toHaveProperty(["word", "fields", "address"]);
  });

  it("says on paper that it was filtered", async () => {
    const { user } = await openPage(paths.directory);
    await screen.findByRole("heading", { name: CLINIC });
    expect(screen.queryByText(/no es todo el directorio/u)).toBeNull();
    await user.selectOptions(screen.getByRole("combobox", { name: texts.find }), t.care.kinds.legal);
    await user.type(screen.getByRole("textbox", { name: texts.place }), "Juchitán");
    const filter = `${t.care.kinds.legal} · ${texts.place}: Juchitán`;
    expect(await screen.findByText(new RegExp(texts.printedOnly(filter), "u"))).toBeShown();
  });

  it("takes a new service, and says what is missing", async () => {
    const { user, fake } = await openPage(paths.directory);
    await user.click(await screen.findByRole("button", { name: texts.add }));
    const form = within(screen.getByRole("form", { name: texts.addTitle }));
    await user.click(form.getByRole("button", { name: texts.save }));
    expect(await form.findByRole("link", { name: texts.needType })).toBeShown();
    expect(form.getByRole("link", { name: texts.needOffers })).toBeShown();
    await user.type(form.getByRole("textbox", { name: texts.name }), "Comedor La 72");
    await user.selectOptions(form.getByRole("combobox", { name: texts.type }), texts.types.kitchen);
    await user.click(form.getByRole("checkbox", { name: t.care.kinds.food }));
    await user.click(form.getByRole("button", { name: texts.save }));
    await screen.findByRole("button", { name: texts.add });
    expect((await fake.list("service"))[0]?.fields).toMatchObject({
      ...{ name: "Comedor La 72", type: "kitchen", offers: ["food"], status: "open" },
    });
  });
});

describe("who reads none of it", () => {
  it.each([{ role: "volunteer" }, { siteKind: "advocates" }] as const)(
    "%o is offered no way there",
    async (who) => {
      await openPage(paths.mesh, who);
      await screen.findByRole("heading", { level: 1 });
      expect(screen.queryByRole("link", { name: texts.boardLink })).toBeNull();
      await goTo(paths.board);
      expect(await screen.findByText(texts.notForYou)).toBeShown();
      expect(screen.queryByText(/No pase de noche/u)).toBeNull();
    },
  );
});
