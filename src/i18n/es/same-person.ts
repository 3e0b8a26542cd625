/** Spanish: several records of one person. Nothing is copied, and nothing is lost when they are parted. */
import { counter } from "../formats.ts";

const count = counter("es");

export const samePerson = {
  title: "Varias fichas de la misma persona",
  text: "Se muestran como una sola: estancias, llamadas, permisos y coincidencias de todas. Cada ficha sigue como está.",
  own: "Esta ficha",
  differing: "Lo que no dicen igual",
  part: "Separar esta ficha",
  partOf: (name: string): string => `Separar la ficha: ${name}`,
  parted: "Las fichas están separadas. Lo que se anotó en cada una sigue ahí.",
  contested: "No se sabe si son la misma persona",
  contestedText:
    "En dos equipos se dijo a la vez que sí y que no. Mientras tanto cada ficha va por su lado, y un «no» de una vale para todas.",
  ask: "Unir con otra ficha",
  askText: "Es la misma persona que… Elija la otra ficha. Se puede deshacer.",
  alike: "Parecidas en esta casa",
  nobodyAlike: "Ninguna ficha de esta casa se le parece. Búsquela por su nombre.",
  search: "Buscar otra ficha",
  find: "Buscar",
  found: "Lo que se encontró",
  nobodyFound: "No se encontró ninguna otra ficha de esta casa.",
  join: "Unir",
  joinWith: (name: string): string => `Unir con la ficha: ${name}`,
  joined: "Las fichas se muestran como una sola persona.",
  records: (n: number): string => count(n, { one: "# ficha", other: "# fichas de la misma persona" }),
};
