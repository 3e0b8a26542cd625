/** What an alarm of the audit says, in the reader's language. */
import type { AuditAlarm } from "#model";
import type { Texts } from "./es/index.ts";

export function wordAlarm({ alarm: words }: Texts["audit"], alarm: AuditAlarm, who: string): string {
  switch (alarm.kind) {
    case "many-openings":
      return words["many-openings"](who, alarm.opened, alarm.registered);
    case "export-at-night":
      return words["export-at-night"](who);
    case "by-place":
    case "many-searches":
    case "many-exports":
      return words[alarm.kind](who, alarm.times);
  }
}
