/** English: the command line. */
import { counter } from "../formats.ts";
import type { CliTexts } from "../es/cli.ts";
import { cliCapsule } from "./cli-capsule.ts";
import { cliConsent } from "./cli-consent.ts";
import { cliErase } from "./cli-erase.ts";
import { cliHelp } from "./cli-help.ts";
import { cliMatchFile } from "./cli-match-file.ts";
import { cliProtect } from "./cli-protect.ts";
import { cliTraces } from "./cli-traces.ts";
import { cliVital } from "./cli-vital.ts";
import { cliRefer } from "./cli-refer.ts";
import { cliRoute } from "./cli-route.ts";
import { cliSharing } from "./cli-sharing.ts";

const count = counter("en");

export const cli: CliTexts = {
  about: "Shelters along the route look for missing people together, with no central server.",
  ...cliHelp,
  capsule: cliCapsule,
  route: cliRoute,
  sharing: cliSharing,
  consent: cliConsent,
  erase: cliErase,
  matchFile: cliMatchFile,
  refer: cliRefer,
  protect: cliProtect,
  traces: cliTraces,
  vital: cliVital,
  progress: { list: "Reading the list", index: "Making ready to search", match: "Searching" },
  faults: {
    "no-profile":
      "There is no house in this data folder. Start a mesh with found, use join, or check --data.",
    "already-founded":
      "There is a mesh in this data folder already. For another one, use another folder with --data.",
    "wrong-passphrase":
      "The passphrase does not match. Check capitals, accents and spaces. After several that do not match there is a wait.",
    "same-passphrase": "The new passphrase is the same as the present one. Nothing changed.",
    locked: "The profile is locked. Put the passphrase into VEREDA_PASSPHRASE or type it when asked.",
    "profile-in-use":
      "Another Vereda process is using this data folder. Wait until it ends, or stop it, and try again.",
    "storage-full":
      "Could not save: the disk is full. What was saved before is still there. Free some space and repeat the command.",
    "storage-damaged":
      "A part of what is saved in this folder cannot be read. Delete nothing: copy the folder, tell your coordinator, and join again with an invitation in another folder.",
    "storage-failed":
      "The disk did not allow reading or writing in the data folder. Check the disk and repeat the command.",
    "other-mesh":
      "The invitation is of another mesh, and this data folder has one already. Use another folder with --data.",
    "seed-unknown":
      "None of the hubs that answer knows that invitation. Compare the 26 letters and digits one by one, check --peer, or ask for a new invitation.",
    "seed-no-hub":
      "The 26 letters need a hub of the network in reach, and none answers. Give its address with --peer, or use the whole code, which works without contact.",
    "no-such-record": "That record is not on this device. Check the ID, or run sync to receive it.",
    "no-peer":
      "No device of the mesh was found. Give its address with --peer, or check that the hub is on and on the same network.",
    "record-too-large":
      "The record is too long ({bytes} bytes; {most} fit). Shorten its texts. Nothing changed.",
    "not-a-member-yet":
      "You have not been confirmed in the mesh yet. Run sync, compare the four words with who invited you, and run sync again.",
  },
  fieldsFault: (problems) => `Some fields need correcting, nothing was saved: ${problems}`,
  fileFault: (why) => `The file could not be read: ${why}. Nothing changed. Check the file and --format.`,
  unforeseen: (what) =>
    `Something failed that was not foreseen (${what}). What was saved is still there. Try again.`,
  background: (what) => `A background task failed (${what}). Vereda goes on.`,
  interrupted: "Stopped. What was received and saved until now is complete; you can repeat the command.",
  needPassphrase:
    "The passphrase is missing. Put it into the variable VEREDA_PASSPHRASE, or use a terminal to type it.",
  needNewPassphrase:
    "The new passphrase is missing. Put it into the variable VEREDA_NEW_PASSPHRASE, or use a terminal to type it.",
  forgotten:
    "The keys are no longer in this folder. Ask a coordinator to take this computer out of the network.",
  passphraseChanged: "The passphrase has changed. From now on only the new one opens.",
  whichVault: (badges: string): string =>
    `Several people work in this folder. Say who opens with --vault; the badges are: ${badges}`,
  noSuchVault: (badges: string): string => `Nobody has that badge in this folder. There are: ${badges}`,
  noJson:
    'No record came in. Pass it as JSON on standard input, e.g.: echo \'{"name":"…"}\' | vereda add report',
  badJson: (at) =>
    `The input is not JSON${at === null ? "" : ` (it fails at character ${String(at)})`}. Check quotes and commas. Nothing changed.`,
  notUtf8: "The input is not UTF-8 text. Save it as UTF-8 and repeat the command. Nothing changed.",
  tooMuchInput: (kilobytes) => `The input is too large: ${String(kilobytes)} KB fit. Nothing changed.`,
  typeJson: "Type the record as JSON and end with Ctrl+D on a line of its own.",
  noFile: "There is no file of that name. Check the path.",
  fileUnreadable: "The file cannot be opened. Check its permissions, and that it is not a folder.",
  noPermission:
    "There is no permission to write in the data folder. Choose another with --data, or change its permissions.",
  notAFolder: "The path in --data is not a folder. Choose another.",
  portTaken:
    "Another program is using that port. Choose another with --port (0 picks a free one) or with --listen.",
  addressRefused:
    "It is not possible to listen at that address: it is taken, not of this computer, or mistyped. Check --listen.",
  compareWords: (words) => `The other person's four words have to be: ${words}`,
  compareAsk: "Are they the same? (y/n) ",
  goOnAsk: "Go on all the same? (y/n) ",
  needsYes: "Nothing was done. To do it all the same, repeat the command with --yes.",
  yesLetters: "ys",
  notConfirmed:
    "Not confirmed. If the words differ, make a new invitation and give it only to the person you expect.",

  founded: (mesh) => `Mesh founded: ${mesh}`,
  joined: "The request is ready.",
  device: (id) => `This device: ${id}`,
  recovery: (words) => `Recovery words: ${words}`,
  protectedRecovery: (words: string): string => `Words of what is protected: ${words}`,
  recoverHow: "Give --words with the twelve words in quotes, or --new to make new words.",
  recoveredPerson: "Who recovered the house",
  recovered: "House recovered: this device coordinates it.",
  recoveredNext:
    "Take out lost devices with revoke, and make new words with recover --new. The other houses see that this device came in with the words.",
  enrolled: (moment: string): string => `    came in with the twelve words: ${moment}`,
  wordsNeeded: (forProtected: boolean): string =>
    forProtected
      ? "What is protected needs new words: make them with recover --new --protected."
      : "The house needs new words: make them with recover --new.",
  restored: "Backup read.",
  restoredNext:
    "What was there can be read here. To write, come in as a new device: join with an invitation, or recover with the twelve words.",
  backedUp: (size: string): string => `Backup kept: ${size}`,
  writeDown:
    "Write the twelve words on paper now and lock them away: with them the house gets its records back. They are not shown again.",
  tellWords: (words) => `Your four words: ${words}`,
  tellHow: "Run sync, read the four words to who invited you so that they confirm, and run sync again.",
  code: (code) => `Code of the invitation: ${code}`,
  seed: (groups) => `To dictate or type by hand, where a hub is in reach: ${groups}`,
  validUntil: (moment) => `Good until: ${moment}. For one use: give it only to the person you expect.`,
  copied: "copied: another copy is in use, take it out and invite it again",
  states: { member: "confirmed", waiting: "waiting", removed: "out of the network" },
  revoked: (id) => `${id}: out of the network. What it wrote before stays; what it had cannot be taken back.`,
  oneWordGiven: (id) => `${id}: this house gave its word. It is out once another house gives its own.`,
  couldRead: (n) =>
    count(n, {
      one: "It could read # record, and keeps it:",
      other: "It could read # records, and keeps them:",
    }),
  renewed: (id, until) => `${id}: access renewed until ${until}`,
  approved: "Word given. Whoever invited can confirm now, after a sync.",
  notApproved: "The word was not given. First find out which house it is.",
  toApprove: (id, name, by) => `Waits for another house's word: ${name}, invited by ${by} (approve ${id})`,
  late: (id, role) =>
    `${id}: asked to join (${role}) with an invitation that had been used. It did not get in: somebody copied the code.`,
  rotated: (n) => count(n, { one: "# new key", other: "# new keys" }),
  nothingKept: "Nothing is waiting.",
  keptLine: (id, site, n) =>
    `${id}  ${site}  ${count(n, { one: "# entry waiting", other: "# entries waiting" })}`,
  keptSince: (moment) => `known to be out: ${moment}`,
  admitted: (n) => count(n, { one: "# entry counts now.", other: "# entries count now." }),
  confirmed: (device, state) => `${device}: ${state}`,
  memberLine: (line) => `  ${line.id}  ${line.person}  ${line.role}  ${line.state}`,
  compare: (words) => `    words to compare: ${words}`,
  siteLine: (name, kind) => `${name} (${kind})`,
  synced: (peer) => `Contact with ${peer}`,
  exchanged: (line) =>
    `${count(line.entriesIn, { one: "# thing came in", other: "# things came in" })}, ${count(line.entriesOut, { one: "# went out", other: "# went out" })} (${line.bytes}, ${line.seconds} s)`,
  saved: (id) => `Saved: ${id}`,
  items: (n) => count(n, { one: "# record", other: "# records" }),
  noItems: "There is nothing of that kind on this device.",
  nameless: "(no name)",
  changes: (n) => count(n, { one: "# change", other: "# changes" }),
  probability: (strength, percent) => `${strength} (${String(percent)}%)`,
  imported: (line) =>
    `${count(line.imported, { one: "# new", other: "# new" })}, ${count(line.updated, { one: "# updated", other: "# updated" })}, ${count(line.skipped, { one: "# unchanged", other: "# unchanged" })}`,
  nothingImported: "No record of the file could be taken. Correct what is said above and repeat the command.",
  importWhere: (record, line) =>
    [record === null ? null : `record ${record}`, line === null ? null : `line ${String(line)}`]
      .filter((part) => part !== null)
      .join(", ") || "file",
  importErrors: {
    "too-large": "The file is too large. Split it",
    "not-xlsx":
      "Not an Excel file (.xlsx) that can be read. If it is an .xls or has a password, save it again as .xlsx or CSV",
    "not-xml": "This is not an XML file",
    "not-pfif": "This is not a PFIF file",
    "unknown-version": "This version of PFIF is not known (1.1 to 1.4 are read)",
    "doctype-refused": "It has a DOCTYPE declaration; for safety it is not read",
    "nested-too-deep": "It has too many levels",
    malformed: "It is malformed",
    cut: "It is cut off: the end is missing",
    "id-missing": "Its identifier is missing",
    "id-repeated": "The identifier comes twice in the file",
    "other-domain": "The identifier is of another kind of record",
    "note-without-person": "The note does not say whom it is about",
    "no-name-column": "The column of names is missing",
    "too-many-cells": "It has more cells than the first line",
    "open-quote": "There are quotes that are not closed",
    "bad-quote": "There are misplaced quotes",
  },
  counts: (entries, records) =>
    `${count(entries, { one: "# sealed entry", other: "# sealed entries" })}, ${count(records, { one: "# record", other: "# records" })}`,
  onlyHere: (n) =>
    count(n, {
      one: "# record is only here: nobody else says to hold it. Run sync.",
      other: "# records are only here: nobody else says to hold them. Run sync.",
    }),
  connected: "in contact",
  notConnected: "not in contact",
  checkOther: (code, where) => `${code}: ${where}`,
  checkBad: "Something is damaged. Delete nothing: copy the data folder and tell your coordinator.",
  noNetwork:
    "This machine is on no local network. Connect it to the house's Wi-Fi or cable and run the command again, or leave --lan out.",
  lanReady: (urls, fingerprint) =>
    `On the local network: ${urls}\nFingerprint of the house, to compare:\n${fingerprint}`,
  lanGuide: (fingerprint) =>
    `Vereda on this phone

1. Compare. The fingerprint of the house (SHA-256) is:

${fingerprint}

It has to be the one that the hub shows on its own screen: in Network, “The hub of this house”. Go and look, or have it read to you. This text proves nothing by itself: whoever sat in between would change it. If it differs, stop.

2. Without installing anything. The browser warns that it does not know the certificate. Go on if the fingerprint of the one that it shows (“View certificate”) is today's on the hub's screen. There is then no offline page: the hub has to be on and in reach each time.

3. Install the authority of the house. It is good for addresses of local networks only, not for other sites. Download /ca.crt from this same page.
   Android: Settings, Security, Encryption and credentials, Install a certificate, CA certificate. Choose the file and compare the fingerprint.
   iPhone: Settings, Profile downloaded, Install. Then Settings, General, About, Certificate Trust Settings: switch it on.
   To remove it: in the same settings.
`,
  hubReady: (url) => `The base is ready. Stop it with Ctrl+C. Open: ${url}`,
};
