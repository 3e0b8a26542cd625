/** Spanish: the command `vital-interest`. */
export const cliVital = {
  command:
    "Vida en peligro de quien no puede contestar: lo pide una persona, otra está de acuerdo, vale tres días",
  subject: "persona recibida en la casa; con --agree y --end, lo que se pidió",
  to: "la casa que puede salvarle la vida (véase members)",
  reason: "qué peligro hay, y por qué no se le puede preguntar",
  agree: "palabra de la segunda persona",
  end: "ya no hace falta; lo que se dijo se retira",
  together: "--to y --reason van juntos; --agree y --end van solos",
};
