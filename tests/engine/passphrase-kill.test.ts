/** A power cut while a passphrase is changed, as near as a test can come: SIGKILL on a real disk. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { bundleProgram } from "../../scripts/bundle.mjs";

const ROUNDS = 6;
const ONE = "el volcán de agua duerme";
const OTHER = "cinco faroles bajo la lluvia";

/** Runs the program until it is open, lets it change for `delayMs`, kills it; what it had printed. */
async function killAfter(program: readonly string[], delayMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const said: string[] = [];
  const lines = createInterface(child.stdout);
  const first = new Promise((resolve) => lines.once("line", resolve));
  lines.on("line", (line) => said.push(line));
  await Promise.race([first, ended]);
  await sleep(delayMs);
  child.kill("SIGKILL");
  await ended;
  return said;
}

test("K9 after a kill at any moment of a change, the old passphrase or the new one opens", async () => {
  const program = await bundleProgram(join(import.meta.dirname, "change-until-killed.program.ts"));
  const folder = await mkdtemp(join(tmpdir(), "vereda-passphrase-"));
  let changes = 0;
  let last: string | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const said = await killAfter([program, folder, ONE, OTHER], 20 + Math.random() * 200);
    const [opened, ...changed] = said;
    // the last change that was acknowledged holds, or the one that was under way when the kill came
    expect([`opened ${ONE}`, `opened ${OTHER}`]).toContain(opened);
    if (last !== null && opened !== last.replace("changed", "opened")) changes += 1;
    changes += changed.length;
    last = said.at(-1) ?? null;
  }
  expect(changes).toBeGreaterThan(ROUNDS);
  await rm(folder, { recursive: true, force: true });
  await rm(program, { force: true });
});
