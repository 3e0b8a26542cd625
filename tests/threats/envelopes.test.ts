/**
 * Threat cases of group C that concern entries, runs and signatures as they travel (docs/threat-cases.md).
 * Every envelope here was made by the code that shelters run.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  decodeDeviceSecrets,
  encodeDeviceSecrets,
  equalBytes,
  generateSpaceKey,
  open,
  type Signature,
  toText,
  utf8,
  type SpaceKey,
} from "#crypto";
import { ROOT } from "../../scripts/project.mjs";
import type { DeviceId, MeshId, SiteId } from "../../sync/ids.ts";
import { checkRun } from "../../sync/log/check-run.ts";
import { decodeHeader, encodeHeader, type Entry, makeEntry, sealContext } from "../../sync/log/entry.ts";
import { decodeRun, encodeRun, type Run } from "../../sync/log/run.ts";
import { verifySeal } from "../../sync/log/seal.ts";
import { decodeMessage, encodeMessage } from "../../sync/protocol/message-codec.ts";
import { signReceipt, verifyReceipt } from "../../sync/receipts/receipt.ts";
import { openReplica, type Replica } from "../../sync/replica.ts";
import { NETWORK, PAIR, siteSpace } from "../../sync/space.ts";
import { memoryStore } from "../../sync/store/memory-store.ts";
import { littleEndian, fromLittleEndian, ORDER } from "../crypto/edwards.ts";
import { flipBit } from "../crypto/generators.ts";
import { allProviders } from "../crypto/providers.ts";
import { plaintexts, random, signatures, type TestDevice, TestMesh } from "../support/test-mesh.ts";

const mesh = await TestMesh.found();
const ana = mesh.founder;
const beatriz = await mesh.admit("staff");
const run = await mesh.write(beatriz, NETWORK, [utf8("Wilmer"), utf8("Canales")]);
const bytes = encodeRun(run);
const [first, second] = run.entries as [Entry, Entry];

const author = beatriz.secrets.sign.public;

const sealsHold = async ({ mesh: of, log, seals }: Run): Promise<boolean> => {
  for (const seal of seals)
    if (!(await verifySeal(signatures, author, { mesh: of, log, seal }))) return false;
  return true;
};

/** What stands between bytes from the wire and Automerge: decoded, whole in its log, sealed by its author. */
async function passes(wire: Uint8Array): Promise<boolean> {
  const decoded = decodeRun(wire);
  if (decoded === null) return false;
  const { kind } = checkRun(decoded, mesh.mesh, null);
  const isOurs = decoded.log.device === run.log.device && decoded.log.space === run.log.space;
  return kind === "continues" && isOurs && (await sealsHold(decoded));
}

const opened = ({ header, body }: Entry, key: SpaceKey = mesh.spaceKey): Uint8Array | null =>
  open({ key, salt: header.salt, context: sealContext(header), commit: header.commit, body: body! });

async function replicaOf(): Promise<Replica> {
  const replica = await openReplica({
    store: memoryStore(),
    mesh: mesh.mesh,
    meshKey: mesh.meshKey,
    signatures,
  });
  for (const one of mesh.control) await replica.receive(one);
  return replica;
}

test("C1 every flipped bit of an envelope is refused before its content is looked at", async () => {
  expect(await passes(bytes)).toBe(true);
  const passed: number[] = [];
  for (let bit = 0; bit < bytes.length * 8; bit++) if (await passes(flipBit(bytes, bit))) passed.push(bit);
  expect(passed).toEqual([]);
  expect(bytes.length * 8).toBeGreaterThan(5000);
});

test("C2 an envelope cut or lengthened at any place is refused", async () => {
  for (let length = 0; length < bytes.length; length++)
    expect(decodeRun(bytes.subarray(0, length))).toBeNull();
  for (let more = 1; more <= 80; more++)
    expect(decodeRun(Uint8Array.of(...bytes, ...new Uint8Array(more)))).toBeNull();
});

test("C3 the headers of two envelopes of one author do not fit each other's bodies", async () => {
  expect(opened(first)).toEqual(utf8("Wilmer"));
  const swapped = [makeEntry(second.header, first.body!), makeEntry(first.header, second.body!)];
  for (const entry of swapped) expect(opened(entry)).toBeNull();
  const entries = [makeEntry(first.header, second.body!), makeEntry(second.header, first.body!)];
  expect(await passes(encodeRun({ ...run, entries }))).toBe(false);
});

describe("a body moved elsewhere does not open:", () => {
  const moves: readonly (readonly [string, Partial<Entry["header"]>])[] = [
    ["C4 another space", { space: PAIR }],
    ["C4 another site's space", { space: siteSpace("desk", toText(random(16)) as SiteId) }],
    ["C4 another device", { device: ana.id }],
    ["C4 another mesh", { mesh: toText(random(32)) as MeshId }],
    ["C4 another position", { seq: 7 }],
    ["C4 another entry before it", { prev: second.id }],
    ["C4 other heads", { heads: [] }],
    ["C4 another key's name", { keyId: second.header.salt.slice(0, 8) as never }],
    ["C4 another salt", { salt: second.header.salt }],
  ];
  test.each(moves)("%s", (_, change) => {
    const moved = makeEntry({ ...first.header, ...change }, first.body!);
    expect(equalBytes(moved.id, first.id)).toBe(false);
    expect(opened(moved)).toBeNull();
    expect(opened(first)).not.toBeNull();
  });

  test("C4 another generation of the key", () => {
    expect(opened(first, generateSpaceKey(random))).toBeNull();
  });
});

