/** What the first device of a new site makes: the groups' first keys and the recovery words. */
import {
  generateAgreePair,
  generateRecoveryWords,
  type RandomBytes,
  type RecoverySecrets,
  recoverySecrets,
} from "#crypto";
import type { GroupPublics, RecoveryKeys, RecoveryPublics, WordsFor } from "./key-codec.ts";
import type { OwnSecrets } from "./own-secrets.ts";

export interface SiteSecrets {
  readonly own: OwnSecrets;
  readonly publics: GroupPublics;
  readonly recovery: RecoveryPublics;
  /** Shown once, to be written down; kept nowhere. */
  readonly recoveryWords: RecoveryWords;
}

/** Twelve words each. */
export type RecoveryWords = Readonly<Record<WordsFor, string>>;

/** New keys for a site. Takes a few milliseconds. */
export function generateSiteSecrets(random: RandomBytes): SiteSecrets {
  const [desk, staff, protection] = [
    generateAgreePair(random),
    generateAgreePair(random),
    generateAgreePair(random),
  ];
  const [site, forProtected] = [generateWords(random), generateWords(random)];
  return {
    own: { groups: [desk, staff, protection], spaces: [] },
    publics: { desk: desk.public, staff: staff.public, protection: protection.public },
    recovery: { site: site.keys, protected: forProtected.keys },
    recoveryWords: { site: site.words, protected: forProtected.words },
  };
}

/** Twelve new words and their public halves. */
export function generateWords(random: RandomBytes): { readonly words: string; readonly keys: RecoveryKeys } {
  const words = generateRecoveryWords(random);
  const secrets = recoverySecrets(words);
  if (secrets === null) throw new TypeError("generated words give recovery keys");
  return { words, keys: redactRecovery(secrets) };
}

/** Drops the secrets. */
export const redactRecovery = ({ sign, agree }: RecoverySecrets): RecoveryKeys => ({
  sign: sign.public,
  agree: agree.public,
});
