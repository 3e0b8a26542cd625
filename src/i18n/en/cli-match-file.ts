/** English: what `match-file` says of the two lists that it reads, and how it prints what it found. */
import type { cliMatchFile as es } from "../es/cli-match-file.ts";
import { counter } from "../formats.ts";

const count = counter("en");

export const cliMatchFile: typeof es = {
  lists: {
    people: (line) => `List of people: ${line}`,
    queries: (line) => `List of queries: ${line}`,
  },
  faults: {
    "too-large": "The file is too large. Split it into several.",
    "not-csv": "The file is not CSV. Save it as CSV (UTF-8) and repeat the command.",
    "no-id-column": "The column id is missing. Put it in the first line, with an identifier in each row.",
    "no-name-column":
      "The column of the name is missing. Put name, or given_names and surnames, in the first line.",
    "id-missing": "It has no id. Give it one that no other row has.",
    "id-repeated": "The id is on another line already. Change one of the two or take the spare line out.",
    "too-many-cells":
      "It has more cells than the first line. Put what holds commas in quotes, or check the first line.",
    "open-quote": "There are quotes that are never closed. Close them or take them out.",
    "bad-quote": "There are quotes in the wrong place. Inside a cell they are written double.",
  },
  illegible: (cells, fields) =>
    `${count(cells, { one: "# cell could not be read and counts as not known", other: "# cells could not be read and count as not known" })}: ${fields}`,
  illegibleField: (field, cells) => `${field} (${cells})`,
  proposed: "proposed",
  nobody: "nobody is alike",
};
