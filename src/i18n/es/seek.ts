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
  isOver: "Terminó su plazo",
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
  door: "Alguien pregunta por una persona",
  say: "Diga esto, y nada más",
  script:
    "«Ni confirmamos ni negamos quién está aquí, ni quién estuvo. Puedo tomar su mensaje, o hacer un reporte.»",
  scriptWhy:
    "Dígalo igual si la persona está, si no está y si no sabe. No busque a nadie mientras le preguntan, no diga «déjeme ver», y no dé teléfonos. Quien insiste, ofrece dinero o dice ser autoridad recibe la misma respuesta; avise a quien coordina.",
  doorReport: "Hacer un reporte",
  takeMessage: "Tomar un mensaje",
  messageText: "Lo lee el equipo de la casa, no quien lo toma. No prometa que la persona lo va a recibir.",
  messageLines: {
    for: "Por quién pregunta",
    askedBy: "Quién pregunta",
    relation: "Qué es de la persona",
    phone: "Teléfono para devolver la llamada",
  },
  message: "Mensaje, como lo dice",
  saveMessage: "Guardar el mensaje",
  messageTaken: "El mensaje quedó guardado para el equipo de la casa.",
  reportTaken: "El reporte quedó guardado para el equipo de la casa.",
  messages: (n: number): string =>
    count(n, { one: "# mensaje tomado en la puerta", other: "# mensajes tomados en la puerta" }),
  messagesText: "De quienes preguntaron por alguien. No diga a quien llamó si la persona está o estuvo.",

  paste: "Pegar un mensaje",
  pasteLead:
    "Pegue el texto de un mensaje o de una publicación de búsqueda. Vereda propone los datos; usted los revisa con la familia antes de guardar.",
  pasted: "Texto del mensaje",
  noPublishing:
    "No pida a la familia que publique la foto: una foto y un teléfono en redes los usan los extorsionadores.",
  read: "Leer el mensaje",
  understood: "Lo que se entendió",
  understoodText:
    "Revíselo: puede estar mal. El mensaje entero va a «Lo que se cuenta», que se queda en esta casa, con el teléfono de quien busca.",
  goOn: "Seguir con el reporte",
  here: "Esta",
  there: "La otra",
};
