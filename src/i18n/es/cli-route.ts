/** Spanish: the commands `directory`, `board` and `notices`. */
export const cliRoute = {
  directory: "El directorio de servicios de la ruta; uno nuevo: add service",
  list: "Muestra los servicios, primero los confirmados hace poco",
  need: (needs: string): string => `en qué ayuda: ${needs}`,
  place: "municipio o parte de la dirección",
  accepts: (groups: string): string => `a quién recibe: ${groups}`,
  text: "palabras del nombre, del lugar o de la nota",
  allServices: "también lo cerrado y lo que nadie ha confirmado en un año",
  confirm: "Dice que esta casa comprobó un servicio, también de otra casa, y que sigue como se lee",
  service: "servicio (lo dice directory list)",
  closed: "dice que cerró",
  on: "el día en que se comprobó, si no fue hoy",
  correct: 'dice también qué cambia; se lee como JSON de la entrada, por ejemplo {"phone": "…"}',
  differ: (values: string): string =>
    `Las casas no dicen lo mismo, y confirmar diría que ambas cosas son ciertas: ${values}. Compruébelo y repita con --correct y el valor que vale, aunque sea el de hoy.`,
  stands: (label: string, value: string): string => `${label}, como se lee: ${value}`,
  board: "Lo que los albergues dicen de hoy: camas libres, lo que hace falta, alertas",
  boards: "Muestra el tablero de cada albergue",
  setBoard:
    "Dice algo en el tablero de esta casa, con la hora de ahora; se lee como JSON de la entrada (place, beds, needs, alerts), y null quita",
  repeatBoard: "Dice de nuevo, con la hora de ahora, lo que el tablero de esta casa todavía dice",
  notices: "Los avisos a la ruta; uno nuevo: add notice",
  listNotices: "Muestra los avisos vigentes",
  allNotices: "también los que terminaron",
  endNotice: "Quita un aviso de esta casa",
  notice: "aviso (lo dice notices list)",
};
