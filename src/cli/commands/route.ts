/** `directory`, `board`, `notices`: what shelters tell one another of the route. Noting is `add service`, `add notice`. */
import type { BoardView, Engine, NoticeView, RecordId, SaidBy, ServiceView, ServiceWord } from "#engine";
import { ACCEPTED, type Accepted, type BoardWish, type Care, CARES, type SaidAge } from "#model";
import { Refusal } from "../failure.ts";
import { readJson } from "../json-input.ts";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const houseOf = ({ wording: { shared } }: Runner, { siteName }: SaidBy): string =>
  siteName ?? shared.route.unknownHouse;

const joined = (parts: readonly (string | null)[]): string =>
  printable(parts.filter((part) => part !== null && part !== "").join("  "));

function confirmedLine(runner: Runner, service: ServiceView): string {
  const words = runner.wording.shared.route;
  const { status, freshness, confirmedOn } = service;
  const house = houseOf(runner, service.confirmedBy);
  if (status === "closed") return words.closed(confirmedOn, house);
  if (freshness === "unclear") return words.confirmedUnclear(house);
  return (freshness === "fresh" ? words.confirmed : words.confirmedOld)(confirmedOn, house);
}

function serviceLines(runner: Runner, service: ServiceView): readonly string[] {
  const { route, care, fields } = runner.wording.shared;
  const { id, name, type, place, offers, accepts, hours, phone, entry } = service;
  return [
    joined([id, name, route.types[type], place]),
    `  ${joined([offers.map((need) => care.kinds[need]).join(", "), hours, phone, entry])}`,
    ...(accepts.length === 0 ? [] : [`  ${accepts.map((group) => route.groups[group]).join(", ")}`]),
    `  ${confirmedLine(runner, service)}`,
    ...service.others.map((other) => {
      const label = fields.labels[other.field] ?? other.field;
      return `  ${printable(route.otherWord(houseOf(runner, other), label, wordValue(other.value)))}`;
    }),
  ];
}

const wordValue = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));

/**
 * Who confirms says that it is as it reads. Where houses say different things, or two devices did, that is not known
 * before somebody says which: throws with both, unless each of these fields is named anew.
 */
async function checkSaid(
  runner: Runner,
  engine: Engine,
  { id, word }: { readonly id: RecordId; readonly word: ServiceWord },
): Promise<void> {
  const { shared, cli } = runner.wording;
  const service = (await engine.directory({ all: true })).find((one) => one.id === id);
  const open = service?.others.filter(({ field }) => !Object.hasOwn(word.fields ?? {}, field)) ?? [];
  if (service === undefined || open.length === 0 || word.status === "closed") return;
  const both = open.flatMap(({ field, value, ...by }) => {
    const label = shared.fields.labels[field] ?? field;
    const own: unknown = Object.hasOwn(service, field) ? Reflect.get(service, field) : null;
    const stands = own === null ? [] : [cli.route.stands(label, wordValue(own))];
    return [...stands, shared.route.otherWord(houseOf(runner, by), label, wordValue(value))];
  });
  throw new Refusal(printable(cli.route.differ([...new Set(both)].join("; "))));
}

const serviceOutcome = (runner: Runner, service: ServiceView): Outcome => ({
  data: { service },
  lines: () => serviceLines(runner, service),
});

interface ListOptions {
  readonly need?: Care;
  readonly place?: string;
  readonly accepts?: Accepted;
  readonly text?: string;
  readonly all?: boolean;
}

async function listServices(runner: Runner, engine: Engine, given: ListOptions): Promise<Outcome> {
  const { need, ...rest } = given;
  const services = await engine.directory({ ...rest, ...(need === undefined ? {} : { offers: need }) });
  const { noServices } = runner.wording.shared.route;
  return {
    data: { services },
    lines: () =>
      services.length === 0 ? [noServices] : services.flatMap((service) => serviceLines(runner, service)),
  };
}

