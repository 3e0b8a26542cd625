/**
 * What a pasted message says line by line ("Nombre: …", "Edad: …", "Tel. …"), as search posts are written. Pure, and
 * careful: a value that the field would refuse is left out, and what is not understood stays in the text, which the caller
 * keeps whole. What a line without such a word means is for the reader of searches.
 */
import { withoutContact } from "./contact.ts";
import { parseFields } from "./parse.ts";
import { cleanLine, cleanText, fold } from "./text.ts";

/** Fields of a report, by dotted path. */
export type PastedPath =
  | "name"
  | "alternateNames"
  | "age"
  | "birthDate"
  | "country"
  | "town"
  | "marks"
  | "relatives"
  | "lastContact.at"
  | "lastContact.place"
  | "seeker.name"
  | "seeker.phone";

/** How a line begins, folded; the longest that fits counts. */
const LABELS: ReadonlyMap<string, PastedPath> = new Map(
  (
    [
      ["name", "nombre completo|nombre|name|se llama"],
      ["alternateNames", "apodo|alias|le dicen|sobrenombre"],
      ["age", "edad|age"],
      ["birthDate", "fecha de nacimiento|nacimiento|nacio"],
      ["country", "pais de origen|pais|nacionalidad|country"],
      ["town", "lugar de origen|municipio de origen|municipio|ciudad|originario de|originaria de|origen"],
      ["marks", "senas particulares|senas|tatuajes|tatuaje|cicatrices"],
      ["relatives", "viajaba con|iba con|familiares"],
      ["lastContact.at", "fecha de desaparicion|ultima comunicacion|ultimo contacto|fecha|desaparecio el"],
      [
        "lastContact.place",
        "lugar de desaparicion|visto por ultima vez en|vista por ultima vez en|lugar|ultima ubicacion",
      ],
      ["seeker.name", "comunicarse con|quien busca|contacto|informes con|familiar"],
      ["seeker.phone", "telefono|telefonos|celular|whatsapp|tel|cel|informes"],
    ] as const
  ).flatMap(([path, words]) => words.split("|").map((word) => [word, path] as const)),
);

const NUMBER = /[+(]?\d[\d\s().-]{5,}\d/u;
const LABELLED = /^[\s*•·_-]*([\p{L} .]{2,40}?)\s*[:：]\s*(.+)$/u;

export interface PastedMessage {
  readonly told: ReadonlyMap<PastedPath, string>;
  /** The lines that no label explains, without telephones and links: what may hold a name. */
  readonly rest: string;
}

/** As the form of a report takes it: a country by its code, all else as it was written. Null for what no report takes. */
function valueFor(path: PastedPath, value: string): string | null {
  const [first = path, second] = path.split(".");
  const fields = second === undefined ? { [first]: value } : { [first]: { [second]: value } };
  const read = parseFields("report", { name: "x", ...fields });
  if (read.kind === "bad") return null;
  return path === "country" ? (read.fields.country ?? null) : value;
}

/** Path and text of a line that says what it is. */
function labelled(line: string): readonly [PastedPath, string] | null {
  const [, label = "", value = ""] = LABELLED.exec(line) ?? [];
  const path = LABELS.get(fold(label).replaceAll(".", "").trim());
  const told = cleanLine(value).replaceAll(/^[*_\s]+|[*_\s]+$/gu, "");
  return path === undefined ? null : [path, told];
}

/** Of who seeks a number is the telephone, and the rest a name; "contacto" may be either. */
function partOf(path: PastedPath, told: string): readonly [PastedPath, string] {
  if (!path.startsWith("seeker")) return [path, told];
  const number = NUMBER.exec(told)?.[0] ?? "";
  const name = withoutContact(told);
  return path === "seeker.phone" || (name === "" && number !== "")
    ? ["seeker.phone", number]
    : ["seeker.name", name];
}

function readLabelled(line: string): readonly [PastedPath, string] | null {
  const found = labelled(line);
  if (found === null) return null;
  const [path, told] = partOf(...found);
  const taken = told === "" ? null : valueFor(path, told);
  return taken === null ? null : [path, taken];
}

export function readPasted(text: string): PastedMessage {
  const told = new Map<PastedPath, string>();
  const rest: string[] = [];
  for (const line of cleanText(text).split("\n")) {
    const read = readLabelled(line);
    if (read !== null && !told.has(read[0])) told.set(...read);
    else rest.push(withoutContact(line));
  }
  const number = NUMBER.exec(text)?.[0];
  if (!told.has("seeker.phone") && number !== undefined) told.set("seeker.phone", cleanLine(number));
  return { told, rest: cleanLine(rest.join(" ")) };
}
