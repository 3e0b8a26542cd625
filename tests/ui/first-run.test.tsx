import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { renderApp, t } from "../support/render-app.tsx";

const PASSPHRASE = "farol nube cedro barro lima";

async function found(user: ReturnType<typeof renderApp>["user"]): Promise<void> {
  await user.click(await screen.findByRole("button", { name: t.welcome.found }));
  await user.type(await screen.findByRole("textbox", { name: t.welcome.meshName }), "Vereda del sur");
  await user.type(screen.getByRole("textbox", { name: t.welcome.siteName }), "Casa del Naranjo");
  await user.type(screen.getByRole("textbox", { name: t.welcome.personName }), "Lucía Betancur");
  await user.type(screen.getByLabelText(t.welcome.passphrase), PASSPHRASE);
  await user.type(screen.getByLabelText(t.welcome.passphraseAgain), PASSPHRASE);
  await user.click(screen.getByRole("button", { name: t.welcome.found }));
  await screen.findByRole("heading", { name: t.welcome.sheetHeading });
}

describe("starting a mesh", () => {
  it("shows the twelve words once and asks for two of them before it goes on", async () => {
    const { user, fake } = renderApp({ start: "empty" });
    await found(user);
    const words = within(screen.getByRole("list", { name: t.welcome.sheetList })).getAllByRole("listitem");
    expect(words.map((item) => item.textContent)).toEqual(fake.mesh.recoveryWords.split(" "));
    await user.click(screen.getByRole("button", { name: t.welcome.sheetNext }));
    const boxes = await screen.findAllByRole("textbox");
    expect(boxes).toHaveLength(2);
    for (const box of boxes) await user.type(box, "otra");
    await user.click(screen.getByRole("button", { name: t.welcome.sheetDone }));
    expect(await screen.findByRole("alert")).toSay(t.shell.problems);
    for (const box of screen.getAllByRole<HTMLInputElement>("textbox")) {
      const word = fake.mesh.recoveryWords.split(" ")[Number(/\d+$/u.exec(box.id)?.[0])] ?? "";
      await user.clear(box);
      await user.type(box, word.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase());
    }
    await user.click(screen.getByRole("button", { name: t.welcome.sheetDone }));
    // then the words of what is protected, on a sheet of their own
    await screen.findByRole("heading", { name: t.welcome.sheetProtectedHeading });
    const others = within(screen.getByRole("list", { name: t.welcome.sheetList })).getAllByRole("listitem");
    expect(others.map((item) => item.textContent)).toEqual(fake.mesh.protectedWords.split(" "));
    await user.click(screen.getByRole("button", { name: t.welcome.sheetNext }));
    for (const box of await screen.findAllByRole<HTMLInputElement>("textbox")) {
      await user.type(box, fake.mesh.protectedWords.split(" ")[Number(/\d+$/u.exec(box.id)?.[0])] ?? "");
    }
    await user.click(screen.getByRole("button", { name: t.welcome.sheetDone }));
    expect(await screen.findByRole("heading", { name: t.arrivals.title })).toBeShown();
  });

  it("names everything that is missing, keeps what was typed and leads to the field", async () => {
    const { user } = renderApp({ start: "empty" });
    await user.click(await screen.findByRole("button", { name: t.welcome.found }));
    await user.type(await screen.findByRole("textbox", { name: t.welcome.siteName }), "Casa del Naranjo");
    await user.click(screen.getByRole("button", { name: t.welcome.found }));
    const summary = await screen.findByRole("alert");
    expect(summary).toHoldFocus();
    expect(document.title).toMatch(/^Error: /u);
    const links = within(summary).getAllByRole("link");
    expect(links.map((link) => link.textContent)).toEqual([
      t.welcome.needMeshName,
      t.welcome.needPersonName,
      t.welcome.needPassphrase,
    ]);
    expect(screen.getByRole("textbox", { name: t.welcome.siteName })).toHoldValue("Casa del Naranjo");
    await user.click(links[0]!);
    expect(screen.getByRole("textbox", { name: t.welcome.meshName })).toHoldFocus();
  });

  it("proposes five words, and takes them when they are typed again", async () => {
    const { user } = renderApp({ start: "empty" });
    await user.click(await screen.findByRole("button", { name: t.welcome.found }));
    await user.click(await screen.findByRole("button", { name: t.welcome.suggest }));
    await waitFor(() => {
      expect(screen.getByLabelText<HTMLInputElement>(t.welcome.passphrase).value.split(" ")).toHaveLength(5);
    });
  });
});

