/** Spanish: a person's own copy of what the house holds about them. */
export const copy = {
  heading: "Copia para la persona",
  lead: "La persona tiene derecho a saber qué guarda la casa sobre ella y a quién se le dijo.",
  open: "Ver la copia",
  title: "Lo que esta casa guarda sobre usted",
  warning:
    "Este papel dice quién es la persona. Pregúntele si lo quiere llevar: en el camino alguien puede leerlo. También puede leerlo aquí, sin imprimir.",
  print: "Imprimir",
  sheetLead: (house: string, moment: string): string => `${house}, ${moment}`,
  toldTo: (house: string): string => `Se le dijo a: ${house}`,
  toldIn: (house: string, countries: string): string => `${house} (${countries})`,
  toldUnknown: "una casa que ya no está en la red",
  nobodyTold: "A otras casas no se les ha dicho nada con su nombre.",
  rights:
    "Usted puede pedir que se corrija o que se borre, y puede retirar lo que permitió, en cualquier momento y en cualquier casa de la red.",
  leftOut: "No está aquí lo que es de otras personas: si alguien le busca, se lo preguntan a solas.",
  command: "Lo que la casa guarda sobre una persona y a quién se le dijo, para la propia persona",
  guest: "persona recibida en la casa",
};
