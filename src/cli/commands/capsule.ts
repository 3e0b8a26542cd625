/** `capsule`: what a person carries to the next house. */
import type { Engine, RecordId } from "#engine";
import type { CapsulePart } from "#model";
import { UsageError } from "../failure.ts";
import { fieldLines } from "../field-lines.ts";
import { namesOf } from "../option-values.ts";
import { isoTime, type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

// as keys of a record, so that a new one does not compile until it is listed
const PARTS: Readonly<Record<CapsulePart, true>> = {
  names: true,
  nicknames: true,
  sex: true,
  age: true,
  origin: true,
  marks: true,
  relatives: true,
  language: true,
};

interface NewOptions {
  readonly tell?: string;
  readonly name?: string;
  readonly needs?: string;
  readonly attended?: string;
  readonly contact?: string;
  readonly expires?: number;
}

const listIn = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");

function partsIn({ wording: { cli } }: Runner, text: string): readonly CapsulePart[] {
  const given = text.split(",").map((part) => part.trim());
  const parts = namesOf(PARTS).filter((part) => given.includes(part));
  if (parts.length < new Set(given).size)
    throw new UsageError(cli.usage.oneOf("--tell", namesOf(PARTS).join(", ")));
  return parts;
}

async function make(
  { wording: { cli }, formats }: Runner,
  engine: Engine,
  wish: Parameters<Engine["newCapsule"]>[0],
): Promise<Outcome> {
  const { id, code, expiresAt } = await engine.newCapsule(wish);
  return {
    data: { id, code },
    lines: () => [code, cli.capsule.validUntil(formats.dateTime(expiresAt)), id],
  };
}

function wishOf(
  runner: Runner,
  guest: RecordId,
  { tell, name, needs, attended, contact, expires }: NewOptions,
): Parameters<Engine["newCapsule"]>[0] {
  return {
    guest,
    ...(tell === undefined ? {} : { parts: partsIn(runner, tell) }),
    ...(expires === undefined ? {} : { validMs: expires }),
    words: { name, needs: listIn(needs), attended: listIn(attended), contact },
  };
}

async function open({ wording, formats }: Runner, engine: Engine, code: string): Promise<Outcome> {
  const { capsule } = wording.cli;
  const view = await engine.openCapsule(code);
  const { id, kind, space, fields, conflicts, createdAt, changedAt, saved, siteName, lastHeard } = view;
  const { carrying } = wording.shared;
  return {
    data: {
      ...{ id, kind, space, fields, conflicts },
      createdAt: isoTime(createdAt),
      changedAt: isoTime(changedAt),
      saved: { here: saved.here, hub: saved.hub, sites: saved.sites.map(({ site }) => site) },
    },
    lines: () => [
      capsule.from(siteName === null ? capsule.unknownSite : printable(siteName)),
      ...fieldLines(wording.shared, fields),
      lastHeard === null ? carrying.heardNever : carrying.heard(formats.dateTime(lastHeard)),
      carrying.ask,
    ],
  };
}

async function revoke({ wording: { cli } }: Runner, engine: Engine, id: RecordId): Promise<Outcome> {
  return { data: await engine.revokeCapsule(id), lines: () => [cli.capsule.revoked] };
}

export function addCapsule({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.capsule;
  const capsule = program.command("capsule").description(texts.command);
  capsule
    .command("new")
    .description(texts.new)
    .argument("<guest>", texts.guest)
    .option("--tell <parts>", texts.tell(namesOf(PARTS).join(", ")), read.notEmpty("--tell"))
    .option("--name <name>", texts.name, read.notEmpty("--name"))
    .option("--needs <text>", texts.needs, read.notEmpty("--needs"))
    .option("--attended <text>", texts.attended, read.notEmpty("--attended"))
    .option("--contact <text>", texts.contact, read.notEmpty("--contact"))
    .option("--expires <time>", texts.expires, read.duration("--expires"))
    .action((guest: RecordId, given: NewOptions) => {
      const wish = wishOf(runner, guest, given);
      return runner.inVault((engine) => make(runner, engine, wish), { toItsEnd: true });
    });
  capsule
    .command("open")
    .description(texts.open)
    .argument("<code...>", texts.code)
    .action((words: readonly string[]) => runner.inVault((engine) => open(runner, engine, words.join(" "))));
  capsule
    .command("revoke")
    .description(texts.revoke)
    .argument("<id>", texts.id)
    .action((id: RecordId) => runner.inVault((engine) => revoke(runner, engine, id), { toItsEnd: true }));
}
