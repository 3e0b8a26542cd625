import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import {
  dropKeyId,
  dropLength,
  dropPairOf,
  equalBytes,
  keyIdOf,
  MAX_PLAINTEXT_BYTES,
  open,
  openFromDrop,
  toText,
} from "#crypto";
import { type MeshId, type OperationId, operationIdOf } from "../../../sync/ids.ts";
import { appendEntries, type AppendOptions } from "../../../sync/log/append.ts";
import { checkRun, isWhole } from "../../../sync/log/check-run.ts";
import {
  decodeHeader,
  encodeHeader,
  entryIdOf,
  MAX_BODY_BYTES,
  makeEntry,
  NO_MESH,
  sealContext,
} from "../../../sync/log/entry.ts";
import { decodeLog, encodeLog, logKey, parseLogKey } from "../../../sync/log/log-ref.ts";
import { decodeRun, encodeRun, type Run, sliceRun } from "../../../sync/log/run.ts";
import { sealPositions, verifySeal } from "../../../sync/log/seal.ts";
import { CONTROL, NETWORK, PAIR } from "../../../sync/space.ts";
import { plaintexts, random, signatures, TestDevice, TestMesh } from "../../support/test-mesh.ts";

const mesh = await TestMesh.found();
const ana = mesh.founder;
const run = await mesh.write(ana, NETWORK, plaintexts(130));
const [founding] = mesh.control as [Run];
const entry = run.entries[5]!;

const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

describe("an entry's header", () => {
  test("is decoded to what was encoded, and its context is all of it but the commitment", () => {
    const bytes = encodeHeader(entry.header);
    expect(decodeHeader(bytes)).toEqual(entry.header);
    expect(bytes.subarray(0, bytes.length - 32)).toEqual(sealContext(entry.header));
    expect(bytes.subarray(-32)).toEqual(entry.header.commit);
  });

  property.prop([fc.nat({ max: encodeHeader(entry.header).length * 8 - 1 })])(
    "with any flipped bit is refused or has another id",
    (bit) => {
      const bytes = flipped(encodeHeader(entry.header), bit);
      const header = decodeHeader(bytes);
      if (header === null) return;
      expect(encodeHeader(header)).toEqual(bytes);
      expect(entryIdOf(header, entry.bodyHash)).not.toEqual(entry.id);
    },
  );

  property.prop([fc.uint8Array({ maxLength: 300 })])(
    "is never read from arbitrary bytes by a throw",
    (bytes) => {
      const header = decodeHeader(bytes);
      if (header !== null) expect(encodeHeader(header)).toEqual(bytes);
    },
  );

  test("of more than four heads, unsorted or doubled ones is refused", () => {
    const heads = Array.from({ length: 5 }, () => toText(random(32)) as OperationId).sort();
    const decoded = (some: readonly OperationId[]) =>
      decodeHeader(encodeHeader({ ...entry.header, heads: some }));
    expect(decoded(heads.slice(1))?.heads).toEqual(heads.slice(1));
    expect(decoded(heads)).toBe(null);
    expect(decoded([heads[1]!, heads[0]!])).toBe(null);
    expect(decoded([heads[1]!, heads[1]!])).toBe(null);
  });

  test("can state a body as long as the longest plaintext makes it", () => {
    expect(dropLength(MAX_PLAINTEXT_BYTES)).toBeLessThanOrEqual(MAX_BODY_BYTES);
    expect(decodeHeader(encodeHeader({ ...entry.header, length: MAX_BODY_BYTES + 1 }))).toBe(null);
  });
});

describe("a log's name", () => {
  test("is read back from text and bytes", () => {
    for (const space of [CONTROL, NETWORK, PAIR]) {
      const log = ana.log(space);
      expect(parseLogKey(logKey(log))).toEqual(log);
      expect(decodeLog(encodeLog(log))).toEqual(log);
    }
    expect(parseLogKey("network")).toBe(null);
    expect(parseLogKey(`nowhere/${ana.id}`)).toBe(null);
    expect(decodeLog(encodeLog(ana.log(PAIR)).subarray(1))).toBe(null);
  });
});

