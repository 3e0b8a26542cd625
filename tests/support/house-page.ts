/**
 * What people do on the page, by what they see: roles, names and texts in Spanish. For the stories in real
 * browsers. Knows no engine, but for {@link engineOf}, which asks the page's own.
 */
import { choosePhoto } from "./camera-photo.ts";
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { textsOf } from "#i18n";

export const t = textsOf("es");
export const PASSPHRASE = "farol nube cedro barro lima";

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();
const write = (page: Page, label: string, text: string): Promise<void> =>
  page.getByRole("textbox", { name: label }).first().fill(text);

/** Goes to one of the pages by the navigation, where a number may stand behind its name. */
export const visit = (page: Page, entry: keyof typeof t.shell.pages): Promise<void> =>
  page
    .getByRole("navigation")
    .getByRole("link", { name: new RegExp(`^${t.shell.pages[entry]}`, "u") })
    .click();

async function choosePassphrase(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel(t.welcome.passphrase, { exact: true }).fill(passphrase);
  await page.getByLabel(t.welcome.passphraseAgain).fill(passphrase);
}

/** What a house is. */
export type HouseKind = "shelter" | "advocates";

/** The sheets of a new house, of which advocates have no second; gives the words of the house. */
async function passSheets(page: Page, kind: HouseKind = "shelter"): Promise<string> {
  const words = await passSheet(page, t.welcome.sheetHeading);
  if (kind === "shelter") await passSheet(page, t.welcome.sheetProtectedHeading);
  return words;
}

/** Copies the twelve words, proves two of them, and goes on. */
async function passSheet(page: Page, heading: string): Promise<string> {
  await page.getByRole("heading", { name: heading, exact: true }).waitFor();
  const words = await page
    .getByRole("list", { name: t.welcome.sheetList })
    .getByRole("listitem")
    .allInnerTexts();
  await press(page, t.welcome.sheetNext);
  for (const [at, word] of words.entries()) {
    const box = page.getByRole("textbox", { name: t.welcome.sheetWord(at + 1), exact: true });
    if ((await box.count()) > 0) await box.fill(word.trim());
  }
  await press(page, t.welcome.sheetDone);
  return words.join(" ");
}

export interface FoundingWish {
  readonly mesh: string;
  readonly site: string;
  readonly person: string;
}

/** Founds a mesh from the first page to the first working page; gives the recovery words. */
export async function foundMesh(page: Page, { mesh, site, person }: FoundingWish): Promise<string> {
  await press(page, t.welcome.found);
  await write(page, t.welcome.meshName, mesh);
  await write(page, t.welcome.siteName, site);
  await write(page, t.welcome.personName, person);
  await choosePassphrase(page);
  await press(page, t.welcome.found);
  const words = await passSheets(page);
  await page.getByRole("heading", { name: t.arrivals.title }).waitFor();
  return words;
}

/** Makes the invitation of a new house and reads its code from the screen. */
export async function inviteHouse(page: Page, name: string, kind: HouseKind): Promise<string> {
  await visit(page, "mesh");
  await press(page, t.mesh.invite);
  await page.getByRole("radio", { name: t.mesh.inviteSite }).check();
  await write(page, t.mesh.inviteSiteName, name);
  await page.getByRole("radio", { name: t.welcome[kind] }).check();
  await press(page, t.mesh.inviteMake);
  const code = await page.getByRole("textbox", { name: t.mesh.inviteCode }).innerText();
  await press(page, t.mesh.inviteDone);
  return code.trim();
}

export const inviteShelter = (page: Page, name: string): Promise<string> =>
  inviteHouse(page, name, "shelter");

/** What a colleague is let in as. */
export type ColleagueRole = Exclude<keyof typeof t.mesh.roles, "hub">;

