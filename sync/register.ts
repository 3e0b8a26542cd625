/**
 * The register that a receipt stands in: one for each site, space and word (docs/protocol.md, "Receipts"). A newer
 * receipt overwrites the one before.
 */
import { toText } from "#crypto";
import type { Reader, Writer } from "./codec.ts";
import { idBytes, SITE_ID_BYTES, type SiteId } from "./ids.ts";
import { decodeSpace, encodeSpace, NETWORK, SPACE_BYTES, type SpaceId } from "./space.ts";

/**
 * `held`: the site's hub holds the space up to the positions. `compared`: somebody of a shelter's staff has compared
 * every card that stands in `network` up to the positions with the guests of the house.
 * `erased`: the site carried out every order to erase up to the positions, which lie in `control`.
 */
export type Says = "held" | "compared" | "erased";

export interface Register {
  readonly site: SiteId;
  readonly space: SpaceId;
  readonly says: Says;
}

/** By their codes on the wire. */
const SAYS: readonly Says[] = ["held", "compared", "erased"];

/** What a register is called in a map and in a store. */
export const registerName = ({ site, space, says }: Register): string => `${site}/${space}/${says}`;

export const writeRegister = (writer: Writer, { site, space, says }: Register): Writer =>
  writer.raw(idBytes(site)).raw(encodeSpace(space)).byte(SAYS.indexOf(says));

/** Fails the reader where there is none. */
export function readRegister(reader: Reader): Register {
  const site = toText(reader.raw(SITE_ID_BYTES)) as SiteId;
  const space = decodeSpace(reader.raw(SPACE_BYTES));
  const says = SAYS[reader.byte()];
  if (space === null || says === undefined) reader.fail();
  return { site, space: space ?? NETWORK, says: says ?? "held" };
}
