/** English: a person's own copy of what the house holds about them. */
export const copy = {
  heading: "Copy for the person",
  lead: "The person has a right to know what the house holds about them, and who was told.",
  open: "See the copy",
  title: "What this house holds about you",
  warning:
    "This paper says who the person is. Ask whether they want to carry it: on the way somebody may read it. It can also be read here, without printing.",
  print: "Print",
  sheetLead: (house: string, moment: string): string => `${house}, ${moment}`,
  toldTo: (house: string): string => `Told to: ${house}`,
  toldIn: (house: string, countries: string): string => `${house} (${countries})`,
  toldUnknown: "a house that is no longer in the network",
  nobodyTold: "Other houses were told nothing with your name.",
  rights:
    "You can ask for it to be corrected or erased, and take back what you allowed, at any time and at any house of the network.",
  leftOut: "What is other people's is not here: if somebody seeks you, you are asked about it alone.",
  command: "What the house holds about a person and who was told, for that person",
  guest: "person received in the house",
};
