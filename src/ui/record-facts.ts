/** Which facts the page of a record shows, in which order, and how each is edited. */
import type { KindName } from "#model";

/** `read`: shown and never edited here. */
export type Editor = "line" | "area" | "lines" | "sex" | "country" | "read";

export interface Fact {
  readonly path: string;
  readonly editor: Editor;
}

const line = (path: string): Fact => ({ path, editor: "line" });
const read = (path: string): Fact => ({ path, editor: "read" });

const PERSON: readonly Fact[] = [
  line("name"),
  line("givenNames"),
  line("surnames"),
  { path: "alternateNames", editor: "lines" },
  line("age"),
  line("birthDate"),
  { path: "sex", editor: "sex" },
  { path: "country", editor: "country" },
  line("state"),
  line("town"),
  line("marks"),
  { path: "relatives", editor: "lines" },
  line("language"),
];
const LAST_CONTACT: readonly Fact[] = [line("lastContact.at"), line("lastContact.place")];
const readOnly = (facts: readonly Fact[]): readonly Fact[] => facts.map(({ path }) => read(path));

const FACTS: Readonly<Record<KindName, readonly Fact[]>> = {
  guest: [...PERSON, line("bed"), line("arrivedAt"), read("leftAt")],
  report: [
    ...PERSON,
    ...LAST_CONTACT,
    { path: "circumstances", editor: "area" },
    line("seeker.name"),
    line("seeker.relation"),
    line("seeker.phone"),
    line("seeker.email"),
    { path: "seeker.notes", editor: "area" },
    line("proof.question"),
    line("proof.answer"),
    read("seekers"),
    read("posterAllowed"),
    read("outcome"),
    read("closedAt"),
    read("source"),
    read("notes"),
  ],
  // a card follows its report: it is changed there
  card: readOnly([...PERSON, ...LAST_CONTACT, line("question"), line("expiresAt")]),
  arrival: [line("at"), line("from"), { path: "travellingWith", editor: "lines" }, read("situation")],
  departure: [line("at"), read("how"), line("to"), { path: "note", editor: "area" }, read("takenBack")],
  call: [
    line("at"),
    read("relation"),
    read("result"),
    read("contactRestored"),
    { path: "country", editor: "country" },
    read("takenBack"),
  ],
  "roll-call": [read("date")],
  person: [line("name")],
  match: [read("reason"), read("message"), read("proof")],
  answer: [read("on"), read("place"), read("message"), read("proof")],
  consent: ["purpose", "to", "said", "basis", "language", "interpreter", "at"].map(read),
  erasure: [read("reason"), read("at")],
  message: [read("text")],
  referral: ["to", "need", "urgency", "people", "ageGroups", "sexes", "languages", "note", "at"].map(read),
  "referral-step": ["step", "reason", "at"].map(read),
  "referral-extract": [read("people"), read("told")],
  "referral-guest": [],
  "service-referral": ["serviceName", "need", "urgency", "people", "note", "told", "at"].map(read),
  "case-follow": ["says", "at"].map(read),
  "service-step": ["step", "heard", "reason", "at"].map(read),
  "protected-guest": [
    ...PERSON,
    line("from"),
    { path: "travellingWith", editor: "lines" },
    { path: "note", editor: "area" },
    ...["why", "arrivedAt", "situation"].map(read),
  ],
  trace: [...PERSON, ...["arrivedAt", "leftAt", "passed", "silent", "expiresAt"].map(read)],
  "trace-opening": ["says", "reason", "at"].map(read),
  "month-count": [read("month")],
  "reserved-bed": [read("number"), line("bed"), read("at"), read("freedAt")],
  "protected-step": ["step", "said", "interpreter", "note", "at"].map(read),
  "protected-release": ["says", "how", "to", "at"].map(read),
  "protected-match": [read("reason"), read("message"), read("proof")],
  "vital-interest": ["to", "says", "reason", "at"].map(read),
  "visit-of-authority": ["at", "who", "institution", "document", "asked", "handedOver"].map(read),
  news: [read("whom")],
  "news-call": [read("whom")],
  "night-message": [...["for", "askedBy", "relation", "phone"].map(line), { path: "text", editor: "area" }],
  "found-card": readOnly(PERSON),
  capsule: readOnly([...PERSON, line("needs"), line("attended"), line("contact"), line("expiresAt")]),
  "capsule-guest": [read("told"), read("at"), read("expiresAt")],
  "same-person": [],
  "waiting-message": ["at", "relation", "deliveredAt", "takenBack"].map(read),
  "waiting-text": [read("text")],
  "never-tell": [
    line("name"),
    line("relation"),
    { path: "note", editor: "area" },
    read("at"),
    read("takenBack"),
  ],
  need: [line("at"), read("what"), { path: "note", editor: "area" }, read("closedAt"), read("takenBack")],
  service: ["name", "type", "offers", "place", "address", "hours", "languages", "accepts", "phone"]
    .concat("entry", "note", "confirmedOn", "status")
    .map(read),
  "service-word": [read("confirmedOn"), read("status")],
  board: [read("place")],
  "referral-draft": ["need", "urgency", "note"].map(read),
  "trace-rules": [],
  review: [read("until")],
  "protected-review": [read("until")],
  photo: [],
  "sharing-agreement": [read("allows"), read("until")],
  "sharing-rules": [read("onlyAgreed"), read("closedCountries")],
  notice: ["kind", "text", "place", "at", "validUntil", "ended"].map(read),
  attention: [line("at"), read("what"), read("people"), { path: "note", editor: "area" }, read("takenBack")],
};

/** Parts of a name are offered only where a file had them apart. */
export const isOffered = (fact: Fact): boolean =>
  !["givenNames", "surnames"].includes(fact.path) && fact.editor !== "read";

/** The facts of a kind, in the order in which they are read. */
export const factsOf = (kind: KindName): readonly Fact[] => FACTS[kind];
