/** The keys of a device: made, kept, read back, and stripped of their secrets. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createSignatures,
  decodeDeviceSecrets,
  DEVICE_SECRETS_BYTES,
  encodeDeviceSecrets,
  generateDeviceSecrets,
  redactDevice,
  systemRandom,
  UsageError,
} from "../../crypto/index.ts";
import { bytes, exactly, hex, seededRandom } from "./generators.ts";

const secrets = generateDeviceSecrets(seededRandom("device"));

test("a device's keys are read back as they were written", () => {
  const encoded = encodeDeviceSecrets(secrets);
  expect(encoded).toHaveLength(DEVICE_SECRETS_BYTES);
  expect(decodeDeviceSecrets(encoded)).toEqual(secrets);
});

test("a device's secrets differ from one another and from those of the next device", () => {
  const next = generateDeviceSecrets(systemRandom);
  const all = [secrets, next].flatMap((each) => [each.sign.secret, each.agree.secret, each.saltSecret]);
  expect(new Set(all.map(hex)).size).toBe(6);
});

test("what a device shows of itself holds no secret", () => {
  const shown = redactDevice(secrets);
  expect(shown).toEqual({ sign: secrets.sign.public, agree: secrets.agree.public });
});

test("a device signs and agrees with the keys that it shows", async () => {
  const signatures = await createSignatures();
  const other = generateDeviceSecrets(seededRandom("other"));
  const shown = redactDevice(secrets);
  const signature = await signatures.sign(secrets.sign.secret, "vereda/test/1", shown.sign);
  expect(await signatures.verify(shown.sign, "vereda/test/1", shown.sign, signature)).toBe(true);
  const shared = await signatures.agree(secrets.agree.secret, redactDevice(other).agree);
  expect(shared).toEqual(await signatures.agree(other.agree.secret, shown.agree));
});

test("bytes of another length or version are no device, and none makes the reader throw", () => {
  const encoded = encodeDeviceSecrets(secrets);
  expect(decodeDeviceSecrets(Uint8Array.of(2, ...encoded.subarray(1)))).toBeNull();
  fc.assert(
    fc.property(bytes(200), (noise) => {
      if (noise.length !== DEVICE_SECRETS_BYTES) expect(decodeDeviceSecrets(noise)).toBeNull();
    }),
  );
  fc.assert(
    fc.property(exactly(DEVICE_SECRETS_BYTES - 1), (rest) => {
      const read = decodeDeviceSecrets(Uint8Array.of(1, ...rest));
      expect(read === null ? null : hex(encodeDeviceSecrets(read)).slice(2)).toBe(hex(rest));
    }),
    { numRuns: 10 },
  );
});

test("a device without a whole salt secret is not written", () => {
  expect(() => encodeDeviceSecrets({ ...secrets, saltSecret: new Uint8Array(16) })).toThrow(UsageError);
});
