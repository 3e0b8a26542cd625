/** Spanish: the commands `refer` and `referrals`. */
export const cliRefer = {
  command:
    "Pide a otra casa que reciba a una o varias personas, sin decir sus nombres, o hace el papel para una institución del directorio; con --step, anota qué pasó con lo pedido",
  list: "Muestra lo que otras casas piden y lo que esta pidió, lo vencido primero",
  ids: "personas recibidas en la casa; con --step, la canalización",
  to: "casa a la que se pide (véase members), o institución del directorio (véase directory)",
  need: "qué necesita: shelter, health, psychosocial, legal, protection, material, family, other",
  urgency: "para cuándo: 24h, 72h, 2w",
  note: "qué más tienen que saber, sin nombres ni teléfonos",
  step: "qué pasó: receive, accept, decline, arrived, not-arrived, attended, close, cancel",
  reason: "por qué, o qué se hizo; lo lee la otra casa",
  guest: "solo las de esta persona",
  unnamed: "el papel no dice nombres, solo el código",
  by: "cómo se supo lo que dice una institución: slip (el papel) o phone (por teléfono)",
  handOver: "pide a la casa que siga el caso desde que acepte",
  follow: "Dice quién sigue el caso de una canalización entre casas",
  followWhich: "canalización",
  followSays:
    "take (lo sigue esta casa), leave (no lo sigue, o lo devuelve), keep (lo sigue la que canaliza)",
  slip: "Imprime las tres partes del papel de una canalización a una institución",
  slipWhich: "código del papel, o la canalización",
  slipAnswer: "Anota lo que contestó una institución, por el código de su papel",
  slipCode: "código del papel",
  answer: "qué contestó: receive, accept, decline, arrived, not-arrived, attended",
  answerReason: "por qué, o qué se hizo",
  needsAll:
    "Para pedir hacen falta --to (una casa o una institución), --need y --urgency; para anotar qué pasó, --step con una sola canalización, y --by si lo dijo una institución",
};
