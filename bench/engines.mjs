/** The engines that are measured, and how the two peers of each are started. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ROOT } from "../scripts/project.mjs";
import { bundleProgram } from "../scripts/bundle.mjs";
import { startPeer } from "./peer-process.mjs";

/**
 * @typedef {import("./peer-program.mjs").Receiver} Receiver
 * @typedef {import("./peer-program.mjs").Sender} Sender
 */

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {boolean} isRival whether it needs the packages of bench/package.json
 * @property {() => Promise<{ peer: Sender, kill: () => void }>} startSender
 * @property {() => Promise<{ peer: Receiver, kill: () => void }>} startReceiver
 */

/** @param {string} name @param {URL} program @returns {Engine} */
const rivalEngine = (name, program) => ({
  name,
  isRival: true,
  startSender: async () => startPeer(fileURLToPath(program), ["sender"]),
  startReceiver: async () => startPeer(fileURLToPath(program), ["receiver"]),
});

/** @type {Promise<string> | undefined} */
let bundled;
const veredaProgram = () =>
  (bundled ??= bundleProgram(fileURLToPath(new URL("./peers/vereda.ts", import.meta.url))));

/** The hub that shelters run, as a receiver. It needs no asking: the sender's sync ends when the hub has all on its disk. */
function hubReceiver() {
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  /** @type {Receiver} */
  const peer = {
    async open({ folder, invitation }) {
      const program = join(ROOT, "dist/vereda.js");
      const place = ["--data", folder, "--port", "0", "--listen", "/ip4/127.0.0.1/tcp/0", "--no-mdns"];
      child = spawn(process.execPath, [program, "hub", "--join", invitation, ...place], {
        stdio: ["ignore", "pipe", 2],
      });
      if (child.stdout === null) throw new Error("no output");
      for await (const line of createInterface({ input: child.stdout })) {
        const { peers } = /** @type {{ peers: string[] }} */ (JSON.parse(line));
        return Number(/\/tcp\/(\d+)/u.exec(peers[0] ?? "")?.[1]);
      }
      throw new Error("the hub did not start");
    },
    received: () => Promise.resolve(),
  };
  return { peer, kill: () => void child?.kill("SIGKILL") };
}

/** @type {readonly Engine[]} */
export const ENGINES = [
  {
    name: "vereda",
    isRival: false,
    startSender: async () => startPeer(await veredaProgram(), ["sender", "hub"]),
    startReceiver: async () => hubReceiver(),
  },
  {
    name: "vereda-opened",
    isRival: false,
    startSender: async () => startPeer(await veredaProgram(), ["sender", "person"]),
    startReceiver: async () => startPeer(await veredaProgram(), ["receiver", "person"]),
  },
  rivalEngine("hypercore", new URL("./peers/hypercore.mjs", import.meta.url)),
  rivalEngine("pouchdb", new URL("./peers/pouchdb.mjs", import.meta.url)),
  rivalEngine("automerge-repo", new URL("./peers/automerge-repo.mjs", import.meta.url)),
];
