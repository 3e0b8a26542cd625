/** What is inside an opened entry and a vault, what files bring in, and what the hub's page is asked. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "fflate";
import { asSpaceKey, fromUtf8, toText, utf8 } from "#crypto";
import { type AuditAct, fieldNames, KIND_NAMES, kindFacts, type KindName, parseFields } from "#model";
import { decodePage, encodePage } from "../../../src/engine/audit/page.ts";
import { readChangeHeader, MAX_INFLATED_BYTES } from "../../../src/engine/documents/change-header.ts";
import { createDocument, readDocument } from "../../../src/engine/documents/document.ts";
import { OpenDocuments } from "../../../src/engine/documents/open-documents.ts";
import type { PlainMap } from "../../../src/engine/documents/plain.ts";
import type { RecordId } from "../../../src/engine/api/index.ts";
import { decodeSecrets, encodeSecrets } from "../../../src/engine/profile/secrets.ts";
import { decodeContent, encodeContent, type EntryContent } from "../../../src/engine/records/content.ts";
import { readableFields } from "../../../src/engine/records/read-record.ts";
import { readCsvGuests, readCsvReports } from "../../../src/formats/csv-read.ts";
import { decodeText } from "../../../src/formats/decode-text.ts";
import { readPfif } from "../../../src/formats/pfif.ts";
import { xmlTokens } from "../../../src/formats/xml-tokens.ts";
import { codeIn } from "../../../src/hub/adopt-code.ts";
import { ownDoor } from "../../../src/hub/doors.ts";
import { isOwnRequest } from "../../../src/hub/page-server.ts";
import { NETWORK } from "../../../sync/space.ts";
import { wordsOf } from "../mutate.ts";
import { canonical, type Target, total, WronglyTaken } from "../target.ts";
import { agree, device, mesh, onText, random, spaceKey } from "./ground.ts";
import { photoSeeds } from "./photo-seeds.ts";
import { reviewSeeds } from "./review-seeds.ts";
import { routeSeeds } from "./route-seeds.ts";
import { sharingSeeds } from "./sharing-seeds.ts";
import { slipSeeds } from "./slip-seeds.ts";
import { traceSeeds } from "./trace-seeds.ts";

const lucia = { actor: "aa".repeat(16), seconds: 1_760_000_000 };
const mateo = { actor: "bb".repeat(16), seconds: 1_760_000_100 };
const guest: PlainMap = { name: "José Hernández", age: 22, origin: { town: "Yoro" }, marks: "cicatriz" };
const created = createDocument(lucia, "guest", guest);
const [edited = created] = new OpenDocuments().edit([{ bytes: created, actor: lucia.actor }], mateo, {
  age: 23,
});
const large = createDocument(lucia, "guest", { ...guest, notes: "una nota larga ".repeat(60) });

const record = toText(random(16)) as RecordId;
const content = { record, claim: null, copyOf: null, incarnation: random(8), changes: [created, edited] };
const claimed = { ...content, claim: random(16) };
const contents: readonly EntryContent[] = [
  content,
  claimed,
  { ...claimed, copyOf: { space: NETWORK, seq: 300 } },
  { ...content, changes: [] },
];

/** A change chunk of these contents, compressed, with the length that it has. */
function compressed(inflated: Uint8Array): Uint8Array {
  const deflated = deflateSync(inflated);
  const length: number[] = [];
  for (let rest = deflated.length; ; rest >>= 7) {
    length.push(rest >= 0x80 ? (rest & 0x7f) | 0x80 : rest);
    if (rest < 0x80) break;
  }
  return Uint8Array.of(0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 2, ...length, ...deflated);
}

const chunks = [created, edited, large, compressed(Uint8Array.of(0, 2, 0xab, 0xcd, 7, 1, 100, 0, 0, 0))];
const bombs = [MAX_INFLATED_BYTES + 1, 40 * MAX_INFLATED_BYTES].map((size) =>
  compressed(new Uint8Array(size)),
);

