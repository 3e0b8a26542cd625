/**
 * Adds up what the steps of `npm test` found. Pure: counts in, one line and an exit code out.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * vitest's JSON report, as far as it is read here.
 * @typedef {{ status: string }} Assertion
 * @typedef {{ status: string, assertionResults: readonly Assertion[] }} TestFile
 * @typedef {{ success: boolean, testResults: readonly TestFile[] }} VitestReport
 */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };
/** @type {Counts} */
export const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
/** @type {Counts} */
export const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * Counts tests. A file that could not even be loaded is one failure, and so is a run that vitest calls failed
 * although every test passed (an error outside of tests), and a run without a single test.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countTests(report) {
  const states = report.testResults.flatMap((file) =>
    file.assertionResults.length === 0 && file.status === "failed"
      ? ["failed"]
      : file.assertionResults.map(({ status }) => status),
  );
  const passed = states.filter((state) => state === "passed").length;
  const failed = states.filter((state) => state === "failed").length;
  const unexplained = failed === 0 && (!report.success || states.length === 0);
  return { passed, failed: unexplained ? 1 : failed, skipped: states.length - passed - failed };
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function addCounts(parts) {
  const total = (/** @type {keyof Counts} */ key) => parts.reduce((sum, part) => sum + part[key], 0);
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
}

/**
 * The last line of a run and its exit code. Where nothing may be skipped (CI), a skipped test is a failed one.
 * @param {Counts} counts
 * @param {{ maySkip: boolean }} options whether skipped tests are allowed
 * @returns {{ line: string, exitCode: 0 | 1 }}
 */
export function verdict({ passed, failed, skipped }, { maySkip }) {
  const failures = maySkip ? failed : failed + skipped;
  const left = maySkip && skipped > 0 ? `, ${skipped} skipped` : "";
  return { line: `${passed} passed, ${failures} failed${left}`, exitCode: failures === 0 ? 0 : 1 };
}
