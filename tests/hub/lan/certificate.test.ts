/** A house's own certificates: what they vouch for, when they are made anew, who may read them. */
import { X509Certificate } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  certificateOf,
  fingerprintOf,
  isAuthorityWhole,
  isLeafGood,
  makeAuthority,
  makeLeaf,
  type Pem,
} from "../../../src/hub/lan/certificate.ts";
import { AuthorityDamaged, keepCertificates } from "../../../src/hub/lan/certificate-files.ts";

const DAY = 24 * 60 * 60_000;
const NOW = Date.now();
const NAMES = ["192.168.1.20", "casa-pc.local"];
const folder = mkdtempSync(join(tmpdir(), "vereda-lan-"));
let authority: Pem;
let leaf: Pem;

beforeAll(async () => {
  authority = await makeAuthority(NOW);
  leaf = await makeLeaf(authority, NAMES, NOW);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Whether a client that trusts only this authority accepts the leaf under this name. */
async function isAccepted(pem: Pem, name: string): Promise<boolean> {
  const server = createServer(
    { cert: certificateOf(pem) + certificateOf(authority), key: pem },
    (_, response) => response.end("hello"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const ca = certificateOf(authority);
  try {
    return await new Promise<boolean>((resolve) => {
      // the certificate is for another address than the test listens at
      const lookup = (_: string, options: { all?: boolean }, done: (...args: unknown[]) => void): void => {
        if (options.all === true) done(null, [{ address: "127.0.0.1", family: 4 }]);
        else done(null, "127.0.0.1", 4);
      };
      const isIp = /^\d/u.test(name);
      const sent = request(
        isIp
          ? {
              host: "127.0.0.1",
              port,
              ca,
              checkServerIdentity: (_, cert) => missing(cert.subjectaltname, name),
            }
          : { host: name, port, ca, lookup: lookup as never },
        (response) => {
          response.resume();
          resolve(true);
        },
      );
      sent.on("error", () => {
        resolve(false);
      });
      sent.end();
    });
  } finally {
    server.close();
  }
}

const missing = (names: string | undefined, name: string): Error | undefined =>
  (names ?? "").split(", ").includes(`IP Address:${name}`) ? undefined : new Error("another address");

describe("a leaf", () => {
  test("is accepted under its names by who trusts the authority, and under no other", async () => {
    expect(await isAccepted(leaf, "192.168.1.20")).toBe(true);
    expect(await isAccepted(leaf, "casa-pc.local")).toBe(true);
    expect(await isAccepted(leaf, "192.168.1.21")).toBe(false);
    expect(await isAccepted(leaf, "otra.local")).toBe(false);
  });

  test("that the authority signs for a public address or name is accepted by nobody", async () => {
    for (const name of ["203.0.113.7", "banco.example"]) {
      const stolen = await makeLeaf(authority, [name], NOW);
      expect(new X509Certificate(stolen).verify(new X509Certificate(authority).publicKey)).toBe(true);
      expect(await isAccepted(stolen, name)).toBe(false);
    }
  });

  test("names nobody: neither house nor person", () => {
    const { subject, issuer } = new X509Certificate(leaf);
    expect(subject).toBe("CN=Vereda");
    expect(issuer).toMatch(/^CN=Vereda [0-9A-F]{8}$/u);
    expect(fingerprintOf(leaf)).toMatch(/^[0-9A-F]{64}$/u);
  });

  test("serves until a month before it ends, for its names and its authority only", async () => {
    const good = (change: { names?: readonly string[]; now?: number }, of = authority): boolean =>
      isLeafGood(leaf, of, { names: NAMES, now: NOW, ...change });
    expect(good({})).toBe(true);
    expect(good({ names: [...NAMES].reverse() })).toBe(true);
    expect(good({ now: NOW + 59 * DAY })).toBe(true);
    expect(good({ now: NOW + 61 * DAY })).toBe(false);
    expect(good({ now: NOW - 30 * DAY })).toBe(false);
    expect(good({ names: ["192.168.1.21"] })).toBe(false);
    expect(good({}, await makeAuthority(NOW))).toBe(false);
    expect(isLeafGood(`${leaf.slice(0, 200)}x`, authority, { names: NAMES, now: NOW })).toBe(false);
  });
});

describe("the certificates of a folder", () => {
  const keep = (names: readonly string[] = NAMES, now = NOW): ReturnType<typeof keepCertificates> =>
    keepCertificates(folder, { names, now });
  const file = (name: string): string => join(folder, "lan", name);

  test("stay the same from start to start, and only their owner may read them", async () => {
    const first = await keep();
    expect(await keep()).toEqual(first);
    chmodSync(file("authority.pem"), 0o644);
    await keep();
    for (const name of ["authority.pem", "leaf.pem"]) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "lan")).mode & 0o777).toBe(0o700);
  });

  test("get a new leaf for another address, before the old one ends, and where it is damaged; never a new authority", async () => {
    const first = await keep();
    const moved = await keep(["10.1.2.3"]);
    const later = await keep(["10.1.2.3"], NOW + 70 * DAY);
    writeFileSync(file("leaf.pem"), "nothing");
    const mended = await keep(["10.1.2.3"]);
    const leaves = [first, moved, later, mended].map((one) => one.leaf);
    expect(new Set(leaves).size).toBe(4);
    for (const one of [moved, later, mended]) expect(one.authority).toBe(first.authority);
  });

  test("are not replaced where the authority is damaged", async () => {
    const whole = readFileSync(file("authority.pem"), "utf8");
    expect(isAuthorityWhole(whole)).toBe(true);
    writeFileSync(file("authority.pem"), whole.slice(0, 300));
    await expect(keep()).rejects.toThrow(AuthorityDamaged);
    expect(readFileSync(file("authority.pem"), "utf8")).toBe(whole.slice(0, 300));
  });
});
