/** Spanish: the command `sharing`. */
export const cliSharing = {
  sharing: "Con quién se comparte, qué, hasta cuándo y a qué país va",
  list: "Muestra lo acordado con cada casa, las reglas de esta y los países de la red",
  agree:
    "Anota lo acordado con una casa; se lee como JSON de la entrada (allows, until, country), y null lo quita",
  site: "la otra casa (lo dice sharing list)",
  rules: "Cambia las reglas de esta casa; se lee como JSON de la entrada (onlyAgreed, closedCountries)",
};
