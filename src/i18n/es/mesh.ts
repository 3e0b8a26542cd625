/** Spanish: the network page. */
import { counter } from "../formats.ts";

const count = counter("es");

export const mesh = {
  alone: "Esta casa aún está sola. Se puede trabajar así. Para compartir, invite a otra casa.",
  heardDay: (n: number): string =>
    count(n, {
      one: "Este equipo supo de # casa en las últimas 24 horas.",
      other: "Este equipo supo de # casas en las últimas 24 horas.",
    }),
  heardNone: "Este equipo no supo de ninguna otra casa en las últimas 24 horas.",
  ownSite: "Esta casa",
  otherSites: "Otras casas",
  thisDevice: "este equipo",
  personUnknown: "Persona de otra casa",
  personNameless: "Persona de esta casa, su nombre aún no llega",
  hubDevice: "Base de la casa",
  heard: (moment: string): string => `Se supo: ${moment}`,
  heardNever: "No se ha sabido nada",
  longAgo: "más de una semana",
  missing: (n: number): string =>
    count(n, { one: "le falta # cosa de aquí", other: "le faltan # cosas de aquí" }),
  missingNone: "dice tener todo lo de aquí",
  kinds: { shelter: "Albergue", advocates: "Organización de familias" },
  roles: {
    coordinator: "Coordinación",
    staff: "Equipo del albergue",
    protection: "Protección",
    volunteer: "Voluntariado",
    advocate: "Acompañamiento a familias",
    hub: "Base",
  },
  roleTexts: {
    coordinator: "Puede todo lo de la casa, e invitar y confirmar a otras personas y casas.",
    staff: "Registra, busca, reporta y ve las búsquedas de la red.",
    protection: "Como el equipo, y además los registros protegidos.",
    volunteer: "Registra llegadas. No ve quién busca a quién.",
    advocate: "Reporta y sigue las búsquedas de su organización.",
    hub: "Un equipo siempre encendido que guarda copias cifradas. No puede leerlas.",
  },

  pendingTitle: "Solicitudes por confirmar",
  pendingHow:
    "Compare estas cuatro palabras con las que la otra persona ve en su pantalla, en persona o por teléfono. Si una sola es distinta, no confirme.",
  pendingFrom: (name: string, role: string): string => `${name} pide entrar como: ${role}`,
  pendingUnnamed: "Alguien",
  match: "Coinciden",
  matching: "Confirmando…",
  differ: "No coinciden",
  differText: "No confirme. Haga una invitación nueva y désela solo a la persona que espera.",
  confirmed: "Confirmado. Su equipo entrará cuando vuelva a haber contacto.",
  pendingOther: (name: string): string => `${name}: debe confirmar quien hizo la invitación`,

  lateTitle: "Alguien más usó una invitación de esta casa",
  lateFrom: (name: string, role: string): string =>
    `${name} pidió entrar como «${role}» con una invitación que ya se había usado. No entró.`,
  lateWhat:
    "El código se copió o se fotografió. Averigüe quién lo vio, y compruebe que quien sí entró es la persona que esperaba; si no, quite su equipo de la red. Dé el próximo código solo en mano.",

  invite: "Invitar",
  inviteTitle: "Hacer una invitación",
  inviteWho: "¿A quién invita?",
  inviteOwn: "A una persona de esta casa",
  inviteSite: "A otra casa u organización",
  inviteRole: "¿Qué hará?",
  inviteSiteName: "Nombre de la otra casa u organización",
  inviteSiteKind: "¿Qué es?",
  inviteDays: "¿Cuánto tiempo vale?",
  days: (n: number): string => count(n, { one: "# día", other: "# días" }),
  inviteMake: "Hacer la invitación",
  inviteMaking: "Preparando…",
  inviteNeedName: "Escriba el nombre de la otra casa u organización",
  inviteReady: "Invitación lista",
  inviteHow:
    "Sirve una sola vez. Désela solo a la persona que espera: muéstrele el cuadro o copie el código.",
  inviteUntil: (moment: string): string => `Vale hasta: ${moment}`,
  inviteQr: "Cuadro para escanear con la invitación",
  inviteSeed: "Para dictar o escribir a mano",
  inviteSeedHow:
    "26 letras y cifras en lugar del código completo. Sirven donde haya contacto con esta base o con otra de la red.",
  inviteCode: "Código para copiar",
  inviteThen:
    "Después compare con esa persona las cuatro palabras que aparecerán aquí, en «Solicitudes por confirmar».",
  inviteDone: "Listo",

  hubTitle: "La base de esta casa",
  hubAdopted:
    "Esta página viene de una base que pertenece a esta red: guarda copias cifradas y las pasa a otras casas.",
  hubFree: "Esta página viene de una base que aún no pertenece a ninguna casa.",
  hubFullAddress:
    "Para entregarla a una casa, abra en esta computadora la dirección completa que la base mostró al arrancar: después de «#base=» lleva letras y cifras. Si ya no la ve, vuelva a arrancar la base.",
  hubForeign:
    "Esta página viene de una base que aún no es de su casa, y solo se puede adoptar desde el equipo donde corre.",
  hubNone: "Esta página no viene de una base: lo guardado está solo en este equipo hasta que haya contacto.",
  hubAdopt: "Adoptar esta base",
  hubAdopting: "Adoptando…",
  hubDone: "La base ya recibió la invitación de esta casa.",
  hubFailed: "La base no aceptó la invitación. Lo guardado sigue en este equipo. Vuelva a intentar.",

  lanTitle: "Teléfonos de la casa",
  lanWhere: "En la misma red, abra en el teléfono una de estas direcciones:",
  lanCompare:
    "El navegador avisará que no conoce el certificado. Antes de seguir, compare su huella (SHA-256), grupo por grupo. Si una sola letra o cifra es distinta, no siga.",
  lanToday: "La que muestra el navegador hoy",
  lanAuthority: "La de la autoridad, si se instala en el teléfono",
  lanPhone:
    "Esta página llegó por la red local. Compare la huella del certificado que muestra el navegador con la de la pantalla de la base: en Red, «La base de esta casa». Sin instalar la autoridad de la casa no hay página sin conexión: la base tiene que estar al alcance cada vez.",
  lanSteps: "Los pasos para este teléfono",
  lanDownload: "Descargar la autoridad de la casa",

  contactsTitle: "Contactos de este equipo",
  contactsNone: "Ahora no hay contacto con ningún otro equipo. Lo que se guarda queda aquí y saldrá después.",
  contactNow: "hay contacto ahora",
  contactGone: "sin contacto ahora",
  contactUnknown: "Equipo que aún no se presenta",
  connect: "Conectar a una dirección",
  connectHint: "La dirección que muestra la base de la otra casa. Empieza con /ip4/ o /dns/.",
  address: "Dirección de la base",
  connectButton: "Conectar",
  connecting: "Buscando…",
  connectNeed: "Escriba la dirección de la base",
  connectDone: (entriesIn: number, entriesOut: number): string =>
    `Contacto hecho. ${count(entriesIn, { one: "Llegó # cosa", other: "Llegaron # cosas" })} y ${count(entriesOut, { one: "salió #", other: "salieron #" })}.`,

  onlyHereTitle: "Solo en este equipo",
  onlyHereSome: (n: number): string =>
    count(n, {
      one: "Hay # registro que nadie más dice tener. Deje esta página abierta cerca de la base, o conecte con otra casa.",
      other:
        "Hay # registros que nadie más dice tener. Deje esta página abierta cerca de la base, o conecte con otra casa.",
    }),
  onlyHereNone: "Alguien más dice tener una copia cifrada de cada registro de este equipo.",
  refused: (n: number): string =>
    count(n, {
      one: "Se apartó # cosa que no se pudo leer o no se aceptó. No se perdió.",
      other: "Se apartaron # cosas que no se pudieron leer o no se aceptaron. No se perdieron.",
    }),
  checkButton: "Revisar lo guardado",
  checking: "Revisando…",
  checkOk: (n: number): string =>
    count(n, { one: "Se revisó # cosa: está completa.", other: "Se revisaron # cosas: están completas." }),
  checkBad: (n: number): string =>
    count(n, { one: "Se halló # problema:", other: "Se hallaron # problemas:" }),
};
