/** Spanish: what `match-file` says of the two lists that it reads, and how it prints what it found. */
import { counter } from "../formats.ts";

const count = counter("es");

export const cliMatchFile = {
  lists: {
    people: (line: string): string => `Lista de personas: ${line}`,
    queries: (line: string): string => `Lista de consultas: ${line}`,
  },
  faults: {
    "too-large": "El archivo es demasiado grande. Pártalo en varios.",
    "not-csv": "El archivo no es CSV. Guárdelo como CSV (UTF-8) y repita la orden.",
    "no-id-column": "Falta la columna id. Póngala en la primera línea, con un identificador en cada renglón.",
    "no-name-column":
      "Falta la columna del nombre. Ponga en la primera línea name, o given_names y surnames.",
    "id-missing": "Le falta el id. Ponga uno que no se repita.",
    "id-repeated": "El id ya está en otra línea. Cambie uno de los dos o quite la línea que sobra.",
    "too-many-cells":
      "Tiene más casillas que la primera línea. Ponga entre comillas lo que lleva comas, o revise la primera línea.",
    "open-quote": "Hay comillas que no se cierran. Ciérrelas o quítelas.",
    "bad-quote": "Hay comillas mal puestas. Dentro de una casilla se escriben dobles.",
  },
  illegible: (cells: number, fields: string): string =>
    `${count(cells, { one: "# casilla no se entendió y cuenta como dato no conocido", other: "# casillas no se entendieron y cuentan como datos no conocidos" })}: ${fields}`,
  illegibleField: (field: string, cells: string): string => `${field} (${cells})`,
  proposed: "propuesta",
  nobody: "nadie se parece",
};
