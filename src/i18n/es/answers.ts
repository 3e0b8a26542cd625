/**
 * Spanish: what a person says when asked, and the answer for who seeks. The message for the family says neither name nor
 * sex nor company, and warns of those who would use it.
 */
import type { MatchState } from "#model";

export const answers = {
  states: {
    open: "Sin preguntar",
    rejected: "No es la misma persona",
    "to-ask": "Alguien le va a preguntar",
    yes: "Sí: que se diga, y dónde está",
    "yes-no-place": "Sí: que se diga que vive, y no dónde está",
    self: "Va a llamar por su cuenta",
    no: "No quiere que se diga nada",
    thinking: "Lo está pensando",
    unable: "No se le pudo preguntar",
    passed: "Ya salió: decir que pasó por aquí",
  } satisfies Readonly<Record<MatchState, string>>,
  ask: "Anotar que se le va a preguntar",
  note: "Anotar lo que dijo",
  howTo:
    "Pregúntele a solas, nunca delante de quienes viajan con la persona. Si no quiere, nadie sabrá que está aquí: quien busca no distingue un «no» de que no haya nadie.",
  howToGone:
    "Ya no está aquí para preguntarle. Diga solo lo que permitió al salir. Si después se comunicó con la casa, anote lo que dijo entonces.",
  allowed: {
    yes: "Al salir dijo que sí: se puede decir que pasó por aquí, qué día y cómo estaba.",
    no: "Al salir dijo que no: no se diga nada.",
    unset: "No se le preguntó al salir: para decirlo hace falta la palabra de dos personas de la casa.",
  },
  script:
    "«Alguien le busca y dice que es de su familia. ¿Quiere que le digamos algo? Puede decir que sí, que sí pero sin decir dónde está, que usted misma llama, o que no. Lo que decida está bien, y puede cambiarlo después.»",
  said: "Qué dijo",
  message: "Qué se le puede decir a la familia",
  messageHint:
    "Con las palabras de la persona. Sin nombres, sin planes de viaje, sin teléfonos de otras personas.",
  question: "La familia pregunta, para saber que es de verdad",
  proof: "Qué contestó la persona",
  save: "Anotar",
  sent: "Se le respondió a quien busca.",
  takenBack:
    "La respuesta que había salido se retiró: desde entonces se anotó a quién nunca decirle, o cambió lo que la persona permite. Lo que alguien ya leyó, ya lo leyó. Si todavía se puede decir, anote otra vez lo que dijo, o confírmelo.",
  waits:
    "Falta la palabra de otra persona de la casa, de protección o que coordine, en su propio equipo. Así se cuida a menores, a quien nombró a alguien a quien no decirle, y cuando a una misma casa se le contesta mucho en un día.",
  agree: "Confirmar que se diga",
  agreed: "Se anotó su palabra y se respondió a quien busca.",
  noted: "Quedó anotado en esta casa. No salió nada.",
  asking: "Quedó anotado que alguien le va a preguntar.",
  decided: "Ya preguntadas",
  changed: "Cambiar lo anotado",

  title: "Respuestas",
  alive: (day: string): string =>
    day === "" ? "Vive: lo dijo la misma persona." : `Vive: lo dijo la misma persona el ${day}.`,
  passed: (day: string): string =>
    day === ""
      ? "Pasó por esa casa. De después no se sabe."
      : `Pasó por esa casa y salió el ${day}. De después no se sabe.`,
  from: (site: string): string => `Responde: ${site}`,
  fromUntold: (site: string): string => `Responde: ${site}. Es solo para usted: diría dónde está.`,
  noPlace: "La persona no quiere que se diga dónde está. No lo diga.",
  place: (place: string): string => `Está en: ${place}`,
  passedPlace: (place: string): string => `Pasó por: ${place}`,
  proofGiven: (proof: string): string => `A la pregunta de la familia contestó: ${proof}`,
  proofExpected: (answer: string): string => `La familia espera: ${answer}`,
  toCopy: "Mensaje para la familia",
  forFamily: {
    alive: (day: string): string =>
      `Tenemos noticias de la persona que usted busca. Está viva: lo dijo ella misma${day === "" ? "" : ` el ${day}`}.`,
    passed: (day: string): string =>
      `Tenemos noticias de la persona que usted busca: pasó por una de nuestras casas${day === "" ? "" : ` y siguió su camino el ${day}`}.`,
    asks: (message: string): string => `Pide que se le diga: «${message}»`,
    place: (place: string): string => `Lugar: ${place}.`,
    noPlace: "No decimos en qué lugar.",
    careful:
      "Nunca le vamos a pedir dinero. Si alguien le llama y dice que la tiene, cuelgue, no pague y avísenos.",
  },
  why: "Por qué se cierra",
  outcomes: {
    answered: "Ya se le avisó a la familia",
    "contact-restored": "Ya están en contacto",
    "found-otherwise": "Apareció por otro lado",
    "given-up": "La familia ya no busca",
    duplicate: "Estaba dos veces",
  },
  reopened: "La búsqueda está abierta de nuevo.",
  closed: "La búsqueda quedó cerrada.",
  none: "Todavía nadie respondió. Eso no dice que la persona no esté en una casa: quizá no la ha visto nadie, o prefiere no decirlo.",
};
