/**
 * Who comes: one person, somebody who was here before, or a family or group, all of them in one append. A coming clears
 * what was said of an earlier leaving.
 */
import { toText } from "#crypto";
import { fieldNames, type Problem, type ProtectedWhy, whyProtected } from "#model";
import { type Added, EngineError, type RecordId, type ReservedBed } from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import type { House } from "../house/house.ts";
import { todayOf } from "../matches/release.ts";
import { registration } from "../protection/register.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";
import type { RecordChanges } from "../records/writer.ts";
import { guestOf, leftAtChanges, mapIn, nowFor, writeAll } from "./guest-changes.ts";
import { movingChanges, registrationChanges, shownId } from "./protect.ts";
import { changesOf, checkMayWrite, newRecord } from "./write-records.ts";

type Given = Readonly<Record<string, unknown>>;

/** One person's coming. */
interface Came {
  /** Of whom the desk does not see: the bed that is kept for them. */
  readonly guest: RecordId;
  readonly arrival: RecordId;
  readonly changes: readonly (RecordChanges | null)[];
  readonly reserved?: ReservedBed;
}

/** What no group has in common: beside the list it would be somebody whom nobody wrote into it. */
const OF_ONE = ["guest", "alone", "name", "givenNames", "surnames", "alternateNames"];

/** A bus. */
const MOST_PEOPLE = 100;

async function cameAgain(house: House, given: Given): Promise<Came> {
  const guest = guestOf(house, given["guest"]);
  const arrival = newRecord(house, "arrival", { ...given, at: given["at"] ?? nowFor(house, guest) });
  const here = guest === null ? null : await leftAtChanges(house, guest, null);
  const changes = [changesOf(house, arrival), ...(here === null ? [] : [here])];
  return { guest: arrival.fields["guest"] as RecordId, arrival: arrival.id, changes };
}

/** With a person's fields, the guest is made too. */
function cameFirst(house: House, given: Given): Came {
  const at = given["at"] ?? nowFor(house, null);
  const ofArrival = new Set(fieldNames("arrival"));
  const fieldsWhere = (isOfArrival: boolean): object =>
    Object.fromEntries(Object.entries(given).filter(([name]) => ofArrival.has(name) === isOfArrival));
  const guest = newRecord(house, "guest", { ...fieldsWhere(false), arrivedAt: at });
  const arrival = newRecord(house, "arrival", { ...fieldsWhere(true), at, guest: guest.id });
  const changes = [changesOf(house, guest), changesOf(house, arrival)];
  return { guest: guest.id, arrival: arrival.id, changes };
}

/** Who goes to `protected` at once: nothing of it is written in the desk, but a bed. */
async function cameProtected(
  house: House,
  given: Given,
  { why, others }: { readonly why: readonly ProtectedWhy[]; readonly others: readonly ReservedBed[] },
): Promise<Came> {
  const known = guestOf(house, given["guest"]);
  const at = given["at"] ?? nowFor(house, known);
  if (known !== null) {
    const told = { ...(given as PlainMap), at: at as string };
    const { registered, changes } = await movingChanges(house, known, { why, told, others });
    const id = shownId(house, registered);
    return { guest: id, arrival: id, changes, reserved: registered.reserved };
  }
  const registered = registration(house, { given, why, at }, others);
  const id = shownId(house, registered);
  const changes = registrationChanges(house, registered);
  return { guest: id, arrival: id, changes, reserved: registered.reserved };
}

/** `others`: beds that are kept for those who came with them. */
async function came(house: House, given: Given, others: readonly ReservedBed[] = []): Promise<Came> {
  const { alone, protect, ...rest } = given;
  const person = { ...guestOf(house, rest["guest"])?.fields, ...rest };
  const judged = whyProtected({ alone, protect }, { person, today: todayOf(house) });
  if (judged.kind === "bad") throw peopleFault(judged.problems);
  if (judged.why.length > 0) return cameProtected(house, rest, { why: judged.why, others });
  return rest["guest"] === undefined ? cameFirst(house, rest) : cameAgain(house, rest);
}

const peopleFault = (problems: readonly Problem[]): EngineError =>
  new EngineError({ code: "fields", problems });

function peopleIn(people: unknown): readonly unknown[] {
  const refuse = (code: Problem["code"]): never => {
    throw peopleFault([{ field: "people", code }]);
  };
  if (!Array.isArray(people)) return refuse("wrong-type");
  if (people.length === 0) return refuse("required");
  return people.length > MOST_PEOPLE ? refuse("too-many") : people;
}

/** What is wrong with one of them, said with their place in the list. */
function problemsOf(error: unknown, at: number): readonly Problem[] {
  if (!(error instanceof EngineError) || error.fault.code !== "fields") throw error;
  return error.fault.problems.map(({ field, code }) => ({
    field: ["people", String(at), field].filter((part) => part !== "").join("."),
    code,
  }));
}

/** What makes a group of people; of a list of people who came apart from each other nothing. */
function groupOf(house: House, { apart, group }: Given): Given {
  if (apart !== undefined && typeof apart !== "boolean")
    throw peopleFault([{ field: "apart", code: "wrong-type" }]);
  if (apart === true && group !== undefined) throw peopleFault([{ field: "group", code: "unknown-field" }]);
  return apart === true ? {} : { group: group ?? toText(house.deps.random(RECORD_ID_BYTES)) };
}

/** `{ "people": [...], ... }`: what stands beside the list is true of all of them. */
async function cameTogether(house: House, { people, apart, ...given }: Given): Promise<readonly Came[]> {
  const shared = { ...given, ...groupOf(house, { apart, group: given["group"] }) };
  const all: Came[] = [];
  const problems: Problem[] = OF_ONE.filter((field) => given[field] !== undefined).map((field) => ({
    field,
    code: "unknown-field",
  }));
  for (const [at, person] of peopleIn(people).entries()) {
    try {
      if (all.some(({ guest }) => guest === mapIn(person)["guest"])) continue;
      if (typeof person !== "object" || person === null)
        throw peopleFault([{ field: "", code: "not-an-object" }]);
      const beds = all.flatMap(({ reserved }) => reserved ?? []);
      all.push(await came(house, { ...shared, ...mapIn(person) }, beds));
    } catch (error) {
      problems.push(...problemsOf(error, at));
    }
  }
  if (problems.length > 0) throw peopleFault(problems);
  return all;
}

/**
 * `add arrival`. The answer is the page that opens next: of a new person theirs, of who comes again the arrival, of a
 * group the first one's, and all of theirs.
 */
export async function addArrival(house: House, input: unknown): Promise<Added> {
  checkMayWrite(house, "guest");
  const given = mapIn(input);
  if (given["people"] === undefined) {
    const { guest, arrival, changes, reserved } = await came(house, given);
    await writeAll(house, changes);
    const id = given["guest"] === undefined ? guest : arrival;
    return reserved === undefined ? { id } : { id, reserved: [reserved] };
  }
  const all = await cameTogether(house, given);
  await writeAll(
    house,
    all.flatMap(({ changes }) => changes),
  );
  const ids = all.map(({ guest }) => guest);
  const [id] = ids;
  if (id === undefined) throw peopleFault([{ field: "people", code: "required" }]);
  const reserved = all.flatMap((one) => one.reserved ?? []);
  return reserved.length === 0 ? { id, ids } : { id, ids, reserved };
}
