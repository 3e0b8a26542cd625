/** English: why two people may be the same, and why a search was not made. */
import type { Texts } from "../es/index.ts";

export const reasons: Texts["reasons"] = {
  fields: {
    name: "name",
    "alternate-name": "nickname",
    relative: "relative",
    marks: "marks",
    place: "place",
  },
  how: {
    same: "{field}: {found}",
    sounds: "{field}, sounds the same: {asked} ≈ {found}",
    begins: "{field}, begins the same: {asked}… ≈ {found}",
    similar: "{field}, alike: {asked} ≈ {found}",
  },
  country: "country: {country}",
  ages: {
    age: "close in age: {found}",
    "age-differs": "different: the age, {found}",
  },
};

export const refusals: Texts["refusals"] = {
  empty: "Type a name, a nickname or marks of the person.",
  "one-letter": "One letter is not enough. Type at least two letters of the name or nickname.",
  "place-only":
    "A place alone is not enough: it would list everyone from there. Add a name, a nickname or marks.",
  "no-name": "An age alone is not enough. Add a name, a nickname or marks.",
};
