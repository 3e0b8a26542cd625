/** Spanish: the commands `traces` and `open-trace`. */
export const cliTraces = {
  list: "Cuántas huellas quedan de quienes se fueron, cuándo se reduce la siguiente persona y qué se pidió abrir; sin nombres",
  id: "una huella: cómo está, y su nombre si dos personas la abrieron",
  years: "por cuántos años se guardan, de 1 a 30; con menos se borran también las que ya pasaron",
  yes: "sin preguntar",
  askYears: "¿Cambiarlo? (s/n) ",
  noYearsOfOne: "Escriba --years sin una huella: vale para todas.",
  open: "Pide abrir una huella; se abre con --agree de otra persona de protección; --close la cierra",
  openId: "huella; con --agree y --close, lo que se pidió",
  reason: "quién lo pide y para qué, sin nombres",
  agree: "palabra de la segunda persona",
  close: "ya no hace falta; el nombre deja de mostrarse",
  needsOne: "Escriba --reason para pedirlo, o --agree o --close con lo que se pidió; solo uno de los tres",
};
