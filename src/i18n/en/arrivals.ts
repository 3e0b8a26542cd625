/** English: quick arrival. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const arrivals: Texts["arrivals"] = {
  title: "Arrivals",
  form: "Register an arrival",
  name: "Full name, as the person says it",
  nameUnknown: "The name is not known",
  marks: "Visible marks",
  marksHint: "To recognise the person: clothes, scar, tattoo, height.",
  age: "Age",
  ageApproximate: "approximate",
  ageUnknown: "not known",
  sex: "To assign a dormitory",
  country: "Country they are from",
  otherCountry: "Another country",
  company: "Who are they with?",
  companyHint: "Alone, or with whom",
  more: "Permission and more details",
  alternateNames: "What people call them",
  state: "Department or state",
  town: "Municipality or town of origin",
  from: "Where do they come from today?",
  language: "Preferred language",
  relatives: "Relatives they mention",
  relativesHint: "One per line.",
  saveAndNext: "Save and register another",
  addCompanion: "Add who comes too",
  saveGroup: (n) => count(n, { one: "Save # person", other: "Save all # people" }),
  together: (n) =>
    count(n, { one: "# person of the group, not saved", other: "# people of the group, not saved" }),
  togetherHint: "Type the next one. All are saved at once, and it is noted that they came together.",
  setAside: (n) =>
    count(n, { one: "# person ready. Not saved yet.", other: "# people ready. Not saved yet." }),
  remove: "Remove",
  removeOf: (n) => `Remove person ${String(n)} of the group`,
  bed: "Bed or room",
  saveHint: "Ctrl + Enter",
  lastSaved: "Last arrival saved",
  open: "Open the record",
  restored: "Recovered: what was being typed, not saved.",
  discard: "Discard",
  needName: "Enter a name or tick “The name is not known”",
  needMarks: "Enter some visible mark, to recognise the person",
  badAge: "Enter the age in digits, 0 to 120, or tick “not known”",
  minor: "May be under 18",
  minorText:
    "If they are not with their mother, father or carer, tell the person in charge of protection today. Saving does not wait.",
  today: "Today",
  todayCount: (n) => count(n, { one: "# arrival today", other: "# arrivals today" }),
  empty: "No arrivals today. Type the first name.",
  cameBackSaved: "Arrival noted on the record that was already there.",
};
