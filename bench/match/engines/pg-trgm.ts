/**
 * PostgreSQL with its trigrams (pg_trgm), on names alone and with the other fields: a server of its own on a socket
 * in a temporary folder, asked through one `psql`. Skipped where PostgreSQL is not installed.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { kindOf, LIMIT, type SearchEngine, type Skipped } from "../engine.ts";
import { fold } from "../fold.ts";
import { nameOf, type Person, type Query } from "../person.ts";

/** The server refuses to run as root; then it runs as the user that its package made. */
interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

function ownerOf(): Owner | null {
  if (process.getuid?.() !== 0) return {};
  try {
    const ask = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

function binFolder(): string | null {
  const asked = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  return asked.status === 0 ? asked.stdout.trim() : null;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const numberOr = (value: number | null): string => (value === null ? "NULL" : String(value));
const textOr = (value: string | null): string => (value === null ? "NULL" : literal(fold(value)));

const END = "-- end --";

/** One `psql` that is told statements and answers with lines. */
class Session {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  constructor(folder: string, owner: Owner) {
    const args = [
      "-X",
      "-q",
      "-A",
      "-t",
      "-F",
      "\t",
      "-v",
      "ON_ERROR_STOP=1",
      "-h",
      folder,
      "-d",
      "postgres",
    ];
    this.child = spawn("psql", args, { stdio: ["pipe", "pipe", 2], ...owner });
    this.lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  async run(statement: string): Promise<readonly string[]> {
    this.child.stdin!.write(`${statement}\n\\echo '${END}'\n`);
    const answer: string[] = [];
    for (;;) {
      const line = await this.lines.next();
      if (line.done === true) throw new Error("psql ended before it answered");
      if (line.value === END) return answer;
      answer.push(line.value);
    }
  }

  end(): void {
    this.child.stdin?.end();
  }
}

interface Server {
  readonly session: Session;
  readonly stop: () => void;
}

function startServer(bin: string, owner: Owner): Server {
  const folder = mkdtempSync(join(tmpdir(), "vereda-trgm-"));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(bin, program), args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"], ...owner });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    run("initdb", ["-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]);
    const options = `-c listen_addresses='' -k ${folder} -c fsync=off`;
    run("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"]);
  } catch (fault) {
    remove();
    throw fault;
  }
  const stop = () => {
    process.off("exit", stop);
    run("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
    remove();
  };
  process.once("exit", stop);
  return { session: new Session(folder, owner), stop };
}

const TABLE = `
  CREATE EXTENSION pg_trgm;
  CREATE TABLE people (id text, name text, town text, country text, sex text, age int);`;
const INDEX = `
  CREATE INDEX ON people USING gist (name gist_trgm_ops(siglen=64));
  ANALYZE people;
  SET pg_trgm.similarity_threshold = 0.2;`;

const rowOf = (person: Person): string =>
  `(${[
    literal(person.id),
    literal(fold(nameOf(person))),
    textOr(person.town),
    textOr(person.country),
    textOr(person.sex),
    numberOr(person.age),
  ].join(",")})`;

const byName = ({ name }: Query): string =>
  `SELECT id, similarity(name, ${literal(fold(name))}) FROM people
   ORDER BY name <-> ${literal(fold(name))} LIMIT ${LIMIT};`;

/** Weights by eye: a name decides, the rest tells those of like names apart. */
const byAll = ({ name, town, country, sex, age }: Query): string =>
  `SELECT id, similarity(name, ${literal(fold(name))})
     + 0.3 * coalesce(similarity(town, ${textOr(town)}), 0)
     + CASE WHEN country = ${textOr(country)} THEN 0.05 ELSE 0 END
     + CASE WHEN sex = ${textOr(sex)} THEN 0.05 WHEN sex <> ${textOr(sex)} THEN -0.1 ELSE 0 END
     + coalesce(greatest(-0.2, 0.1 - 0.03 * abs(age - ${numberOr(age)})), 0) AS score
   FROM people WHERE name % ${literal(fold(name))} ORDER BY score DESC LIMIT ${LIMIT};`;

const ROWS_AT_ONCE = 500;

function trgm(name: string, statementOf: (query: Query) => string) {
  return kindOf(name, (): SearchEngine | Skipped => {
    const [bin, owner] = [binFolder(), ownerOf()];
    if (bin === null) return { skipped: "PostgreSQL is not installed (no pg_config)" };
    if (owner === null) return { skipped: "PostgreSQL does not run as root, and there is no user postgres" };
    let server: Server;
    try {
      server = startServer(bin, owner);
    } catch (fault) {
      return { skipped: `PostgreSQL does not start: ${String(fault).split("\n")[0] ?? ""}` };
    }
    const { session, stop } = server;
    return {
      name,
      async build(people) {
        await session.run(TABLE);
        for (let at = 0; at < people.length; at += ROWS_AT_ONCE) {
          const rows = people.slice(at, at + ROWS_AT_ONCE).map(rowOf);
          await session.run(`INSERT INTO people VALUES ${rows.join(",")};`);
        }
        await session.run(INDEX);
      },
      async search(query) {
        const lines = await session.run(statementOf(query));
        return lines.map((line) => {
          const [id = "", score = "0"] = line.split("\t");
          return { id, score: Number(score) };
        });
      },
      close() {
        session.end();
        stop();
      },
    };
  });
}

export const pgTrgm = trgm("pg_trgm", byName);
export const pgTrgmAll = trgm("pg_trgm+fields", byAll);
