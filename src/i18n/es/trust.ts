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
  takeOutMutual:
    "Coordina la casa, como usted. Si los dos se quitan a la vez, los dos quedan fuera; si se cambian el papel, ninguno coordina ya. Cuando nadie más coordina, la casa no se recupera sola: su gente vuelve con la invitación de otra casa, como casa nueva. Dé antes ese papel a una tercera persona.",
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
  onlyProtection:
    "Este equipo es el único de la casa que recibió las llaves de los registros protegidos. Si sale, o deja ese papel, nadie los podrá leer nunca más. Antes dé a otra persona el papel de Protección y espere a que los dos equipos hayan tenido contacto.",
  onlyProtectionSure: "Entiendo que los registros protegidos se pierden",
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
  alikeTag: (names: string): string => `se llama casi igual que: ${names}`,
  alikeHouses:
    "Hay casas que se llaman casi igual. En la pantalla dos nombres pueden verse idénticos y tener letras distintas: antes de confiar en una de ellas, pregúntele por un camino que ya conocía.",
  alikeApprove: (names: string): string =>
    `Se llama casi igual que una casa de la red: ${names}. Puede ser la misma, o alguien que se hace pasar por ella. Antes de aprobarla, llame a esa casa por un camino que ya conocía.`,
  alikeInvite: (names: string): string =>
    `En la red ya hay una casa que se llama casi igual: ${names}. Si es otra, dele un nombre que no se confunda; por ejemplo, con su ciudad.`,
  alikeJudge: (names: string): string =>
    `Otra casa se llama casi igual: ${names}. Compruebe que decide sobre la que quiere.`,
  distrustedTag: (names: string): string => `sin confianza de: ${names}`,
  distrustTitle: "Dejar de confiar en ella",
  distrustWhen:
    "Si cree que alguien de esa casa cambia o pasa a otros lo que no debe. Basta la palabra de su casa; todas las casas la ven, y se puede retirar.",
  distrustWhat:
    "Desde entonces los equipos de su casa no le dan registros ni reciben los suyos, y no se le pueden escribir mensajes. Lo que ya tenía no se le puede quitar.",
  distrustLimits:
    "Otras casas pueden seguir compartiendo con ella lo que es de toda la red: las fichas. Avíseles, y si son tres o más piensen en quitarla.",
  distrustNow: "Sí, dejar de confiar",
  distrustEnd: "Volver a confiar",
  distrusting: "Dando la palabra…",
  distrusted: (name: string): string =>
    `Su casa ya no confía en ${name}. Cada equipo lo sabrá cuando haya contacto.`,
  trusted: (name: string): string =>
    `Su casa confía de nuevo en ${name}. Lo que faltaba se intercambia cuando haya contacto.`,
  houseManage: "Confianza…",
  houseOf: (name: string): string => `Confianza en ${name}`,
  houseOutTitle: "Quitarla de la red",
  houseWhen:
    "Solo si la casa entera dejó de ser de fiar, o ya no existe. Salen todos sus equipos, y desde entonces no reciben nada nuevo.",
  houseRule:
    "Ninguna casa puede sacar sola a otra: hace falta la palabra de dos. Mientras falta la segunda, nada cambia. La palabra dada no se retira; hable antes con las otras casas, en persona o por teléfono.",
  houseNoWord: "Hasta ahora ninguna casa dio su palabra.",
  houseWords: "Ya dieron su palabra de que salga:",
  houseTooFew: "Con menos de tres casas en la red, ninguna puede sacar a otra.",
  houseGiveWord: "Sí, dar la palabra de mi casa",
  houseTakeOut: "Sí, sacarla ahora",
  houseTaking: "Dando la palabra…",
  houseKeep: "No, dejarla",
  houseOut: (name: string): string => `${name}: ya está fuera de la red con todos sus equipos`,
  houseOneWord: "Su casa ya dio su palabra. La otra casa saldrá cuando una casa más también la dé.",
  houseVotesTag: (n: number): string =>
    count(n, { one: "# casa pide quitarla", other: "# casas piden quitarla" }),
  keptTitle: "En espera: lo que escribieron equipos que ya están fuera",
  keptText:
    "Está guardado y no cuenta: no sale en listas ni búsquedas, y no se pasa a nadie. Puede ser trabajo de antes, o de quien se llevó el equipo.",
  keptHouseGone: "Una casa que ya no está",
  keptEntries: (n: number): string => count(n, { one: "# cosa en espera", other: "# cosas en espera" }),
  keptSince: (moment: string): string => `Aquí se supo que está fuera: ${moment}`,
  keptByOthers: "Lo decide quien coordina la casa de ese equipo.",
  keptDecide: "Decidir",
  keptDecideOf: (name: string): string => `Decidir sobre lo que escribió: ${name}`,
  admitOf: (name: string): string => `Lo que está en espera de: ${name}`,
  admitWhat:
    "Si lo acepta, todo lo que ese equipo escribió y está guardado aquí contará en todas las casas, con el nombre de su persona. El equipo sigue fuera.",
  admitWhen:
    "Acéptelo solo si sabe quién lo escribió: por ejemplo, llegadas que esa persona registró antes de perder el equipo. Pregúntele en persona o por teléfono.",
  admitRisk:
    "Si lo escribió quien se llevó el equipo, entrarán datos falsos. Aceptar no se puede deshacer. Si no lo acepta, nada se pierde: sigue en espera.",
  admitNow: "Sí, que cuente",
  admitting: "Aceptando…",
  admitKeep: "No, dejarlo en espera",
  admitted: (n: number): string =>
    count(n, {
      one: "Ahora cuenta # cosa que estaba en espera.",
      other: "Ahora cuentan # cosas que estaban en espera.",
    }),
  removedTitle: "Este equipo ya no es parte de la red",
  removedText:
    "Quien coordina lo quitó. Ya no recibe nada nuevo, y lo que se escriba en él no llega a nadie.",
  removedKeeps:
    "Nada se borró: lo que se guardó aquí hasta entonces sigue cifrado en este equipo, y se abre con su frase de paso. Nadie puede borrarlo desde lejos.",
  removedBack:
    "Si fue un error, o si es usted quien lo encontró: hable con quien coordina. Para volver, este equipo entra de nuevo con otra invitación.",
};
