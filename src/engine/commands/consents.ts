/** Writing down what a guest agrees to, and showing it. Nothing of this leaves the house. */
import { accessOf, CONSENT_PURPOSES, type ConsentPurpose, standing, type Statement } from "#model";
import type { SiteId } from "#sync";
import { EngineError, type RecordId, type ToldTo } from "../api/index.ts";
import type { ConsentCommands, ConsentStatement, ConsentView, ConsentWish } from "../api/consent.ts";
import { consentOf, statementsIn, statementsOn } from "../consents/consent-of.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { serviceNames } from "../route/service-names.ts";
import { checkMayWrite, newRecord, type NewRecord, writeNew } from "./write-records.ts";

function checkGuest(house: House, id: RecordId): void {
  checkMayWrite(house, "consent");
  if (house.catalog.get(id)?.kind !== "guest") throw new EngineError({ code: "no-such-record" });
}

const mayRead = (house: House): boolean => accessOf(memberOf(house).member.role, "consent") === "write";

/** The other sites of the mesh, by name. */
function otherSites(house: House): ReadonlyMap<SiteId, string> {
  const own = memberOf(house).site.site;
  const sites = [...house.replica.membership().sites.values()].filter(({ site }) => site !== own);
  return new Map(sites.map(({ site, name }) => [site, name]));
}

const standingOn = (house: House, records: readonly CatalogRecord[]): readonly Statement[] =>
  standing(statementsIn(house, records));

/** Whether it is another site of the mesh, or a service of the directory as far as this device reads it. */
const isKnown = (house: House, to: ToldTo): boolean =>
  otherSites(house).has(to as SiteId) || serviceNames(house).has(to as RecordId);

/** `consent`. */
export async function consent(
  house: House,
  { guest, purpose, said, to, ...how }: ConsentWish,
): ReturnType<ConsentCommands["consent"]> {
  checkGuest(house, guest);
  if (to !== undefined && !isKnown(house, to)) throw new EngineError({ code: "no-such-site" });
  const topic = { guest, purpose, to };
  const at = new Date(house.deps.clock.now()).toISOString();
  const replaces = standingOn(house, statementsOn(house, topic)).map(({ id }) => id);
  const say = (of: RecordId): NewRecord =>
    newRecord(house, "consent", { ...topic, guest: of, ...how, said, at, replaces });
  const record = say(guest);
  const { said: word } = record.fields;
  // what is not a yes is said in each of a person's records, so that it holds of each should they be parted
  const others = word === "yes" ? [] : house.catalog.personOf(guest).members.filter((id) => id !== guest);
  await writeNew(house, [record, ...others.map(say)]);
  await house.settle();
  const { purpose: read } = record.fields as { readonly purpose: ConsentPurpose };
  return { id: record.id, purpose: read, state: mayRead(house) ? consentOf(house, topic) : null };
}

function statementView({ id, fields }: CatalogRecord, isHandedIn: boolean): ConsentStatement {
  const { said, basis, language, interpreter, at } = fields as unknown as ConsentStatement;
  return { id, said, basis, language: language ?? null, interpreter: interpreter ?? null, at, isHandedIn };
}

function viewOn(
  house: House,
  topic: { guest: RecordId; purpose: ConsentPurpose; to: ToldTo | null },
): ConsentView {
  const { purpose, to } = topic;
  const service = serviceNames(house).get(to as RecordId);
  const records = statementsOn(house, topic);
  const stands = new Map(standingOn(house, records).map(({ id, isHandedIn }) => [id, isHandedIn === true]));
  return {
    ...{ purpose, to, toService: service !== undefined },
    toName: otherSites(house).get(to as SiteId) ?? service ?? null,
    state: consentOf(house, topic),
    standing: records.flatMap((record) => {
      const isHandedIn = stands.get(record.id);
      return isHandedIn === undefined ? [] : [statementView(record, isHandedIn)];
    }),
  };
}

/** `consents`. */
export async function consents(house: House, guest: RecordId): ReturnType<ConsentCommands["consents"]> {
  checkGuest(house, guest);
  const { role } = memberOf(house).member;
  if (!mayRead(house)) throw new EngineError({ code: "not-allowed", role });
  const said = house.catalog
    .ofGuest(guest, "consent")
    .flatMap(({ fields: { to } }) => (to as ToldTo | undefined) ?? []);
  const sites: readonly ToldTo[] = [...new Set([...otherSites(house).keys(), ...said])];
  return CONSENT_PURPOSES.flatMap((purpose) =>
    (purpose === "refer" ? sites : [null]).map((to) => viewOn(house, { guest, purpose, to })),
  );
}
