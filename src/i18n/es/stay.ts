/** Spanish: who is in the house and who left. No way of leaving is a death, and none hints at one. */

export const stay = {
  title: "Estancia",
  here: "En esta casa",
  hereSince: (moment: string): string => `En esta casa desde ${moment}`,
  left: (moment: string): string => `Salió: ${moment}`,
  leftUnknown: "Ya no está en la casa",
  hows: {
    "moved-on": "Siguió su camino",
    transferred: "Pasó a otra casa, que le espera",
    hospital: "Está en un hospital",
    detained: "Está en detención",
    deported: "Fue objeto de deportación",
    "returned-home": "Regresó a su lugar de origen",
    "not-returned": "Salió y no volvió",
  },
  before: "Estancias anteriores",
  beforeLine: (from: string, until: string): string => `${from} – ${until}`,
  fromUnknown: "no se sabe desde cuándo",
  depart: "Salida",
  form: "Anotar una salida",
  how: "¿Cómo salió?",
  needHow: "Elija cómo salió",
  to: "¿A dónde va?",
  toHint: "Como lo dice la persona. No sale de esta casa.",
  at: "¿Cuándo?",
  atHint: "Si fue ahora, deje esto vacío. Por ejemplo: 21/11/2026",
  note: "Nota para el equipo",
  save: "Anotar la salida",
  saved: "Salida anotada.",
  undo: "Se anotó por error: sigue aquí",
  undone: "La salida se anuló: la persona está en la casa.",
  nextTitle: "Lo que sigue, hoy",
  next: {
    detained:
      "Avise a una abogada o un abogado: en detención los plazos corren por horas, y la familia quizá no lo sabe.",
    "not-returned":
      "Pregunte primero a quienes viajaban con la persona. Si nadie sabe, avise a una abogada o un abogado y empiece una búsqueda: las primeras horas cuentan.",
  },
  report: "Empezar una búsqueda con estos datos",
};
