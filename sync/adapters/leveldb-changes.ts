/** Logs and values as LevelDB's keys, and what appends and cuts change of them. Pure. */
import type { Entry } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import { encodeHolding, encodeStoredSeal, type LogChange, type LogCut } from "../store/append-plan.ts";
import { encodeStoredEntry, guard } from "../store/checksum.ts";
import type { KeyValue } from "../store/store.ts";

export type Change =
  | { readonly type: "put"; readonly key: string; readonly value: Uint8Array }
  | { readonly type: "del"; readonly key: string };

export const SEQ_DIGITS = 16;

const seqText = (seq: number): string => String(seq).padStart(SEQ_DIGITS, "0");
export const holdingKey = (log: LogRef): string => `holding/${logKey(log)}`;
export const entryKey = (log: LogRef, seq: number): string => `entry/${logKey(log)}/${seqText(seq)}`;
export const sealKey = (log: LogRef, seq: number): string => `seal/${logKey(log)}/${seqText(seq)}`;
export const valueKey = (key: string): string => `value/${key}`;
/** Of a value that guards itself. */
export const put = (key: string, value: Uint8Array): Change => ({ type: "put", key, value });
const putGuarded = (key: string, value: Uint8Array): Change => put(key, guard(key, value));

export const entryChange = (entry: Entry): Change =>
  put(entryKey(entry.header, entry.header.seq), encodeStoredEntry(entry));

export function changesOf({ holding, entries, seals, staleSeal }: LogChange): Change[] {
  const { log } = holding;
  return [
    ...entries.map(entryChange),
    ...seals.map((seal) => putGuarded(sealKey(log, seal.seq), encodeStoredSeal(seal))),
    ...(staleSeal === null ? [] : [{ type: "del" as const, key: sealKey(log, staleSeal) }]),
    putGuarded(holdingKey(log), encodeHolding(holding)),
  ];
}

export function cutChanges({ log, holding, tip, from, to }: LogCut): Change[] {
  const gone = Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((seq): Change[] => [
    { type: "del", key: entryKey(log, seq) },
    { type: "del", key: sealKey(log, seq) },
  ]);
  if (holding === null || tip === null) return [...gone, { type: "del", key: holdingKey(log) }];
  const seal = putGuarded(sealKey(log, tip.seq), encodeStoredSeal(tip));
  return [...gone, seal, putGuarded(holdingKey(log), encodeHolding(holding))];
}

export const valueChange = ({ key, value }: KeyValue): Change =>
  value === null ? { type: "del", key: valueKey(key) } : putGuarded(valueKey(key), value);
