/** Vaults: what opens them, what does not, and that nobody can make them cheap or endless. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CEILING_COST,
  concat,
  createVault,
  FLOOR_COST,
  hash,
  openVault,
  restKey,
  systemRandom,
  uint32,
  UsageError,
  VAULT_BYTES,
} from "../../crypto/index.ts";
import { isAllowedCost, stretch } from "../../crypto/stretch.ts";
import { bytes, flipBit, hex, seededRandom } from "./generators.ts";

const passphrase = "la vereda cruza el río Suchiate";
const cheap = { unsafeTestingLowCost: true };
const random = seededRandom("vault");
const made = await createVault({ passphrase, random, ...cheap });

/** A forged vault whose checksum is right. */
function forge(vault: Uint8Array, cost: { readonly memoryKib: number; readonly passes: number }): Uint8Array {
  const body = concat(
    vault.subarray(0, 1),
    uint32(cost.memoryKib),
    Uint8Array.of(cost.passes),
    vault.subarray(6, 150),
  );
  return concat(body, hash("vereda/vault-check/1", body).subarray(0, 8));
}

describe("a vault", () => {
  test("opens with its passphrase and gives its master key", async () => {
    expect(made.vault).toHaveLength(VAULT_BYTES);
    expect(await openVault({ passphrase, vault: made.vault, ...cheap })).toEqual({
      kind: "open",
      master: made.master,
    });
  });

  test("opens whether an accent was typed as one character or two", async () => {
    const [composed, apart] = [passphrase.normalize("NFC"), passphrase.normalize("NFD")];
    expect(composed).not.toBe(apart);
    for (const typed of [composed, apart]) {
      expect(await openVault({ passphrase: typed, vault: made.vault, ...cheap })).toMatchObject({
        kind: "open",
      });
    }
  });

  test("K1 does not open with another passphrase, nor with none", async () => {
    for (const wrong of ["la vereda cruza el rio Suchiate", passphrase.toUpperCase(), ` ${passphrase}`, ""]) {
      expect(await openVault({ passphrase: wrong, vault: made.vault, ...cheap })).toEqual({
        kind: "wrong-passphrase",
      });
    }
  });

  test("has master key and salt of its own each time", async () => {
    const other = await createVault({ passphrase, random, ...cheap });
    expect(other.master).not.toEqual(made.master);
    expect(other.vault.subarray(6, 38)).not.toEqual(made.vault.subarray(6, 38));
  });

  test("keeps its master key when the passphrase is changed, and the old one opens only the old vault", async () => {
    const next = "otra frase";
    const changed = await createVault({ passphrase: next, random, master: made.master, ...cheap });
    const opened = await openVault({ passphrase: next, vault: changed.vault, ...cheap });
    expect(opened).toEqual({ kind: "open", master: made.master });
    const old = await openVault({ passphrase, vault: changed.vault, ...cheap });
    expect(old.kind).toBe("wrong-passphrase");
  });

  test("K2 is damaged where a bit was changed or the end is missing", async () => {
    for (let bit = 0; bit < VAULT_BYTES * 8; bit += 7) {
      const opened = await openVault({ passphrase, vault: flipBit(made.vault, bit), ...cheap });
      expect(opened.kind, String(bit)).toBe("damaged");
    }
    for (let length = 0; length < VAULT_BYTES; length++) {
      const opened = await openVault({ passphrase, vault: made.vault.subarray(0, length), ...cheap });
      expect(opened.kind).toBe("damaged");
    }
  });

  test("of random bytes never makes the reader throw", async () => {
    const noise = fc.oneof(bytes(200), fc.uint8Array({ minLength: VAULT_BYTES, maxLength: VAULT_BYTES }));
    await fc.assert(
      fc.asyncProperty(noise, async (vault) => {
        expect((await openVault({ passphrase, vault })).kind).toBe("damaged");
      }),
    );
  });

  test("forged with a right checksum opens for nobody", async () => {
    const cost = { memoryKib: 8, passes: 2 };
    const opened = await openVault({ passphrase, vault: forge(made.vault, cost), ...cheap });
    expect(opened.kind).toBe("wrong-passphrase");
    const same = forge(made.vault, { memoryKib: 8, passes: 1 });
    expect(hex(same)).toBe(hex(made.vault));
  });
});

describe("the cost of a vault", () => {
  const { memoryKib, passes } = FLOOR_COST;

  test("may be at its ceiling, or at its floor", () => {
    expect([CEILING_COST, FLOOR_COST].map((cost) => isAllowedCost(cost, false))).toEqual([true, true]);
  });

  test("is by default at least 64 MiB and three passes, and such a vault opens", async () => {
    expect([memoryKib, passes]).toEqual([65_536, 3]);
    const real = await createVault({ passphrase, random });
    expect([...real.vault.subarray(1, 6)]).toEqual([0, 1, 0, 0, 3]);
    expect(await openVault({ passphrase, vault: real.vault })).toEqual({ kind: "open", master: real.master });
  });

  test("K2 below the floor or above the ceiling is refused before any work is done", async () => {
    const refused = [
      { memoryKib: memoryKib - 1, passes },
      { memoryKib, passes: passes - 1 },
      { memoryKib: CEILING_COST.memoryKib + 1, passes },
      { memoryKib, passes: CEILING_COST.passes + 1 },
      { memoryKib: 0xffff_ffff, passes: 255 },
      { memoryKib: 8, passes: 1 },
      { memoryKib: 0, passes: 0 },
    ];
    for (const cost of refused) {
      expect((await openVault({ passphrase, vault: forge(made.vault, cost) })).kind).toBe("damaged");
      await expect(createVault({ passphrase, random, cost })).rejects.toMatchObject({ code: "weak-cost" });
    }
  });

  test("of tests does not open without the option that says so", async () => {
    expect((await openVault({ passphrase, vault: made.vault })).kind).toBe("damaged");
  });

  test("has a ceiling for tests too", async () => {
    const cost = { memoryKib: 8, passes: CEILING_COST.passes + 1 };
    expect((await openVault({ passphrase, vault: forge(made.vault, cost), ...cheap })).kind).toBe("damaged");
  });
});

describe("misuse of a vault", () => {
  test("is told without telling the passphrase", async () => {
    await expect(createVault({ passphrase: "", random })).rejects.toThrow(UsageError);
    const misuse = createVault({ passphrase, random, cost: { memoryKib: 8, passes: 1 } });
    await expect(misuse).rejects.not.toThrow(/Suchiate/u);
    await expect(createVault({ passphrase, random: () => new Uint8Array(3), ...cheap })).rejects.toThrow(
      UsageError,
    );
    const short = new Uint8Array(31) as typeof made.master;
    await expect(createVault({ passphrase, random, master: short, ...cheap })).rejects.toThrow(UsageError);
    expect(() => restKey(short, "views")).toThrow(UsageError);
  });
});

test("each purpose at rest has a key of its own", () => {
  expect(restKey(made.master, "views")).toEqual(restKey(made.master, "views"));
  expect(restKey(made.master, "views")).not.toEqual(restKey(made.master, "keys"));
  expect(restKey(made.master, "views")).toHaveLength(32);
});

test("stretching is Argon2id version 1.3", async () => {
  // Made with the reference implementation: argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 of "password".
  const password = new TextEncoder().encode("password");
  const salt = new TextEncoder().encode("somesalt");
  const stretched = await stretch({ password, salt, cost: { memoryKib: 65_536, passes: 2 } });
  expect(hex(stretched)).toBe("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
  expect(systemRandom(0)).toHaveLength(0);
});
