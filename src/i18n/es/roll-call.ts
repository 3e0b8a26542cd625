/** Spanish: the roll call of a night. */
import { counter } from "../formats.ts";

const count = counter("es");

export const rollCall = {
  title: "Pase de lista",
  open: "Pase de lista",
  night: (date: string): string => `Noche del ${date}`,
  intro: "Marcar que alguien no está no anota su salida: eso se decide aparte.",
  present: "Está",
  absent: "No está",
  markPresent: (who: string): string => `${who}: está`,
  markAbsent: (who: string): string => `${who}: no está`,
  person: (n: number): string => `Persona ${String(n)}`,
  unmarked: "Sin marcar",
  apart: "En dos equipos se marcó distinto: mire otra vez.",
  noBed: "sin cama anotada",
  empty: "Nadie está anotado en la casa.",
  counts: (present: number, absent: number, open: number): string =>
    [
      count(present, { one: "# está", other: "# están" }),
      count(absent, { one: "# no está", other: "# no están" }),
      count(open, { one: "# sin marcar", other: "# sin marcar" }),
    ].join(" · "),
  notReturned: "Anotar que salió y no volvió",
  notReturnedOf: (who: string): string => `${who}: anotar que salió y no volvió`,
  sheet: "Hoja para imprimir",
  sheetText: "La hoja lleva solo camas y nombres. Destrúyala cuando termine.",
};
