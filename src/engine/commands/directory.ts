/** The directory of services: reading it, and saying that one is as it says, is different, or closed. */
import {
  type Accepted,
  type Care,
  correctionsOf,
  fold,
  isServiceTold,
  readDay,
  type ServiceStanding,
  serviceStanding,
  type ServiceTold,
  type ServiceType,
  type ServiceVoice,
} from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import type { DirectoryWish, ServiceView, ServiceWord } from "../api/directory.ts";
import type { House } from "../house/house.ts";
import { claimedId, claimOfServiceWord } from "../records/claim.ts";
import {
  checkReadsRoute,
  dayOf,
  type Issued,
  issued,
  issuedOf,
  ownSiteOf,
  saidBy,
} from "../route/reading.ts";
import { mapIn } from "./guest-changes.ts";
import { addRecord, putRecords } from "./write-records.ts";

const voiceOf = ({ issuer, fields, conflicts }: Issued): ServiceVoice => ({
  site: issuer,
  ...{ fields, conflicts },
});

/** What houses say of each service; a word counts where its id is that of its house's word about it. */
function wordsIn(house: House): ReadonlyMap<unknown, readonly ServiceVoice[]> {
  const words = new Map<unknown, ServiceVoice[]>();
  for (const record of issuedOf(house, "service-word")) {
    const { service } = record.fields;
    if (typeof service !== "string") continue;
    if (claimedId(claimOfServiceWord(service as RecordId), record.issuer) !== record.id) continue;
    const others = words.get(service);
    if (others === undefined) words.set(service, [voiceOf(record)]);
    else others.push(voiceOf(record));
  }
  return words;
}

const lineOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

function viewOf(house: House, service: Issued, standing: ServiceStanding): ServiceView {
  const { fields, others, confirmedBy, ...said } = standing;
  return {
    id: service.id,
    name: lineOf(fields.name) ?? "",
    type: (lineOf(fields.type) ?? "other") as ServiceType,
    offers: listOf(fields.offers) as readonly Care[],
    place: lineOf(fields.place),
    address: lineOf(fields.address),
    hours: lineOf(fields.hours),
    languages: listOf(fields.languages),
    accepts: listOf(fields.accepts) as readonly Accepted[],
    phone: lineOf(fields.phone),
    entry: lineOf(fields.entry),
    note: lineOf(fields.note),
    ...said,
    confirmedBy: saidBy(house, confirmedBy as Issued["issuer"]),
    notedBy: saidBy(house, service.issuer),
    others: others.map(({ field, site, value }) => ({
      ...{ field, value },
      ...saidBy(house, site as Issued["issuer"]),
    })),
  };
}

const holds = (text: string | null, wanted: string | undefined): boolean =>
  wanted === undefined || fold(text ?? "").includes(fold(wanted).trim());

/** Each word of it somewhere. */
function speaksOf(service: ServiceView, text: string | undefined): boolean {
  const { name, place, address, entry, note } = service;
  const said = [name, place, address, entry, note].join(" ");
  return (text ?? "").split(/\s+/u).every((word) => holds(said, word));
}

const isWanted = (service: ServiceView, { text, offers, place, accepts, all }: DirectoryWish): boolean =>
  (all === true || (service.status === "open" && service.freshness !== "stale")) &&
  (offers === undefined || service.offers.includes(offers)) &&
  // of whom nobody spoke they may be accepted: better to ask there than not to know of it
  (accepts === undefined || service.accepts.length === 0 || service.accepts.includes(accepts)) &&
  holds([service.place, service.address].join(" "), place) &&
  speaksOf(service, text);

const FRESHNESS: readonly ServiceView["freshness"][] = ["fresh", "old", "unclear", "stale"];
const byName = new Intl.Collator("es");

/** Open before closed, fresh before old, who said that they accept the group before who said nothing. */
const rankOf = (service: ServiceView, { accepts }: DirectoryWish): number =>
  (service.status === "closed" ? 100 : 0) +
  FRESHNESS.indexOf(service.freshness) * 10 +
  (accepts !== undefined && service.accepts.length === 0 ? 1 : 0);

