/** Spanish: news of who is sought. What is told of a death is told by people, in person; no text here tells it. */
import type { NewsAgreed, NewsKind, NewsSource, NewsState } from "#model";

export const news = {
  title: "Noticias",
  call: (who: string, site: string): string => `Llame a ${who}, de ${site}. Hay algo que hablar en persona.`,
  callSite: (site: string): string => `Llame a ${site}. Hay algo que hablar en persona.`,
  callText:
    "La casa no escribe qué es, sea lo que sea: no lo pida por mensaje y no adelante nada a la familia. Llame primero.",
  none: "Esta casa no ha anotado noticias.",
  inPerson: "Se habla en persona",
  inPersonText:
    "No se escribe ni se envía. Identificar a una persona le toca a la autoridad forense, no a la casa. Se dice en persona, con alguien que acompañe a la familia.",
  closed: (why: string): string =>
    `No se pide a la otra casa que llame: ${why}. Quien coordina puede cambiarlo.`,
  states: {
    noted: "Anotada",
    "to-confirm": "Falta que otra persona de la casa la anote por su cuenta, en su propio equipo",
    confirmed: "La anotaron dos personas",
  } satisfies Readonly<Record<NewsState, string>>,
  kinds: {
    seen: "La vieron",
    hospital: "Está o estuvo en un hospital",
    detained: "La detuvo una autoridad",
    deported: "La deportaron o retornaron",
    forensic: "Servicio forense: se habla en persona",
    death: "Fallecimiento: se habla en persona",
    other: "Otra",
  } satisfies Readonly<Record<NewsKind, string>>,
  sources: {
    consulate: "Consulado",
    hospital: "Hospital",
    "migration-authority": "Autoridad migratoria",
    prosecutor: "Fiscalía",
    "forensic-service": "Servicio forense",
    witness: "Testigo",
    other: "Otra fuente",
  } satisfies Readonly<Record<NewsSource, string>>,
  agreedKinds: {
    person: "La persona dijo que se le puede avisar a su familia",
    authority: "La autoridad que la tiene avisa a su consulado y a la familia",
  } satisfies Readonly<Record<NewsAgreed, string>>,
  notAgreed: "No se sabe",
  add: "Anotar una noticia",
  what: "Qué noticia",
  heardFrom: "De quién viene",
  confirmedBy: "Quién lo confirma",
  on: "Cuándo fue",
  agreed: "Por qué se le puede avisar a la familia",
  agreedHint:
    "De una persona viva no sale nada sin su sí. Una casa no dice dónde está nadie porque alguien la vio.",
  whom: "A quién de esta casa hay que llamar",
  whomHint: "Nombre y teléfono de la casa. Es lo único que la otra casa puede leer. Nada de la noticia.",
  save: "Anotar",
  saved: "Quedó anotada en esta casa.",
  savedWaits:
    "Quedó anotada. Nada sale mientras no la anote también otra persona de la casa, por su cuenta y en su propio equipo. Háblelo con ella en persona.",
  takeBack: "Anular: se anotó por error",
  takenBack: "La noticia ya no cuenta.",
  stays:
    "Las noticias se quedan en esta casa. La casa que busca lee solo a quién llamar, y siempre lo mismo, sea cual sea la noticia.",
};
