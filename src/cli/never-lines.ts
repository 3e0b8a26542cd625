/** Whom guests want never to be told, said beside what is done for them. Reads only; none where there is nobody. */
import type { Engine, RecordId } from "#engine";
import { printable } from "./output.ts";
import type { Runner } from "./runner.ts";

export async function neverLines(
  { wording: { shared } }: Runner,
  engine: Engine,
  { guests, text }: { readonly guests: readonly RecordId[]; readonly text: string },
): Promise<readonly string[]> {
  const each = await Promise.all(guests.map((guest) => engine.neverTell(guest)));
  const who = each.flat().map(({ name, relation }) => [name, relation].filter((part) => part !== null));
  if (who.length === 0) return [];
  const lines = who.map((parts) => `${shared.care.never}: ${printable(parts.join(" · "))}`);
  return [...new Set(lines), text];
}
