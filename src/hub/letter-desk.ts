/**
 * What a hub answers to whoever asks for the letter of a seed (docs/protocol.md, "Letters"): the letters
 * of its mesh; to everybody else noise of the same length. A hub that knows no mesh yet passes the
 * question on, so that a new house's page finds the hub of whoever invited it. Keeps nothing.
 */
import { hmac, type RandomBytes, toText } from "#crypto";
import {
  answerLetters,
  type Clock,
  type Invite,
  type Late,
  lateness,
  type LetterQuestion,
  letterTag,
  type Membership,
  noLetter,
  passQuestion,
  sealNotice,
  type Transport,
} from "#sync";

export interface LetterDeskOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Null until the hub knows a mesh. */
  readonly membership: () => Membership | null;
  /** Other hubs that may know. */
  readonly addresses: () => readonly string[];
  /** Of the hub alone: nobody else can tell its noise from letters. */
  readonly secret: Uint8Array;
}

const MOST_LETTERS = 4;

/** Begins to answer. */
export function openLetterDesk(options: LetterDeskOptions): void {
  const { transport, clock } = options;
  const secret = hmac(options.secret, "vereda/letter-noise/1");
  const answer = async ({ tag, mayPass }: LetterQuestion): Promise<readonly Uint8Array[]> => {
    // made for every question, so that it takes as long whatever is answered
    const noise = noLetter(secret, tag);
    const membership = options.membership();
    if (membership !== null) return lettersOf(options, membership, tag) ?? [noise];
    if (!mayPass) return [noise];
    return [...(await passQuestion({ transport, clock, addresses: options.addresses() }, tag)), noise];
  };
  answerLetters({ transport, clock, answer });
}

/** One, unless members copied the seed's key into invites of their own: which is right, the seed tells. */
function lettersOf(
  { clock, random }: LetterDeskOptions,
  membership: Membership,
  tag: Uint8Array,
): readonly Uint8Array[] | null {
  const invites = invitesByTag(membership).get(toText(tag));
  if (invites === undefined) return null;
  return invites.slice(0, MOST_LETTERS).map((invite) => {
    const late = lateOf(membership, invite, clock.now());
    return late === null ? invite.letter : sealNotice(invite.seedKey, late, random);
  });
}

function lateOf(membership: Membership, invite: Invite, now: number): Late | null {
  if (invite.usedBy !== null) return "used";
  const inviterIsOut = !membership.devices.has(invite.inviter);
  if (lateness(invite) !== null || inviterIsOut) return "cancelled";
  return now > invite.expiresAt ? "expired" : null;
}

type Lettered = Invite & { readonly letter: Uint8Array };

const hasLetter = (invite: Invite): invite is Lettered => invite.letter !== null;

const known = new WeakMap<Membership, ReadonlyMap<string, readonly Lettered[]>>();

/** Worked out once for each membership. */
function invitesByTag(membership: Membership): ReadonlyMap<string, readonly Lettered[]> {
  const before = known.get(membership);
  if (before !== undefined) return before;
  const byTag = new Map<string, Lettered[]>();
  for (const invite of [...membership.invites.values()].filter(hasLetter)) {
    const tag = toText(letterTag(invite.seedKey));
    byTag.set(tag, [...(byTag.get(tag) ?? []), invite]);
  }
  known.set(membership, byTag);
  return byTag;
}
