/** English: what speaks for and against somebody being the person who is meant, and why a search was not made. */
import type { Texts } from "../es/index.ts";

export const reasons: Texts["reasons"] = {
  sides: { for: "For", against: "Against" },
  words: {
    "given-name": "name",
    surname: "surname",
    "second-surname": "second surname",
    "alternate-name": "nickname",
    relative: "relative",
    marks: "marks",
  },
  how: {
    same: "{word}: {found}",
    sounds: "{word}, sounds the same: {asked} ≈ {found}",
    similar: "{word}, alike: {asked} ≈ {found}",
    nickname: "{word}, nickname: {asked} = {found}",
    variant: "{word}, another form: {asked} ≈ {found}",
    begins: "{word}, begins the same: {asked}… ≈ {found}",
  },
  sameOtherwise: "{word}: {asked} ≈ {found}",
  nicknameOf: "nickname: {asked} = {found}",
  facts: {
    "name-missing": "not in their name: {asked}",
    "surnames-swapped": "surnames in another order",
    age: "age fits: {found}",
    "age-differs": "another age: {found}; asked for {asked}",
    "birth-date": "date of birth: {found}",
    "birth-date-swapped": "day and month of birth changed places: {found}",
    "birth-date-partly": "date of birth, the same in part: {asked} ≈ {found}",
    "birth-date-differs": "another date of birth: {found}",
    "sex-differs": "another sex",
    town: "place: {found}",
    "town-alike": "perhaps the same place: {asked} ≈ {found}",
    "town-near": "a place nearby: {found}, some {kilometres} km away",
    department: "same department or state: {asked} and {found}",
    "town-differs": "another place: {found}",
    country: "country: {country}",
    "country-differs": "another country: {country}",
    "arrived-after": "came {days} after the last contact",
    "arrived-before": "came {days} before the last contact",
    "came-from": "comes from {found}, where the last contact was",
    "too-far": "from the last contact in {asked} to {found} it is {kilometres} km, in only {days}",
    "relatives-differ": "other relatives",
    "marks-differ": "other marks",
  },
  arrivedThen: "came around the days of the last contact",
  tooFarThen: "from the last contact in {asked} to {found} it is {kilometres} km, in the same days",
  days: (count) => (count === 1 ? "1 day" : `${String(count)} days`),
  nearest: "a place nearby: {found}",
  sameDepartment: "same department or state: {found}",
  years: "{from} to {to}",
  yearsOrMore: "{from} or more",
  grown: "{then} in {since}, {found} today",
};

export const refusals: Texts["refusals"] = {
  empty: "Type a name, a nickname or marks of the person.",
  "one-letter": "One letter is not enough. Type at least two letters of the name or nickname.",
  "place-only":
    "A place alone is not enough: it would list everyone from there. Add a name, a nickname or marks.",
  "no-name": "An age or a date alone is not enough. Add a name, a nickname or marks.",
};
