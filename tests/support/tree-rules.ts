/**
 * The rules of the house that no linter knows, as a function from files to faults, so that tests can plant
 * a bad file and see it found. Reads no disk.
 */

/** A file of the project: its path from the root, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One broken rule in one file, as a line for a person. */
export type Fault = string;

const CODE = /^(crypto|sync|src|tests|scripts|bench)\/.*\.(ts|tsx|mjs)$|^[^/]+\.(ts|js|cjs)$/;
const LAYERS = /^(crypto|sync|src)\/.*\.tsx?$/;
/** Names that say nothing about what is inside. `service` alone is a record kind; as a last word it is not. */
const EMPTY_NAME = /(^|[-.])(utils?|helpers?|common|managers?|misc|stuff)$|-services?$/;
const KEBAB = /^\.?[a-z0-9]+([-.][a-z0-9]+)*$/;

/** Where this or that machine keeps things: a program of ours asks for its folders. */
const pathStart = (folders: string) => new RegExp(`["'\`(= ]/(${folders})/`);
const MACHINE_PATH = pathStart("work|root");
/** Tests may invent a person with a home, and a file that nobody opens. */
const HOME_PATH = pathStart("home|Users|tmp");

/** With country code or as ten digits in groups. */
const PHONE = /\+\d[\d ().-]{8,}\d|\b\d{2,3}[ -]\d{3,4}[ -]\d{4}\b/g;
/** Numbers that ring nowhere, or plainly stand for one: 555-01xx, four zeros at the end. */
const FICTITIOUS = /555\D?01(\d\d)?$|\D0000$|0{6,}/;

const UNFINISHED = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "X" + "XX"].join("|")})\\b`);

function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/(\.test|\.node|\.browser|\.d)?\.[a-z]+$/, "");
}

function nameFaults({ path }: SourceFile): Fault[] {
  if (!CODE.test(path)) return [];
  const parts = [...path.split("/").slice(0, -1), stemOf(path)];
  return [
    ...parts.filter((part) => EMPTY_NAME.test(part)).map((part) => `${path}: "${part}" names no subject`),
    ...parts.filter((part) => !KEBAB.test(part)).map((part) => `${path}: "${part}" is not in kebab-case`),
  ];
}

function lineFaults({ path, text }: SourceFile): Fault[] {
  return text.split("\n").flatMap((line, index) => {
    const at = `${path}:${String(index + 1)}`;
    const phones = (line.match(PHONE) ?? []).filter((phone) => !FICTITIOUS.test(phone));
    const ofOneMachine = MACHINE_PATH.test(line) || (HOME_PATH.test(line) && !path.startsWith("tests/"));
    return [
      ...phones.map((phone) => `${at}: ${phone} may be somebody's phone; use 555 01xx or end in 0000`),
      ...(CODE.test(path) && ofOneMachine ? [`${at}: a path of one machine`] : []),
      ...(CODE.test(path) && UNFINISHED.test(line)
        ? [`${at}: unfinished; an issue is the place for it`]
        : []),
    ];
  });
}

function headerFaults({ path, text }: SourceFile): Fault[] {
  if (!LAYERS.test(path) || text.startsWith("/**")) return [];
  return [`${path}: does not begin with a comment on what the file is`];
}

/** Decisions are numbered from 0001 without a gap or a double. */
function decisionFaults(files: readonly SourceFile[]): Fault[] {
  const names = files
    .filter(({ path }) => path.startsWith("docs/decisions/"))
    .map(({ path }) => path.slice("docs/decisions/".length))
    .filter((name) => name !== "README.md")
    .sort();
  const misnamed = names.filter((name) => !/^\d{4}(-[a-z0-9]+)+\.md$/.test(name));
  const numbered = names.filter((name) => !misnamed.includes(name));
  const outOfTurn = numbered.filter((name, index) => Number(name.slice(0, 4)) !== index + 1);
  return [
    ...misnamed.map((name) => `docs/decisions/${name}: is not named NNNN-title.md`),
    ...outOfTurn.slice(0, 1).map((name) => `docs/decisions/${name}: its number is not the next one`),
  ];
}

/** All faults of these files; none is the wish. Test vectors and samples are not prose and not read. */
export function faultsOf(files: readonly SourceFile[]): Fault[] {
  const read = files.filter(({ path }) => !/(^|\/)(vectors|samples|node_modules)\//.test(path));
  return [
    ...read.flatMap((file) => [...nameFaults(file), ...lineFaults(file), ...headerFaults(file)]),
    ...decisionFaults(read),
  ];
}
