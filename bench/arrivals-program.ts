/** The arrivals that `arrivals.mjs` times: through the engine's own commands, with nothing behind it but memory. */
import { createSignatures, systemRandom } from "../crypto/index.ts";
import { openEngine } from "../src/engine/index.ts";
import { memoryStore } from "../sync/index.ts";
import { systemClock } from "../sync/adapters/system-clock.ts";

const GIVEN = ["Wilmer", "Yésica", "Darwin", "Nohemí", "Elmer", "Rosa", "Osmin", "Zoila", "Mateo", "Heydi"];
const SURNAMES = ["Canales", "Ochoa", "Xol", "Caal", "Paz", "Tzul", "Batz", "Madrid", "Lara", "Coc", "Pop"];
const TOWNS = ["Yoro", "Cuilco", "El Negrito", "Chahal", "Cobán", "Olanchito", "Tocoa"];

const nth = <T>(items: readonly T[], at: number): T | undefined => items[at % items.length];

/** Somebody invented; no two of the first 1,210 bear the same name. */
const person = (at: number): object => ({
  name: [nth(GIVEN, at), nth(SURNAMES, at), nth(SURNAMES, Math.floor(at / SURNAMES.length))].join(" "),
  age: 16 + (at % 50),
  sex: at % 2 === 0 ? "male" : "female",
  country: at % 3 === 0 ? "HN" : "GT",
  town: nth(TOWNS, at),
  from: "Tecún Umán",
});

/** Milliseconds of each. */
export async function measureArrivals(count: number): Promise<readonly number[]> {
  const engine = openEngine({
    store: memoryStore(),
    transport: null,
    signatures: await createSignatures(),
    random: systemRandom,
    clock: systemClock,
    unsafeTestingLowCost: true,
  });
  await engine.found({
    meshName: "Ruta del Sur",
    siteName: "Casa Tapachula",
    siteKind: "shelter",
    personName: "Lucía",
    passphrase: "el volcán de agua duerme",
  });
  const times: number[] = [];
  for (let at = 0; at < count; at++) {
    const start = performance.now();
    await engine.add("arrival", person(at));
    times.push(performance.now() - start);
  }
  const known = (await engine.list("guest")).length;
  await engine.close();
  if (known !== count) throw new Error(`${String(known)} guests of ${String(count)}`);
  return times;
}