/** The length that a chunk states, made that of what follows. */
function repairChunk(input: Uint8Array): Uint8Array {
  let at = 9;
  while (at < input.length && (input[at] ?? 0) >= 0x80) at++;
  const rest = input.subarray(at + 1);
  const length =
    rest.length < 0x80 ? [rest.length] : [(rest.length & 0x7f) | 0x80, (rest.length >> 7) & 0x7f];
  return rest.length < 1 << 14 ? Uint8Array.of(...input.subarray(0, 9), ...length, ...rest) : input;
}

/** A hostile change beside an honest record never takes the record along. */
function takeDocument(input: Uint8Array): boolean {
  const honest = { bytes: created, actor: lucia.actor };
  const { view, refused } = readDocument([honest, { bytes: input, actor: mateo.actor }]);
  if (view.kind === null && refused > 0) throw new WronglyTaken("the honest record is gone");
  return refused === 0;
}

function valueIn(input: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(input) ?? "");
  } catch {
    return undefined;
  }
}

const isMap = (value: unknown): value is PlainMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Fields as another version of the program, or a hostile one, may have written them. */
function takeFields(kind: KindName, input: Uint8Array): boolean {
  const value = valueIn(input);
  const parsed = parseFields(kind, value);
  if (!isMap(value)) return false;
  kindFacts(kind).title(value);
  kindFacts(kind).searchText(value);
  readableFields(kind, value);
  return parsed.kind === "ok";
}

