/** Everybody who asks for the person of a report, beside who asked first; also of lists that devices wrote apart. */
import type { SeekerFields } from "../api/index.ts";
import type { Plain } from "../documents/plain.ts";
import type { CatalogRecord } from "../records/catalog.ts";

const listsOf = ({ fields, conflicts }: Pick<CatalogRecord, "fields" | "conflicts">): readonly unknown[] =>
  [fields["seekers"], ...(conflicts["seekers"] ?? [])].flatMap((list) =>
    Array.isArray(list) ? (list as readonly unknown[]) : [],
  );

/** The same words twice are one person who asked. */
const keyOf = (seeker: unknown): string =>
  typeof seeker === "object" && seeker !== null
    ? JSON.stringify(Object.entries(seeker).sort(([one], [other]) => (one < other ? -1 : 1)))
    : JSON.stringify(seeker);

const unique = (seekers: readonly unknown[]): readonly Plain[] => {
  const byKey = new Map(seekers.map((seeker) => [keyOf(seeker), seeker]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, seeker]) => seeker as Plain);
};

export const seekersIn = (record: Pick<CatalogRecord, "fields" | "conflicts">): readonly Plain[] =>
  unique(listsOf(record));

/** With one more. */
export const withSeeker = (
  record: Pick<CatalogRecord, "fields" | "conflicts">,
  seeker: SeekerFields,
): readonly Plain[] => unique([...listsOf(record), seeker]);
