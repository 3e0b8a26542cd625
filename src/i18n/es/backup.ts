/** Spanish: backups, made and restored. */
import { counter } from "../formats.ts";

const count = counter("es");

export const backup = {
  title: "Respaldo",
  text: "Un archivo cifrado con todo lo que este equipo guarda, también lo que ninguna otra casa tiene todavía. Si la computadora se pierde o se daña, los registros vuelven con él.",
  opens:
    "Lo abren las doce palabras de la casa (lo protegido, solo las suyas) o una invitación de la misma red. Su frase de paso de hoy lo abre para leer y nada más, aunque después la cambie. El archivo solo no se abre.",
  comesBack:
    "Quien lo restaura entra siempre como equipo nuevo. Lo que se escriba después no está en el archivo: haga otro de vez en cuando.",
  keep: "Páselo a una memoria USB y guárdela en otro lugar que la computadora, y en otro que las doce palabras: quien se lleve una cosa no debe llevarse todas.",
  make: "Hacer un respaldo",
  making: "Preparando el respaldo…",
  made: (size: string): string =>
    `El navegador guarda el respaldo en las descargas: ${size}. Páselo a la memoria USB, compruebe que está ahí, y bórrelo de las descargas.`,
  onlyHere: (n: number): string =>
    count(n, {
      one: "Lleva # registro que nadie más dice tener.",
      other: "Lleva # registros que nadie más dice tener.",
    }),

  restoreChoose: "Restaurar de un respaldo",
  restoreHeading: "Restaurar de un respaldo",
  restoreLead:
    "Los registros del archivo vuelven en este equipo, que para la red es siempre un equipo nuevo. El archivo no cambia.",
  file: "Archivo del respaldo",
  fileHint: "Suele estar en una memoria USB y terminar en .respaldo.",
  needFile: "Elija el archivo del respaldo",
  by: "¿Con qué lo abre?",
  byWords: "Con las doce palabras de la casa",
  byWordsHint: "Este equipo coordina la casa otra vez. No hace falta contacto con nadie.",
  byInvite: "Con una invitación de la misma red",
  byInviteHint: "Después le confirman, con cuatro palabras que se comparan.",
  byPassphrase: "Con la frase de paso de quien lo hizo",
  byPassphraseHint: "Solo para leer. Es la frase del día en que se hizo el respaldo.",
  passphrase: "Frase de paso del respaldo",
  restore: "Restaurar",
  restoring: "Leyendo el respaldo…",

  readerTitle: "Respaldo abierto para leer",
  readerText:
    "Aquí se lee lo que el respaldo tenía el día en que se hizo. Este equipo no es parte de la red: no recibe nada nuevo y en él no se escribe.",
  readerBack:
    "Para volver a trabajar, bloquee. Debajo del candado se puede usar una invitación o las doce palabras de la casa; lo que hay aquí se conserva.",
  readerRecords: "Registros del respaldo",
  readerKinds: { report: "Reportes", guest: "Personas recibidas", card: "Búsquedas de la red" },
  readerEmpty: "El respaldo no tiene nada de esto que usted pueda leer.",
};
