/**
 * What an institution or a shelter offers: the directory of the route. Lives in `network`. It tells of institutions and
 * never of people on the move: no field may name one, and the telephone is the institution's.
 *
 * A record of the network belongs to the house that made it (docs/decisions/0019-claimed-ids.md), so nobody writes over
 * what another house noted. Any house says its own *word* about a service instead: that it is as it says, what is
 * different, or that it closed. What a service is like now is worked out of all of them: `service-standing.ts`.
 */
import * as v from "valibot";
import { CARES } from "./care.ts";
import { choice, id, lines, objectProblem, value } from "./field-types.ts";
import { choices, readDay, shortLine, shortText } from "./route-fields.ts";

export const SERVICE_TYPES = [
  "shelter",
  "kitchen",
  "health",
  "legal",
  "consulate",
  "authority",
  "human-rights",
  "organisation",
  "church",
  "other",
] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

/** Who is accepted. A group that is not named was not spoken of. */
export const ACCEPTED = ["men", "women", "families", "minors-alone", "lgbt"] as const;
export type Accepted = (typeof ACCEPTED)[number];

export const SERVICE_STATUSES = ["open", "closed"] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

/** What houses may know differently. */
const toldEntries = {
  name: shortLine,
  type: choice(SERVICE_TYPES),
  /** Town or municipality. */
  place: shortLine,
  /** Of the institution, where it is public. A shelter that keeps its address to itself leaves it out. */
  address: shortLine,
  /** The same words as a guest's needs. */
  offers: choices(CARES),
  hours: shortLine,
  languages: lines(),
  accepts: choices(ACCEPTED),
  /** The institution's, never a person's own. */
  phone: shortLine,
  /** How one gets in: appointment, papers, whom to ask for by their office. */
  entry: shortText,
  /** Public to all shelters: nothing of anybody who went there. */
  note: shortText,
};

/** The fields of a service that a word may correct. */
export const SERVICE_TOLD = Object.keys(toldEntries) as readonly (keyof typeof toldEntries)[];
export type ServiceTold = (typeof SERVICE_TOLD)[number];
export const isServiceTold = (name: string): name is ServiceTold => Object.hasOwn(toldEntries, name);

const { name, type, offers, ...others } = toldEntries;
const { place, address, hours, languages, accepts, phone, entry, note } = others;

const saidEntries = {
  /** The day on which somebody of the house saw it, or asked there. */
  confirmedOn: value(readDay),
  status: v.optional(choice(SERVICE_STATUSES), "open"),
};

export const serviceSchema = v.strictObject(
  {
    ...{ name, type, offers },
    place: v.exactOptional(place),
    address: v.exactOptional(address),
    hours: v.exactOptional(hours),
    languages: v.exactOptional(languages),
    accepts: v.exactOptional(accepts),
    phone: v.exactOptional(phone),
    entry: v.exactOptional(entry),
    note: v.exactOptional(note),
    ...saidEntries,
  },
  objectProblem,
);

/** What a house says of another house's service; the one record of that house about it. */
export const serviceWordSchema = v.strictObject(
  {
    service: id,
    name: v.exactOptional(name),
    type: v.exactOptional(type),
    offers: v.exactOptional(offers),
    place: v.exactOptional(place),
    address: v.exactOptional(address),
    hours: v.exactOptional(hours),
    languages: v.exactOptional(languages),
    accepts: v.exactOptional(accepts),
    phone: v.exactOptional(phone),
    entry: v.exactOptional(entry),
    note: v.exactOptional(note),
    ...saidEntries,
  },
  objectProblem,
);
