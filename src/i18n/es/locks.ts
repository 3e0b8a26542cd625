/** Spanish: the lock, who opens it, the passphrase, the PIN of a shift, and the way out at once. */
import { counter } from "../formats.ts";

const count = counter("es");

export const locks = {
  badges: {
    star: "estrella",
    moon: "luna",
    sun: "sol",
    leaf: "hoja",
    flower: "flor",
    tree: "árbol",
    fish: "pez",
    bird: "ave",
    mountain: "montaña",
    bell: "campana",
    boat: "barco",
    umbrella: "paraguas",
  },
  whose: "¿Cuál es su figura?",
  needBadge: "Elija su figura",
  wait: (seconds: number): string =>
    count(seconds, {
      one: "Puede volver a probar en # segundo.",
      other: "Puede volver a probar en # segundos.",
    }),
  waitWhy:
    "Se escribieron varias frases que no coinciden. Cada vez hay que esperar más, hasta cinco minutos. La frase correcta vuelve todo a cero.",
  waitOver: "Ya puede volver a probar.",
  pin: "PIN de este turno",
  pinTries: (n: number): string => count(n, { one: "Queda # intento.", other: "Quedan # intentos." }),
  needPin: "Escriba las seis cifras de su PIN",
  usePassphrase: "Abrir con la frase de paso",
  usePin: "Abrir con el PIN",
  another: "¿Otra persona va a trabajar aquí?",
  anotherText:
    "Pida una invitación a quien coordina. En este equipo tendrá su propia figura y su propia frase; lo de cada quien queda cerrado para las demás personas.",

  title: "Candado",
  change: "Cambiar la frase de paso",
  changeText:
    "Solo cambia en este equipo y solo para usted. Una copia del disco hecha antes se sigue abriendo con la frase anterior.",
  current: "Frase de ahora",
  next: "Frase nueva",
  changing: "Cambiando…",
  changed: "La frase cambió. Desde ahora abre solo la nueva.",
  pinTitle: "PIN hasta el fin del turno",
  pinText:
    "Seis cifras para volver a abrir rápido. Deja de servir después de las horas que elija, de cinco intentos fallidos, de «Salir ya» o de volver a cargar la página; entonces abre solo la frase de paso.",
  pinNew: "PIN de seis cifras",
  pinHours: "¿Cuántas horas?",
  hours: (n: number): string => count(n, { one: "# hora", other: "# horas" }),
  pinSet: "Poner el PIN",
  pinSetting: "Poniendo…",
  pinOn: (until: string): string => `El PIN abre este equipo hasta: ${until}.`,
  pinEnd: "Quitar el PIN",
  pinEnded: "El PIN ya no abre.",
  badgeTitle: "Su figura en la pantalla bloqueada",
  badgeText:
    "Sirve para que cada persona encuentre su candado sin que la pantalla diga nombres. Elija una que usted recuerde.",
  leaveTitle: "Dejar de trabajar en este equipo",
  leaveText:
    "Destruye en este equipo sus llaves, su figura y lo que tenía a medias. Su frase ya no abre nada aquí. Lo de las demás personas queda como está.",
  leaveLast:
    "Si nadie más trabaja en este equipo, se borra también todo lo guardado en él. La red lo sigue contando hasta que quien coordina lo quite: pídalo.",
  leave: "Quitar mis llaves de este equipo",
  leaveDespite: "Quitarlas de todos modos",
  leaveSure: "Entiendo lo que se pierde",
  leaveNeedSure: "Marque que entiende lo que se pierde, o espere",
  leaving: "Destruyendo las llaves…",
  left: "Sus llaves ya no están en este equipo.",
  away: "Bloquear si la página queda oculta",
  awayHint: "Por ejemplo detrás de otra pestaña, o con el teléfono apagado.",

  panic: "Salir ya",
  panicHint: "Salir ya (F8): borra la página y muestra un calendario",
  cover: "Calendario",
  coverBefore: "Mes anterior",
  coverAfter: "Mes siguiente",
  coverBack: "Inicio",
};
