/**
 * What is wrong with the columns of an Automerge change, seen without unfolding them
 * (https://automerge.org/automerge-binary-format-spec/, "Columnar Storage Format"), because Automerge does not
 * survive it:
 *
 * - too many rows. Columns are run-length encoded: a change of 200 bytes can state a run of billions, and memory is
 *   reserved for a run before the change is found to be no good;
 * - an operation in an object that is not older than itself. Such objects can hold themselves, and looking for the
 *   way to one fills memory until wasm gives up. An honest operation's number is above all that it knows of.
 */
import { type Cursor, readBytes, readSignedVarint, readVarint } from "./cursor.ts";

/** A change with more rows in one column than this is refused. Ours have some dozens. */
export const MAX_ROWS = 1 << 16;

const MAX_COLUMNS = 64;
const MAX_TEXT_BYTES = 1 << 20;
const MAX_ACTORS = 1024;
const DEFLATED = 0b1000;

const TYPE = {
  group: 0,
  actor: 1,
  number: 2,
  delta: 3,
  boolean: 4,
  text: 5,
  valueKinds: 6,
  values: 7,
} as const;

type SkipValue = (cursor: Cursor) => boolean;

/** Numbers can have 64 bits, which nothing here needs to know. */
const skipNumber: SkipValue = (cursor) => {
  for (let count = 0; count < 10; count++) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) return false;
    if (byte < 0x80) return true;
  }
  return false;
};

const skipText: SkipValue = (cursor) => readBytes(cursor, MAX_TEXT_BYTES) !== null;

/** Passes over one run and tells its rows: one value many times, many values, or nothing many times. */
function skipRun(cursor: Cursor, skip: SkipValue): number | null {
  const count = readSignedVarint(cursor);
  if (count === null) return null;
  if (count === 0) return readVarint(cursor);
  if (count > 0) return skip(cursor) ? count : null;
  for (let left = -count; left > 0; left--) if (!skip(cursor)) return null;
  return -count;
}

/** Whether the runs of a column come to no more than {@link MAX_ROWS} rows. */
function isModest(column: Uint8Array, nextRun: (cursor: Cursor) => number | null): boolean {
  const cursor: Cursor = { bytes: column, at: 0 };
  let rows = 0;
  while (cursor.at < column.length) {
    const run = nextRun(cursor);
    if (run === null) return false;
    rows += run;
    if (rows > MAX_ROWS) return false;
  }
  return true;
}

function isModestColumn(specification: number, column: Uint8Array): boolean {
  if ((specification & DEFLATED) !== 0) return false;
  const type = specification & 0b111;
  if (type === TYPE.values) return true;
  if (type === TYPE.boolean) return isModest(column, readVarint);
  return isModest(column, (cursor) => skipRun(cursor, type === TYPE.text ? skipText : skipNumber));
}

/** The numbers of the operations that made the objects: column 0, type "number". */
const OBJECT_COUNTERS = 0x02;

/** The numbers of a run that has come to its values, each with how many rows it stands for; null where they are not there. */
function runOfNumbers(cursor: Cursor, count: number): readonly (readonly [number, number])[] | null {
  const values: (readonly [number, number])[] = [];
  for (let left = count > 0 ? 1 : -count; left > 0; left--) {
    const value = readVarint(cursor);
    if (value === null) return null;
    values.push([value, Math.max(1, count)]);
  }
  return values;
}

/** Whether each operation, numbered from `first`, is in an object that an operation before it made. */
function areObjectsOlder(column: Uint8Array, first: number): boolean {
  const cursor: Cursor = { bytes: column, at: 0 };
  let operation = first;
  while (cursor.at < column.length) {
    const count = readSignedVarint(cursor);
    const nothing = count === 0 ? readVarint(cursor) : 0;
    const values = count === null ? null : runOfNumbers(cursor, count);
    if (nothing === null || values === null) return false;
    operation += nothing;
    for (const [object, rows] of values) {
      if (object >= operation) return false;
      operation += rows;
    }
  }
  return true;
}

function skipActors(cursor: Cursor): boolean {
  const count = readVarint(cursor);
  if (count === null || count > MAX_ACTORS) return false;
  for (let left = count; left > 0; left--) if (readBytes(cursor, MAX_TEXT_BYTES) === null) return false;
  return true;
}

interface ColumnName {
  readonly specification: number;
  readonly length: number;
}

function readColumnNames(cursor: Cursor): readonly ColumnName[] | null {
  const count = readVarint(cursor);
  if (count === null || count > MAX_COLUMNS) return null;
  const names: ColumnName[] = [];
  for (let left = count; left > 0; left--) {
    const specification = readVarint(cursor);
    const length = readVarint(cursor);
    if (specification === null || length === null) return null;
    names.push({ specification, length });
  }
  return names;
}

/** Reads on behind a change's time: false unless what follows is there and can be given to Automerge. */
export function areColumnsSound(cursor: Cursor, firstOperation: number): boolean {
  const message = readBytes(cursor, MAX_TEXT_BYTES);
  const names = message !== null && skipActors(cursor) ? readColumnNames(cursor) : null;
  if (names === null) return false;
  for (const { specification, length } of names) {
    const column = cursor.bytes.subarray(cursor.at, cursor.at + length);
    cursor.at += length;
    if (column.length !== length || !isModestColumn(specification, column)) return false;
    if (specification === OBJECT_COUNTERS && !areObjectsOlder(column, firstOperation)) return false;
  }
  return true;
}
