/** Fields of a record as lines for people: the label that the page uses, and the value as it is stored. */
import { type Texts, wordField } from "#i18n";

/** A stored value in one line; an absent one is a dash. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "—";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join("; ");
  return JSON.stringify(value);
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One line for each field; a group's fields each have their own. */
export function fieldLines(texts: Texts, fields: object, path = ""): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    const at = path === "" ? name : `${path}.${name}`;
    if (isGroup(value) && name !== "age") return fieldLines(texts, value, at);
    const shown =
      typeof value === "boolean" ? (value ? texts.fields.yes : texts.fields.no) : valueText(value);
    return [`${wordField(texts, at)}: ${shown}`];
  });
}
