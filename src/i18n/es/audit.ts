/** Spanish: the audit, who opened and took out what. */
import { counter } from "../formats.ts";

const count = counter("es");
const houseOr = (person: string | null, house: string): string => person ?? `Una persona de ${house}`;

export const audit = {
  title: "Bitácora",
  text: "Qué se abrió, se buscó y se sacó en cada equipo, por día. No dice qué palabras se buscaron ni nombres de personas recibidas.",
  open: "Ver la bitácora",
  period: "Desde",
  periods: { day: "Hoy y ayer", week: "Últimos 7 días", month: "Últimos 30 días" },
  alarms: "Para preguntar",
  alarmsText: "Un aviso no acusa a nadie y no impide nada: dice por qué conviene preguntar.",
  noAlarms: "Ningún aviso en este tiempo.",
  none: "Nadie abrió, buscó ni sacó nada en este tiempo, o no ha llegado aquí.",
  someoneOf: (house: string): string => houseOr(null, house),
  days: "Por persona y día",
  day: "Día",
  person: "Persona",
  opened: "Abrió",
  searches: "Buscó",
  exports: "Sacó",
  overrides: "Saltó una regla",
  unreadable: (house: string, n: number): string =>
    `${house}: ${count(n, { one: "# página no se puede abrir", other: "# páginas no se pueden abrir" })} en este equipo. Si sigue así después de intercambiar con la red, pregunte a esa casa.`,
  alarm: {
    "many-openings": (who: string, n: number, registered: number): string =>
      `${who} abrió ${count(n, { one: "# registro", other: "# registros" })} en una hora y registró ${String(registered)}.`,
    "by-place": (who: string, n: number): string =>
      `${who} buscó ${count(n, { one: "# vez", other: "# veces" })} solo por lugar en una hora.`,
    "many-searches": (who: string, n: number): string =>
      `${who} hizo ${count(n, { one: "# búsqueda", other: "# búsquedas" })} en una hora.`,
    "many-exports": (who: string, n: number): string =>
      `${who} sacó listas o respaldos ${count(n, { one: "# vez", other: "# veces" })} en un día.`,
    "export-at-night": (who: string): string => `${who} sacó una lista o un respaldo de noche.`,
  },
  cardAlarm: {
    "many-cards": (house: string, n: number): string =>
      `${house} envió ${count(n, { one: "# ficha", other: "# fichas" })} en un día. Pregunte a esa casa de dónde vienen.`,
    "cards-of-one-guest": (house: string, n: number): string =>
      `${house} busca con ${count(n, { one: "# ficha", other: "# fichas" })} a una misma persona de aquí. Puede ser que alguien pruebe nombres: antes de responder, compruebe quién busca.`,
  },
  auditor: "Otra casa que también la lee",
  auditorText:
    "Elija un albergue en el que confíe. Sus coordinadoras verán esta bitácora desde sus equipos, aunque alguien de aquí quiera esconderla. Ven números y horas, no registros.",
  nobody: "Ninguna",
  choose: "Guardar",
  choosing: "Guardando…",
  chosen: "Guardado. Vale desde ahora; toda la red puede ver qué casa se eligió.",
  dismissed: "Lo que la casa anterior ya leyó, ya lo tiene.",
  cli: {
    command: "Muestra qué se abrió, se buscó y se sacó en cada equipo; para quien coordina",
    since: "desde hace cuánto: 24h, 7d, 4w",
    of: "dice además quién abrió este registro",
    auditor: "elige el albergue que también lee la bitácora de esta casa",
    noAuditor: "ningún otro albergue la lee",
    alarm: (when: string, text: string): string => `! ${when} ${text}`,
    line: (day: string, who: string, counts: string): string => `${day} ${who}: ${counts}`,
    counts: (opened: number, searches: number, exports: number): string =>
      `abrió ${String(opened)} · buscó ${String(searches)} · sacó ${String(exports)}`,
    openedBy: (when: string, who: string): string => `${when} lo abrió ${who}`,
    reads: (house: string, by: string): string => `La bitácora de ${house} la lee también ${by}`,
  },
};