/** Makes an invitation for somebody of the own house, and leaves it on the screen; gives its code. */
export async function showInvite(page: Page, role: ColleagueRole): Promise<string> {
  await visit(page, "mesh");
  await press(page, t.mesh.invite);
  await page.getByRole("button", { name: t.mesh.inviteMake }).waitFor();
  await page.getByRole("radio", { name: t.mesh.roles[role] }).check();
  await press(page, t.mesh.inviteMake);
  return (await page.getByRole("textbox", { name: t.mesh.inviteCode }).innerText()).trim();
}

/** The same, and closes it. */
export async function inviteColleague(page: Page, role: ColleagueRole): Promise<string> {
  const code = await showInvite(page, role);
  await press(page, t.mesh.inviteDone);
  return code;
}

export const inviteVolunteer = (page: Page): Promise<string> => inviteColleague(page, "volunteer");

/** What a joiner types; the passphrase of all tests where none is said. */
export interface JoiningWish {
  readonly code: string;
  readonly person: string;
  readonly passphrase?: string;
}

/** Fills the form of a joiner and sends it. */
export async function sendJoining(
  page: Page,
  { code, person, passphrase = PASSPHRASE }: JoiningWish,
): Promise<void> {
  await page.getByRole("textbox", { name: t.welcome.code }).fill(code);
  await write(page, t.welcome.personName, person);
  await choosePassphrase(page, passphrase);
  await press(page, t.welcome.joinButton);
}

/** Scans the code with the camera, fills in the rest and sends it; gives what was read. */
export async function scanJoining(page: Page, person: string): Promise<string> {
  const box = page.getByRole("textbox", { name: t.welcome.code });
  await press(page, t.welcome.scan);
  await page.getByText(t.welcome.scanning).first().waitFor();
  await page.getByRole("button", { name: t.welcome.scan, exact: true }).waitFor();
  const code = await box.inputValue();
  await write(page, t.welcome.personName, person);
  await choosePassphrase(page);
  await press(page, t.welcome.joinButton);
  return code;
}

/** From the first page to the form of a joiner. */
export async function openJoining(page: Page): Promise<void> {
  await press(page, t.welcome.join);
  await page.getByRole("heading", { name: t.welcome.joinHeading }).waitFor();
}

/** The joiner's recovery sheets, then the page that shows the four words; gives them. */
export async function waitingWords(page: Page, kind: HouseKind = "shelter"): Promise<string> {
  await passSheets(page, kind);
  await page.getByRole("heading", { name: t.welcome.waitingHeading }).waitFor();
  return fourWords(page);
}

/** The four words on this screen, once they are there. */
export async function fourWords(page: Page): Promise<string> {
  const list = page.locator("ol.four-words");
  await list.first().waitFor();
  return (await list.first().getByRole("listitem").allInnerTexts()).map((word) => word.trim()).join(" ");
}

export const confirmWords = (page: Page): Promise<void> => press(page, t.mesh.match);

export interface ColleagueWish {
  readonly role: ColleagueRole;
  readonly person: string;
}

/** Lets a colleague in: an invitation at the host's page, the joiner's form at another, the words compared. */
export async function bringIn(host: Page, guest: Page, { role, person }: ColleagueWish): Promise<void> {
  const code = await inviteColleague(host, role);
  await openJoining(guest);
  await sendJoining(guest, { code, person });
  const words = await fourWords(guest);
  await visit(host, "mesh");
  if ((await fourWords(host)) !== words) throw new Error("the words differ");
  await confirmWords(host);
  await guest.getByRole("navigation").waitFor();
}

/** Opens what a coordinator can change of a colleague's access, once the name has come. */
export async function openAccess(page: Page, person: string): Promise<void> {
  await visit(page, "mesh");
  await page.getByRole("button", { name: t.trust.manageOf(person), exact: true }).click();
  await page.getByText(t.trust.takeOutWhen).waitFor();
}

/** A person as told at the counter or by the family; only the name is always known. */
export interface ToldPerson {
  readonly name: string;
  readonly age?: string;
  readonly country?: "GT" | "HN";
  readonly town?: string;
}

