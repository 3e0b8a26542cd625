/**
 * Two shelters with a hub each and an advocates' committee, by the command line alone: the committee talks to the first
 * hub, the second shelter to the second, and the hubs to one another.
 */
import { type Playground, until } from "../cli/vereda-process.ts";

export interface CommandRoute {
  /** What a profile answers: `tapachula`, `oaxaca`, `comite`. */
  readonly ask: Playground["ask"];
  /** One exchange of the profile with the hub that it talks to. */
  readonly sync: (profile: Profile) => Promise<void>;
  /** Exchanges of all until `look` gives something. */
  readonly spread: <T>(what: string, look: () => Promise<T | null>) => Promise<T>;
  /** All that its commands printed so far. */
  readonly printed: (profile: Profile) => string;
}

export type Profile = "tapachula" | "oaxaca" | "comite";
const PROFILES: readonly Profile[] = ["comite", "tapachula", "oaxaca"];

interface Members {
  readonly sites: readonly {
    readonly name: string;
    readonly devices: readonly { readonly device: string; readonly role: string; readonly state: string }[];
  }[];
}

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
  for (const [profile, site, kind] of [
    ["oaxaca", "Casa Oaxaca", "shelter"],
    ["comite", "Comité de Familias", "advocates"],
  ] as const) {
    const wish = ["invite", "--role", "coordinator", "--site", site, "--kind", kind];
    const { code } = await ask<{ code: string }>("tapachula", wish);
    const joined = await ask<{ device: string; words: string }>(profile, [
      "join",
      code,
      "--person",
      "Luis Cruz",
    ]);
    await sync(profile);
    await sync("tapachula");
    await ask("tapachula", ["confirm", joined.device, "--words", joined.words]);
    for (const one of ["tapachula", profile, "tapachula", profile] as const) await sync(one);
  }
  const { code } = await ask<{ code: string }>("oaxaca", ["invite", "--role", "hub"]);
  await sync("oaxaca");
  address.oaxaca = (await playground.hub("hub-2", "--join", code, "--peer", first)).address;
  await until("the second hub is a member", async () => {
    await sync("oaxaca");
    return hubOf(await ask<Members>("oaxaca", ["members"]), "Casa Oaxaca") ? true : null;
  });
  return {
    ask,
    sync,
    printed: (profile) => said.get(profile) ?? "",
    spread: (what, look) =>
      until(what, async () => {
        for (const profile of PROFILES) await sync(profile);
        return look();
      }),
  };
}