function addDirectory({ program, runner, read }: Place): void {
  const { cli } = runner.wording;
  const texts = cli.route;
  const directory = program.command("directory").description(texts.directory);
  directory
    .command("list")
    .description(texts.list)
    .option("--need <need>", texts.need(CARES.join(", ")), read.choice("--need", CARES))
    .option("--place <place>", texts.place, read.notEmpty("--place"))
    .option("--accepts <group>", texts.accepts(ACCEPTED.join(", ")), read.choice("--accepts", ACCEPTED))
    .option("--text <words>", texts.text, read.notEmpty("--text"))
    .option("--all", texts.allServices)
    .action((given: ListOptions) => runner.inVault((engine) => listServices(runner, engine, given)));
  directory
    .command("confirm")
    .description(texts.confirm)
    .argument("<id>", texts.service)
    .option("--closed", texts.closed)
    .option("--on <date>", texts.on, read.notEmpty("--on"))
    .option("--correct", texts.correct)
    .action(async (id: RecordId, given: { closed?: true; on?: string; correct?: true }) => {
      const fields = given.correct === true ? ((await readJson(runner)) as ServiceWord["fields"]) : null;
      const word: ServiceWord = {
        ...(given.closed === true ? { status: "closed" } : {}),
        ...(given.on === undefined ? {} : { on: given.on }),
        ...(fields === null || fields === undefined ? {} : { fields }),
      };
      return runner.inVault(
        async (engine) => {
          await checkSaid(runner, engine, { id, word });
          return serviceOutcome(runner, await engine.confirmService(id, word));
        },
        { toItsEnd: true },
      );
    });
}

function ageWords({ wording: { shared } }: Runner, age: SaidAge, at: string): string {
  const { ages } = shared.route;
  return age === "unclear" ? ages.unclear : ages[age](at);
}

function boardLines(runner: Runner, board: BoardView): readonly string[] {
  const words = runner.wording.shared.route;
  const { place, beds, needs, alerts, saidAt } = board;
  return [
    joined([houseOf(runner, board), place]),
    ...(saidAt === null ? [`  ${words.noBoard}`] : []),
    ...alerts.map(
      ({ alert, note, at, age }) => `  ${joined([words.alertKinds[alert], note, ageWords(runner, age, at)])}`,
    ),
    ...beds.map(({ group, free, at, age }) => {
      const told = free === null ? words.bedsUnknown : words.bedsFree(free);
      return `  ${joined([words.bedGroups[group], told, ageWords(runner, age, at)])}`;
    }),
    ...needs.map(
      ({ need, note, urgent, at, age }) =>
        `  ${joined([words.needKinds[need], urgent ? words.urgent : null, note, ageWords(runner, age, at)])}`,
    ),
  ];
}

const boardOutcome = (runner: Runner, board: BoardView): Outcome => ({
  data: { board },
  lines: () => boardLines(runner, board),
});

function addBoard({ program, runner }: Place): void {
  const texts = runner.wording.cli.route;
  const board = program.command("board").description(texts.board);
  board
    .command("show")
    .description(texts.boards)
    .action(() =>
      runner.inVault(async (engine) => {
        const boards = await engine.boards();
        return { data: { boards }, lines: () => boards.flatMap((one) => boardLines(runner, one)) };
      }),
    );
  board
    .command("set")
    .description(texts.setBoard)
    .action(async () => {
      const wish = (await readJson(runner)) as BoardWish;
      return runner.inVault(async (engine) => boardOutcome(runner, await engine.setBoard(wish)), {
        toItsEnd: true,
      });
    });
  board
    .command("repeat")
    .description(texts.repeatBoard)
    .action(() =>
      runner.inVault(async (engine) => boardOutcome(runner, await engine.repeatBoard()), { toItsEnd: true }),
    );
}

function noticeLine(runner: Runner, notice: NoticeView): string {
  const words = runner.wording.shared.route;
  const { id, kind, text, place, by, validUntil, state } = notice;
  const mark = { current: null, over: words.noticeOver, unclear: words.noticeUnclear }[state];
  const said = words.noticeBy(houseOf(runner, by), validUntil);
  return joined([id, words.noticeKinds[kind], place, text, said, mark]);
}

function addNotices({ program, runner }: Place): void {
  const texts = runner.wording.cli.route;
  const { noNotices } = runner.wording.shared.route;
  const notices = program.command("notices").description(texts.notices);
  notices
    .command("list")
    .description(texts.listNotices)
    .option("--all", texts.allNotices)
    .action((given: { all?: boolean }) =>
      runner.inVault(async (engine) => {
        const told = await engine.notices(given);
        return {
          data: { notices: told },
          lines: () => (told.length === 0 ? [noNotices] : told.map((notice) => noticeLine(runner, notice))),
        };
      }),
    );
  notices
    .command("end")
    .description(texts.endNotice)
    .argument("<id>", texts.notice)
    .action((id: RecordId) =>
      runner.inVault(
        async (engine) => {
          const notice = await engine.endNotice(id);
          return { data: { notice }, lines: () => [noticeLine(runner, notice)] };
        },
        { toItsEnd: true },
      ),
    );
}

export function addRoute(place: Place): void {
  addDirectory(place);
  addBoard(place);
  addNotices(place);
}
