/**
 * The author's side of a log: seals plaintexts into entries that continue it, and signs the seals
 * (docs/protocol.md, "Entry"). Pure construction: nothing is stored here, and the caller must not
 * build twice on one head, or its own log forks.
 */
import {
  type AgreePublicKey,
  dropLength,
  entrySalt,
  type Hash,
  type KeyId,
  type RandomBytes,
  seal,
  sealedLength,
  sealToDrop,
  type Signatures,
  type SignSecretKey,
  type SpaceKey,
} from "#crypto";
import { type MeshId, operationIdOf, type OperationId } from "../ids.ts";
import { type Entry, makeEntry, MAX_HEADS, NO_ENTRY, NO_MESH, sealContext } from "./entry.ts";
import type { LogRef } from "./log-ref.ts";
import type { Run } from "./run.ts";
import { type Seal, sealPositions, signSeal } from "./seal.ts";

/** What a writer seals under: a space key, or a drop key whose holders post and cannot read. */
export type WriteKey =
  | { readonly kind: "space"; readonly key: SpaceKey; readonly keyId: KeyId }
  | { readonly kind: "drop"; readonly public: AgreePublicKey; readonly keyId: KeyId };

/** Where a log stands: its last position and the id there. */
export interface LogHead {
  readonly seq: number;
  readonly id: Hash;
}

/** The secrets that an author needs: part of its `DeviceSecrets`. */
export interface AuthorSecrets {
  readonly sign: { readonly secret: SignSecretKey };
  readonly saltSecret: Uint8Array;
}

export interface AppendOptions {
  /** Null founds a mesh: the first entry then names it. */
  readonly mesh: MeshId | null;
  readonly log: LogRef;
  /** Null for an empty log. */
  readonly head: LogHead | null;
  /** Heads of the membership that the author knows, at most four. */
  readonly heads: readonly OperationId[];
  /** At least one; each becomes an entry. */
  readonly plaintexts: readonly Uint8Array[];
  readonly key: WriteKey;
  readonly author: AuthorSecrets;
  readonly random: RandomBytes;
  readonly signatures: Signatures;
}

type Unsealed = Omit<Parameters<typeof sealContext>[0], "length" | "keyId" | "salt">;

async function sealEntry(options: AppendOptions, unsealed: Unsealed, plaintext: Uint8Array): Promise<Entry> {
  const { key, random, signatures, author } = options;
  const salt = entrySalt({ saltSecret: author.saltSecret, random, plaintext, seq: unsealed.seq });
  const length = key.kind === "space" ? sealedLength(plaintext.length) : dropLength(plaintext.length);
  const header = { ...unsealed, keyId: key.keyId, salt, length };
  const context = sealContext(header);
  const { commit, body } =
    key.kind === "space"
      ? seal({ key: key.key, salt, context, plaintext })
      : await sealToDrop({ signatures, drop: key.public, random, salt, context, plaintext });
  return makeEntry({ ...header, commit }, body);
}

async function sealEntries(options: AppendOptions): Promise<{ mesh: MeshId; entries: Entry[] }> {
  const { log, head, plaintexts } = options;
  const heads = [...options.heads].sort();
  const entries: Entry[] = [];
  let mesh = options.mesh;
  let seq = head === null ? 0 : head.seq + 1;
  let prev = head === null ? NO_ENTRY : head.id;
  for (const plaintext of plaintexts) {
    const entry = await sealEntry(options, { mesh: mesh ?? NO_MESH, ...log, seq, prev, heads }, plaintext);
    mesh ??= operationIdOf(entry.id) as string as MeshId;
    entries.push(entry);
    seq += 1;
    prev = entry.id;
  }
  if (mesh === null) throw new RangeError("a run has at least one entry");
  return { mesh, entries };
}

/**
 * Builds the run that continues a log: one entry for each plaintext, seals at every 64th and at the
 * end. Throws a RangeError on no plaintext or more than four heads (merge the membership first), and
 * a UsageError on a plaintext that is too long.
 */
export async function appendEntries(options: AppendOptions): Promise<Run> {
  if (options.plaintexts.length === 0) throw new RangeError("a run has at least one entry");
  if (options.heads.length > MAX_HEADS) throw new RangeError("an entry names at most four membership heads");
  const { mesh, entries } = await sealEntries(options);
  const { log, author, signatures } = options;
  const first = options.head === null ? 0 : options.head.seq + 1;
  const seals: Seal[] = [];
  for (const seq of sealPositions(first, first + entries.length - 1)) {
    const entry = entries[seq - first];
    if (entry === undefined) throw new RangeError("a seal stands on an entry");
    seals.push(await signSeal(signatures, author.sign.secret, { mesh, log, seq, id: entry.id }));
  }
  return { mesh, log, entries, seals };
}
