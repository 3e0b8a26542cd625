/** What the first device of a new site makes: the groups' first keys and the recovery words. */
import {
  type AgreePair,
  type AgreePublicKey,
  generateAgreePair,
  generateRecoveryWords,
  type RandomBytes,
  recoveryPair,
} from "#crypto";
import type { GroupPublics } from "./key-codec.ts";
import type { OwnSecrets } from "./own-secrets.ts";

export interface SiteSecrets {
  readonly own: OwnSecrets;
  readonly publics: GroupPublics;
  readonly recovery: AgreePublicKey;
  /** Shown once, to be written down; kept nowhere. */
  readonly recoveryWords: string;
}

/** New keys for a site. Takes a few milliseconds. */
export function generateSiteSecrets(random: RandomBytes): SiteSecrets {
  const [desk, staff, protection] = [
    generateAgreePair(random),
    generateAgreePair(random),
    generateAgreePair(random),
  ];
  const recoveryWords = generateRecoveryWords(random);
  return {
    own: { groups: [desk, staff, protection], spaces: [] },
    publics: { desk: desk.public, staff: staff.public, protection: protection.public },
    recovery: recoveryOf(recoveryWords).public,
    recoveryWords,
  };
}

function recoveryOf(words: string): AgreePair {
  const pair = recoveryPair(words);
  if (pair === null) throw new TypeError("generated words give a recovery key");
  return pair;
}
