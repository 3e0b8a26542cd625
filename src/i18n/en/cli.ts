/** English: the command line. */
import { counter } from "../formats.ts";
import type { CliTexts } from "../es/cli.ts";

const count = counter("en");

export const cli: CliTexts = {
  about: "Shelters along the route look for missing people together, with no central server.",
  headings: {},
  passphraseNote:
    "The passphrase comes from VEREDA_PASSPHRASE (a new one: VEREDA_NEW_PASSPHRASE) or a prompt; it is never part of the command. Exit codes: 0 done, 1 refused or failed, 2 usage.",
  commands: {
    hub: "Runs the house's base: keeps and passes on sealed copies, and serves the app",
    found: "Starts a new mesh; this house is its first",
    invite: "Makes an invitation, good for one use",
    join: "Joins a mesh with the code of an invitation",
    recover: "Recovers the house with its twelve words, or with --new makes new words",
    backup: "Keeps everything on this device in one sealed file",
    restore: "Makes a new device from what is in a backup",
    passphrase: "Changes the passphrase of who works in this folder",
    forget:
      "Destroys the keys of somebody who no longer works in this folder; with the last ones, all that is kept",
    confirm: "Confirms who asked to join, after comparing the four words",
    members: "Shows the houses of the mesh and their devices",
    revoke: "Takes a device out of the network, makes new keys and says what it could read",
    role: "Gives a device of the house another role",
    renew: "Renews a volunteer's access for two weeks",
    "remove-site": "Gives this house's word that another one should be out; it takes two houses",
    distrust:
      "Tells the whole network that this house does not trust another; with --off, that it does again",
    approve: "Gives this house's word for a new house that another one invites",
    rotate: "Makes new keys of everything that this device reads",
    quarantine: "Shows what a device that is out wrote and does not count",
    admit: "Lets what is kept here of a device that is out count",
    sync: "Exchanges with another device of the mesh, once",
    add: "Saves a new record, read as JSON from standard input",
    edit: "Changes a record; the merge patch (RFC 7396) is read as JSON from standard input",
    show: "Shows a record and where it is saved",
    list: "Shows the records of a kind",
    history: "Shows who changed what, and when",
    search: "Looks for a person; the name may be misspelt",
    import: "Reads a CSV or PFIF file",
    export: "Writes the records of a kind to standard output, with --json too",
    status: "Shows contacts, houses, and what still has to go out",
    check: "Checks what is saved on this device",
    help: "Shows the help of a command",
  },
  options: {
    data: "data folder (by default ~/.vereda/default; for the hub ~/.vereda/hub)",
    vault: "badge of who opens, where several people work in this folder",
    json: "print one JSON object",
    lang: "language of the texts: es, en",
    help: "show this help",
    version: "show the version",
    hubJoin: "code of an invitation with the role hub, or its 26 letters and digits",
    twelveWords: "the twelve words of the house, in quotes",
    protectedWords: "the twelve words of what is protected, in quotes",
    recoverPeer: "address of the base or another device; may be repeated (if missing: the local network)",
    newWords: "makes new words for the house; the former ones no longer count",
    newProtected: "with --new: the words of what is protected",
    restoreJoin: "code of an invitation, where there are no words",
    off: "trusts it again",
    yes: "go on although what is told of gets lost",
    port: "port of the page; 0 picks a free one",
    listen: "address to listen on, e.g. /ip4/0.0.0.0/tcp/4011; may be repeated",
    hubPeer: "address of another hub; may be repeated",
    noMdns: "neither look nor be found on the local network",
    lan: "serves the application on the local network too, by HTTPS with a certificate of the house's own",
    mesh: "name of the mesh",
    site: "name of the house or organisation",
    siteKind: "what it is: shelter or advocates",
    person: "name of who uses this device; only their house sees it",
    role: "role: coordinator, staff, protection, volunteer, advocate, hub",
    newSite: "name of the new house, if this invites its first device",
    expires: "how long it is good for, e.g. 12h or 7d",
    words: "the four words that the other person said",
    joinPeer: "hub to ask about the seed: its address or that of its page; by default the local network",
    peer: "address of the other device; by default the last ones, then the local network",
    watch: "keep exchanging until stopped with Ctrl+C",
    limit: "how many results at most",
    importFormat: "form of the file: csv or pfif",
    importKind: "what the people in the file are: report or guest (by default report)",
    exportFormat: "form: csv",
    exportKind: "report or guest (by default report)",
  },
  arguments: {
    code: "code of the invitation, or its 26 letters and digits",
    backupFile: "the backup's file",
    device: "device that asked to join (see members)",
    member: "device of the network (see members)",
    role: "role: coordinator, staff, protection, volunteer, advocate",
    site: "house (see members)",
    invite: "invitation that waits (see members)",
    kind: "kind of record (report, guest, arrival…)",
    id: "record",
    text: "name, nickname or marks",
    file: "file",
  },

  usage: {
    noCommand: "The command is missing. To see them all: vereda --help",
    unknownCommand: (name) => `There is no command "${name}". To see them all: vereda --help`,
    unknownOption: (name) => `This command has no option "${name}". Add --help to see those that it has.`,
    missingArgument: (name) => `${name} is missing. Add --help to see how the command is written.`,
    missingOption: (name) => `${name} is missing. Add --help to see how the command is written.`,
    missingValue: (name) => `The value of ${name} is missing. Add --help to see how the command is written.`,
    tooMany: "There are too many words in the command. Put quotes around what has spaces.",
    other: "The command is not written correctly. Add --help to see how it is written.",
    oneOf: (name, choices) => `${name} has to be one of these: ${choices}`,
    wholeNumber: (name, from, to) => `${name} has to be a number from ${String(from)} to ${String(to)}`,
    duration: (name) => `${name} is written like 30m, 12h, 7d or 2w`,
    address: (name) => `${name} is written like /ip4/192.168.1.20/tcp/4011`,
    notEmpty: (name) => `${name} cannot be empty`,
    siteNeedsKind:
      "--site and --kind go together: the new house's name and what it is (shelter or advocates)",
    hubOfSite: "A hub cannot be the first device of a new house. Leave out --site and --kind.",
    unknownKind: (kinds) => `There is no such kind of record. These exist: ${kinds}`,
  },

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
  likeness: (percent) => `${String(percent)}%`,
  imported: (line) =>
    `${count(line.imported, { one: "# new", other: "# new" })}, ${count(line.updated, { one: "# updated", other: "# updated" })}, ${count(line.skipped, { one: "# unchanged", other: "# unchanged" })}`,
  nothingImported: "No record of the file could be taken. Correct what is said above and repeat the command.",
  importWhere: (record, line) =>
    [record === null ? null : `record ${record}`, line === null ? null : `line ${String(line)}`]
      .filter((part) => part !== null)
      .join(", ") || "file",
  importErrors: {
    "too-large": "The file is too large. Split it",
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
  hubReady: (url) => `The base is ready: open ${url}. Stop it with Ctrl+C.`,
};
