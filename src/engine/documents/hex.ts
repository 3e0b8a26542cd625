/** Hexadecimal text, the spelling of actor ids in Automerge. Everything else here is base32. */
import { bytesToHex } from "@noble/hashes/utils.js";

export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes);
