/**
 * `hub`: starts the house's base and says where it is, as one line of JSON in every form, since
 * other programs start it too. Runs until it is stopped. It opens no vault and asks no passphrase.
 */
import type { HubWish } from "../host.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

interface HubOptions {
  readonly join?: string;
  readonly port?: number;
  readonly listen: readonly string[];
  readonly peer: readonly string[];
  readonly mdns: boolean;
  readonly lan?: true;
}

const stopped = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener(
      "abort",
      () => {
        resolve();
      },
      { once: true },
    );
  });

const wishOf = (dataDir: string, { join, port, listen, peer, mdns, lan }: HubOptions): HubWish => ({
  dataDir,
  ...(port === undefined ? {} : { port }),
  ...(join === undefined ? {} : { joinCode: join }),
  listen,
  peers: peer,
  mdns,
  lan: lan === true,
});

async function run(runner: Runner, options: HubOptions): Promise<void> {
  const { host, wording } = runner;
  const hub = await host.startHub(wishOf(runner.dataDir("hub"), options));
  try {
    await host.print(`${JSON.stringify({ url: hub.url, peers: hub.peers })}\n`);
    if (host.stderrIsTerminal) host.note(`${wording.cli.hubReady(hub.url)}\n`);
    await stopped(host.stop);
  } finally {
    await hub.stop();
  }
}

export function addHub({ program, runner, read }: Place): void {
  const { commands, options } = runner.wording.cli;
  program
    .command("hub")
    .description(commands.hub)
    .option("--join <code>", options.hubJoin, read.notEmpty("--join"))
    .option("--port <port>", options.port, read.port("--port"))
    .option<readonly string[]>("--listen <multiaddr>", options.listen, read.addresses("--listen"), [])
    .option<readonly string[]>("--peer <multiaddr>", options.hubPeer, read.addresses("--peer"), [])
    .option("--no-mdns", options.noMdns)
    .option("--lan", options.lan)
    .action((given: HubOptions) => run(runner, given));
}
