/** The code of a slip: a mistyped one is refused, and it says nothing of anybody. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawSlipCode, readSlipCode, SLIP_CODE_BYTES, slipCodeText } from "#model";

const ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY";
const bytes = fc.uint8Array({ minLength: SLIP_CODE_BYTES, maxLength: SLIP_CODE_BYTES });
const codes = bytes.map(drawSlipCode);
const withAt = (code: string, at: number, character: string): string =>
  code.slice(0, at) + character + code.slice(at + 1);

describe("the code of a slip", () => {
  test("is read as it is printed, however it is spaced and cased, with the letters that no code has", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9ACDEFGHJKMNPQRTVWXY]{8}$/u);
        const looks = code.replaceAll("0", "o").replaceAll("1", "l").replaceAll("5", "s");
        for (const typed of [slipCodeText(code), ` ${code.toLowerCase()} `, looks.replaceAll(/./gu, "$& ")])
          expect(readSlipCode(typed)).toBe(code);
      }),
    );
  });

  test("with one character that is wrong, or two that changed places, is refused: every one of them", () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let at = 0; at < code.length; at++) {
          for (const other of ALPHABET)
            if (other !== code.charAt(at)) expect(readSlipCode(withAt(code, at, other))).toBeNull();
          for (let to = at + 1; to < code.length; to++) {
            const swapped = withAt(withAt(code, at, code.charAt(to)), to, code.charAt(at));
            if (swapped !== code) expect(readSlipCode(swapped)).toBeNull();
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("of another length, or with signs that none has, is refused, and no text makes it fall over", () => {
    for (const typed of ["", "0000000", "000000000", "0000-000!", "canalización", "😀😀😀😀😀😀😀😀"])
      expect([typed, readSlipCode(typed)]).toEqual([typed, null]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const read = readSlipCode(typed);
        if (read !== null) expect(readSlipCode(read)).toBe(read);
      }),
    );
  });

  test("comes of random bytes alone, each place about as often with each character", () => {
    const counts = new Map<string, number>();
    let seed = 7;
    for (let run = 0; run < 2900; run++) {
      const random = Uint8Array.from({ length: SLIP_CODE_BYTES }, () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return seed >>> 16;
      });
      const first = drawSlipCode(random).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect(counts.size).toBe(ALPHABET.length);
    for (const count of counts.values()) expect(count).toBeGreaterThan(50);
  });
});