const person = {
  name: "Wilmer Canales Ochoa",
  age: "unos 22",
  sex: "male",
  country: "Honduras",
  marks: "tatuaje",
};
const fields: Readonly<Record<KindName, readonly PlainMap[]>> = {
  report: [
    {
      ...person,
      seeker: { name: "Rosa Ochoa", phone: "+1 202 555 0143", relation: "madre" },
      lastContact: { at: "2026-03-02", place: "Tapachula" },
      notes: [{ text: "lo vieron", status: "believed_alive", author: { name: "Luis" } }],
    },
    {
      ...person,
      seekers: [{ name: "Mateo", relation: "tío" }, { phone: "+502 555 0177" }],
      expiresAt: "2027-03",
      ended: "2027-03",
    },
  ],
  card: [person, { ...person, lastContact: { at: "2026-03", place: "Ixtepec" } }],
  guest: [person, { marks: "cicatriz en la ceja", arrivedAt: "2026-03-02T10:00" }],
  arrival: [{ guest: record, at: "2026-03-02", from: "Tenosique", travellingWith: ["su hermano"] }],
  call: [
    { guest: record, at: "2026-03-04", relation: "mother", result: "reached", country: "Honduras" },
    { guest: record, at: "2026", relation: "other-relative", result: "none", contactRestored: "sí" },
    { guest: record, at: "2026-03", relation: "friend", result: "voicemail" },
    { guest: record, at: "2026", relation: "child", result: "none" },
    { guest: record, at: "2026", relation: "father", result: "reached", takenBack: true },
  ],
  "roll-call": [{ date: "2026-03-04", marks: { [record]: "present", x: "absent 2" } }],
  departure: [{ guest: record, at: "2026-03-04", how: "hospital", to: "Tapachula", takenBack: "no" }],
  person: [{ device: record, name: "Ana" }],
  match: [{ card: record, guest: record, state: "rejected", reason: "otra edad", facts: "abc" }],
  answer: [
    {
      to: record,
      card: record,
      state: "given",
      said: "alive",
      on: "2026-11-21",
      place: "Casa",
      proof: "Canela",
    },
    { to: record, card: record, state: "withdrawn" },
  ],
  consent: [
    {
      guest: record,
      purpose: "refer",
      to: record,
      said: "yes",
      at: "2026-03-02T10:00:00Z",
      replaces: [record],
    },
    {
      guest: record,
      purpose: "care",
      said: "no",
      basis: "guardian",
      language: "mam",
      interpreter: "su tía",
      at: "2026",
    },
  ],
  referral: [
    {
      to: record,
      salt: record,
      need: "health",
      urgency: "72h",
      people: 2,
      ageGroups: ["6-11", "18-59"],
      at: "2026",
    },
    {
      to: record,
      salt: record,
      need: "legal",
      urgency: "2w",
      people: 1,
      sexes: ["male"],
      note: "habla mam",
      at: "2026",
    },
  ],
  "referral-step": [
    {
      to: record,
      salt: record,
      referral: record,
      step: "decline",
      reason: "no hay cupo",
      at: "2026",
      seen: [record],
    },
  ],
  "referral-extract": [
    { to: record, referral: record, people: [person], told: ["name", "age"] },
    { to: record, referral: record, told: ["name"], withdrawn: true },
  ],
  erasure: [
    { record: "aebagbafaydqq", reason: "lo pidió la persona", at: "2026-11-22T10:00:00.000Z", records: 3 },
    { record: "aebagbafaydqq", reason: "duplicado", at: "2026-11-22", records: 1 },
  ],
  ...slipSeeds(record),
  ...photoSeeds(record),
  ...reviewSeeds(record),
  "referral-guest": [{ referral: record, guest: record, consents: [record] }],
  ...traceSeeds,
  "protected-guest": [
    { ...person, why: ["minor-alone", "trafficking"], bedKept: record, arrivedAt: "2026-03-02", was: record },
    {
      marks: "cicatriz",
      why: ["gender-violence"],
      bedKept: record,
      arrivedAt: "2026-03-02T10:00:00Z",
      from: "Tenosique",
      travellingWith: ["su hijo"],
      situation: "asylum",
      note: "habla mam",
    },
  ],
  "reserved-bed": [
    { number: 14, bed: "cama 3", at: "2026-03-02T10:00:00Z" },
    { number: 9999, at: "2026", freedAt: "2026-03-04" },
  ],
  "protected-step": [
    { guest: record, step: "authority", said: "done", at: "2026-03-02T10:00:00Z", replaces: [record] },
    { guest: record, step: "interview", said: "not-done", interpreter: "Ana", note: "mam", at: "2026" },
  ],
  "protected-release": [
    { guest: record, says: "propose", how: "transferred", to: "DIF", at: "2026" },
    { guest: record, says: "agree", of: record, how: "moved-on", at: "2026-03-02T10:00:00Z" },
    { guest: record, says: "refuse", of: record, at: "2026-03" },
  ],
  "protected-match": [
    {
      card: record,
      guest: record,
      state: "yes",
      message: "bien",
      second: "abc",
      facts: "abc",
      askedAt: "2026",
    },
  ],
  "vital-interest": [
    { guest: record, to: record, says: "claim", reason: "sin conocimiento", at: "2026-03-02T10:00:00Z" },
    { guest: record, to: record, says: "agree", of: record, at: "2026-03-02" },
    { guest: record, to: record, says: "end", of: record, at: "2026" },
  ],
  "visit-of-authority": [
    { at: "2026", who: "dos", institution: "INM", document: "none", asked: "la lista", handedOver: "nada" },
    {
      at: "2026-03",
      who: "uno",
      institution: "FGR",
      document: "badge-only",
      asked: "a Ana",
      handedOver: "-",
    },
  ],
  news: [
    {
      about: record,
      what: "hospital",
      heardFrom: "hospital",
      whom: "Lucía, 555 0142",
      at: "2026",
      agreed: "person",
    },
    {
      about: record,
      what: "death",
      heardFrom: "forensic-service",
      confirmedBy: "Lic. Soto",
      whom: "Mateo",
      at: "2026",
    },
    { about: record, takesBack: record, at: "2026-03-02T10:00:00Z" },
  ],
  "news-call": [
    { to: record, card: record, whom: "Hna. Inés, +52 555 0142" },
    { to: record, card: record, withdrawn: true },
  ],
  "night-message": [
    { for: "Wilmer", askedBy: "Rosa", relation: "madre", phone: "+504 555 0142", text: "Que llame." },
    { text: "llamó alguien" },
  ],
  "found-card": [
    { name: "Wilmer Canales Ochoa", age: "unos 22", sex: "male", country: "Honduras", town: "Yoro" },
    { givenNames: "Ana", alternateNames: "la Chata", birthDate: "1998-05", state: "Cortés", status: "open" },
    { status: "withdrawn" },
  ],
  capsule: [
    {
      ...person,
      needs: ["insulina"],
      attended: "curación; ropa",
      issuedAt: "2026-03-02T10:00:00Z",
      expiresAt: "2026-05",
    },
    { name: "Chepe", contact: "su tía, +1 202 555 0143", issuedAt: "2026", expiresAt: "2026-05-01" },
    { status: "revoked" },
  ],
  "capsule-guest": [
    {
      ...{ capsule: record, guest: record, key: `${"a".repeat(51)}q`, consents: [record] },
      ...{ told: "name;age", at: "2026-03-02", expiresAt: "2026-05-01T00:00:00Z" },
    },
  ],
  message: [{ to: record, text: "¿Alguien lo ha visto?" }],
  "waiting-message": [
    { guest: record, at: "2026-03-04", relation: "mother" },
    { guest: record, at: "2026", relation: "friend", deliveredAt: "2026-03-05", takenBack: "no" },
  ],
  "waiting-text": [
    { waiting: record, text: "Que llame a su mamá." },
    { waiting: record, text: "a" },
  ],
  "never-tell": [
    { guest: record, at: "2026-03-04", relation: "su esposo" },
    { guest: record, at: "2026", name: "Luis", note: "la sigue", takenBack: "sí" },
  ],
  need: [
    { guest: record, at: "2026-03-04", what: "medical", note: "fiebre" },
    { guest: record, at: "2026", what: "transport", closedAt: "2026-03-05", takenBack: "no" },
  ],
  attention: [
    { guests: [record, record], at: "2026-03-04", what: "kit" },
    { people: 40, at: "2026-03-04", what: "food", note: "cena" },
    { guests: [record], at: "2026", what: "legal", need: record },
  ],
  ...routeSeeds(record),
  ...sharingSeeds(record),
  "same-person": [
    { one: "a".repeat(26), other: "b".repeat(25) + "a", said: "same" },
    { one: "a".repeat(26), other: "c".repeat(25) + "a", said: "apart" },
  ],
};
const fieldWords = wordsOf(
  ...['"', "{", "}", "[", "]", ":", ",", "null", "1e400", "-0", '"__proto__":', '"constructor":', "\\u0000"],
  ...[
    "0000-00-00",
    "2026-02-30",
    "+1 202",
    "ñ",
    "\u{1f33e}",
    ...KIND_NAMES.flatMap(fieldNames).map((name) => `"${name}":`),
  ],
);

