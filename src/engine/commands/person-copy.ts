/** A person's own copy of what the house holds about them: reads the guest's family, and leaves out what is others'. */
import { accessOf, type KindName } from "#model";
import type { SiteId } from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import type { CopiedRecord, PersonCopy } from "../api/copy.ts";
import { familyOf } from "../erasure/family.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { countriesWith } from "../sharing/with-house.ts";
import { recordOf } from "./read-records.ts";

/** The kinds that are about the person and nobody else, in the order in which they are told. */
const COPIED: readonly KindName[] = [
  ...(["guest", "arrival", "departure", "call", "consent"] as const),
  ...([
    "need",
    "attention",
    "found-card",
    "capsule-guest",
    "referral-extract",
    "service-referral",
    "answer",
  ] as const),
];

const rankOf = ({ kind, createdAt }: CatalogRecord): readonly [number, number] => [
  COPIED.indexOf(kind),
  createdAt ?? 0,
];

function byRank(one: CatalogRecord, other: CatalogRecord): number {
  const [[kindA, atA], [kindB, atB]] = [rankOf(one), rankOf(other)];
  return kindA - kindB || atA - atB || (one.id < other.id ? -1 : 1);
}

function toldTo(house: House, { kind, fields }: CatalogRecord): CopiedRecord["toldTo"] {
  const { to, service, serviceName } = fields;
  if (kind === "service-referral")
    return { site: service as RecordId, name: serviceName as string, countries: [] };
  if (kind === "consent" || typeof to !== "string") return null;
  const site = to as SiteId;
  const name = house.replica.membership().sites.get(site)?.name ?? null;
  return { site, name, countries: countriesWith(house, site) };
}

/** Also where others were referred together with them: it names nobody. */
const slipsOf = ({ catalog }: House, family: readonly CatalogRecord[]): readonly CatalogRecord[] =>
  family
    .filter(({ kind }) => kind === "referral-guest")
    .flatMap(({ fields }) => catalog.get(fields["referral"] as RecordId) ?? [])
    .filter(({ kind }) => kind === "service-referral");

/** What opens a capsule stands on the person's card, and on no other sheet. */
const NOT_COPIED: readonly string[] = ["key", "service"];

const fieldsOf = ({ fields }: CatalogRecord): CatalogRecord["fields"] =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !NOT_COPIED.includes(name)));

const copied = (house: House, record: CatalogRecord): CopiedRecord => ({
  id: record.id,
  kind: record.kind,
  fields: fieldsOf(record),
  createdAt: record.createdAt,
  changedAt: record.changedAt,
  toldTo: toldTo(house, record),
});

/** `personCopy`. */
export function personCopy(house: House, guest: RecordId): PersonCopy {
  const { member, site } = memberOf(house);
  if (accessOf(member.role, "consent") !== "write")
    throw new EngineError({ code: "not-allowed", role: member.role });
  const record = recordOf(house, guest);
  if (record.kind !== "guest") throw new EngineError({ code: "no-such-record" });
  const family = familyOf({ catalog: house.catalog, site: site.site }, record);
  const known = new Set([...family, ...slipsOf(house, family)]);
  const about = [...known].filter(({ kind }) => COPIED.includes(kind)).sort(byRank);
  return {
    siteName: site.name,
    at: house.deps.clock.now(),
    records: about.map((one) => copied(house, one)),
  };
}
