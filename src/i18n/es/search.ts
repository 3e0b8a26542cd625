/** Spanish: finding a person. Nothing here may claim that somebody is not there. */
import { counter } from "../formats.ts";

const count = counter("es");

export const search = {
  title: "Buscar",
  box: "Nombre, apodo o señas",
  boxHint: "En cualquier orden, también edad, país o pueblo. Los acentos y las mayúsculas no importan.",
  understood: "Se entendió",
  understoodHint: "Toque un dato para que no cuente.",
  notCounted: (told: string): string => `${told} (no cuenta)`,
  parts: {
    name: "nombre",
    alternateNames: "le dicen",
    sex: "sexo",
    age: "edad",
    birthDate: "nació",
    place: "lugar",
    relatives: "familiares",
    marks: "señas",
    lastContact: "último contacto",
  },
  waiting: "Escriba al menos dos letras.",
  found: (n: number): string => count(n, { one: "# registro se parece", other: "# registros se parecen" }),
  none: "No aparece en los datos que hay aquí.",
  noneYet: "Todavía no aparece.",
  indexing: (done: string, total: string): string =>
    `Se han revisado ${done} de ${total} registros; la lista se completa sola.`,
  noneText: "Puede estar en otra casa, o no haber aceptado que le encuentren.",
  report: "Reportar a una persona no localizada",
  strengths: { much: "Muy probable", some: "Posible", little: "Poco probable" },
  strengthTitle: "¿Qué quiere decir «muy probable»?",
  strengthText:
    "Que por lo escrito, 9 de cada 10 veces o más, es la persona. «Poco probable»: menos de 1 de cada 10. Si varias personas se llaman igual, con el nombre solo ninguna sale como muy probable: agregue la edad, el lugar o señas. Antes de decidir, lea lo que está a favor y en contra.",
  kinds: {
    guest: "Persona recibida en esta casa",
    report: "Reporte tomado aquí",
    card: "Búsqueda de la red",
    arrival: "Llegada",
    departure: "Salida",
    call: "Llamada",
    "roll-call": "Pase de lista",
    person: "Persona del equipo",
    match: "Decisión sobre una coincidencia",
    answer: "Respuesta para quien busca",
    referral: "Canalización",
    "referral-step": "Paso de una canalización",
    "referral-extract": "Datos de una canalización",
    "referral-guest": "Persona de una canalización",
    "found-card": "Persona en otro albergue",
    capsule: "Tarjeta para llevar",
    "capsule-guest": "Persona de una tarjeta",
    consent: "Permiso",
    message: "Recado",
  },
  elsewhere: (site: string | null): string =>
    `En otro albergue: ${site ?? "una casa que ya no está en la red"}. Aceptó que le encuentren.`,
  elsewhereTitle: "Puede estar en otro albergue",
  elsewhereText:
    "Estas personas aceptaron que se sepa dónde están. Llame al albergue y pida que hablen con la persona antes de decir algo a la familia.",
  where: "Dónde se buscó",
  coverage: (n: number, of: number): string =>
    `Se buscó en esta casa y en lo que comparten ${count(n, { one: "#", other: "#" })} de ${count(of, { one: "# albergue", other: "# albergues" })}.`,
  coverageAlone: "Se buscó en esta casa. La red todavía no tiene otros albergues.",
  coverageDesk: "Se buscó solo entre las personas que recibió esta casa.",
  coverageAdvocates: "Se buscó solo en los reportes de su organización.",
  coverageConsent: "No aparecen las personas que no aceptaron ser encontradas.",
  coverageReport: "Para preguntar en toda la ruta: haga un reporte.",
  coverageOldest: (moment: string): string => `El dato más viejo: ${moment}.`,
  coverageDetail: "Ver de cuándo son los datos de cada albergue",
  coverageNever: "todavía no se ha sabido nada",
  failed: "La lista no se pudo leer. Lo escrito sigue en el cuadro.",
};
