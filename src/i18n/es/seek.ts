/** Spanish: how long a report holds, who else asks for the same person, what is pasted or said at the door. */
import { counter } from "../formats.ts";

const count = counter("es");

export const seek = {
  endTitle: "Hasta cuándo se busca",
  until: (day: string): string =>
    `Se busca hasta el ${day}. Ese día la ficha deja de verse en los albergues, sin decir por qué.`,
  soon: (day: string): string => `Termina el ${day}. Pregunte a la familia si la sigue buscando.`,
  over: (day: string): string =>
    `Su plazo pasó el ${day} según el reloj de este equipo. Termina cuando otro equipo también lo diga; así un reloj mal puesto no la termina antes. Pregunte a la familia.`,
  ended: (day: string): string =>
    `Terminó el ${day}: los albergues ya no ven la ficha. Si la familia la sigue buscando, vuelve.`,
  renew: "La familia sigue buscando",
  renewed: (day: string): string => `Se busca hasta el ${day}.`,
  toRenew: (n: number): string =>
    count(n, {
      one: "Preguntar a # familia si sigue buscando",
      other: "Preguntar a # familias si siguen buscando",
    }),
  toRenewText:
    "Estas búsquedas terminan en menos de 30 días, o ya terminaron. Nadie las da por terminadas en silencio: llame a quien busca.",
  noneToRenew: "Ninguna búsqueda termina en los próximos 30 días.",

  seekersTitle: "También pregunta por la persona",
  seekersText:
    "Cada quien recibe su respuesta de esta casa. No le diga a nadie quién más pregunta: puede no ser familia.",
  join: "Es la misma: agregar a quien busca",
  joinText:
    "Quien busca se agrega a ese reporte, solo en esta casa. No se hace otro reporte, y lo demás que escribió se queda como borrador.",
  joined: "Se agregó a quien busca en el reporte que ya había.",
  alsoTitle: "Quizá otra casa busca a la misma persona",
  alsoText:
    "Compárelas. Si es la misma, hable con esa casa. No le diga a una familia que otra también la busca: quien pregunta puede no ser familia.",
  here: "Esta",
  there: "La otra",
};