describe("who strips a seal and signs anew as somebody else", () => {
  const signedBy = async (device: TestDevice, of: Run): Promise<Run> => {
    const again = await device.write({
      mesh: mesh.mesh,
      space: NETWORK,
      key: mesh.spaceKey,
      heads: mesh.heads,
      plaintexts: plaintexts(2),
    });
    return { ...of, seals: of.seals.map((seal, at) => ({ ...seal, signature: again.seals[at]!.signature })) };
  };

  test("C5 is refused under the author's name", async () => {
    const carlos = await mesh.admit("staff");
    const forged = await signedBy(carlos, run);
    expect(await (await replicaOf()).receive(forged)).toEqual({ kind: "refused", reason: "bad-seal" });
  });

  test("C5 gets a body that nobody can open under his own", async () => {
    const device = "a".repeat(26) as DeviceId;
    const claimed = run.entries.map(({ header, body }) => makeEntry({ ...header, device }, body!));
    expect(claimed.map((entry) => opened(entry))).toEqual([null, null]);
    // Whoever holds the key can seal the content again: its changes then carry another's actor, which
    // tests/engine/documents.test.ts sees set aside.
  });
});

test("C6 a malleated signature is refused by every provider, and would not make another entry", async () => {
  const [seal] = run.seals;
  const s = fromLittleEndian(seal!.signature.subarray(32)) + ORDER;
  const signature = Uint8Array.of(...seal!.signature.subarray(0, 32), ...littleEndian(s)) as Signature;
  for (const provider of await allProviders()) {
    const place = { mesh: mesh.mesh, log: run.log };
    expect(await verifySeal(provider, author, { ...place, seal: seal! }), provider.name).toBe(true);
    expect(await verifySeal(provider, author, { ...place, seal: { ...seal!, signature } })).toBe(false);
  }
  const malleated = decodeRun(encodeRun({ ...run, seals: [{ ...seal!, signature }] }));
  expect(malleated?.entries.map(({ id }) => id)).toEqual(run.entries.map(({ id }) => id));
});

test("C9 a machine that was copied and runs twice repeats no key stream, and its fork is seen", async () => {
  const dora = await mesh.admit("staff");
  const log = dora.log(NETWORK);
  const start = dora.headOf(log);
  const one = await mesh.write(dora, NETWORK, [utf8("as it went on")]);
  dora.rewind(NETWORK, start);
  const two = await mesh.write(dora, NETWORK, [utf8("as the copy did")]);
  expect(two.entries[0]!.header.seq).toBe(one.entries[0]!.header.seq);
  expect(two.entries[0]!.header.salt).not.toEqual(one.entries[0]!.header.salt);
  const replica = await replicaOf();
  expect(await replica.receive(one)).toEqual({ kind: "stored", count: 1 });
  expect(await replica.receive(two)).toMatchObject({ kind: "fork" });
});

describe("a signature for one purpose is none for another", () => {
  const protocol = readFileSync(join(ROOT, "docs/protocol.md"), "utf8");
  const domains = [...protocol.matchAll(/^\| `(vereda\/[^`]+)` +\| Sign +\|/gmu)].map(
    ([, domain]) => domain!,
  );

  test("C15 under no other domain that the protocol signs under, each with each", async () => {
    expect(domains.length).toBeGreaterThanOrEqual(6);
    const message = random(40);
    const { public: key, secret } = beatriz.secrets.sign;
    for (const domain of domains) {
      const signature = await signatures.sign(secret, domain, message);
      const accepted: string[] = [];
      for (const other of domains)
        if (await signatures.verify(key, other, message, signature)) accepted.push(other);
      expect(accepted).toEqual([domain]);
    }
  });

  test("C15 a seal's signature makes no receipt", async () => {
    const site = toText(random(16)) as SiteId;
    const body = {
      site,
      space: NETWORK,
      says: "held",
      device: beatriz.id,
      counter: 1,
      at: 0,
      positions: [],
    } as const;
    const receipt = await signReceipt({
      mesh: mesh.mesh,
      body,
      secret: beatriz.secrets.sign.secret,
      signatures,
    });
    const asked = { mesh: mesh.mesh, key: author, signatures };
    expect(await verifyReceipt({ ...asked, receipt })).toBe(true);
    const moved = { ...receipt, signature: run.seals[0]!.signature };
    expect(await verifyReceipt({ ...asked, receipt: moved })).toBe(false);
  });
});

test("C18 another version byte is refused, there is nothing to negotiate down to", () => {
  const decoders: readonly (readonly [string, Uint8Array, (input: Uint8Array) => unknown, number])[] = [
    ["run", bytes, decodeRun, 0],
    ["header", encodeHeader(first.header), decodeHeader, 0],
    ["device", encodeDeviceSecrets(beatriz.secrets), decodeDeviceSecrets, 0],
    ["hello", encodeMessage({ kind: "hello", nonce: random(32) }), decodeMessage, 1],
  ];
  for (const [name, valid, decode, at] of decoders) {
    const accepted = Array.from({ length: 256 }, (_, version) => version).filter((version) => {
      const changed = valid.slice();
      changed[at] = version;
      return decode(changed) !== null;
    });
    expect(accepted, name).toEqual([1]);
  }
});
