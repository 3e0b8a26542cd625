/**
 * Invents journeys for a set: when each person came to a house and from where, and when and where those who are asked
 * for were last heard of. What is likely is invented, too: no data of real journeys can be had. What people
 * who are not there did has nothing to do with who is; of the others a share of what is told fits.
 */
import type { Contact, Coming, Person, Query } from "./person.ts";
import { BENCH_YEAR } from "./person.ts";
import type { Random } from "./random.ts";

const ROUTE = [
  ...[
    "Tapachula",
    "Tapachula",
    "Tapachula",
    "Tenosique",
    "Ciudad Hidalgo",
    "Tecún Umán",
    "Palenque",
    "Danlí",
  ],
  ...["Esquipulas", "Coatzacoalcos", "Oaxaca", "Puebla", "Saltillo", "Monterrey", "Reynosa", "Tijuana"],
];
const MS_PER_DAY = 86_400_000;
const LAST_DAY = Date.UTC(BENCH_YEAR, 11, 1) / MS_PER_DAY;
/** Records of three years. */
const DAYS = 1095;
const MEAN_DAYS_TO_COME = 20;
const TWO_YEARS = 720;

const COMES_AGAIN = 0.15;
const FROM_ROUTE = 0.5;
const FROM_HOME = 0.3;
const CONTACT_TOLD = 0.7;
const PLACE_TOLD = 0.7;
const MONTH_ONLY = 0.4;

const textOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
const dayOf = ({ at }: Coming): number => Date.parse(at) / MS_PER_DAY;
const someDay = (random: Random): number => LAST_DAY - random.below(DAYS);

function comingOf({ town }: Person, random: Random): Coming {
  const kind = random.next();
  const place = kind < FROM_ROUTE ? random.pick(ROUTE) : kind < FROM_ROUTE + FROM_HOME ? town : null;
  return { at: textOf(someDay(random)), from: place };
}

/** Of who came that day: mostly shortly before; some called from the house; some had long been silent. */
function contactDay(coming: Coming | null, random: Random): number {
  if (coming === null) return someDay(random);
  const came = dayOf(coming);
  const kind = random.next();
  if (kind < 0.55) return came - Math.floor(-Math.log(1 - random.next()) * MEAN_DAYS_TO_COME);
  return kind < 0.75 ? came + random.below(MEAN_DAYS_TO_COME) : came - 30 - random.below(TWO_YEARS);
}

function contactPlace(coming: Coming | null, town: string | null, random: Random): string | null {
  if (!random.chance(PLACE_TOLD)) return null;
  const kind = random.next();
  const from = coming?.from ?? null;
  if (kind < 0.3 && from !== null) return from;
  return kind < 0.6 && town !== null ? town : random.pick(ROUTE);
}

function contactOf({ town }: Query, coming: Coming | null, random: Random): Contact | null {
  if (!random.chance(CONTACT_TOLD)) return null;
  const day = textOf(contactDay(coming, random));
  return { at: random.chance(MONTH_ONLY) ? day.slice(0, 7) : day, place: contactPlace(coming, town, random) };
}

interface Asked {
  readonly people: readonly Person[];
  readonly queries: readonly Query[];
}

/** The same people and queries, with journeys, of which the share `fitting` fits. */
export function withJourneys(
  { people, queries }: Asked,
  { random, fitting }: { readonly random: Random; readonly fitting: number },
): Asked {
  const [came, told] = [random.fork("people"), random.fork("queries")];
  const travelled = people.map((person) => ({
    ...person,
    comings: Array.from({ length: came.chance(COMES_AGAIN) ? 2 : 1 }, () => comingOf(person, came)),
  }));
  const byId = new Map(travelled.map((person) => [person.id, person]));
  return {
    people: travelled,
    queries: queries.map((query) => {
      const comings = query.answer === null ? undefined : byId.get(query.answer)?.comings;
      const coming = comings !== undefined && told.chance(fitting) ? told.pick(comings) : null;
      return { ...query, lastContact: contactOf(query, coming, told) };
    }),
  };
}
