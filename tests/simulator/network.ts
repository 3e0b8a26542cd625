/**
 * The network of a simulation, with its clock: messages take their time, overtake one another, are lost or come
 * twice; a link can be down in one direction and up in the other. Knows nothing of what it carries.
 */
import type { Chance } from "../support/chance.ts";

interface Message<T> {
  readonly to: number;
  readonly due: number;
  readonly content: T;
}

/** Of a hundred messages. */
const LOST = 10;
const DOUBLED = 10;
const SLOWEST = 8;

export class Network<T> {
  #now = 0;
  readonly #chance: Chance;
  readonly #down = new Set<string>();
  #messages: Message<T>[] = [];

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Cuts or mends one direction of a link. */
  turn(from: number, to: number, isUp: boolean): void {
    if (isUp) this.#down.delete(`${String(from)}>${String(to)}`);
    else this.#down.add(`${String(from)}>${String(to)}`);
  }

  send(from: number, to: number, content: T): void {
    if (this.#down.has(`${String(from)}>${String(to)}`) || this.#chance.percent(LOST)) return;
    const copies = this.#chance.percent(DOUBLED) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      this.#messages.push({ to, content, due: this.#now + this.#chance.below(SLOWEST) });
    }
  }

  /** Lets time pass, and gives what arrives meanwhile, in the order of arrival. */
  pass(time: number): readonly Message<T>[] {
    this.#now += time;
    const arrived = this.#messages.filter(({ due }) => due <= this.#now).sort((a, b) => a.due - b.due);
    this.#messages = this.#messages.filter(({ due }) => due > this.#now);
    return arrived;
  }
}
