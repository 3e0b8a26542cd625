/**
 * `hub`: starts the house's base and says where it is, as one line of JSON in every form, since
 * other programs start it too. Runs until it is stopped. It opens no vault and asks no passphrase.
 */
import { inGroups } from "#i18n";
import { nameOf } from "../failure.ts";
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

/** Four groups of four in a line: short enough to be compared one by one. */
const fingerprintLines = (fingerprint: string): string =>
  inGroups(fingerprint)
    .map((group, at) => group + (at % 4 === 3 ? "\n" : " "))
    .join("")
    .trimEnd();

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

/** A port of the system's choice on every network; the hub keeps it from start to start. */
const EVERYWHERE = "/ip4/0.0.0.0/tcp/0";

function wishOf(runner: Runner, { join, port, listen, peer, mdns, lan }: HubOptions): HubWish {
  const { host, wording } = runner;
  return {
    dataDir: runner.dataDir("hub"),
    ...(port === undefined ? {} : { port }),
    ...(join === undefined ? {} : { joinCode: join }),
    listen: listen.length === 0 ? [EVERYWHERE] : listen,
    peers: peer,
    mdns,
    lan:
      lan === true ? { guide: (fingerprint) => wording.cli.lanGuide(fingerprintLines(fingerprint)) } : null,
    onFault: (error) => {
      host.note(`${wording.cli.background(nameOf(error))}\n`);
    },
  };
}

async function run(runner: Runner, options: HubOptions): Promise<void> {
  const { host, wording } = runner;
  const hub = await host.startHub(wishOf(runner, options));
  try {
    const { url, peers, lan } = hub;
    const more = lan === null ? {} : { lan: lan.urls, fingerprint: lan.fingerprint };
    await host.print(`${JSON.stringify({ url, peers, ...more })}\n`);
    if (host.stderrIsTerminal) host.note(`${wording.cli.hubReady(url)}\n`);
    if (lan !== null) {
      host.note(`${wording.cli.lanReady(lan.urls.join(" "), fingerprintLines(lan.fingerprint))}\n`);
    }
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