describe("an encoded run", () => {
  const encodedSlice = encodeRun(sliceRun(run, 0, 63)!);

  test("is decoded to the run, ids and chain recomputed", () => {
    expect(decodeRun(encodeRun(run))).toEqual(run);
    expect(decodeRun(encodeRun(founding))).toEqual(founding);
    const rest = sliceRun(run, 64, 129)!;
    expect(decodeRun(encodeRun(rest))).toEqual(rest);
  });

  test("states what does not change once", () => {
    const bytes = run.entries.reduce((sum, { body }) => sum + body!.length, 0);
    expect((encodeRun(run).length - bytes) / run.entries.length).toBeLessThan(72);
  });

  test("with any flipped bit does not decode to a run of the same author's seals", async () => {
    const small = sliceRun(run, 128, 129)!;
    const bytes = encodeRun(small);
    const key = ana.secrets.sign.public;
    const isSealed = async (one: Run): Promise<boolean> => {
      for (const seal of one.seals) {
        if (!(await verifySeal(signatures, key, { mesh: one.mesh, log: one.log, seal }))) return false;
      }
      return true;
    };
    expect(await isSealed(small)).toBe(true);
    const bits = fc.sample(fc.nat({ max: bytes.length * 8 - 1 }), 100);
    // Bits of the part that is not bodies: start, first entry's header, signature.
    const start = Array.from({ length: 400 }, (_, at) => at * 3);
    const end = Array.from({ length: 100 }, (_, at) => bytes.length * 8 - 1 - at * 5);
    for (const bit of [...start, ...end, ...bits]) {
      const changed = decodeRun(flipped(bytes, bit));
      if (changed !== null) expect(await isSealed(changed), `bit ${String(bit)}`).toBe(false);
    }
  });

  test("cut short or continued does not decode", () => {
    const bytes = encodeRun(sliceRun(run, 128, 129)!);
    for (let length = 0; length < bytes.length; length++)
      expect(decodeRun(bytes.subarray(0, length))).toBe(null);
    expect(decodeRun(new Uint8Array([...bytes, 0]))).toBe(null);
  });

  property.prop([fc.uint8Array({ maxLength: 2000 })])("never throws on arbitrary bytes", (bytes) => {
    expect(decodeRun(bytes)).toBe(null);
  });

  property.prop([fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 40 })])(
    "that decodes after any change is encoded to the same bytes again",
    (at, patch) => {
      const bytes = encodedSlice.slice();
      bytes.set(patch, at % (bytes.length - patch.length));
      const decoded = decodeRun(bytes);
      if (decoded !== null) expect(equalBytes(encodeRun(decoded), bytes)).toBe(true);
    },
  );

  test("F10 cannot claim to found another mesh", () => {
    const bytes = encodeRun({ ...founding, mesh: run.mesh });
    const mine = toText(random(32)) as MeshId;
    expect(decodeRun(bytes)).toEqual(founding);
    expect(decodeRun(encodeRun({ ...founding, mesh: mine }))).toBe(null);
  });
});

