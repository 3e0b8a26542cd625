/** English: what is wrong with a file, or with one record of it. */
import type { Texts } from "../es/index.ts";

export const imports: Texts["imports"] = {
  "too-large": "The file is too large. Split it into parts",
  "not-xlsx":
    "The file is not an Excel one (.xlsx), or it is damaged. If it is an .xls or has a password, open it and save it as .xlsx or CSV",
  "not-xml": "The file is not XML",
  "not-pfif": "The file is XML, but not PFIF",
  "unknown-version": "The file uses a version of PFIF that is not known here",
  "doctype-refused": "The file has a part (DOCTYPE) that is not opened, for safety",
  "nested-too-deep": "The file has too many levels",
  malformed: "The file has an error in this line",
  cut: "The file is cut off here; what came before was read",
  "id-missing": "It lacks the identifier that names it",
  "id-repeated": "Its identifier appears twice in the file",
  "other-domain": "Its identifier is not of the place that the file names",
  "note-without-person": "The note does not say which person it is about, or that person is not there",
  "no-name-column": "The list has no column with names",
  "too-many-cells": "The line has more cells than columns",
  "open-quote": "A quotation mark is never closed",
  "bad-quote": "A quotation mark is in the wrong place",
};
