/**
 * Two shelters with a hub each and an advocates' committee, by the command line alone: the committee talks to the first
 * hub, the second shelter to the second, and the hubs to one another.
 */
import { type Playground, until } from "../cli/vereda-process.ts";

export interface CommandRoute {
  /** What a profile answers: `tapachula`, `oaxaca`, `comite`. */
  readonly ask: Playground["ask"];
  /** Exchanges of these profiles with the hubs that they talk to, step by step, until `look` gives something. */
  readonly spread: <T>(what: string, way: Way, look: () => Promise<T | null>) => Promise<T>;
  /** All that its commands printed so far. */
  readonly printed: (profile: Profile) => string;
}

export type Profile = "tapachula" | "oaxaca" | "comite";
/** Who exchanges after whom; those of one step do at once. What is to travel begins where it was written. */
export type Way = readonly (readonly Profile[])[];

interface Members {
  readonly sites: readonly {
    readonly name: string;
    readonly devices: readonly { readonly device: string; readonly role: string; readonly state: string }[];
  }[];
}

/** Who joins the house that founds. */
const OTHERS = [
  ["oaxaca", "Casa Oaxaca", "shelter"],
  ["comite", "Comité de Familias", "advocates"],
] as const;

const hubOf = ({ sites }: Members, site: string): boolean =>
  sites.find(({ name }) => name === site)?.devices.some(({ role }) => role === "hub") === true;

export async function commandRoute(playground: Playground): Promise<CommandRoute> {
  const said = new Map<string, string>();
  const ask: Playground["ask"] = async <T>(profile: string, args: readonly string[], input?: object) => {
    const { code, stdout, stderr } = await playground.run(
      profile,
      [...args, "--json"],
      input === undefined ? {} : { input },
    );
    said.set(profile, `${said.get(profile) ?? ""}${stdout}${stderr}`);
    if (code !== 0) throw new Error(`${args[0] ?? ""} at ${profile}: ${String(code)} ${stderr}`);
    return JSON.parse(stdout) as T;
  };
  await ask("tapachula", [
    ...["found", "--mesh", "Ruta del Sur", "--site", "Casa Tapachula", "--person", "Ana Robles"],
  ]);
  const { code: ofHub } = await ask<{ code: string }>("tapachula", ["invite", "--role", "hub"]);
  const first = (await playground.hub("hub-1", "--join", ofHub)).address;
  const address: Record<Profile, string> = { tapachula: first, oaxaca: first, comite: first };
  const sync = async (profile: Profile): Promise<void> => {
    await ask(profile, ["sync", "--peer", address[profile]]);
  };
  await sync("tapachula");
  const walk = async (way: Way): Promise<void> => {
    for (const step of way) await Promise.all(step.map(sync));
  };
  const codes: string[] = [];
  for (const [, site, kind] of OTHERS) {
    const wish = ["invite", "--role", "coordinator", "--site", site, "--kind", kind];
    codes.push((await ask<{ code: string }>("tapachula", wish)).code);
  }
  const joined = await Promise.all(
    OTHERS.map(async ([profile], at) => {
      const words = ["join", codes[at] ?? "", "--person", "Luis Cruz"];
      const one = await ask<{ device: string; words: string }>(profile, words);
      await sync(profile);
      return one;
    }),
  );
  await sync("tapachula");
  for (const { device, words } of joined) await ask("tapachula", ["confirm", device, "--words", words]);
  await walk([["tapachula"], ["oaxaca", "comite"], ["tapachula"]]);
  const { code } = await ask<{ code: string }>("oaxaca", ["invite", "--role", "hub"]);
  await sync("oaxaca");
  address.oaxaca = (await playground.hub("hub-2", "--join", code, "--peer", first)).address;
  await until("the second hub is a member", async () => {
    await sync("oaxaca");
    return hubOf(await ask<Members>("oaxaca", ["members"]), "Casa Oaxaca") ? true : null;
  });
  return {
    ask,
    printed: (profile) => said.get(profile) ?? "",
    spread: (what, way, look) =>
      until(what, async () => {
        await walk(way);
        return look();
      }),
  };
}
