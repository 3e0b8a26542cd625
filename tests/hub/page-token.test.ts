/** The token of a hub's page: made once, in a file of its owner, and good for nothing when it differs. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemRandom } from "#crypto";
import { addressWith, isToken, keepPageToken, type PageToken } from "../../src/hub/page-token.ts";

const NOBODY = 65_534;
let folder = "";
const path = (): string => join(folder, "page-token");
const keep = (): Promise<PageToken> => keepPageToken(folder, systemRandom);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vereda-token-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Only root can be somebody else: for others the file's mode has to say it. */
const isRoot = process.getuid?.() === 0;

/** What another user of this machine gets who asks for the file. */
const readAsAnother = (): string =>
  spawnSync(
    process.execPath,
    ["-e", `process.stdout.write(require("fs").readFileSync(process.argv[1]))`, path()],
    {
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
      cwd: "/",
      encoding: "utf8",
    },
  ).stdout;

describe("B6 the token of a hub's page", () => {
  test("stays the same from start to start, and is another in every folder", async () => {
    const token = await keep();
    expect(token).toMatch(/^[\w-]{22}$/u);
    expect(await keep()).toBe(token);
    rmSync(path());
    expect(await keep()).not.toBe(token);
  });

  test.skipIf(process.platform === "win32")(
    "is in a file that only its owner reads, also where it was opened",
    async () => {
      await keep();
      expect(statSync(path()).mode & 0o777).toBe(0o600);
      chmodSync(path(), 0o644);
      await keep();
      expect(statSync(path()).mode & 0o777).toBe(0o600);
      expect(readdirSync(folder)).toEqual(["page-token"]);
    },
  );

  test("is not read by another user of the machine, where the folder lets them pass", async () => {
    const token = await keep();
    chmodSync(folder, 0o755);
    expect(isRoot ? readAsAnother() : "").toBe("");
    chmodSync(path(), 0o644);
    expect(readAsAnother().trim(), "the control: they could, but for the file's mode").toBe(token);
  });

  test("is made anew where the file holds none, a draft that was left behind is no obstacle", async () => {
    for (const damaged of ["", "\n", "short", "x".repeat(23), "no es una ficha de 22!"]) {
      writeFileSync(path(), damaged);
      writeFileSync(`${path()}.new`, "x", { mode: 0o644 });
      const token = await keep();
      expect(token).toMatch(/^[\w-]{22}$/u);
      expect(readFileSync(path(), "utf8")).toBe(`${token}\n`);
      expect(statSync(path()).mode & 0o077).toBe(0);
    }
  });

  test("is told only by itself", async () => {
    const token = await keep();
    expect(isToken(token, token)).toBe(true);
    for (const other of [undefined, [token], "", token.slice(0, -1), `${token}a`, await keepOther()])
      expect(isToken(token, other)).toBe(false);
  });

  test("stands in the fragment of an address, which no browser sends", async () => {
    const token = await keep();
    const address = new URL(addressWith(token, "http://localhost:4780"));
    expect([address.origin, address.pathname, address.search]).toEqual(["http://localhost:4780", "/", ""]);
    expect(address.hash).toBe(`#base=${token}`);
  });
});

async function keepOther(): Promise<PageToken> {
  rmSync(path());
  return keep();
}
