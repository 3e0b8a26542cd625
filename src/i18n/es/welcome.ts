/** Spanish: first run, recovery words, joining, waiting, and the lock. */
import { counter } from "../formats.ts";

const count = counter("es");

export const welcome = {
  title: "Buscar juntos, a lo largo de la ruta",
  lead: "Los albergues de la ruta buscan juntos a las personas no localizadas. Sin servidor central: cada casa guarda lo suyo, cifrado.",
  foundTitle: "Empezar una red nueva",
  foundText: "Su casa es la primera. Después podrá invitar a otros albergues y a organizaciones de familias.",
  found: "Empezar una red",
  joinTitle: "Unirse con una invitación",
  joinText: "Alguien de una casa de la red le dio un código escrito o un cuadro para escanear.",
  join: "Usar una invitación",
  works: "Funciona sin internet. Lo que se escribe queda primero en este equipo.",
  language: "Idioma",
  theme: "Pantalla",

  foundHeading: "Empezar una red nueva",
  meshName: "Nombre de la red",
  meshNameHint: "Lo verán todas las casas. Por ejemplo: Albergues del sur.",
  siteName: "Nombre de su casa u organización",
  siteNameHint: "También lo verán las demás casas.",
  siteKind: "¿Qué es?",
  shelter: "Un albergue",
  shelterHint: "Registra llegadas y busca entre las personas que recibe.",
  advocates: "Una organización de familias",
  advocatesHint:
    "Comités, consulados u organizaciones que reportan a personas no localizadas. No ven los registros de los albergues.",
  personName: "Su nombre",
  personNameHint: "Solo lo ve la gente de su casa.",
  passphrase: "Frase de paso",
  passphraseHint: "Cinco palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.",
  passphraseAgain: "La misma frase, otra vez",
  showPassphrase: "Mostrar la frase",
  hidePassphrase: "Ocultar la frase",
  suggest: "Proponer cinco palabras",
  suggested: "Frase propuesta. Anótela donde nadie más la vea:",
  founding: "Preparando las llaves…",

  needMeshName: "Escriba el nombre de la red",
  needSiteName: "Escriba el nombre de su casa u organización",
  needPersonName: "Escriba su nombre",
  needPassphrase: "Escriba una frase de paso",
  shortPassphrase: (least: number): string =>
    count(least, { one: "La frase necesita al menos # letra", other: "La frase necesita al menos # letras" }),
  differentPassphrase: "Las dos frases no son iguales",
  needCode: "Escriba o escanee el código de la invitación",

  sheetHeading: "Hoja de recuperación",
  sheetLead:
    "Con estas doce palabras su casa puede recuperar sus registros si se pierde este equipo. Se muestran solo ahora.",
  sheetHow:
    "Imprímalas o cópielas a mano. No les tome foto. Que las guarden dos personas de confianza, en lugares distintos.",
  sheetList: "Las doce palabras, en orden",
  sheetPrint: "Imprimir la hoja",
  sheetNext: "Ya las tengo en papel",
  sheetCheckHeading: "Comprobar la hoja",
  sheetCheckLead: "Escriba dos de las palabras, leyéndolas del papel.",
  sheetWord: (n: number): string => `Palabra ${String(n)}`,
  sheetWordWrong: (n: number): string => `La palabra ${String(n)} no coincide con la hoja`,
  sheetBack: "Ver otra vez las palabras",
  sheetDone: "Terminar y entrar",
  printTitle: "Vereda: hoja de recuperación",
  printHouse: "Casa",
  printDate: "Fecha",
  printKeepers: "La guardan",
  printWarning:
    "Quien tenga esta hoja puede abrir los registros de la casa. Guárdela bajo llave. No escriba aquí la dirección.",
  printFold: "Doblar aquí",

  joinHeading: "Unirse con una invitación",
  code: "Código de la invitación",
  codeHint:
    "Pegue el código, o escriba las 26 letras y cifras que le dictaron. Mayúsculas, espacios y guiones no importan.",
  scan: "Escanear con la cámara",
  scanStop: "Cerrar la cámara",
  scanning: "Ponga el cuadro frente a la cámara.",
  scanFailed: "La cámara no se pudo abrir. Escriba el código a mano.",
  joining: "Preparando las llaves…",
  joinButton: "Unirse",

  waitingHeading: "Falta que le confirmen",
  waitingWords: "Sus cuatro palabras",
  waitingHow:
    "Léaselas, en persona o por teléfono, a quien le dio la invitación. Esa persona las compara con las que ve en su pantalla y confirma.",
  waitingRefused:
    "Nadie va a confirmar esta solicitud. Si la invitación era para usted, dígaselo a quien se la dio: otra persona pudo copiarla.",
  waitingNotSent:
    "La solicitud todavía está solo en este equipo. Saldrá cuando haya contacto con la base de la casa o con otro equipo de la red.",
  waitingSent: "La solicitud ya salió de este equipo. Falta que la confirme la persona que le invitó.",
  waitingKeep: "Puede cerrar esta página: la solicitud queda guardada y seguirá al volver a abrir.",
  waitingConnect: "Conectar a una base por su dirección",

  unlock: "Abrir",
  unlocking: "Abriendo…",
  capsLock: "Las mayúsculas están activadas.",
  recoverChoose: "Recuperar con las 12 palabras",
  recoverHeading: "Recuperar la casa",
  recoverLead:
    "Si se perdieron todos los equipos de la casa, las doce palabras de la hoja abren otra vez sus registros aquí. La base de la casa tiene que estar encendida.",
  recoverWords: "Las doce palabras, en orden",
  recoverWordsHint: "Mayúsculas y acentos no importan.",
  recoverProtected: "Palabras de lo protegido, si las tiene",
  recoverProtectedHint: "Son otras doce, en otra hoja. Sin ellas, los registros protegidos siguen cerrados.",
  recover: "Recuperar la casa",
  recovering: "Buscando los registros de la casa…",
  needWord: (n: number): string => `Escriba la palabra ${String(n)}`,
  unknownWord: (n: number): string => `La palabra ${String(n)} no está en la lista: revise las letras`,
  sheetProtectedHeading: "Hoja de lo protegido",
  sheetProtectedLead:
    "Estas otras doce palabras abren los registros protegidos: niñas y niños solos, trata, violencia. Las de la casa no los abren. Que las guarde otra persona.",
  printProtectedTitle: "Vereda: hoja de lo protegido",
  forgotten: "¿Olvidó la frase?",
  forgottenText:
    "Nadie puede abrir este equipo sin la frase. Si otro equipo de la casa está abierto, pida ahí una invitación nueva para este: los registros vuelven al unirse. Si no queda ninguno, hacen falta las doce palabras de la hoja de recuperación.",
};
