/** Spanish: why two people may be the same, and why a search was not made. */
export const reasons = {
  fields: {
    name: "nombre",
    "alternate-name": "apodo",
    relative: "familiar",
    marks: "señas",
    place: "lugar",
  },
  how: {
    same: "{field}: {found}",
    sounds: "{field}, suena igual: {asked} ≈ {found}",
    begins: "{field}, empieza igual: {asked}… ≈ {found}",
    similar: "{field}, parecido: {asked} ≈ {found}",
  },
  country: "país: {country}",
  ages: {
    age: "edad cercana: {found} años",
    "age-differs": "distinto: la edad, {found} años",
  },
};

export const refusals = {
  empty: "Escriba un nombre, un apodo o señas de la persona.",
  "one-letter": "Una letra sola no alcanza. Escriba al menos dos letras del nombre o del apodo.",
  "place-only":
    "Un lugar solo no alcanza: mostraría a todas las personas de ahí. Agregue un nombre, un apodo o señas.",
  "no-name": "La edad sola no alcanza. Agregue un nombre, un apodo o señas.",
};
