/** Any text at all, halves of characters included, for properties; weighted to what people's names hold. */
import fc from "fast-check";

const codePoint = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x24f }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(0, 7, 9, 10, 13, 0x85, 0x300, 0x301, 0x308, 0x2028, 0x202e, 0x200b, 0xfeff),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0xd7f0, max: 0xe010 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0x10ffff }) },
);

export const anyText = (maxLength = 30): fc.Arbitrary<string> =>
  fc.array(codePoint, { maxLength }).map((points) => String.fromCodePoint(...points));