/** `directory`. */
export function directory(house: House, wish: DirectoryWish = {}): readonly ServiceView[] {
  checkReadsRoute(house);
  const words = wordsIn(house);
  const today = dayOf(house);
  return issuedOf(house, "service")
    .map((service) => {
      const said = { words: words.get(service.id) ?? [], today };
      return viewOf(house, service, serviceStanding(voiceOf(service), said));
    })
    .filter((service) => isWanted(service, wish))
    .sort(
      (one, other) =>
        rankOf(one, wish) - rankOf(other, wish) ||
        byName.compare(one.name, other.name) ||
        (one.id < other.id ? -1 : 1),
    );
}

const fault = (
  field: string,
  code: "bad-day" | "day-ahead" | "unknown-field" | "not-an-object" | "said-elsewhere",
): EngineError => new EngineError({ code: "fields", problems: [{ field, code }] });

/** Throws the fault `fields` for a day that has not come. */
function pastDay(house: House, given: unknown): string {
  const today = dayOf(house);
  if (given === undefined || given === null || given === "") return today;
  const day = readDay(given);
  if (day.kind === "bad") throw fault("confirmedOn", "bad-day");
  if (day.value > today) throw fault("confirmedOn", "day-ahead");
  return day.value;
}

/** `add service`: of today unless told. */
export async function addService(house: House, input: unknown): Promise<{ id: RecordId }> {
  checkReadsRoute(house);
  const given = mapIn(input);
  const confirmedOn = pastDay(house, given["confirmedOn"]);
  return addRecord(house, "service", { ...given, confirmedOn });
}

type Told = Readonly<Partial<Record<ServiceTold, unknown>>>;

interface Corrections {
  readonly changed: Told;
  readonly emptied: readonly ServiceTold[];
}

const isEmpty = (value: unknown): boolean => value === null || (typeof value === "string" && !value.trim());

/** What is named anew; what is not named stays as the directory says. */
function correctionsIn(fields: ServiceWord["fields"]): Corrections {
  if (fields !== undefined && (typeof fields !== "object" || Array.isArray(fields)))
    throw fault("", "not-an-object");
  const given = Object.entries(fields ?? {}).map(([name, value]) => {
    if (!isServiceTold(name)) throw fault(name, "unknown-field");
    return [name, value] as const;
  });
  return {
    changed: Object.fromEntries(given.filter(([, value]) => value !== undefined && !isEmpty(value))),
    emptied: given.filter(([, value]) => isEmpty(value)).map(([name]) => name),
  };
}

/** Throws the fault `fields` where another house says something there: it would stand on, as if nothing had been asked. */
function checkEmptied(emptied: readonly ServiceTold[], others: readonly ServiceVoice[]): void {
  for (const field of emptied)
    if (others.some((voice) => voice.fields[field] !== undefined)) throw fault(field, "said-elsewhere");
}

const without = (told: Told, emptied: readonly string[]): Told =>
  Object.fromEntries(Object.entries(told).filter(([field]) => !emptied.includes(field)));

/** `confirmService`. Of an own service the record itself says it; of another house's the own house's word does. */
export async function confirmService(
  house: House,
  id: RecordId,
  { fields, status = "open", on }: ServiceWord = {},
): Promise<ServiceView> {
  checkReadsRoute(house);
  const service = issued(house, "service", id);
  const confirmedOn = pastDay(house, on);
  const words = wordsIn(house).get(id) ?? [];
  const now = serviceStanding(voiceOf(service), { words, today: dayOf(house) });
  const { changed, emptied } = correctionsIn(fields);
  const ownSite = ownSiteOf(house);
  checkEmptied(
    emptied,
    [voiceOf(service), ...words].filter(({ site }) => site !== ownSite),
  );
  const wanted = { ...without(now.fields, emptied), ...changed };
  const own = service.issuer === ownSite;
  const input = own
    ? { ...without(service.fields, emptied), ...wanted, status, confirmedOn }
    : { service: id, ...correctionsOf(service.fields, wanted), status, confirmedOn };
  const claim = claimOfServiceWord(id);
  await putRecords(house, [
    own
      ? { id, kind: "service", input }
      : { id: claimedId(claim, ownSite), kind: "service-word", input, claim },
  ]);
  const after = directory(house, { all: true }).find((one) => one.id === id);
  if (after === undefined) throw new EngineError({ code: "no-such-record" });
  return after;
}
