/** English: settings, files in and out. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const settings: Texts["settings"] = {
  title: "Settings",
  look: "Screen",
  language: "Language",
  theme: "Light",
  themes: { light: "Light", dark: "Dark", sun: "Sun" },
  themeHints: {
    light: "For indoors.",
    dark: "For the night.",
    sun: "To read outside: large letters, black on white.",
  },
  idle: "Lock when nobody uses the page",
  idleMinutes: (n) => count(n, { one: "after # minute", other: "after # minutes" }),
  idleHint: "Five minutes for shared computers.",

  importTitle: "Bring in records from a file",
  importText:
    "Lists in CSV, Excel or PFIF files. What is already here is not repeated; what is not understood is named, and the rest comes in.",
  importKind: "What is in the file?",
  importReports: "People whom someone seeks",
  importGuests: "People received in this house",
  importFile: "File",
  importFileHint: "CSV (.csv), Excel (.xlsx; the first sheet is read) or PFIF (.xml), up to 32 MB.",
  fileChoose: "Choose a file",
  fileOther: "Choose another file",
  fileNone: "No file chosen yet",
  fileChosen: (name) => `Chosen: ${name}`,
  importButton: "Bring in the records",
  importing: "Reading…",
  importNeedFile: "Choose a file",
  importTooBig: "The file is larger than 32 MB. Split it into parts.",
  importDone: (imported, updated, skipped) =>
    `${imported} came in, ${updated} were completed, ${skipped} were already here.`,
  importErrors: (n) => count(n, { one: "# record did not come in", other: "# records did not come in" }),
  importErrorAt: (line, record) =>
    [`line ${line}`, record === null ? "" : `record ${record}`].filter((part) => part !== "").join(", "),
  importNothing: "No record came in. What was saved has not changed.",

  exportTitle: "Take out a list",
  exportText:
    "The file holds names and details that are not encrypted. Keep it only where it is needed and delete it after use.",
  exportKind: "Which list?",
  exportGuests: "People received",
  exportReports: "Reports of this house",
  exportButton: "Take out as CSV",
  exporting: "Preparing…",
  exportLeftOut: (n) =>
    count(n, {
      one: "# person is not on the list: they have not said yes to being on a list that leaves the house.",
      other: "# people are not on the list: they have not said yes to being on a list that leaves the house.",
    }),
  exportDone: "The file is in this computer's downloads.",
  figuresTitle: "Figures of the house",
  figuresText:
    "How many people came each month and how many reports were taken and closed, by sex, age, country and situation. Without names: for donors and accounts.",
  figuresHidden:
    "A total of 1 to 4 people is shown as <5. A * is a number that is not shown, because it is of few people or would let know of them.",
  figuresFrom: "From month",
  figuresTo: "To month",
  figuresHint: "Like 2026-03. Without months, the last twelve that are over are counted.",
  figuresButton: "Take out the figures",
  about: "About Vereda",
  aboutText: "Each house keeps its own records, encrypted. There is no central server.",
  aboutPlaces: "Places: GeoNames (CC BY 4.0)",
};
