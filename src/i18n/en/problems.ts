/** English: what is wrong with one field. `{label}` is the field's name. */
import type { Texts } from "../es/index.ts";

export const problems: Texts["problems"] = {
  "not-an-object": "The data does not have the form of a record",
  "too-deep": "The data has too many levels",
  "unknown-field": "“{label}” is not a detail of this kind of record",
  required: "Enter: {label}",
  "wrong-type": "“{label}” is not understood. Write it another way",
  "too-long": "“{label}” is too long. Shorten it",
  "too-many": "“{label}” has too many lines. Keep the most useful ones",
  "needs-name": "Enter the name or what people call them",
  "contact-in-name": "“{label}” holds a telephone, an e-mail or a link. Leave only the name",
  "unknown-sex": "“{label}” is not understood. Choose woman, man or other",
  "ambiguous-sex": "“M” can be “mujer” or male. Write the whole word",
  "bad-age": "Write the age as 17, about 17 or 15-17",
  "bad-date": "Write the date as 2009, March 2009 or 21/03/2009",
  "bad-time": "Write the date as 2026, March 2026 or 14/03/2026",
  "unknown-country": "That country is not recognised. Choose one from the list",
  "unknown-choice": "“{label}” is not one of the possible answers",
  "only-whom": "“{label}” can only say whom to call and their telephone, nothing of the news",
  "contact-in-text":
    "“{label}” holds a phone number, an e-mail address or a link, and every shelter reads it. Take it out: an institution's phone goes into the directory",
  "bad-day": "Write the whole day, such as 2026-03-21",
  "day-ahead": "That day has not come yet. Write the day on which somebody made sure",
  "said-elsewhere":
    "Another house says something in “{label}”: it cannot be emptied. Write what is right, and what the other says stands beside it",
  "day-past": "That day is over. Write until which day it stands",
  "too-far": "“{label}” is too far off. Choose a day of the next 30",
  "bad-id": "“{label}” names nothing that exists here",
};