describe("joining", () => {
  it("says at the field when the code was mistyped", async () => {
    const { user } = renderApp({ start: "empty" });
    await user.click(await screen.findByRole("button", { name: t.welcome.join }));
    const code = await screen.findByRole("textbox", { name: t.welcome.code });
    await user.type(code, "abc");
    await user.type(screen.getByRole("textbox", { name: t.welcome.personName }), "Ramiro Ixcoy");
    await user.type(screen.getByLabelText(t.welcome.passphrase), PASSPHRASE);
    await user.type(screen.getByLabelText(t.welcome.passphraseAgain), PASSPHRASE);
    await user.click(screen.getByRole("button", { name: t.welcome.joinButton }));
    await screen.findByRole("alert");
    expect(code).toBeDescribedAs(t.faults["code-mistyped"]);
    expect(code).toHoldValue("abc");
  });

  it("shows four words to compare, and that the request has not left this computer", async () => {
    const { user } = renderApp({ start: "empty", people: false });
    await user.click(await screen.findByRole("button", { name: t.welcome.join }));
    await user.type(await screen.findByRole("textbox", { name: t.welcome.code }), "mfzw-k3tj ".repeat(6));
    await user.type(screen.getByRole("textbox", { name: t.welcome.personName }), "Ramiro Ixcoy");
    await user.type(screen.getByLabelText(t.welcome.passphrase), PASSPHRASE);
    await user.type(screen.getByLabelText(t.welcome.passphraseAgain), PASSPHRASE);
    await user.click(screen.getByRole("button", { name: t.welcome.joinButton }));
    expect(await screen.findByText("tambor")).toBeShown();
    expect(screen.getByText(t.welcome.waitingNotSent)).toBeShown();
  });
});

describe("coming back with twelve words", () => {
  async function begin(user: ReturnType<typeof renderApp>["user"]): Promise<HTMLElement[]> {
    await user.click(await screen.findByRole("button", { name: t.welcome.recoverChoose }));
    await screen.findByRole("heading", { name: t.welcome.recoverHeading });
    await user.type(screen.getByRole("textbox", { name: t.welcome.personName }), "Nora Paz");
    await user.type(screen.getByLabelText(t.welcome.passphrase), PASSPHRASE);
    await user.type(screen.getByLabelText(t.welcome.passphraseAgain), PASSPHRASE);
    return Array.from({ length: 12 }, (_, at) =>
      screen.getByRole("textbox", { name: t.welcome.sheetWord(at + 1) }),
    );
  }

  it("takes all twelve pasted into the first field, and leads to the house", async () => {
    const { user, fake } = renderApp({ start: "empty" });
    const [first] = await begin(user);
    await user.click(first!);
    await user.paste(fake.mesh.recoveryWords);
    await user.click(screen.getByRole("button", { name: t.welcome.recover }));
    expect(await screen.findByRole("heading", { name: t.arrivals.title })).toBeShown();
  });

  it("says which word is missing and which is of no list, at the field", async () => {
    const { user } = renderApp({ start: "empty" });
    const boxes = await begin(user);
    for (const box of boxes.slice(1)) await user.type(box, "ancla");
    await user.clear(boxes[4]!);
    await user.type(boxes[4]!, "pozolito");
    await user.click(screen.getByRole("button", { name: t.welcome.recover }));
    await screen.findByRole("alert");
    expect(boxes[0]).toBeDescribedAs(t.welcome.needWord(1));
    await waitFor(() => {
      expect(boxes[4]).toBeDescribedAs(t.welcome.unknownWord(5));
    });
  });

  it("can be begun from the locked page", async () => {
    const { user } = renderApp({ start: "locked" });
    await user.click(await screen.findByText(t.welcome.forgotten));
    await user.click(screen.getByRole("button", { name: t.welcome.recoverChoose }));
    expect(await screen.findByRole("heading", { name: t.welcome.recoverHeading })).toBeShown();
  });
});

describe("new words", () => {
  it("are asked for on the network's page, and shown once on a sheet", async () => {
    const { user, fake } = renderApp({ start: "open" });
    fake.mesh.wordsNeeded.add("site");
    await user.click(await screen.findByRole("link", { name: t.shell.pages.mesh }));
    await user.click(await screen.findByRole("button", { name: t.trust.makeWords }));
    await screen.findByRole("heading", { name: t.welcome.sheetHeading });
    const words = within(screen.getByRole("list", { name: t.welcome.sheetList })).getAllByRole("listitem");
    expect(words.map((item) => item.textContent)).toEqual(fake.mesh.recoveryWords.split(" "));
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: t.trust.makeWords })).toBeNull();
    });
  });
});
