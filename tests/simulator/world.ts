/** Plays a history: who is there, what they hold, what is on its way; and how it ends when all links are up again. */
import type { OperationId } from "../../sync/ids.ts";
import type { AuthoredOperation } from "../../sync/membership/operations.ts";
import { attackWith } from "./attacks.ts";
import { type Cast, castOf, settleAll } from "./cast.ts";
import { type Chance, createChance } from "../support/chance.ts";
import { everyoneIn, perform, type Scene } from "./deeds.ts";
import { type Device, type Program, REAL_PROGRAM } from "./device.ts";
import type { History, Step } from "./history.ts";
import { Network } from "./network.ts";

/** A world after its history. */
export interface Ended extends Scene {
  /** Rounds that it took until nobody owed anything; infinite when that did not end. */
  readonly rounds: number;
  /** Whether some log has two branches. */
  readonly isForked: boolean;
}

class World implements Scene {
  readonly honest: Device[];
  readonly malicious: Device[];
  readonly joiners: Scene["joiners"] = [];
  readonly #network: Network<readonly AuthoredOperation[]>;
  readonly #chance: Chance;

  constructor(scene: Cast, seed: string) {
    this.honest = [...scene.honest];
    this.malicious = [...scene.malicious];
    this.#chance = createChance(`network ${seed}`, "simulator");
    this.#network = new Network(this.#chance);
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case "do":
        await perform(this, step);
        return;
      case "attack":
        await attackWith(this, step);
        return;
      case "send":
        this.#send(step);
        return;
      case "link": {
        const everyone = everyoneIn(this).length;
        this.#network.turn(step.from % everyone, step.to % everyone, step.isUp);
        return;
      }
      case "wait":
        this.#pass(step.time);
        return;
      case "settle":
        await this.honest[step.who % this.honest.length]?.settle();
    }
  }

  #send({ from, to }: { readonly from: number; readonly to: number }): void {
    const everyone = everyoneIn(this);
    const [source, goal] = [everyone[from % everyone.length]!, everyone[to % everyone.length]!];
    const lacking = [...source.operations.values()].filter(({ id }) => !goal.operations.has(id));
    const isHonest = this.honest.includes(source);
    const sent = isHonest ? lacking : lacking.filter(() => this.#chance.percent(60));
    if (sent.length > 0) this.#network.send(from % everyone.length, to % everyone.length, sent);
    this.#pass(1);
  }

  #pass(time: number): void {
    const everyone = everyoneIn(this);
    for (const { to, content } of this.#network.pass(time)) everyone[to]?.receive(content);
  }
}

/** Plays it, lets everything arrive that any honest device or any living liar will tell, and settles. */
export async function play(history: History, program: Program = REAL_PROGRAM): Promise<Ended> {
  const world = new World(await castOf(history.sites, history.seed, program), history.seed);
  for (const step of history.steps) await world.take(step);
  const { honest, malicious, joiners } = world;
  for (const device of honest) device.receive(malicious.flatMap((one) => [...one.operations.values()]));
  const rounds = await settleAll(honest);
  for (const device of malicious) device.receive(honest.flatMap((one) => [...one.operations.values()]));
  return { honest, malicious, joiners, rounds, isForked: hasFork(everyoneIn(world)) };
}

function hasFork(devices: readonly Device[]): boolean {
  const places = new Map<string, OperationId>();
  for (const { operations } of devices) {
    for (const { id, author, seq } of operations.values()) {
      const place = `${author}/${String(seq)}`;
      if ((places.get(place) ?? id) !== id) return true;
      places.set(place, id);
    }
  }
  return false;
}
