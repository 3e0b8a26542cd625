import { screen, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineError } from "#engine";
import { BACKUP } from "../support/fake-backup.ts";
import { PASSPHRASE } from "../support/invented.ts";
import { goTo, renderApp, t } from "../support/render-app.tsx";

type User = ReturnType<typeof renderApp>["user"];

describe("making a backup", () => {
  const given: { readonly name: string; readonly file: Blob }[] = [];
  let offered: Blob | null = null;

  beforeEach(() => {
    given.length = 0;
    // jsdom gives no downloads: what a browser would be handed is kept here
    URL.createObjectURL = (file) => {
      offered = file as Blob;
      return "blob:vereda";
    };
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      if (offered !== null) given.push({ name: this.download, file: offered });
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const makeButton = () => screen.findByRole("button", { name: t.backup.make });

  it("hands the whole file over, under a name that tells nobody's, and says what only it carries", async () => {
    const { user } = renderApp();
    await goTo("/ajustes");
    await user.click(await makeButton());
    const region = screen.getByRole("region", { name: t.backup.title });
    const told = await within(region).findByRole("status");
    expect(told).toSay(t.backup.made("1 KB"));
    expect(told).toSay(/nadie más dice tener/u);
    expect(given).toHaveLength(1);
    expect(given[0]!.name).toMatch(/^vereda-\d{4}-\d\d-\d\d\.respaldo$/u);
    expect([...new Uint8Array(await given[0]!.file.arrayBuffer())]).toEqual([...BACKUP]);
  });

  it("says what went wrong, and hands nothing over", async () => {
    const { user, fake } = renderApp();
    fake.backup = () => Promise.reject(new EngineError({ code: "storage-damaged" }));
    await goTo("/ajustes");
    await user.click(await makeButton());
    const alert = await screen.findByRole("alert");
    expect(alert).toHoldFocus();
    expect(alert).toSay(t.faults["storage-damaged"]);
    expect(given).toEqual([]);
  });

  it("is not offered to a volunteer, whose access ends", async () => {
    renderApp({ role: "volunteer" });
    await goTo("/ajustes");
    await screen.findByRole("heading", { name: t.settings.title });
    expect(screen.queryByRole("button", { name: t.backup.make })).toBeNull();
  });
});

describe("restoring from a backup", () => {
  const file = (bytes: Uint8Array = BACKUP) => new File([new Uint8Array(bytes)], "casa.respaldo");
  const chooseFile = (user: User, chosen = file()): Promise<void> =>
    user.upload(screen.getByLabelText<HTMLInputElement>(t.backup.file, { selector: "input" }), chosen);
  const restore = (user: User): Promise<void> =>
    user.click(screen.getByRole("button", { name: t.backup.restore }));

  async function begin(by: "byWords" | "byInvite" | "byPassphrase") {
    const app = renderApp({ start: "empty" });
    await app.user.click(await screen.findByRole("button", { name: t.backup.restoreChoose }));
    expect(await screen.findByRole("heading", { name: t.backup.restoreHeading })).toHoldFocus();
    await app.user.click(screen.getByRole("radio", { name: new RegExp(t.backup[by], "u") }));
    return app;
  }

  async function introduce(user: User): Promise<void> {
    await user.type(screen.getByRole("textbox", { name: t.welcome.personName }), "Nora Paz");
    await user.type(screen.getByLabelText(t.welcome.passphrase), PASSPHRASE);
    await user.type(screen.getByLabelText(t.welcome.passphraseAgain), PASSPHRASE);
  }

  async function typeWords(user: User, words: string): Promise<HTMLElement> {
    const first = screen.getByRole("textbox", { name: t.welcome.sheetWord(1) });
    await user.click(first);
    await user.paste(words);
    return first;
  }

  it("K6 leads into the house with its twelve words", async () => {
    const { user, fake } = await begin("byWords");
    await chooseFile(user);
    await typeWords(user, fake.mesh.recoveryWords);
    await introduce(user);
    await restore(user);
    expect(await screen.findByRole("heading", { name: t.arrivals.title })).toBeShown();
  });

  it("asks for the four words with an invitation", async () => {
    const { user } = await begin("byInvite");
    await chooseFile(user);
    await user.type(screen.getByRole("textbox", { name: t.welcome.code }), "mfzw-k3tj ".repeat(6));
    await introduce(user);
    await restore(user);
    expect(await screen.findByText("tambor")).toBeShown();
  });

  it("K6 opens to read, and to nothing else, with the passphrase of whoever made it", async () => {
    const { user } = await begin("byPassphrase");
    await chooseFile(user);
    await user.type(screen.getByLabelText(t.backup.passphrase), PASSPHRASE);
    await restore(user);
    expect(await screen.findByRole("heading", { name: t.backup.readerTitle })).toHoldFocus();
    await user.click(await screen.findByRole("button", { name: t.shell.showNames }));
    const [row] = await within(screen.getByRole("tabpanel")).findAllByRole("listitem");
    await user.click(row!.querySelector("summary")!);
    expect(await within(row!).findByText(t.fields.labels["name"]!)).toBeShown();
    expect(within(row!).queryByRole("button")).toBeNull();
    await user.type(screen.getByRole("searchbox", { name: t.search.box }), "zzqx");
    expect(await screen.findByText(t.search.none)).toBeShown();
  });

  it("names everything that is missing, and leads to the button that chooses the file", async () => {
    const { user } = await begin("byPassphrase");
    await restore(user);
    const summary = await screen.findByRole("alert");
    expect(summary).toHoldFocus();
    const links = within(summary).getAllByRole("link");
    expect(links.map((link) => link.textContent)).toEqual([t.backup.needFile, t.welcome.needPassphrase]);
    await user.click(links[0]!);
    const choose = screen.getByRole("button", { name: t.settings.fileChoose });
    expect(choose).toHoldFocus();
    expect(choose).toBeDescribedAs(t.backup.needFile);
  });

  it("K7 says at the file that it is none, or damaged, and keeps what was typed", async () => {
    const { user, fake } = await begin("byWords");
    await chooseFile(user, file(BACKUP.subarray(1)));
    const first = await typeWords(user, fake.mesh.recoveryWords);
    await introduce(user);
    await restore(user);
    await screen.findByRole("alert");
    expect(screen.getByRole("button", { name: t.settings.fileOther })).toBeDescribedAs(
      t.faults["not-a-backup"],
    );
    expect(first).toHoldValue(fake.mesh.recoveryWords.split(" ")[0]!);
    await chooseFile(user);
    await restore(user);
    expect(await screen.findByRole("heading", { name: t.arrivals.title })).toBeShown();
  });

  it.each([
    [
      "words of another house",
      "byWords",
      () => screen.getByRole("textbox", { name: t.welcome.sheetWord(1) }),
    ],
    ["another invitation", "byInvite", () => screen.getByRole("textbox", { name: t.welcome.code })],
    ["another passphrase", "byPassphrase", () => screen.getByLabelText(t.backup.passphrase)],
  ] as const)("K6 says at the field that %s does not open it", async (_, by, field) => {
    const { user } = await begin(by);
    await chooseFile(user);
    if (by === "byWords") await typeWords(user, "ábaco ".repeat(12));
    else await user.type(field(), "otra cosa que no abre");
    if (by !== "byPassphrase") await introduce(user);
    await restore(user);
    await screen.findByRole("alert");
    expect(field()).toBeDescribedAs(t.faults["backup-not-yours"]);
  });

  it("goes back to where it was chosen", async () => {
    const { user } = await begin("byWords");
    await user.click(screen.getByRole("button", { name: t.shell.back }));
    expect(await screen.findByRole("button", { name: t.backup.restoreChoose })).toBeShown();
  });
});
