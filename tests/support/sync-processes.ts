/**
 * Starts `sync-peer.ts` in processes of their own and talks to them.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { encodeDeviceSecrets } from "#crypto";
import { encodeRun, type Run } from "../../sync/log/run.ts";
import { bundleProgram } from "../../scripts/bundle.mjs";
import type { PeerCommand, PeerOptions } from "./sync-peer.ts";
import type { TestDevice, TestMesh } from "./test-mesh.ts";

/** Runs, each after four bytes of length. */
export async function writeRuns(file: string, runs: readonly Run[]): Promise<void> {
  const parts = runs.map(encodeRun).flatMap((bytes) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  await writeFile(file, Buffer.concat(parts));
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

let bundled: Promise<string> | null = null;

export class PeerProcess {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  addresses: readonly string[] = [];

  static async start(
    mesh: TestMesh,
    device: TestDevice,
    options: Partial<PeerOptions> = {},
  ): Promise<PeerProcess> {
    bundled ??= bundleProgram(resolve(import.meta.dirname, "sync-peer.ts"));
    const program = await bundled;
    const peer = new PeerProcess(spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] }));
    const answer = (await peer.ask({
      kind: "open",
      options: {
        mesh: mesh.mesh,
        meshKey: hex(mesh.meshKey),
        secrets: hex(encodeDeviceSecrets(device.secrets)),
        listen: [],
        folder: null,
        live: true,
        ...options,
      },
    })) as { addresses: string[] };
    peer.addresses = answer.addresses;
    return peer;
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    if (child.stdout === null) throw new Error("no stdout");
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** The answer to a command; throws what the program could not do. */
  async ask(command: PeerCommand): Promise<unknown> {
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
    const line = await this.#answers.next();
    if (line.done === true) throw new Error("the process ended");
    const answer = JSON.parse(line.value) as { fault?: string };
    if (answer.fault !== undefined) throw new Error(answer.fault);
    return answer;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }
}
