/** Whom a device can ask before it belongs to any mesh: addresses that it was given, and announced ones. */
import type { Transport } from "./channel.ts";
import type { Clock } from "./clock.ts";

/** How long the local network has to announce somebody, and others after the first. */
const DISCOVERY_MS = 4000;
const ENOUGH_MS = 1200;
const STEP_MS = 200;
/** A flood of announcements costs nothing more. */
const MOST = 16;

export interface NeighboursOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly known: () => readonly string[];
}

export interface Neighbours {
  /** Known ones first. */
  readonly addresses: () => readonly string[];
  /** The same; where there is none, after giving the local network a few seconds. */
  awaited(): Promise<readonly string[]>;
}

/** Listens to the local network from now on. */
export function createNeighbours({ transport, clock, known }: NeighboursOptions): Neighbours {
  const announced = new Set<string>();
  transport.onDiscovered((peer) => {
    for (const address of peer.addresses) if (announced.size < MOST) announced.add(address);
  });
  const addresses = (): readonly string[] => [...new Set([...known(), ...announced])];
  const patience = (): number => (announced.size > 0 ? ENOUGH_MS : DISCOVERY_MS);
  return {
    addresses,
    async awaited() {
      for (let waited = 0; known().length === 0 && waited < patience(); waited += STEP_MS)
        await clock.sleep(STEP_MS);
      return addresses();
    },
  };
}
