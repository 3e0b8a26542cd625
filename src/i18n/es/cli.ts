/**
 * Spanish: the command line. A table of its own, apart from the page's, so that the page does not
 * carry it. `{name}` is replaced by the fault's own data.
 */
import { counter } from "../formats.ts";
import { cliCapsule } from "./cli-capsule.ts";
import { cliConsent } from "./cli-consent.ts";
import { cliErase } from "./cli-erase.ts";
import { cliHelp } from "./cli-help.ts";
import { cliMatchFile } from "./cli-match-file.ts";
import { cliProtect } from "./cli-protect.ts";
import { cliTraces } from "./cli-traces.ts";
import { cliVital } from "./cli-vital.ts";
import { cliRefer } from "./cli-refer.ts";
import { cliRoute } from "./cli-route.ts";
import { cliSharing } from "./cli-sharing.ts";

const count = counter("es");

export const cli = {
  about: "Los albergues de la ruta buscan juntos a las personas no localizadas, sin servidor central.",
  ...cliHelp,
  capsule: cliCapsule,
  route: cliRoute,
  sharing: cliSharing,
  consent: cliConsent,
  erase: cliErase,
  matchFile: cliMatchFile,
  refer: cliRefer,
  protect: cliProtect,
  traces: cliTraces,
  vital: cliVital,
  progress: { list: "Leyendo la lista", index: "Preparando la búsqueda", match: "Buscando" },
  faults: {
    "no-profile":
      "En esta carpeta de datos no hay una casa. Empiece una red con found, entre con join, o revise --data.",
    "already-founded": "En esta carpeta de datos ya hay una red. Para otra, use otra carpeta con --data.",
    "wrong-passphrase":
      "La frase no coincide. Revise mayúsculas, acentos y espacios. Después de varias que no coinciden hay que esperar.",
    "same-passphrase": "La frase nueva es igual a la de ahora. Nada cambió.",
    locked:
      "El perfil está cerrado. Ponga la frase de paso en VEREDA_PASSPHRASE o escríbala cuando se pregunte.",
    "profile-in-use":
      "Otro proceso de Vereda usa esta carpeta de datos. Espere a que termine o deténgalo, y vuelva a intentar.",
    "storage-full":
      "No se pudo guardar: el disco está lleno. Lo que ya estaba guardado sigue ahí. Libere espacio y repita la orden.",
    "storage-damaged":
      "Una parte de lo guardado en esta carpeta no se puede leer. No borre nada: copie la carpeta, avise a quien coordina, y vuelva a entrar con una invitación en otra carpeta.",
    "storage-failed":
      "El disco no dejó leer o escribir en la carpeta de datos. Revise el disco y repita la orden.",
    "other-mesh":
      "La invitación es de otra red, y en esta carpeta de datos ya hay una. Use otra carpeta con --data.",
    "seed-unknown":
      "Ninguna base de las que contestan conoce esa invitación. Compare las 26 letras y cifras una por una, revise --peer, o pida una invitación nueva.",
    "seed-no-hub":
      "Con las 26 letras hace falta alcanzar una base de la red, y ninguna contesta. Dé su dirección con --peer, o use el código completo, que entra sin contacto.",
    "no-such-record": "Ese registro no está en este equipo. Revise el ID, o haga sync para recibirlo.",
    "no-peer":
      "No se encontró ningún equipo de la red. Dé su dirección con --peer, o revise que la base esté encendida en la misma red.",
    "record-too-large":
      "El registro es demasiado largo ({bytes} bytes; caben {most}). Acorte los textos. Nada cambió.",
    "not-a-member-yet":
      "Falta que le confirmen en la red. Haga sync, compare las cuatro palabras con quien le invitó, y vuelva a hacer sync.",
  } as Readonly<Record<string, string>>,
  fieldsFault: (problems: string): string => `Hay datos que corregir, nada se guardó: ${problems}`,
  fileFault: (why: string): string =>
    `El archivo no se pudo leer: ${why}. Nada cambió. Revise el archivo y --format.`,
  unforeseen: (what: string): string =>
    `Algo falló que no estaba previsto (${what}). Lo guardado sigue ahí. Vuelva a intentar.`,
  background: (what: string): string => `Una tarea de fondo falló (${what}). Vereda sigue.`,
  interrupted: "Detenido. Lo recibido y lo guardado hasta ahora está completo; puede repetir la orden.",
  needPassphrase:
    "Falta la frase de paso. Póngala en la variable VEREDA_PASSPHRASE, o use una terminal para escribirla.",
  needNewPassphrase:
    "Falta la frase nueva. Póngala en la variable VEREDA_NEW_PASSPHRASE, o use una terminal para escribirla.",
  forgotten: "Las llaves ya no están en esta carpeta. Pida a quien coordina que quite este equipo de la red.",
  passphraseChanged: "La frase cambió. Desde ahora abre solo la nueva.",
  whichVault: (badges: string): string =>
    `En esta carpeta trabajan varias personas. Diga quién abre con --vault; las figuras son: ${badges}`,
  noSuchVault: (badges: string): string => `Nadie tiene esa figura en esta carpeta. Las que hay: ${badges}`,
  noJson:
    'No llegó ningún registro. Páselo como JSON por la entrada, p. ej.: echo \'{"name":"…"}\' | vereda add report',
  badJson: (at: number | null): string =>
    `La entrada no es JSON${at === null ? "" : ` (falla en el carácter ${String(at)})`}. Revise comillas y comas. Nada cambió.`,
  notUtf8: "La entrada no es texto UTF-8. Guárdela como UTF-8 y repita la orden. Nada cambió.",
  tooMuchInput: (kilobytes: number): string =>
    `La entrada es demasiado grande: caben ${String(kilobytes)} KB. Nada cambió.`,
  typeJson: "Escriba el registro como JSON y termine con Ctrl+D en una línea aparte.",
  noFile: "No hay un archivo con ese nombre. Revise la ruta.",
  fileUnreadable: "El archivo no se puede abrir. Revise los permisos y que no sea una carpeta.",
  noPermission:
    "No hay permiso para escribir en la carpeta de datos. Elija otra con --data o cambie sus permisos.",
  notAFolder: "La ruta de --data no es una carpeta. Elija otra.",
  portTaken: "Ese puerto ya lo usa otro programa. Elija otro con --port (0 elige uno libre) o con --listen.",
  addressRefused:
    "En esa dirección no se puede escuchar: está ocupada, no es de este equipo o está mal escrita. Revise --listen.",
  compareWords: (words: string): string => `Las cuatro palabras de la otra persona tienen que ser: ${words}`,
  compareAsk: "¿Son las mismas? (s/n) ",
  goOnAsk: "¿Seguir de todos modos? (s/n) ",
  needsYes: "No se hizo nada. Para hacerlo de todos modos, repita la orden con --yes.",
  yesLetters: "sy",
  notConfirmed:
    "No se confirmó. Si las palabras no coinciden, haga una invitación nueva y désela solo a la persona que espera.",

  founded: (mesh: string): string => `Red fundada: ${mesh}`,
  joined: "Solicitud lista.",
  device: (id: string): string => `Este equipo: ${id}`,
  recovery: (words: string): string => `Palabras de recuperación: ${words}`,
  protectedRecovery: (words: string): string => `Palabras de lo protegido: ${words}`,
  recoverHow: "Falta --words con las doce palabras entre comillas, o --new para hacer palabras nuevas.",
  recoveredPerson: "Quien recuperó la casa",
  recovered: "Casa recuperada: este equipo la coordina.",
  recoveredNext:
    "Saque con revoke los equipos perdidos y haga palabras nuevas con recover --new. En las otras casas se ve que este equipo entró con las palabras.",
  enrolled: (moment: string): string => `    entró con las doce palabras: ${moment}`,
  wordsNeeded: (forProtected: boolean): string =>
    forProtected
      ? "Faltan palabras nuevas para lo protegido: hágalas con recover --new --protected."
      : "Faltan palabras nuevas para la casa: hágalas con recover --new.",
  restored: "Respaldo leído.",
  restoredNext:
    "Aquí se puede leer lo que había. Para escribir, entre como equipo nuevo: join con una invitación, o recover con las doce palabras.",
  backedUp: (size: string): string => `Respaldo guardado: ${size}`,
  writeDown:
    "Anote ahora las doce palabras en papel y guárdelas bajo llave: con ellas la casa recupera sus registros. No se vuelven a mostrar.",
  tellWords: (words: string): string => `Sus cuatro palabras: ${words}`,
  tellHow: "Haga sync, lea las cuatro palabras a quien le invitó para que confirme, y vuelva a hacer sync.",
  code: (code: string): string => `Código de la invitación: ${code}`,
  seed: (groups: string): string =>
    `Para dictar o escribir a mano, donde haya una base en contacto: ${groups}`,
  validUntil: (moment: string): string =>
    `Vale hasta: ${moment}. Sirve una sola vez: désela solo a la persona que espera.`,
  copied: "copiado: hay otra copia en uso, quítelo e invítelo de nuevo",
  states: { member: "confirmado", waiting: "en espera", removed: "fuera de la red" },
  revoked: (id: string): string =>
    `${id}: fuera de la red. Lo que escribió antes sigue; lo que ya tenía no se le puede quitar.`,
  oneWordGiven: (id: string): string =>
    `${id}: su casa ya dio su palabra. Saldrá cuando otra casa también la dé.`,
  couldRead: (n: number): string =>
    count(n, {
      one: "Podía leer # registro, y lo conserva:",
      other: "Podía leer # registros, y los conserva:",
    }),
  renewed: (id: string, until: string): string => `${id}: acceso renovado hasta ${until}`,
  approved: "Palabra dada. Quien invitó ya puede confirmar, después de intercambiar.",
  notApproved: "No se dio la palabra. Averigüe antes de qué casa se trata.",
  toApprove: (id: string, name: string, by: string): string =>
    `Espera la palabra de otra casa: ${name}, que invita ${by} (approve ${id})`,
  late: (id: string, role: string): string =>
    `${id}: pidió entrar (${role}) con una invitación que ya se había usado. No entró: alguien copió el código.`,
  rotated: (n: number): string => count(n, { one: "# llave nueva", other: "# llaves nuevas" }),
  nothingKept: "No hay nada en espera.",
  keptLine: (id: string, site: string, n: number): string =>
    `${id}  ${site}  ${count(n, { one: "# entrada en espera", other: "# entradas en espera" })}`,
  keptSince: (moment: string): string => `se supo de su salida: ${moment}`,
  admitted: (n: number): string =>
    count(n, { one: "Ahora cuenta # entrada.", other: "Ahora cuentan # entradas." }),
  confirmed: (device: string, state: string): string => `${device}: ${state}`,
  memberLine: (line: {
    readonly id: string;
    readonly person: string;
    readonly role: string;
    readonly state: string;
  }): string => `  ${line.id}  ${line.person}  ${line.role}  ${line.state}`,
  compare: (words: string): string => `    palabras por comparar: ${words}`,
  siteLine: (name: string, kind: string): string => `${name} (${kind})`,
  synced: (peer: string): string => `Contacto con ${peer}`,
  exchanged: (line: {
    readonly entriesIn: number;
    readonly entriesOut: number;
    readonly bytes: string;
    readonly seconds: string;
  }): string =>
    `${count(line.entriesIn, { one: "Llegó # cosa", other: "Llegaron # cosas" })}, ${count(line.entriesOut, { one: "salió #", other: "salieron #" })} (${line.bytes}, ${line.seconds} s)`,
  saved: (id: string): string => `Guardado: ${id}`,
  items: (n: number): string => count(n, { one: "# registro", other: "# registros" }),
  noItems: "Nada de esa clase hay en este equipo.",
  nameless: "(sin nombre)",
  changes: (n: number): string => count(n, { one: "# cambio", other: "# cambios" }),
  probability: (strength: string, percent: number): string => `${strength} (${String(percent)} %)`,
  imported: (line: {
    readonly imported: number;
    readonly updated: number;
    readonly skipped: number;
  }): string =>
    `${count(line.imported, { one: "# nuevo", other: "# nuevos" })}, ${count(line.updated, { one: "# actualizado", other: "# actualizados" })}, ${count(line.skipped, { one: "# sin cambio", other: "# sin cambio" })}`,
  nothingImported:
    "No se pudo tomar ningún registro del archivo. Corrija lo que se dice arriba y repita la orden.",
  importWhere: (record: string | null, line: number | null): string =>
    [record === null ? null : `registro ${record}`, line === null ? null : `línea ${String(line)}`]
      .filter((part) => part !== null)
      .join(", ") || "archivo",
  importErrors: {
    "too-large": "El archivo es demasiado grande. Pártalo en varios",
    "not-xlsx":
      "No es un archivo de Excel (.xlsx) que se pueda leer. Si es .xls o tiene contraseña, guárdelo otra vez como .xlsx o CSV",
    "not-xml": "No es un archivo XML",
    "not-pfif": "No es un archivo PFIF",
    "unknown-version": "Esa versión de PFIF no se conoce (se leen 1.1 a 1.4)",
    "doctype-refused": "Lleva una declaración DOCTYPE; por seguridad no se lee",
    "nested-too-deep": "Tiene demasiados niveles",
    malformed: "Está mal formado",
    cut: "Está cortado: falta el final",
    "id-missing": "Le falta el identificador",
    "id-repeated": "El identificador se repite en el archivo",
    "other-domain": "El identificador es de otra clase de registro",
    "note-without-person": "La nota no dice de quién es",
    "no-name-column": "Falta la columna del nombre",
    "too-many-cells": "Tiene más casillas que la primera línea",
    "open-quote": "Hay comillas que no se cierran",
    "bad-quote": "Hay comillas mal puestas",
  },
  counts: (entries: number, records: number): string =>
    `${count(entries, { one: "# entrada cifrada", other: "# entradas cifradas" })}, ${count(records, { one: "# registro", other: "# registros" })}`,
  onlyHere: (n: number): string =>
    count(n, {
      one: "# registro está solo aquí: nadie más dice tenerlo. Haga sync.",
      other: "# registros están solo aquí: nadie más dice tenerlos. Haga sync.",
    }),
  connected: "con contacto",
  notConnected: "sin contacto",
  checkOther: (code: string, where: string): string => `${code}: ${where}`,
  checkBad: "Hay algo dañado. No borre nada: copie la carpeta de datos y avise a quien coordina.",
  noNetwork:
    "Este equipo no está en ninguna red local. Conéctelo al Wi-Fi o al cable de la casa y repita la orden, o quite --lan.",
  lanReady: (urls: string, fingerprint: string): string =>
    `En la red local: ${urls}\nHuella de la casa, para comparar:\n${fingerprint}`,
  lanGuide: (fingerprint: string): string =>
    `Vereda en este teléfono

1. Compare. La huella de la casa (SHA-256) es:

${fingerprint}

Tiene que ser la misma que muestra la base en su propia pantalla: en Red, «La base de esta casa». Vaya a verla, o pida que se la lean. Este texto no prueba nada por sí mismo: quien se pusiera en medio lo cambiaría. Si es distinta, no siga.

2. Sin instalar nada. El navegador avisa que no conoce el certificado. Puede seguir si la huella del que muestra («Ver certificado») es la de hoy en la pantalla de la base. Así no hay página sin conexión: la base tiene que estar encendida y al alcance cada vez.

3. Instalar la autoridad de la casa. Solo vale para direcciones de redes locales; no para otros sitios. Descargue /ca.crt de esta misma página.
   Android: Ajustes, Seguridad, Cifrado y credenciales, Instalar un certificado, Certificado de CA. Elija el archivo y compare la huella.
   iPhone: Ajustes, Perfil descargado, Instalar. Después Ajustes, General, Información, Confianza en certificados: actívelo.
   Para quitarla: en los mismos ajustes.
`,
  hubReady: (url: string): string => `Base lista. Se detiene con Ctrl+C. Abra: ${url}`,
};

/** The command line's texts; every other language has exactly these keys, by type. */
export type CliTexts = typeof cli;
