/** Spanish: the commands `refer` and `referrals`. */
export const cliRefer = {
  command:
    "Pide a otra casa que reciba a una o varias personas, sin decir sus nombres; con --step, anota qué pasó con lo pedido",
  list: "Muestra lo que otras casas piden y lo que esta pidió, lo vencido primero",
  ids: "personas recibidas en la casa; con --step, la canalización",
  to: "casa a la que se pide (véase members)",
  need: "qué necesita: shelter, health, psychosocial, legal, protection, material, family, other",
  urgency: "para cuándo: 24h, 72h, 2w",
  note: "qué más tienen que saber, sin nombres ni teléfonos",
  step: "qué pasó: receive, accept, decline, arrived, not-arrived, attended, close, cancel",
  reason: "por qué, o qué se hizo; lo lee la otra casa",
  guest: "solo las de esta persona",
  needsAll:
    "Para pedir hacen falta --to, --need y --urgency; para anotar qué pasó, --step con una sola canalización",
};
