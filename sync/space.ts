/**
 * Spaces: the audiences of a mesh and the unit of replication (docs/protocol.md, "Spaces").
 * A space is named by its kind and, where each site has one of its own, by the site. `pair` and
 * `capsule` are one tag each for the whole mesh, so that a carrier learns who wrote, not to whom.
 */
import { fromText } from "#crypto";
import { idBytes, SITE_ID_BYTES, type SiteId } from "./ids.ts";
import { toText } from "#crypto";
import type { Brand } from "#crypto";

/** `control`, `network`, `pair`, `capsule`, or `desk.SITE`, `site.SITE`, `protected.SITE`, `audit.SITE`. */
export type SpaceId = Brand<string, "SpaceId">;

const MESH_KINDS = ["control", "network", "pair", "capsule"] as const;
const SITE_KINDS = ["desk", "site", "protected", "audit"] as const;
export type MeshSpaceKind = (typeof MESH_KINDS)[number];
export type SiteSpaceKind = (typeof SITE_KINDS)[number];
export type SpaceKind = MeshSpaceKind | SiteSpaceKind;

/** A space taken apart. `site` is null for the spaces of the whole mesh. */
export type Space =
  | { readonly kind: MeshSpaceKind; readonly site: null }
  | { readonly kind: SiteSpaceKind; readonly site: SiteId };

export const CONTROL = "control" as SpaceId;
export const NETWORK = "network" as SpaceId;
export const PAIR = "pair" as SpaceId;
export const CAPSULE = "capsule" as SpaceId;

/** The space of one site. */
export const siteSpace = (kind: SiteSpaceKind, site: SiteId): SpaceId => `${kind}.${site}` as SpaceId;

const isMeshKind = (kind: string): kind is MeshSpaceKind => (MESH_KINDS as readonly string[]).includes(kind);
const isSiteKind = (kind: string): kind is SiteSpaceKind => (SITE_KINDS as readonly string[]).includes(kind);

/** Takes a space id apart; null for text that names no space. */
export function parseSpace(text: string): Space | null {
  const dot = text.indexOf(".");
  if (dot < 0) return isMeshKind(text) ? { kind: text, site: null } : null;
  const kind = text.slice(0, dot);
  const site = text.slice(dot + 1);
  if (!isSiteKind(kind) || fromText(site, SITE_ID_BYTES) === null) return null;
  return { kind, site: site as SiteId };
}

/** Bytes of a space on the wire: one byte for its kind, 16 for its site (zeros where it has none). */
export const SPACE_BYTES = 1 + SITE_ID_BYTES;

const KIND_BYTES: Readonly<Record<SpaceKind, number>> = {
  control: 0,
  network: 1,
  pair: 2,
  capsule: 3,
  desk: 16,
  site: 17,
  protected: 18,
  audit: 19,
};

/** Writes a space id; throws on text that names no space. */
export function encodeSpace(id: SpaceId): Uint8Array {
  const space = parseSpace(id);
  if (space === null) throw new TypeError("not a space");
  const bytes = new Uint8Array(SPACE_BYTES);
  bytes[0] = KIND_BYTES[space.kind];
  if (space.site !== null) bytes.set(idBytes(space.site), 1);
  return bytes;
}

/** Reads a space id; null unless the bytes are exactly what {@link encodeSpace} writes. */
export function decodeSpace(bytes: Uint8Array): SpaceId | null {
  if (bytes.length !== SPACE_BYTES) return null;
  const kind = Object.entries(KIND_BYTES).find(([, byte]) => byte === bytes[0])?.[0];
  if (kind === undefined) return null;
  const site = bytes.subarray(1);
  if (isSiteKind(kind)) return siteSpace(kind, toText(site) as SiteId);
  return site.every((byte) => byte === 0) ? (kind as SpaceId) : null;
}
