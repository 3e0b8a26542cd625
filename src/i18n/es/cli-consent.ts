/** Spanish: the command `consent`. */
export const cliConsent = {
  command: "Anota lo que una persona permite o ya no permite; vale desde ese momento",
  guest: "persona recibida en la casa",
  waiting: "Muestra los «sí» anotados en la puerta que el personal todavía no confirma",
  purpose: "para qué: care, search, passed, refer, poster, figures, carry, findable, export",
  said: "qué dijo: yes, no, unset (se retira lo dicho)",
  to: "con refer: la casa a la que se podría canalizar (véase members)",
  basis: "quién lo dijo: self (la persona), guardian (quien cuida a una niña o un niño que está de acuerdo)",
  language: "en qué idioma se preguntó",
  interpreter: "quién interpretó",
  referNeedsTo: "--purpose refer y --to van juntos: a qué casa se podría canalizar",
};
