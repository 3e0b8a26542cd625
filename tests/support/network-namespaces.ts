/**
 * Two houses on one machine. Where network namespaces are allowed each house is a host of its own, on one
 * cable with the other: they find each other by mDNS, and the cable can be pulled. Where not, both are on
 * loopback and have to be told each other's address.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the programs of one house run. */
export interface Network {
  /** The command line that runs a program in this network. */
  readonly within: (command: readonly string[]) => readonly string[];
  /** A program that starts another in this network, for the browser's place; undefined on loopback. */
  readonly launcher: (program: string) => string | undefined;
}

export interface TwoNetworks {
  /** The houses are hosts of their own: mDNS works, and the cable can be pulled. */
  readonly apart: boolean;
  readonly houses: readonly [Network, Network];
  /** Pulls the cable. Does nothing on loopback. */
  cut(): void;
  mend(): void;
  /** Takes the namespaces away; end the processes inside first. */
  clear(): void;
}

const ip = (...args: readonly string[]): void => {
  execFileSync("ip", [...args], { stdio: ["ignore", "ignore", "pipe"] });
};

const LOOPBACK: Network = { within: (command) => command, launcher: () => undefined };

/** Whether this machine lets us make hosts of our own. */
export function namespacesAllowed(): boolean {
  const name = `vereda-try-${String(process.pid)}`;
  const made = spawnSync("ip", ["netns", "add", name], { stdio: "ignore" });
  if (made.status !== 0) return false;
  const entered = spawnSync("ip", ["netns", "exec", name, "true"], { stdio: "ignore" });
  spawnSync("ip", ["netns", "delete", name], { stdio: "ignore" });
  return entered.status === 0;
}

interface End {
  readonly namespace: string;
  readonly device: string;
  readonly address: string;
}

/** Multicast leaves a host only where it has a default route; it goes whenever the cable is pulled. */
function plugIn({ namespace, device }: End): void {
  ip("-n", namespace, "link", "set", device, "up");
  ip("-n", namespace, "route", "replace", "default", "dev", device);
}

function makeEnds([one, other]: readonly [End, End]): void {
  for (const { namespace } of [one, other]) {
    ip("netns", "add", namespace);
    ip("-n", namespace, "link", "set", "lo", "up");
  }
  ip(
    ...["link", "add", one.device, "netns", one.namespace, "type", "veth"],
    ...["peer", "name", other.device, "netns", other.namespace],
  );
  for (const end of [one, other]) {
    ip("-n", end.namespace, "address", "add", end.address, "dev", end.device);
    plugIn(end);
  }
}

function networkOf({ namespace }: End, folder: string): Network {
  return {
    within: (command) => ["ip", "netns", "exec", namespace, ...command],
    launcher(program) {
      const file = join(folder, namespace);
      writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${namespace} ${program} "$@"\n`);
      chmodSync(file, 0o755);
      return file;
    },
  };
}

/** Makes the two networks; clear them in `afterAll`. */
export function createTwoNetworks(): TwoNetworks {
  if (!namespacesAllowed()) {
    const nothing = (): void => undefined;
    return { apart: false, houses: [LOOPBACK, LOOPBACK], cut: nothing, mend: nothing, clear: nothing };
  }
  const tag = String(process.pid);
  const ends: readonly [End, End] = [
    { namespace: `vereda-${tag}-a`, device: `va${tag}`, address: "10.83.0.1/24" },
    { namespace: `vereda-${tag}-b`, device: `vb${tag}`, address: "10.83.0.2/24" },
  ];
  const folder = mkdtempSync(join(tmpdir(), "vereda-net-"));
  const clear = (): void => {
    for (const { namespace } of ends) spawnSync("ip", ["netns", "delete", namespace], { stdio: "ignore" });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    makeEnds(ends);
  } catch (fault) {
    clear();
    throw fault;
  }
  return {
    apart: true,
    houses: [networkOf(ends[0], folder), networkOf(ends[1], folder)],
    cut() {
      for (const { namespace, device } of ends) ip("-n", namespace, "link", "set", device, "down");
    },
    mend() {
      for (const end of ends) plugIn(end);
    },
    clear,
  };
}
