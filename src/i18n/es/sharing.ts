/** Spanish: whom the house shares with, what, and until when. */
import { counter } from "../formats.ts";

const count = counter("es");

export const sharing = {
  title: "Con quién se comparte",
  link: "Con quién se comparte y a qué país va",
  lead: "Aquí la casa dice qué le cuenta a cada casa. Esto solo quita: lo que una persona no permite no se cuenta a nadie.",
  notForYou: "Lo que la casa acordó con otras lo lee el equipo de la casa.",
  onlyCoordinators: "Lo cambia quien coordina.",
  shared: {
    referral: "Canalizaciones",
    answer: "Respuestas a quien busca",
    message: "Recados",
    news: "Avisos de que llamen por una noticia",
  },
  whys: {
    "not-agreed": "la casa solo comparte con quien tiene un acuerdo, y con esa casa no hay",
    "not-this": "el acuerdo con esa casa no lo incluye",
    over: "el acuerdo con esa casa terminó",
    "country-closed": "la casa no comparte con ese país",
    "country-unknown": "no se sabe en qué país está, y la casa cerró algunos países",
  },
  told: (what: string): string => `Se le cuenta, si la persona lo permite: ${what}`,
  nothingTold: "No se le cuenta nada",
  closedFor: (what: string, why: string): string => `No: ${what} (${why})`,
  agreed: "Con acuerdo",
  agreedUntil: (day: string): string => `Acuerdo hasta el ${day}`,
  noAgreement: "Sin acuerdo anotado",
  country: "País",
  countryBy: {
    "own-house": (country: string): string => `${country}, lo anotó esta casa`,
    "that-house": (country: string): string => `${country}, lo dice esa casa`,
  },
  countryUnknown: "No se sabe en qué país está",
  countryHint: "Si lo deja vacío, vale lo que esa casa dice en su tablero.",
  ownCountry: "País de su casa",
  ownCountryHint: "Las otras casas deciden con él si le cuentan algo.",
  noCountry: "Sin anotar",

  cardsTitle: "Las tarjetas van a todas",
  cardsReach:
    "Las tarjetas de búsqueda, y las de quien acepta que le encuentren, las leen todos los albergues de la red.",
  cardsIn: (countries: string): string => `Están en: ${countries}.`,
  cardsUnknown: (n: number): string =>
    count(n, {
      one: "De # albergue no se sabe el país.",
      other: "De # albergues no se sabe el país.",
    }),

  rulesTitle: "Reglas de la casa",
  onlyAgreed: "Compartir solo con casas con acuerdo",
  onlyAgreedOn: "Solo se comparte con casas con acuerdo.",
  onlyAgreedOff: "También se comparte con casas sin acuerdo.",
  closedCountries: "Países a los que no se cuenta nada",
  closedCountriesHint: "Cierre un país, y tampoco se contará nada a casas de las que no se sabe el país.",
  noClosedCountries: "Ningún país está cerrado.",
  closeCountry: "Cerrar otro país",
  chooseCountry: "Elija un país",
  changeRules: "Cambiar las reglas",
  saveRules: "Guardar las reglas",
  rulesSaved: "Reglas guardadas. Valen desde ahora en este equipo, y en los otros cuando tengan contacto.",

  housesTitle: "Las otras casas",
  alone: "La red todavía no tiene otras casas.",
  advocates: "Acompañantes de familias",
  change: "Cambiar",
  changeOf: (house: string): string => `Cambiar lo acordado con ${house}`,
  agreement: "¿Qué se acordó?",
  agreementWords: {
    none: "Nada: valen las reglas de la casa",
    some: "Hay un acuerdo",
  },
  allows: "Se le cuenta",
  allowsHint: "Sin nada marcado, no se le cuenta nada.",
  until: "Hasta",
  untilHint: "Un día completo, como 21/03/2027. Si lo deja vacío, no tiene fin.",
  save: "Guardar",
  saved: (house: string): string => `Guardado lo acordado con ${house}.`,
  before: "Lo que ya se contó se queda allá. Para quitarlo, anule la canalización o retire la respuesta.",
};