export interface WrittenReport extends ToldPerson {
  readonly seeker: string;
  readonly circumstances?: string;
  /** With one as a telephone takes it. */
  readonly photo?: boolean;
  /** What only the person can answer. */
  readonly proof?: { readonly question: string; readonly answer: string };
}

/** Reports a person by the four steps up to the last look, where `saveReport` saves. */
export async function writeReport(
  page: Page,
  { name, age = "", country, town = "", seeker, circumstances = "", proof, photo = false }: WrittenReport,
): Promise<void> {
  await visit(page, "reports");
  await page.getByRole("link", { name: t.report.title }).first().click();
  await write(page, t.report.name, name);
  await write(page, t.report.age, age);
  if (country !== undefined)
    await page.getByRole("combobox", { name: t.report.country }).selectOption(country);
  await write(page, t.report.town, town);
  if (photo) await choosePhoto(page);
  await press(page, t.report.next);
  await write(page, t.report.circumstances, circumstances);
  await press(page, t.report.next);
  await write(page, t.report.seekerName, seeker);
  if (proof !== undefined) {
    await write(page, t.report.proofQuestion, proof.question);
    await write(page, t.report.proofAnswer, proof.answer);
  }
  await press(page, t.report.next);
  await page.getByRole("heading", { name: t.report.toShelters }).waitFor();
}

/** Registers an arrival by name alone. */
export const registerArrival = (page: Page, name: string): Promise<void> => registerPerson(page, { name });

/** Registers an arrival. */
export async function registerPerson(page: Page, { name, age, country, town }: ToldPerson): Promise<void> {
  await visit(page, "arrivals");
  await write(page, t.arrivals.name, name);
  if (age !== undefined) await page.getByLabel(t.arrivals.age, { exact: true }).fill(age);
  if (country !== undefined)
    await page.getByRole("combobox", { name: t.arrivals.otherCountry }).selectOption(country);
  if (town !== undefined) {
    await page.getByText(t.arrivals.more, { exact: true }).click();
    await write(page, t.arrivals.town, town);
  }
  await press(page, t.arrivals.saveAndNext);
  await page.getByText(t.arrivals.lastSaved).waitFor();
}

/** Types a name into the one box of the search. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await visit(page, "search");
  await write(page, t.search.box, text);
}

/** Saves the report that was written; gives its id from the address. */
export async function saveReport(page: Page): Promise<string> {
  await press(page, t.report.save);
  await page.getByRole("tab", { name: t.record.summary }).waitFor();
  return new URL(page.url()).hash.split("/").at(-1) ?? "";
}

/** Opens the list of what the mesh shares, or of the own house. */
export async function openReports(page: Page, of: "own" | "mesh"): Promise<void> {
  await visit(page, "reports");
  await page.getByRole("tab", { name: of === "own" ? t.record.reportsOwn : t.record.reportsMesh }).click();
}

/** Shows the names of the open list, unless they are shown already. */
export async function showNames(page: Page): Promise<void> {
  const show = page.getByRole("button", { name: t.shell.showNames });
  await show.or(page.getByRole("button", { name: t.shell.hideNames })).waitFor();
  if (await show.isVisible()) await show.click();
}

/** How many items the open list of reports shows. */
export const countListed = (page: Page): Promise<number> =>
  page.getByRole("tabpanel").getByRole("listitem").count();

/** Changes one fact of the record that is open. */
export async function editFact(
  page: Page,
  { label, value }: { readonly label: string; readonly value: string },
): Promise<void> {
  await page
    .getByRole("button", { name: t.record.changeField(label) })
    .or(page.getByRole("button", { name: `+ ${label}` }))
    .first()
    .click();
  const box = page.getByRole("textbox", { name: label });
  await box.fill(value);
  await press(page, t.shell.save);
  await box.waitFor({ state: "detached" });
}

