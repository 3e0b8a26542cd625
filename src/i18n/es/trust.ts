/** Spanish: taking back what was given: devices, roles, houses. */
import { counter } from "../formats.ts";

const count = counter("es");

export const trust = {
  manage: "Cambiar",
  manageOf: (name: string): string => `Cambiar el acceso de ${name}`,
  takeOut: "Quitar este equipo de la red",
  takeOutWhen:
    "Si lo robaron, se perdió, o quien lo usaba ya no debe entrar. Desde ahora no recibe nada nuevo: la casa cambia sus llaves.",
  takeOutKeeps: "Lo que ya tenía no se le puede quitar. Al terminar verá qué registros podía leer.",
  takeOutNow: "Sí, quitarlo ahora",
  takingOut: "Quitando y cambiando llaves…",
  keep: "No, dejarlo",
  takenOut: (name: string): string => `${name}: el equipo ya está fuera de la red`,
  spread: "Los demás equipos lo sabrán cuando haya contacto. Acerque este a la base o conecte con otra casa.",
  couldRead: (n: number): string =>
    count(n, {
      one: "Podía leer # registro, y puede conservarlo. Piense a quién hay que avisar.",
      other: "Podía leer # registros, y puede conservarlos. Piense a quién hay que avisar.",
    }),
  showRecords: "Ver cuáles",
  oneWord: "Su casa ya dio su palabra. El equipo saldrá cuando otra casa también la dé.",
  role: "Su papel en la casa",
  giveRole: "Cambiar el papel",
  givingRole: "Cambiando…",
  roleGiven: "Papel cambiado. Valdrá en cada equipo cuando haya contacto.",
  renew: "Renovar dos semanas",
  renewing: "Renovando…",
  wordsNeeded:
    "La casa necesita palabras de recuperación nuevas: las de la hoja ya no valen, porque salió alguien que pudo conocerlas. Hágalas ahora y guárdelas en papel.",
  protectedWordsNeeded:
    "Lo protegido necesita palabras de recuperación nuevas: las de la hoja ya no valen. Hágalas ahora y guárdelas en papel.",
  makeWords: "Hacer palabras nuevas",
  enrolled: (moment: string): string => `Entró con las doce palabras de la casa: ${moment}`,
  endsAt: (moment: string): string => `Su acceso termina: ${moment}`,
  renewed: (moment: string): string => `Acceso renovado hasta ${moment}`,
  outsideTag: "fuera de la red",
  endedTag: "acceso terminado",
  copiedTag: "copiado: quítelo e invítelo de nuevo",
  votesTag: (n: number): string => count(n, { one: "# casa pide quitarlo", other: "# casas piden quitarlo" }),
  approveTitle: "Casas nuevas que esperan su palabra",
  approveText:
    "Desde tres casas, una nueva entra con la palabra de dos. Apruébela solo si la conoce por otro camino que esta red.",
  approveOf: (name: string, kind: string, by: string): string => `${name} (${kind}), la invita ${by}`,
  approve: "Aprobar",
  approving: "Aprobando…",
  removedTitle: "Este equipo ya no es parte de la red",
  removedText:
    "Quien coordina su casa lo quitó. Lo que se guardó en él sigue cifrado aquí y ya no se comparte. No llegará nada nuevo.",
  removedBack:
    "Si fue un error, o si es usted quien lo encontró: hable con quien coordina. Para volver, este equipo entra de nuevo con otra invitación.",
};
