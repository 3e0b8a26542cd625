/** English: the command `sharing`. */
import type { cliSharing as es } from "../es/cli-sharing.ts";

export const cliSharing: typeof es = {
  sharing: "Whom the house shares with, what, until when, and in which country",
  list: "Shows what was agreed with each house, the rules of this one and the countries of the network",
  agree:
    "Notes what was agreed with a house; read as JSON from the input (allows, until, country), null takes it off",
  site: "the other house (sharing list tells)",
  rules: "Changes the rules of this house; read as JSON from the input (onlyAgreed, closedCountries)",
};
