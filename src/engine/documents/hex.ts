/** Hexadecimal text, the spelling of actor ids in Automerge. Everything else here is base32. */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes);

/** Throws for what is not hexadecimal. */
export const fromHex = (text: string): Uint8Array => hexToBytes(text);
