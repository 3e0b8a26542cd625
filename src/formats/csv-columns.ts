/**
 * Columns of CSV lists: what a heading means, in Spanish, English and the app's own names, and what
 * headings an export writes. Every heading that is written is read again.
 */
import { foldedWords } from "#model";

/** Columns by the path of the field they fill. `surname1` and `surname2` are joined to surnames. */
const HEADINGS = {
  recordId: [
    "folio",
    "case number",
    "id",
    "person record id",
    "expediente",
    "clave",
    "registro",
    "record id",
  ],
  name: [
    "nombre completo",
    "full name",
    "nombre",
    "name",
    "nombre y apellidos",
    "nombres y apellidos",
    "persona",
  ],
  givenNames: [
    "nombres",
    "given names",
    "given name",
    "first name",
    "nombre s",
    "nombre de pila",
    "prenombre",
  ],
  surnames: ["apellidos", "surnames", "surname", "family name", "last name", "apellido", "apellido s"],
  surname1: ["primer apellido", "first surname", "apellido paterno", "paterno", "father surname"],
  surname2: ["segundo apellido", "second surname", "apellido materno", "materno", "mother surname"],
  alternateNames: [
    ...[
      "otros nombres",
      "other names",
      "apodo",
      "apodos",
      "alias",
      "sobrenombre",
      "como le dicen",
      "conocido como",
    ],
    ...["alternate names", "alternate name", "nickname", "nicknames", "also known as"],
  ],
  sex: ["sexo", "sex", "genero", "gender", "sexo genero"],
  age: ["edad", "age", "edad anos", "anos", "edad aproximada"],
  ageAsOf: ["edad en fecha", "age as of", "fecha de la edad"],
  birthDate: [
    ...[
      "fecha de nacimiento",
      "birth date",
      "date of birth",
      "birthdate",
      "dob",
      "nacimiento",
      "fecha nacimiento",
    ],
    ...["fnacimiento", "f nacimiento", "fecha nac"],
  ],
  country: [
    "pais",
    "country",
    "nacionalidad",
    "nationality",
    "pais de origen",
    "country of origin",
    "home country",
  ],
  state: [
    "departamento o estado",
    "state",
    "departamento",
    "estado",
    "provincia",
    "home state",
    "department",
  ],
  town: [
    ...[
      "municipio",
      "town",
      "ciudad",
      "city",
      "lugar de origen",
      "pueblo",
      "home city",
      "poblacion",
      "localidad",
    ],
    ...["municipality", "place of origin"],
  ],
  marks: [
    "senas particulares",
    "marks",
    "senas",
    "tatuajes",
    "marcas",
    "distinguishing marks",
    "signos fisicos",
  ],
  relatives: ["familiares", "relatives", "parientes", "familia", "family"],
  language: ["idioma", "language", "lengua"],
  circumstances: ["circunstancias", "circumstances", "observaciones", "description", "descripcion", "hechos"],
  "lastContact.at": ["ultimo contacto", "last contact", "fecha de ultimo contacto", "last contact date"],
  "lastContact.place": [
    "lugar de ultimo contacto",
    "last contact place",
    "ultimo lugar",
    "last known location",
  ],
  "seeker.name": [
    "quien busca",
    "seeker",
    "nombre de quien busca",
    "seeker name",
    "solicitante",
    "reportante",
  ],
  "seeker.relation": ["parentesco", "relation", "relacion", "relationship", "seeker relation"],
  "seeker.phone": ["telefono de quien busca", "seeker phone", "telefono", "phone", "telefono de contacto"],
  "seeker.email": ["correo de quien busca", "seeker email", "correo", "correo electronico", "email"],
  "seeker.notes": ["notas de quien busca", "seeker notes"],
  status: ["estado del reporte", "status", "estatus"],
  expiresAt: ["vence", "expires", "expires at", "vigencia", "expiry date"],
  arrivedAt: [
    "fecha de llegada",
    "arrived",
    "arrived at",
    "llegada",
    "ingreso",
    "fecha de ingreso",
    "arrival date",
  ],
  leftAt: ["fecha de salida", "left", "left at", "salida", "egreso", "fecha de egreso", "departure date"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Column = keyof typeof HEADINGS;
export type ListKind = "report" | "guest";
export type HeadingLanguage = "es" | "en";

const PERSON: readonly Column[] = [
  ...(["recordId", "name", "givenNames", "surnames", "alternateNames", "sex", "age", "ageAsOf"] as const),
  ...(["birthDate", "country", "state", "town", "marks", "relatives", "language"] as const),
];

/** The columns of an export, in order. */
export const COLUMNS: Readonly<Record<ListKind, readonly Column[]>> = {
  report: [
    ...PERSON,
    ...(["lastContact.at", "lastContact.place", "circumstances", "seeker.name", "seeker.relation"] as const),
    ...(["seeker.phone", "seeker.email", "seeker.notes", "status", "expiresAt"] as const),
  ],
  guest: [...PERSON, "arrivedAt", "leftAt"],
};

/** Upper-case signs of accents that an export writes; reading folds them away again. */
const SPANISH: Readonly<Partial<Record<Column, string>>> = {
  age: "Edad",
  ageAsOf: "Edad en fecha",
  country: "País",
  marks: "Señas particulares",
  "lastContact.at": "Último contacto",
  "lastContact.place": "Lugar de último contacto",
  "seeker.name": "Quién busca",
  "seeker.phone": "Teléfono de quien busca",
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What an export writes above a column. */
export const headingOf = (column: Column, language: HeadingLanguage): string =>
  language === "es" ? (SPANISH[column] ?? capital(HEADINGS[column][0])) : capital(HEADINGS[column][1]);

const headingKey = (heading: string): string =>
  foldedWords(heading.replace(/([a-z])([A-Z])/gu, "$1 $2")).join(" ");

const isColumn = (key: string): key is Column => Object.hasOwn(HEADINGS, key);

const byHeading: ReadonlyMap<string, Column> = new Map(
  Object.entries(HEADINGS).flatMap(([column, headings]) =>
    isColumn(column)
      ? [...headings, headingKey(column)].map((heading) => [headingKey(heading), column] as const)
      : [],
  ),
);

const forKind = (column: Column, kind: ListKind): boolean =>
  column.startsWith("surname") || COLUMNS[kind].includes(column);

/**
 * The columns of a heading row; null where a heading means nothing for the kind or was met before.
 * "Nombre" beside surnames holds the given names.
 */
export function columnsOf(headings: readonly string[], kind: ListKind): readonly (Column | null)[] {
  const met = new Set<Column>();
  const columns = headings.map((heading) => {
    const column = byHeading.get(headingKey(heading)) ?? null;
    if (column === null || met.has(column) || !forKind(column, kind)) return null;
    met.add(column);
    return column;
  });
  const apart = !met.has("givenNames") && (met.has("surnames") || met.has("surname1"));
  return columns.map((column) => (column === "name" && apart ? "givenNames" : column));
}
