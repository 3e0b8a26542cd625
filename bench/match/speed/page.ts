/**
 * What runs in the page: a trial, on the page's own thread. ../../speed-page.mjs makes one script of this, the
 * global `speed`, and answers what is fetched. The rival's package is the global `rival`.
 */
import { control, openTrial, type Times, type Trial } from "./trial.ts";

declare global {
  var rival: unknown;
}

let trial: Trial | null = null;

const opened = (): Trial => {
  if (trial === null) throw new Error("open a trial first");
  return trial;
};
const textOf = async (file: string): Promise<string> => (await fetch(`/${file}`)).text();

export async function open(name: string): Promise<void> {
  trial = await openTrial(name, async () => globalThis.rival);
}

export const build = async (): Promise<number> => opened().build(await textOf("people.json"));
export const ask = async (most: number): Promise<Times> => opened().ask(await textOf("queries.json"), most);
export const arrive = async (): Promise<Times> => opened().arrive(await textOf("arrivals.json"));
export { control };
