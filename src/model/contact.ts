/**
 * Finds and removes what lets a stranger reach a family: telephone numbers, e-mail addresses,
 * handles and links (design sections 1 and 4: extortionists harvest them from search posts).
 * Rather one word too many removed than one number left.
 */
import { cleanLine } from "./text.ts";

/** Seven digits or more with no letter in between, whatever signs separate them. */
const PHONE = /\p{Nd}(?:[^\p{L}\p{Nd}]*\p{Nd}){6,}/gu;
/** The words before a number that say that it is one: they go with it. */
const LABELLED_PHONE = new RegExp(
  `(?:(?<!\\p{L})(?:tel[eé]fono|tel|celular|cel|m[oó]vil|whats ?app|wasap|wsp|n[uú]mero|n[uú]m|contacto|phone|call|llamar|llame)(?!\\p{L})[\\s.:]{0,3}(?:al?\\s)?){0,3}[+(]{0,2}${PHONE.source}`,
  "giu",
);
/** Signs that joined the contact to the rest. */
const DANGLING = /^[\s,;:)]+|[\s,;:(]+$/gu;
const LINK =
  /:\/\/|^www\.|\.(?:com|net|org|info|me|io|ly|mx|gt|hn|sv|ni|cr|pa|co|ve|ht|us|es)(?:$|[/?#:,;.)])/iu;

const isPhone = (text: string): boolean => text.search(PHONE) >= 0;
const isAddressed = (word: string): boolean => word.includes("@") || LINK.test(word);

/** True when the text holds a telephone number, an e-mail address, a handle or a link. */
export const hasContact = (text: string): boolean => isPhone(text) || text.split(/\s+/u).some(isAddressed);

function withoutAddresses(text: string): string {
  const words = text.split(/\s+/u);
  const lonelySign = (at: number): boolean => words[at] === "@";
  return words
    .filter((word, at) => !isAddressed(word) && !lonelySign(at - 1) && !lonelySign(at + 1))
    .join(" ");
}

/**
 * The text on one line without any contact; may be empty. `hasContact` of the result is false: what is
 * looked at is always the cleaned line, because cleaning can join what stood apart.
 */
export function withoutContact(text: string): string {
  let rest = cleanLine(text);
  while (hasContact(rest)) {
    rest = cleanLine(withoutAddresses(rest.replace(LABELLED_PHONE, " "))).replace(DANGLING, "");
  }
  return rest;
}