describe("the check of a run", () => {
  const head = (seq: number) => ({ seq, id: run.entries[seq]!.id });

  test("tells how a run stands to what is held", () => {
    const rest = sliceRun(run, 64, 129)!;
    expect(checkRun(run, run.mesh, null)).toEqual({ kind: "continues" });
    expect(checkRun(rest, run.mesh, head(63))).toEqual({ kind: "continues" });
    expect(checkRun(rest, run.mesh, head(80))).toEqual({ kind: "overlaps" });
    expect(checkRun(rest, run.mesh, head(62))).toEqual({ kind: "gap", from: 63 });
    expect(checkRun(rest, run.mesh, null)).toEqual({ kind: "gap", from: 0 });
    expect(checkRun(rest, run.mesh, { seq: 63, id: entry.id })).toEqual({ kind: "forks" });
  });

  test("finds what no honest author makes", () => {
    const broken: Record<string, Run> = {
      "another mesh": { ...run, mesh: toText(random(32)) as MeshId },
      "another log": { ...run, log: ana.log(PAIR) },
      "no entries": { ...run, entries: [], seals: [] },
      "a missing entry": { ...run, entries: run.entries.filter((_, at) => at !== 7) },
      "no seal at the end": { ...run, seals: run.seals.slice(0, -1) },
      "no seal at the 64th": { ...run, seals: run.seals.slice(1) },
      "a seal over another id": { ...run, seals: run.seals.map((seal) => ({ ...seal, id: entry.id })) },
      "a wrong id": sliceRun({ ...run, entries: [{ ...run.entries[0]!, id: entry.id }], seals: [] }, 0, 0)!,
      "another body": { ...run, entries: run.entries.map((one) => ({ ...one, body: entry.body })) },
    };
    for (const [what, bad] of Object.entries(broken)) {
      expect(checkRun(bad, run.mesh, null).kind, what).toBe("malformed");
    }
    expect(isWhole(run, run.mesh)).toBe(true);
  });

  test("takes the founding's empty mesh nowhere but in the founding", () => {
    expect(founding.entries[0]?.header.mesh).toBe(NO_MESH);
    expect(operationIdOf(founding.entries[0]!.id) as string).toBe(founding.mesh);
    expect(isWhole(founding, founding.mesh)).toBe(true);
    const [first] = run.entries;
    const unnamed = makeEntry({ ...first!.header, mesh: NO_MESH }, first!.body!);
    const seals = [{ ...run.seals[0]!, seq: 0, id: unnamed.id }];
    expect(isWhole({ ...run, entries: [unnamed], seals }, run.mesh)).toBe(false);
  });
});

describe("the author's side", () => {
  test("seals at every 64th entry and at the end, wherever the run begins", async () => {
    const device = new TestDevice();
    const counts = [10, 53, 1, 64, 130];
    const positions: number[][] = [];
    for (const count of counts) {
      const one = await mesh.write(device, NETWORK, plaintexts(count));
      positions.push(one.seals.map(({ seq }) => seq));
      expect(isWhole(one, mesh.mesh)).toBe(true);
    }
    expect(positions).toEqual([[9], [62], [63], [127], [191, 255, 257]]);
    expect(sealPositions(63, 63)).toEqual([63]);
    expect(sealPositions(64, 64)).toEqual([64]);
  });

  test("writes what the space key opens, or the drop key's owner", async () => {
    const key = mesh.spaceKey;
    const [text] = plaintexts(1, "hola");
    const pair = dropPairOf(key);
    const device = new TestDevice();
    const options: AppendOptions = {
      mesh: mesh.mesh,
      log: device.log(NETWORK),
      head: null,
      heads: mesh.heads,
      plaintexts: [text!],
      key: { kind: "space", key, keyId: keyIdOf(key) },
      author: device.secrets,
      random,
      signatures,
    };
    const sealed = (await appendEntries(options)).entries[0]!;
    const place = {
      salt: sealed.header.salt,
      context: sealContext(sealed.header),
      commit: sealed.header.commit,
    };
    expect(open({ key, ...place, body: sealed.body! })).toEqual(text);
    const write = { kind: "drop", public: pair.public, keyId: dropKeyId(pair.public) } as const;
    const dropped = (await appendEntries({ ...options, key: write })).entries[0]!;
    const { salt, commit } = dropped.header;
    const context = sealContext(dropped.header);
    expect(await openFromDrop({ signatures, pair, salt, context, commit, body: dropped.body! })).toEqual(
      text,
    );
    expect(dropped.header.length).toBe(dropped.body!.length);
  });

  test("refuses to write nothing, or under more than four heads", async () => {
    const heads = Array.from({ length: 5 }, () => toText(random(32)) as OperationId);
    const write = (texts: readonly Uint8Array[], some: readonly OperationId[]) =>
      ana.write({ mesh: mesh.mesh, space: PAIR, key: mesh.spaceKey, heads: some, plaintexts: texts });
    await expect(write([], [])).rejects.toBeInstanceOf(RangeError);
    await expect(write(plaintexts(1), heads)).rejects.toBeInstanceOf(RangeError);
    const unsorted = heads.slice(0, 4).sort().reverse();
    const one = await write(plaintexts(1), unsorted);
    expect(isWhole(one, mesh.mesh)).toBe(true);
  });
});
