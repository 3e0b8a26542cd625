/** English: the list on paper, and what is handed to many. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const paperList: Texts["paperList"] = {
  title: "List on paper",
  form: "Typing in a list on paper",
  intro: "For when there is no light or no computer: print empty sheets, and type them in here afterwards.",
  print: "Print empty sheets",
  day: "On what day did they come?",
  dayHint: "For example 21/11/2026. The time may stand with it: 2026-11-21 23:40.",
  needDay: "Write the day on which they came, today or before",
  needRow: "Write at least one person",
  needName: (row) =>
    `Row ${String(row)}: the name is missing. If it is not known, register them under Arrivals with visible marks`,
  row: (n) => `Row ${String(n)}`,
  columns: {
    name: "Full name",
    age: "Age",
    country: "Country",
    company: "With whom",
    bed: "Bed",
    sex: "Sex",
    alone: "Minor, alone",
  },
  number: "No.",
  save: (n) => count(n, { one: "Save # person", other: "Save # people" }),
  saved: (n) =>
    count(n, { one: "# person was saved.", other: "# people were saved." }) +
    " Destroy the sheet once all of it is in.",
  moreRows: "Add ten rows",
  sheetTitle: "Arrivals. Day: ____ / ____ / ______   Sheet: ____   Noted by: ______________",
  sheetText:
    "Ask the age first, and whether they come alone. A minor who is alone: tell the protection person today.",
  sheetFoot: "Do not leave this sheet in sight. Once it is typed in, destroy it.",
};

export const handOut: Texts["handOut"] = {
  title: "Hand out to several people",
  intro:
    "Tick who was given it. It is noted once for all of them. Meals are noted as a count, without names.",
  needPeople: "Tick at least one person",
  all: "Tick all, or none",
  chosen: (n, all) => `${String(n)} of ${String(all)}`,
  save: (n) => count(n, { one: "Note for # person", other: "Note for # people" }),
  saved: (n) => count(n, { one: "Noted for # person.", other: "Noted for # people." }),
};
