/**
 * Times one engine and prints the result as JSON: a process for each, so that no engine works in the memory that
 * another has left. match-speed.mjs starts it.
 *
 *   node --expose-gc bench/speed-process.mjs PROGRAM FOLDER ENGINE QUERIES
 */
import { pathToFileURL } from "node:url";
import { rival } from "./rival.mjs";

const [program = "", folder = "", engine = "", queries = ""] = process.argv.slice(2);
const { runTrial } = /** @type {typeof import("./match/speed/node.ts")} */ (
  await import(pathToFileURL(program).href)
);
console.log(JSON.stringify(await runTrial({ engine, folder, queries: Number(queries), load: rival })));
