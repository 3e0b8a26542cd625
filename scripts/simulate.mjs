/**
 * `npm run simulate`: random histories of a mesh with honest and malicious members (tests/simulator/). What follows
 * `--` goes to the program. A failing seed repeats exactly.
 *
 *   npm run simulate -- --runs 1000 --seed 7
 */
import { runProgram } from "./program.mjs";

await runProgram("tests/simulator/simulate.program.ts");
