/** Spanish: how much each house fills of what it may. */
import { counter } from "../formats.ts";

const count = counter("es");

export const room = {
  title: "Espacio de cada casa",
  text: "Cada casa puede ocupar hasta un límite en los equipos de todas, para que ninguna llene la red. Lo que pasa del límite no lo recibe nadie.",
  show: "Ver cuánto ocupa cada una",
  used: (bytes: string, most: string): string => `${bytes} de ${most}`,
  devices: (n: number, most: string): string =>
    count(n, { one: `# equipo de ${most}`, other: `# equipos de ${most}` }),
  operations: (used: string, most: string): string => `${used} de ${most} cambios en la red`,
  meterOf: (name: string): string => `Espacio que ocupa ${name}`,
  near: "cerca del límite",
  nearOwn:
    "Su casa está cerca de su límite en la red. Pida más espacio antes de que se llene, o quite equipos que ya no se usan.",
  asks: (name: string): string => `${name} pide más espacio. Vale cuando otra casa también lo pida.`,
  double: "Pedir el doble de espacio",
  doubling: "Pidiendo…",
  asked: "Pedido. Con tres casas o más vale cuando otra casa también lo pida.",
  cliHouse: (name: string, parts: string): string => `${name}: ${parts}`,
};
