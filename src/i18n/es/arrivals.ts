/** Spanish: quick arrival. */
import { counter } from "../formats.ts";

const count = counter("es");

export const arrivals = {
  title: "Llegadas",
  form: "Registrar una llegada",
  name: "Nombre completo, como lo dice la persona",
  nameUnknown: "No se sabe el nombre",
  marks: "Señas visibles",
  marksHint: "Para reconocer a la persona: ropa, cicatriz, tatuaje, estatura.",
  age: "Edad",
  ageApproximate: "aproximada",
  ageUnknown: "no se sabe",
  sex: "Para asignar dormitorio",
  country: "País de donde es",
  otherCountry: "Otro país",
  company: "¿Con quién viene?",
  companyHint: "Sola, o con quiénes",
  more: "Permiso y más datos",
  alternateNames: "Cómo le dicen",
  state: "Departamento o estado",
  town: "Municipio o ciudad de origen",
  from: "¿De dónde viene hoy?",
  language: "Idioma que prefiere",
  relatives: "Familiares que menciona",
  relativesHint: "Uno por renglón.",
  saveAndNext: "Guardar y registrar otra",
  addCompanion: "Añadir a quien viene también",
  saveGroup: (n: number): string =>
    count(n, { one: "Guardar a # persona", other: "Guardar a las # personas" }),
  together: (n: number): string =>
    count(n, { one: "# persona del grupo, sin guardar", other: "# personas del grupo, sin guardar" }),
  togetherHint: "Escriba a la siguiente. Se guardan todas a la vez, y se anota que llegaron juntas.",
  setAside: (n: number): string =>
    count(n, { one: "# persona lista. Falta guardar.", other: "# personas listas. Falta guardar." }),
  remove: "Quitar",
  removeOf: (n: number): string => `Quitar a la persona ${String(n)} del grupo`,
  bed: "Cama o cuarto",
  saveHint: "Ctrl + Enter",
  lastSaved: "Última llegada guardada",
  open: "Abrir el registro",
  restored: "Recuperado: lo que se estaba escribiendo, sin guardar.",
  discard: "Descartar",
  needName: "Escriba un nombre o marque «No se sabe el nombre»",
  needMarks: "Escriba alguna seña visible, para reconocer a la persona",
  badAge: "Escriba la edad con números, de 0 a 120, o marque «no se sabe»",
  minor: "Puede ser menor de edad",
  minorText:
    "Si no viene con su madre, su padre o quien le cuida, avise hoy a la persona encargada de protección. Guardar no espera.",
  today: "Hoy",
  todayCount: (n: number): string => count(n, { one: "# llegada hoy", other: "# llegadas hoy" }),
  empty: "Hoy no hay llegadas. Escriba el primer nombre.",
  cameBackSaved: "Llegada anotada en el registro que ya existía.",
};
