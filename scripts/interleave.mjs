/**
 * `npm run interleave`: every order of delivery of what four administrators wrote (tests/simulator/interleave/). What
 * follows `--` goes to the program.
 *
 *   npm run interleave -- --scripts 5 --seed 7
 */
import { runProgram } from "./program.mjs";

await runProgram("tests/simulator/interleave/interleave.program.ts");
