/** Spanish: the commands `protect`, `protected`, `protected-step` and `release`. */
export const cliProtect = {
  protect: "Pasa a protección a una persona que el mostrador registró; su ficha se vacía",
  why: "por qué: minor-alone, trafficking, gender-violence; se puede repetir",
  guest: "persona recibida en la casa",
  list: "Muestra a las personas protegidas, o a una; solo a quien lleva protección",
  id: "persona protegida",
  step: "Anota un paso de lo que hay que hacer por una persona protegida; con --undo, que fue un error",
  stepName: "qué paso: authority, interview, medical, legal, best-interest",
  note: "qué se hizo",
  interpreter: "quién interpretó",
  undo: "se anotó por error",
  release:
    "Propone que una persona protegida salga; sale con --agree de otra persona de protección; --refuse lo anula",
  releaseId: "persona protegida; con --agree y --refuse, la propuesta",
  how: "cómo sale: moved-on, transferred, hospital, detained, deported, returned-home, not-returned",
  to: "con quién y a dónde",
  agree: "palabra de la segunda persona",
  refuse: "la persona se queda; anula la propuesta",
  needsOne: "Escriba --how para proponer, o --agree o --refuse con la propuesta; solo uno de los tres",
  movedNote: "Lo que la casa ya leyó sigue en el historial de esa ficha hasta que se borre.",
};
