/** A power cut, as near as a test can come: SIGKILL while a process appends. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { encodeDeviceSecrets, generateSpaceKey, toText } from "#crypto";
import { openLevelStore } from "../../../sync/adapters/leveldb.node.ts";
import { isWhole } from "../../../sync/log/check-run.ts";
import type { Run } from "../../../sync/log/run.ts";
import { verifySeal } from "../../../sync/log/seal.ts";
import { NETWORK } from "../../../sync/space.ts";
import { bundleProgram } from "../../../scripts/bundle.mjs";
import { random, signatures, TestDevice, TestMesh } from "../../support/test-mesh.ts";

const ROUNDS = 5;

/** Runs the program until it has printed a line, then kills it after `delayMs`; the last position it printed. */
async function killAfter(program: readonly string[], delayMs: number): Promise<number> {
  const child = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  let acknowledged = -1;
  const lines = createInterface(child.stdout);
  const first = new Promise((resolve) => lines.once("line", resolve));
  lines.on("line", (line) => {
    acknowledged = Number(line);
  });
  await Promise.race([first, ended]);
  await sleep(delayMs);
  child.kill("SIGKILL");
  await ended;
  return acknowledged;
}

async function readAll(
  folder: string,
  device: TestDevice,
  mesh: TestMesh,
): Promise<{ high: number; run: Run }> {
  const store = await openLevelStore(folder);
  const [holding] = await store.holdings();
  const high = holding?.high ?? -1;
  const log = device.log(NETWORK);
  const run = {
    mesh: mesh.mesh,
    log,
    entries: await store.read(log, 0, high),
    seals: await store.seals(log, 0, high),
  };
  await store.close();
  return { high, run };
}

test(
  "what was acknowledged is there after a kill at any moment, and is a whole, sealed log",
  { timeout: 120_000 },
  async () => {
    const program = await bundleProgram(join(import.meta.dirname, "append-until-killed.program.ts"));
    const folder = await mkdtemp(join(tmpdir(), "vereda-kill-"));
    const mesh = await TestMesh.found();
    const device = new TestDevice();
    const args = [
      program,
      folder,
      mesh.mesh,
      toText(encodeDeviceSecrets(device.secrets)),
      toText(generateSpaceKey(random)),
    ];
    let before = -1;
    for (let round = 0; round < ROUNDS; round++) {
      const acknowledged = await killAfter(args, Math.random() * 250);
      const { high, run } = await readAll(folder, device, mesh);
      expect(acknowledged).toBeGreaterThan(before);
      expect(high).toBeGreaterThanOrEqual(acknowledged);
      expect(run.entries.length).toBe(high + 1);
      expect(isWhole(run, mesh.mesh)).toBe(true);
      const tip = run.seals.at(-1)!;
      const key = device.secrets.sign.public;
      expect(await verifySeal(signatures, key, { mesh: mesh.mesh, log: run.log, seal: tip })).toBe(true);
      before = high;
    }
    await rm(folder, { recursive: true, force: true });
    await rm(program, { force: true });
  },
);