const sample = (path: string): Uint8Array => readFileSync(join("tests/formats/samples", path));
const pfif = (): readonly Uint8Array[] =>
  ["test.pfif-1.4.xml", "test.pfif-1.2.xml", "test.pfif-1.2-badrecord.xml"]
    .map((name) => sample(`person-finder/${name}`))
    .concat(sample("damaged.pfif-1.3.xml"));
const xmlWords = wordsOf(
  ...[
    "<",
    ">",
    "/>",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!DOCTYPE x [",
    "&#x110000;",
    "&#0;",
    "&lol;",
    "&amp;",
  ],
  ...[
    "<pfif:person>",
    "</pfif:person>",
    "<pfif:note>",
    "<person>",
    ' xmlns="',
    " xmlns:pfif='",
    "\u0000",
    "\ufeff",
  ],
);
const csvWords = wordsOf(
  ...[
    ",",
    ";",
    "\t",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    "=1+1",
    "@",
    "nombre",
    "name",
    "edad",
    "sexo",
    "M",
    "H",
    "F",
    "\ufeff",
    "\u0000",
  ],
  ...["person_record_id", "note_record_id", "given_name", "author_name"],
);
const csv = (): readonly Uint8Array[] => ["llegadas-latin1.csv", "reportes.csv"].map(sample);

const files: readonly Target[] = [
  { name: "pfif", share: 10, seeds: pfif, words: xmlWords, take: total((input) => readPfif(input)) },
  { name: "xml-tokens", share: 15, seeds: pfif, words: xmlWords, take: takeXml },
  { name: "csv-reports", share: 12, seeds: csv, words: csvWords, take: total(readCsvReports) },
  { name: "csv-guests", share: 12, seeds: csv, words: csvWords, take: total(readCsvGuests) },
];

/** Tokens stand one behind the other. */
function takeXml(input: Uint8Array): boolean {
  let last = -1;
  for (const { at } of xmlTokens(decodeText(input))) {
    if (at <= last) throw new WronglyTaken("two tokens at one place");
    last = at;
  }
  return true;
}

const vaultSecrets = {
  mesh,
  meshKey: asSpaceKey(spaceKey),
  device,
  incarnation: random(8),
  own: { groups: [agree], spaces: [spaceKey] },
  personName: "Ana",
  joining: null,
};

const record16 = toText(new Uint8Array(16).fill(7));
const at = 1_790_000_000_000;
const pages: readonly (readonly AuditAct[])[] = [
  [],
  [{ did: "open", at, record: record16 }],
  [
    { did: "search", at, question: "place", times: 3, found: 0 },
    { did: "export", at, what: "csv", count: 600 },
    { did: "override", at, record: record16 },
  ],
];

const inside: readonly Target[] = [
  {
    name: "audit-page",
    share: 25,
    seeds: () => pages.map(encodePage),
    take: canonical(decodePage, encodePage),
  },
  {
    name: "content",
    share: 60,
    seeds: () => contents.map(encodeContent),
    take: canonical(decodeContent, encodeContent),
  },
  {
    name: "change-header",
    share: 25,
    seeds: () => chunks,
    words: bombs.map((bomb) => bomb.subarray(0, 4000)),
    repair: repairChunk,
    take: (input) => readChangeHeader(input) !== null,
  },
  { name: "document", share: 3, seeds: () => [createDocument(mateo, "guest", guest)], take: takeDocument },
  ...KIND_NAMES.map((kind): Target => ({
    name: `fields-${kind}`,
    share: 6,
    seeds: () => fields[kind].map((one) => utf8(JSON.stringify(one))),
    words: fieldWords,
    take: (input) => takeFields(kind, input),
  })),
  {
    name: "vault-secrets",
    share: 0.3,
    seeds: () => [encodeSecrets(vaultSecrets)],
    take: canonical(decodeSecrets, encodeSecrets),
  },
];

const hub: readonly Target[] = [
  {
    name: "adopt-body",
    share: 15,
    seeds: () => wordsOf('{"code":"VRDA-AAAA"}', '{"code":"x","more":[1,2]}'),
    words: wordsOf('"code":', "null", "[", "{", "__proto__", "\\ud800", "1e999"),
    take: onText((text) => codeIn(text) !== null),
  },
  {
    name: "host-header",
    share: 8,
    seeds: () => wordsOf("localhost:4780\nhttp://localhost:4780", "127.0.0.1:4780\nhttp://127.0.0.1:4780"),
    words: wordsOf("localhost", "127.0.0.1", ":4780", "http://", "@", ".", "#", "LOCALHOST", "[::1]", ","),
    take: onText((text) => {
      const place = { door: ownDoor, port: 4780 };
      const [host = "", origin] = text.split("\n");
      const isOwn = isOwnRequest({ host, ...(origin === undefined ? {} : { origin }) }, place);
      if (isOwn && !/^(localhost|127\.0\.0\.1):4780$/u.test(host)) throw new WronglyTaken("another host");
      return isOwn;
    }),
  },
];

export const RECORD_TARGETS: readonly Target[] = [...inside, ...files, ...hub];
