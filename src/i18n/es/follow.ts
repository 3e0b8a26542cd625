/** Spanish: which house follows a case that is referred. */
export const follow = {
  title: "Quién sigue el caso",
  ask: "Pedir que esa casa siga el caso desde que acepte",
  askHint: "Mientras no diga que sí, lo sigue esta casa.",
  by: (site: string, since: string | null): string =>
    since === null ? `Sigue el caso: ${site}` : `Sigue el caso: ${site}, desde ${since}`,
  sinceClock: "según el reloj de esa casa",
  waiting:
    "Se pidió a la otra casa que lo siga; todavía no contesta. Mientras tanto lo sigue la que canaliza.",
  asked: "La casa que canaliza pide que esta siga el caso. Mientras no diga que sí, lo sigue ella.",
  withSender: "Lo sigue la casa que canaliza.",
  answeredLeave: "La casa que recibe dijo que no lo sigue, o lo devolvió. Lo sigue la que canaliza.",
  says: { take: "Seguir el caso", leave: "No seguirlo", keep: "Seguirlo nosotros" },
  giveBack: "Devolver el caso",
  guest: (site: string, since: string | null): string =>
    since === null ? `Este caso lo sigue ${site}` : `Este caso lo sigue ${site} desde ${since}`,
  guestText: "Lo pendiente de esta persona (preguntarle, plazos) háblelo con esa casa.",
  see: "Ver la canalización",
  saved: "Anotado.",
};