export const lockPage = (page: Page): Promise<void> => press(page, t.shell.lock);

/** Types a passphrase at the locked screen. */
export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(t.welcome.passphrase, { exact: true }).fill(passphrase);
  await press(page, t.welcome.unlock);
}

/** Opens the locked page and waits for the work. */
export async function unlockPage(page: Page): Promise<void> {
  await tryPassphrase(page, PASSPHRASE);
  await page.getByRole("navigation").waitFor();
}

/** Lets {@link engineOf} reach the engine of pages that are opened from now on. */
export async function exposeEngine(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const Original = globalThis.Worker;
    globalThis.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        Object.assign(globalThis, { unsafeTestingWorker: this });
      }
    };
  });
}

/** Calls one command of the page's engine in its worker, in the words of comlink. */
export function engineOf<T>(page: Page, command: string, ...args: readonly unknown[]): Promise<T> {
  return page.evaluate(
    ([path, given]) =>
      new Promise<T>((resolve, reject) => {
        const { unsafeTestingWorker: worker } = globalThis as unknown as { unsafeTestingWorker: Worker };
        const id = `test-${String(performance.now())}-${String(Math.random())}`;
        const hear = ({ data }: MessageEvent<{ id?: string; name?: string; value?: unknown }>): void => {
          if (data.id !== id) return;
          worker.removeEventListener("message", hear);
          if (data.name === "RAW" || data.name === undefined) resolve(data.value as T);
          else reject(new Error(JSON.stringify(data.value)));
        };
        worker.addEventListener("message", hear);
        const argumentList = given.map((value) => ({ type: "RAW", value }));
        worker.postMessage({ id, type: "APPLY", path: [path], argumentList });
      }),
    [command, args] as const,
  );
}

/** Types the twelve words as a person does from paper: without accents, in capitals. */
async function typeWords(page: Page, words: string): Promise<void> {
  const typed = words.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase().split(/\s+/u);
  for (const [at, word] of typed.entries()) {
    await page.getByRole("textbox", { name: t.welcome.sheetWord(at + 1), exact: true }).fill(word);
  }
}

/** From the first page to the first working page, with the twelve words of a house. */
export async function recoverHouse(page: Page, words: string, person: string): Promise<void> {
  await press(page, t.welcome.recoverChoose);
  await page.getByRole("heading", { name: t.welcome.recoverHeading }).waitFor();
  await typeWords(page, words);
  await write(page, t.welcome.personName, person);
  await choosePassphrase(page);
  await press(page, t.welcome.recover);
}

/** Makes a backup in the settings; gives what the browser was handed. */
export async function makeBackup(page: Page): Promise<Buffer> {
  await visit(page, "settings");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, t.backup.make)]);
  return readFileSync(await download.path());
}

/** From the first page to the form of a backup, with its file chosen. */
export async function chooseBackup(page: Page, file: Buffer): Promise<void> {
  await press(page, t.backup.restoreChoose);
  const chosen = { name: "casa.respaldo", mimeType: "application/octet-stream", buffer: file };
  await page.getByLabel(t.backup.file, { exact: true }).setInputFiles(chosen);
}

/** Opens the chosen backup with the twelve words of its house. */
export async function restoreHouse(page: Page, words: string, person: string): Promise<void> {
  await page.getByRole("radio", { name: t.backup.byWords }).check();
  await typeWords(page, words);
  await write(page, t.welcome.personName, person);
  await choosePassphrase(page);
  await press(page, t.backup.restore);
}

/** Opens the chosen backup to read, with a passphrase. */
export async function restoreToRead(page: Page, passphrase: string): Promise<void> {
  await page.getByRole("radio", { name: t.backup.byPassphrase }).check();
  await page.getByLabel(t.backup.passphrase, { exact: true }).fill(passphrase);
  await press(page, t.backup.restore);
}
