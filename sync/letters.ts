/**
 * Asking for the letter of a seed, and answering (docs/protocol.md, "Letters"): one channel of its own
 * for each question, before anybody proves anything. What letters say is `membership/letter.ts`.
 */
import type { Channel, Transport } from "./channel.ts";
import type { Clock } from "./clock.ts";
import type { InviteCode } from "./membership/invite-code.ts";
import { seedPair } from "./membership/invite.ts";
import {
  decodeQuestion,
  encodeQuestion,
  type Late,
  LETTER_BYTES,
  letterTag,
  openLetter,
  type LetterQuestion,
} from "./membership/letter.ts";

/** Answers to one question: more than one only from whoever passed it on. */
const MAX_ANSWERS = 8;
/** Addresses asked for one letter. */
const MAX_ASKED = 8;
/** One question from the dialling to its last answer. */
const ASK_MS = 8000;
/** How long whoever opened a channel has for its question, and for taking the answers. */
const ANSWER_MS = 10_000;
/** Questions answered at once, and how fast there is room for more: beyond, channels are closed. */
const ROOM = { most: 64, perMs: 0.064 };

/** What is found for a seed among those who were asked. */
export type FoundLetter =
  | { readonly kind: "code"; readonly code: InviteCode; readonly address: string }
  | { readonly kind: "late"; readonly reason: Late }
  /** Somebody answered, and nobody has it. */
  | { readonly kind: "none" }
  | { readonly kind: "nobody-answers" };

interface Asking {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly addresses: readonly string[];
}

export interface AskOptions extends Asking {
  readonly seed: Uint8Array;
}

/** Asks all addresses at once and opens what they answer. The first letter counts, then any notice. */
export async function findLetter({ seed, ...asking }: AskOptions): Promise<FoundLetter> {
  const tag = letterTag(seedPair(seed).public);
  const asked = askAll(asking, { tag, mayPass: true }).map(async ({ address, answers }) =>
    (await answers).map((answer) => ({ address, ...openLetter(seed, answer) })),
  );
  const letters = asked.map(async (opened) => {
    const letter = (await opened).find((one) => one.kind === "code");
    if (letter === undefined) throw new Error("no letter from there");
    return letter;
  });
  return Promise.any(letters).catch(async (): Promise<FoundLetter> => {
    const all = (await Promise.all(asked)).flat();
    const late = all.find((one) => one.kind === "late");
    if (late !== undefined) return { kind: "late", reason: late.reason };
    return { kind: all.length > 0 ? "none" : "nobody-answers" };
  });
}

/** Passes a question on to those who may know; each answer as it came. */
export async function passQuestion(asking: Asking, tag: Uint8Array): Promise<readonly Uint8Array[]> {
  const asked = askAll(asking, { tag, mayPass: false });
  const answers = await Promise.all(asked.map((one) => one.answers));
  return answers.flat().slice(0, MAX_ANSWERS - 1);
}

interface Asked {
  readonly address: string;
  readonly answers: Promise<readonly Uint8Array[]>;
}

const askAll = ({ addresses, ...net }: Asking, question: LetterQuestion): readonly Asked[] =>
  addresses.slice(0, MAX_ASKED).map((address) => ({ address, answers: ask({ ...net, address }, question) }));

/** What one address answers; nothing when nobody is there, or it answers something else. */
async function ask(
  { transport, clock, address }: Omit<Asking, "addresses"> & { readonly address: string },
  question: LetterQuestion,
): Promise<readonly Uint8Array[]> {
  const answers: Uint8Array[] = [];
  try {
    const channel = await transport.dial(address, { signal: AbortSignal.timeout(ASK_MS), purpose: "letter" });
    await within({ channel, clock, ms: ASK_MS }, async () => {
      await channel.send(encodeQuestion(question));
      for await (const answer of channel.frames) {
        if (answer.length !== LETTER_BYTES || answers.push(answer) >= MAX_ANSWERS) break;
      }
    });
  } catch {
    // Nobody there, or the link broke: what came until then counts.
  }
  return answers;
}

interface Span {
  readonly channel: Channel;
  readonly clock: Clock;
  readonly ms: number;
}

/** Closes the channel after the work, or when its time is over. */
async function within({ channel, clock, ms }: Span, work: () => Promise<void>): Promise<void> {
  const done = new AbortController();
  clock.sleep(ms, done.signal).then(
    () => {
      channel.close();
    },
    () => undefined,
  );
  try {
    await work();
  } finally {
    done.abort(new Error("the work is done"));
    channel.close();
  }
}

export interface AnswerOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** All answers to one question, of {@link LETTER_BYTES} each. */
  readonly answer: (question: LetterQuestion) => Promise<readonly Uint8Array[]>;
}

/** Answers whoever asks, no faster than there is room for. */
export function answerLetters({ transport, clock, answer }: AnswerOptions): void {
  const hasRoom = createRoom(clock);
  transport.onChannel((channel) => {
    if (!hasRoom()) {
      channel.close();
      return;
    }
    within({ channel, clock, ms: ANSWER_MS }, async () => {
      for await (const frame of channel.frames) {
        const question = decodeQuestion(frame);
        const answers = question === null ? [] : await answer(question);
        for (const one of answers) await channel.send(one);
        break;
      }
    }).catch(() => undefined);
  }, "letter");
}

/** A bucket that fills again with time: false while it is empty. */
function createRoom(clock: Clock): () => boolean {
  let left = ROOM.most;
  let seen = clock.now();
  return () => {
    const now = clock.now();
    left = Math.min(ROOM.most, left + Math.max(0, now - seen) * ROOM.perMs);
    seen = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
