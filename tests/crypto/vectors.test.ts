/**
 * Threat case C17. The frozen vectors of version 1: today's code writes what it wrote then, and opens it. Only read.
 * They were written once with VEREDA_WRITE_VECTORS=1, which refuses to write over an existing file.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  asSealed,
  decodeDeviceSecrets,
  dropPairOf,
  encodeDeviceSecrets,
  open,
  openFrom,
  openFromDrop,
  openVault,
  recoverySecrets,
  sameWords,
  unwrap,
} from "../../crypto/index.ts";
import { hex, unhex } from "./generators.ts";
import { allProviders } from "./providers.ts";
import * as given from "./vector-cases.ts";

const file = new URL("../vectors/crypto-v1.json", import.meta.url);

if (process.env["VEREDA_WRITE_VECTORS"] === "1" && !existsSync(file)) {
  writeFileSync(file, `${JSON.stringify(await given.computeVectors(), null, 2)}\n`, { flag: "wx" });
}

const vectors = JSON.parse(readFileSync(file, "utf8")) as given.Vectors;
const providers = await allProviders();

/** A frozen vector as bytes. */
function frozen(name: string): Uint8Array {
  const text = vectors[name];
  if (text === undefined) throw new Error(`no vector is called ${name}`);
  return unhex(text);
}

describe("the vectors of version 1", () => {
  test("C17 are what today's code writes, every one", async () => {
    expect(await given.computeVectors()).toEqual(vectors);
  });

  test.each(Object.entries(given.PLAINTEXTS))("C17 open, by every provider (%s)", async (name, plaintext) => {
    const { spaceKey: key, salt, context, wrapKey, boxPair, DOMAIN: domain } = given;
    const body = asSealed(frozen(`seal ${name} body`));
    expect(open({ key, salt, context, commit: frozen(`seal ${name} commit`), body })).toEqual(plaintext);
    const wrapped = frozen(`wrap ${name}`);
    expect(unwrap({ key: wrapKey, domain, context, wrapped })).toEqual(plaintext);
    for (const signatures of providers) {
      const box = frozen(`box ${name}`);
      expect(await openFrom({ signatures, pair: boxPair, domain, context, box })).toEqual(plaintext);
      const sealed = { commit: frozen(`drop ${name} commit`), body: asSealed(frozen(`drop ${name} body`)) };
      const dropped = await openFromDrop({ signatures, pair: dropPairOf(key), salt, context, ...sealed });
      expect(dropped).toEqual(plaintext);
    }
  });

  test("C17 hold a signature that every provider makes and accepts", async () => {
    const { public: key, secret } = given.signPair;
    for (const provider of providers) {
      const signature = frozen("signature");
      expect(await provider.sign(secret, given.DOMAIN, given.message)).toEqual(signature);
      expect(await provider.verify(key, given.DOMAIN, given.message, signature)).toBe(true);
    }
  });

  test("C17 hold a vault that opens", async () => {
    const opened = await openVault({ passphrase: given.PASSPHRASE, vault: frozen("vault") });
    expect(opened).toEqual({ kind: "open", master: frozen("master key") });
  });

  test("C17 hold words and a device that are read back", () => {
    const words = recoverySecrets(vectors["recovery words"]!);
    expect(words?.agree.public).toEqual(frozen("recovery public key"));
    expect(words?.sign.public).toEqual(frozen("recovery sign public key"));
    expect(sameWords(vectors["comparison words"]!, vectors["comparison words"]!)).toBe(true);
    const device = decodeDeviceSecrets(frozen("device secrets"));
    expect(device === null ? null : hex(encodeDeviceSecrets(device))).toBe(vectors["device secrets"]);
  });
});
