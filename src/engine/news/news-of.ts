/** What a house noted of a person who is sought, from its records: who said it is known from the log that carries it. */
import {
  type HeardNews,
  isInPerson,
  type NewsAgreed,
  type NewsKind,
  type NewsVoice,
  type NewsWord,
  narrowestOf,
  type MatchState,
  type PersonsWord,
} from "#model";
import type { RecordId } from "../api/index.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";

/** Null for a statement that more than one device had a hand in: nobody can say whose it is. */
function voiceIn(house: House, { entries }: CatalogRecord): NewsVoice | null {
  const [device, ...more] = new Set(entries.map((entry) => entry.device));
  if (device === undefined || more.length > 0) return null;
  const names = house.catalog
    .ofKind("person")
    .filter(({ fields }) => fields["device"] === device)
    .map(({ fields }) => fields["name"]);
  const [name] = names;
  return { device, name: typeof name === "string" ? name : null };
}

const wordIn = (house: House, record: CatalogRecord): NewsWord => {
  const { takesBack, what, agreed } = record.fields;
  if (typeof takesBack === "string") return { kind: "taken-back", of: takesBack };
  return {
    ...{ kind: "noted", id: record.id, voice: voiceIn(house, record), what: what as NewsKind },
    inPerson: isInPerson(record.fields as unknown as HeardNews),
    agreed: (agreed ?? null) as NewsAgreed | null,
  };
};

/** All statements of the house about a report or card. */
export const wordsAbout = (house: House, about: RecordId): readonly NewsWord[] =>
  house.catalog.having("news", "about", about).map((record) => wordIn(house, record));

const KEEPS: ReadonlySet<MatchState> = new Set<MatchState>(["no", "self", "thinking", "unable", "to-ask"]);

/** What a guest of the house who may be the person said, when asked whether who seeks may be told. */
export function personsWord(house: House, card: RecordId): PersonsWord {
  const decisions = house.catalog.ofKind("match").filter(({ fields }) => fields["card"] === card);
  const states = decisions.map(({ fields, conflicts }) =>
    narrowestOf([fields["state"], ...(conflicts["state"] ?? [])] as readonly MatchState[]),
  );
  return states.some((state) => KEEPS.has(state)) ? "kept" : "free";
}

/** Of what asks another house to call: where one device took it back, it is. */
export const isCallTakenBack = ({ fields, conflicts }: CatalogRecord): boolean =>
  fields["withdrawn"] === true || conflicts["withdrawn"] !== undefined;
