/**
 * `npm run demo`: three shelters and a committee of families along an invented route, each with a hub of its own
 * on this machine, and a few hundred invented people. Prints the pages to open and a code that lets a browser
 * in at each. Everything goes when it ends, unless it is kept:
 *
 *   npm run demo                the whole route, in a folder of its own under .vereda/
 *   npm run demo -- --keep      in .vereda/demo, for the next time too
 *   npm run demo -- --check     no waiting: is a committee's report found at the third shelter? then stop
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyBuild, loadEngines, makeRoot, prepare } from "./demo/prepare.mjs";
import { ROOT } from "./project.mjs";

/** @typedef {import("./demo/route.mjs").House} House */

const PASSPHRASE = "farol nube cedro barro lima";
/** @type {readonly import("./demo/route.mjs").HousePlan[]} */
const PLANS = [
  { folder: "casa-del-rio", name: "Casa del Río", kind: "shelter", person: "Lucía Betancur" },
  { folder: "posada-la-ceiba", name: "Posada La Ceiba", kind: "shelter", person: "Hermano Anselmo" },
  { folder: "albergue-el-puente", name: "Albergue El Puente", kind: "shelter", person: "Ixchel Robles" },
  { folder: "comite-hilo-azul", name: "Comité Hilo Azul", kind: "advocates", person: "Rosa Mejía" },
];
const THIRD = 2;
const KEPT = join(ROOT, ".vereda/demo");

const words = new Set(process.argv.slice(2));
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const note = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);
const both = (/** @type {string} */ spanish, /** @type {string} */ english) =>
  note(`  ${spanish}  /  ${english}`);

/** @param {string} line @returns {never} */
function giveUp(line) {
  note(line);
  process.exit(1);
}

/** The folder of this demo. A kept one that was never finished is begun again. */
function chooseFolder() {
  if (!words.has("--keep")) return { root: makeRoot("demo"), kept: false, fresh: true };
  const fresh = !existsSync(join(KEPT, "ready"));
  if (fresh) rmSync(KEPT, { recursive: true, force: true });
  mkdirSync(KEPT, { recursive: true, mode: 0o700 });
  return { root: KEPT, kept: true, fresh };
}

/** @param {readonly House[]} houses @param {readonly string[]} codes @param {{ name: string, heard: string }} shown */
function announce(houses, codes, shown) {
  const third = houses[THIRD]?.name ?? "";
  say("");
  say("  La ruta está en marcha. Todas las personas son inventadas.");
  say("  Abra una página, elija «Usar una invitación», pegue el código de esa casa y ponga su nombre.");
  say(`  Frase de paso de la demostración (puede usar la misma):  ${PASSPHRASE}`);
  say(`  Pruebe: en ${third}, busque «${shown.heard}»; el comité busca a ${shown.name}.`);
  say("");
  say("  The route is running. All people are invented.");
  say(
    "  Open a page, choose «Usar una invitación» (use an invitation), paste that house's code, give a name.",
  );
  say(`  Passphrase of the demo (you may take the same):  ${PASSPHRASE}`);
  say(`  Try: at ${third}, search for «${shown.heard}»; the committee seeks ${shown.name}.`);
  houses.forEach(({ name, hub }, at) => {
    say("");
    say(`  ${name}:  ${hub.url}`);
    say(`  código / code:  ${codes[at] ?? ""}`);
  });
  say("");
  say("  Para detener todo: Ctrl+C.  /  To stop everything: Ctrl+C.");
  say("");
}

/**
 * Whether the third shelter finds what the committee reported, by a name that it heard wrong.
 * @param {readonly House[]} houses
 * @param {AbortSignal} signal
 */
async function checkRoute(houses, signal) {
  const { SHOWN } = await import("./demo/contents.mjs");
  const { until } = await import("./demo/route.mjs");
  const third = /** @type {House} */ (houses[THIRD]);
  const began = performance.now();
  const hit = await until("the committee's report is found at the third shelter", signal, async () => {
    const answer = await third.engine.search(SHOWN.heard);
    const [first] = answer.kind === "answer" ? answer.results : [];
    return first?.kind === "card" && first.title === SHOWN.name ? first : null;
  });
  for (const { hub, name } of houses) {
    const page = await fetch(hub.url);
    if (!page.ok || !(await page.text()).includes("<title>")) throw new Error(`${name} serves no page`);
  }
  const waited = ((performance.now() - began) / 1000).toFixed(1);
  say(`ok: «${SHOWN.heard}» → ${hit.title} (${third.name}, ${hit.score.toFixed(2)}, ${waited} s)`);
}

/** @param {readonly House[]} houses @param {AbortSignal} signal @param {Promise<string>} failed */
async function stayOpen(houses, signal, failed) {
  const { keepDoor, newCode } = await import("./demo/door.mjs");
  const { SHOWN } = await import("./demo/contents.mjs");
  const codes = await Promise.all(houses.map((house) => newCode(house)));
  announce(houses, codes, SHOWN);
  const doors = houses.map((house) =>
    keepDoor(house, signal, ({ person, words: four, code }) => {
      say(`  ${house.name}: entró ${person} (${four}).  Otro código / another code:  ${code}`);
    }),
  );
  const fallen = await Promise.race([Promise.all(doors).then(() => null), failed]);
  if (fallen !== null && !signal.aborted) throw new Error(`the hub of ${fallen} has ended`);
}

/** @param {AbortSignal} signal */
async function runDemo(signal) {
  const { root, kept, fresh } = chooseFolder();
  /** @type {import("./demo/route.mjs").Route | null} */
  let route = null;
  try {
    const { openProfile } = await loadEngines();
    const { openRoute } = await import("./demo/route.mjs");
    const names = { meshName: "Vereda del sur", passphrase: PASSPHRASE, plans: PLANS };
    route = await openRoute({
      ...names,
      root,
      fresh,
      signal,
      openProfile,
      say: both,
      program: copyBuild(root),
    });
    if (fresh) {
      const { fillHouses } = await import("./demo/contents.mjs");
      const { guests, reports } = await fillHouses(route.houses);
      both(
        `${guests} personas y ${reports} búsquedas inventadas.`,
        `${guests} invented people, ${reports} reports.`,
      );
      writeFileSync(join(root, "ready"), "");
    }
    if (words.has("--check")) await checkRoute(route.houses, signal);
    else await stayOpen(route.houses, signal, route.failed);
  } finally {
    await route?.stop();
    if (!kept) rmSync(root, { recursive: true, force: true });
  }
}

const unknown = [...words].filter((word) => word !== "--keep" && word !== "--check");
if (unknown.length > 0) giveUp(`${unknown.join(" ")} ?  npm run demo -- [--keep] [--check]`);
const stopping = new AbortController();
for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(name, () => stopping.abort());
const fault = prepare(note);
if (fault !== null) giveUp(fault);
try {
  await runDemo(stopping.signal);
} catch (error) {
  // stopped by whoever started it: no fault, but a check that was cut short has not passed
  if (words.has("--check") || !stopping.signal.aborted)
    giveUp(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
