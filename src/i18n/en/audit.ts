/** English: the audit, who opened and took out what. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const audit: Texts["audit"] = {
  title: "Audit",
  text: "What was opened, searched and taken out at each device, by day. It holds neither the words that were searched for nor names of guests.",
  open: "Show the audit",
  period: "Since",
  periods: { day: "Today and yesterday", week: "Last 7 days", month: "Last 30 days" },
  alarms: "To ask about",
  alarmsText: "An alarm accuses nobody and blocks nothing: it says why it is worth asking.",
  noAlarms: "No alarm in this time.",
  none: "Nobody opened, searched or took out anything in this time, or it has not come here.",
  someoneOf: (house) => `Somebody of ${house}`,
  days: "By person and day",
  day: "Day",
  person: "Person",
  opened: "Opened",
  searches: "Searched",
  exports: "Took out",
  overrides: "Set a rule aside",
  unreadable: (house, n) =>
    `${house}: ${count(n, { one: "# page does not open", other: "# pages do not open" })} on this device. If that stays so after syncing, ask that house.`,
  alarm: {
    "many-openings": (who, n, registered) =>
      `${who} opened ${count(n, { one: "# record", other: "# records" })} within an hour and registered ${String(registered)}.`,
    "by-place": (who, n) =>
      `${who} searched ${count(n, { one: "# time", other: "# times" })} by place alone within an hour.`,
    "many-searches": (who, n) =>
      `${who} made ${count(n, { one: "# search", other: "# searches" })} within an hour.`,
    "many-exports": (who, n) =>
      `${who} took out lists or backups ${count(n, { one: "# time", other: "# times" })} in a day.`,
    "export-at-night": (who) => `${who} took out a list or a backup at night.`,
  },
  cardAlarm: {
    "many-cards": (house, n) =>
      `${house} sent ${count(n, { one: "# card", other: "# cards" })} in a day. Ask that house where they come from.`,
    "cards-of-one-guest": (house, n) =>
      `${house} seeks one person of this house with ${count(n, { one: "# card", other: "# cards" })}. Somebody may be trying names: before you answer, check who seeks.`,
  },
  auditor: "Another house that reads it too",
  auditorText:
    "Choose a shelter that you trust. Its coordinators see this audit at their own devices, even if somebody here wants to hide it. They see numbers and hours, no records.",
  nobody: "None",
  choose: "Save",
  choosing: "Saving…",
  chosen: "Saved. It holds from now on; the whole mesh can see which house was chosen.",
  dismissed: "What the house before has read, it has.",
  cli: {
    command: "Shows what was opened, searched and taken out at each device; for coordinators",
    since: "since how long: 24h, 7d, 4w",
    of: "also says who opened this record",
    auditor: "chooses the shelter that reads this house's audit too",
    noAuditor: "no other shelter reads it",
    alarm: (when, text) => `! ${when} ${text}`,
    line: (day, who, counts) => `${day} ${who}: ${counts}`,
    counts: (opened, searches, exports) =>
      `opened ${String(opened)} · searched ${String(searches)} · took out ${String(exports)}`,
    openedBy: (when, who) => `${when} opened by ${who}`,
    reads: (house, by) => `The audit of ${house} is read by ${by} too`,
  },
};
