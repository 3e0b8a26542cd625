/** English: how much each house fills of what it may. */
import type { Texts } from "../es/index.ts";
import { counter } from "../formats.ts";

const count = counter("en");

export const room: Texts["room"] = {
  title: "Room of each house",
  text: "Each house may fill up to a limit on everybody's devices, so that none fills the network. Nobody receives what goes past it.",
  show: "See how much each one fills",
  used: (bytes, most) => `${bytes} of ${most}`,
  devices: (n, most) => count(n, { one: `# device of ${most}`, other: `# devices of ${most}` }),
  operations: (used, most) => `${used} of ${most} changes to the network`,
  meterOf: (name) => `Room that ${name} fills`,
  near: "close to the limit",
  nearOwn:
    "Your house is close to its limit in the network. Ask for more room before it is full, or take out devices that are no longer used.",
  asks: (name) => `${name} asks for more room. It counts when another house asks for it too.`,
  double: "Ask for twice the room",
  doubling: "Asking…",
  asked: "Asked for. With three houses or more it counts when another house asks too.",
  cliHouse: (name, parts) => `${name}: ${parts}`,
};
