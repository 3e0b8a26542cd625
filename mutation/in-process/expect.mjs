/** Vitest's own `expect`, outside of Vitest. */
import { expect as chaiExpect, use } from "chai";
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from "@vitest/expect";

use(JestExtend);
use(JestChaiExpect);
use(JestAsymmetricMatchers);

const plain = (/** @type {unknown} */ value, /** @type {string | undefined} */ message) =>
  chaiExpect(value, message);

export const expect = /** @type {import("@vitest/expect").ExpectStatic} */ (Object.assign(plain, chaiExpect));

setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);
Reflect.set(globalThis, Symbol.for("expect-global"), expect);
