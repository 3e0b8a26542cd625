/**
 * The commands that need an open house and nothing else, by the name that the page and the command line call them by.
 * Each is a function of the house and of what it was asked; a new command is a file in `commands/` and a line here.
 */
import { isKind } from "#model";
import { type Added, type Engine, EngineError } from "./api/index.ts";
import { housesLike } from "./commands/alike-houses.ts";
import { alikeRecords } from "./commands/alike-records.ts";
import { audit, chooseAuditor, noteOpening, noteHandedOut, noteTaken } from "./commands/audit.ts";
import { answers, closeReport } from "./commands/answers.ts";
import { exportFigures, figures } from "./commands/figures.ts";
import { elsewhere, foundStateOfGuest } from "./commands/found.ts";
import { consent, consents } from "./commands/consents.ts";
import { agreeVital, claimVital, endVital, vitalInterests } from "./commands/vital-interest.ts";
import { addCare, care, deliver, isCareKind, neverTell, waiting } from "./commands/care.ts";
import { boards, repeatBoard, setBoard } from "./commands/boards.ts";
import { addService, confirmService, directory } from "./commands/directory.ts";
import { addNotice, endNotice, notices } from "./commands/route-notices.ts";
import { addCall } from "./commands/calls.ts";
import { erase, erasePreview, erasure, erasures } from "./commands/erase.ts";
import { companions } from "./commands/companions.ts";
import { photo, setPhoto, takeBackPhoto } from "./commands/photos.ts";
import { poster } from "./commands/poster.ts";
import { personCopy } from "./commands/person-copy.ts";
import { capsules, newCapsule, openCapsule, revokeCapsule } from "./commands/capsules.ts";
import { exportCsv, importFile } from "./commands/import-file.ts";
import { limits } from "./commands/limits.ts";
import { agreeMatch, answerMatch, askMatch, rejectMatch, reopenMatch } from "./commands/decide.ts";
import { keepComparing, matches } from "./commands/matches.ts";
import { confirm, invite, members } from "./commands/mesh-members.ts";
import { checkHouse, connect, statusOf, syncOnce } from "./commands/network.ts";
import { listRecords, recordHistory, showRecord } from "./commands/read-records.ts";
import { addNews, news, newsCalls, takeBackNews } from "./commands/news.ts";
import { newWords } from "./commands/recovery-words.ts";
import { joinReport, renewals, renewReport } from "./commands/reports.ts";
import { markRoll, rollCall } from "./commands/roll-call.ts";
import { refer, referral, referrals, referStep } from "./commands/referrals.ts";
import { dropReferralDraft, keepReferralDraft, referralDrafts } from "./commands/referral-drafts.ts";
import { keepOn, reviews } from "./commands/reviews.ts";
import { findSlip, slip } from "./commands/slips.ts";
import { follow, followers } from "./commands/follow.ts";
import { merge, person, unmerge } from "./commands/same-person.ts";
import { agreeSharing, setSharingRules, sharing } from "./commands/sharing.ts";
import { searchRecords } from "./commands/search-records.ts";
import {
  admit,
  approve,
  distrust,
  giveRole,
  quarantine,
  removeSite,
  renew,
  revoke,
  rotate,
} from "./commands/take-out.ts";
import {
  addToStay,
  depart,
  editDeparture,
  isStayKind,
  staysOfGuest,
  takeBackDeparture,
} from "./commands/stays.ts";
import { addRecord, editRecord } from "./commands/write-records.ts";
import {
  setTraceYears,
  traceYearsPreview,
  agreeOpening,
  closeOpening,
  proposeOpening,
  trace,
  traces,
} from "./commands/traces.ts";
import { addBed, editBed, protectGuest } from "./commands/protect.ts";
import {
  agreeRelease,
  noteProtectedStep,
  protectedPeople,
  protectedPerson,
  proposeRelease,
  refuseRelease,
} from "./commands/protected-people.ts";
import { waitingConsents } from "./commands/waiting-consents.ts";
import type { House } from "./house/house.ts";

/** What a command of the engine is asked. */
type Asked<Name extends keyof Engine> = Parameters<Engine[Name]>;

const HUB_INVITE_MS = 24 * 60 * 60_000;

const houseCommands = {
  ...{ invite, confirm, members, revoke, giveRole, renew, removeSite, distrust, limits, approve, rotate },
  ...{ quarantine, admit, housesLike, newWords },
  hubInvite: (house: House) => invite(house, { role: "hub", newSite: null, validMs: HUB_INVITE_MS }),

  add(house: House, ...[kind, fields]: Asked<"add">): Promise<Added> {
    if (!isKind(kind)) throw new EngineError({ code: "no-such-kind" });
    if (kind === "call") return addCall(house, fields);
    if (kind === "service") return addService(house, fields);
    if (kind === "notice") return addNotice(house, fields);
    if (kind === "reserved-bed") return addBed(house, fields);
    if (isCareKind(kind)) return addCare(house, kind, fields);
    return isStayKind(kind) ? addToStay(house, kind, fields) : addRecord(house, kind, fields);
  },
  edit(house: House, ...[id, patch]: Asked<"edit">) {
    const kind = house.catalog.get(id)?.kind;
    if (kind === "reserved-bed") return editBed(house, id, patch);
    return kind === "departure" ? editDeparture(house, id, patch) : editRecord(house, id, patch);
  },
  ...{ rollCall, markRoll },
  ...{ call: addCall, depart, takeBackDeparture, stays: staysOfGuest },
  ...{ merge, unmerge, person, care, waiting, deliver, neverTell },
  list: listRecords,
  show(house: House, ...[id]: Asked<"show">) {
    const view = showRecord(house, id);
    noteOpening(house, id);
    return view;
  },
  history(house: House, ...[id]: Asked<"history">) {
    noteOpening(house, id);
    return recordHistory(house, id);
  },
  ...{ importFile, figures },
  async exportCsv(house: House, ...[kind, language]: Asked<"exportCsv">) {
    const file = exportCsv(house, kind, language);
    await noteTaken(house, "csv", file.listed);
    return file;
  },
  async exportFigures(house: House, ...asked: Asked<"exportFigures">) {
    const file = exportFigures(house, ...asked);
    await noteTaken(house, "figures", 0);
    return file;
  },
  ...{ audit, chooseAuditor, noteHandedOut },

  search: searchRecords,
  matches: (house: House, ...[options]: Asked<"matches">) => matches(house, options?.of ?? null),
  ...{ rejectMatch, reopenMatch, askMatch, answerMatch, agreeMatch, answers, closeReport, keepComparing },
  alike: (house: House, ...[kind, fields, options]: Asked<"alike">) =>
    alikeRecords(house, { kind, fields, ...options }),

  ...{ renewReport, renewals, joinReport, addNews, takeBackNews, news, newsCalls },

  waitingConsents,
  ...{ consent, consents, claimVital, agreeVital, endVital, vitalInterests },
  personCopy(house: House, ...[guest]: Asked<"personCopy">) {
    noteOpening(house, guest);
    return personCopy(house, guest);
  },
  ...{ erase, erasePreview, erasure, erasures },
  ...{ foundState: foundStateOfGuest, elsewhere },
  ...{ directory, confirmService, boards, setBoard, repeatBoard, notices, endNotice },
  ...{ poster, photo, setPhoto, takeBackPhoto },
  ...{ sharing, agreeSharing, setSharingRules },
  ...{ newCapsule, openCapsule, revokeCapsule, capsules },
  ...{ keepReferralDraft, referralDrafts, dropReferralDraft },
  ...{ companions, refer, referStep, referral, referrals, findSlip, slip, follow, followers },
  ...{ protectGuest, protectedPeople, protectedPerson, noteProtectedStep },
  ...{ proposeRelease, agreeRelease, refuseRelease },
  ...{ reviews, keepOn },
  ...{ traces, traceYearsPreview, setTraceYears, trace, proposeOpening, agreeOpening, closeOpening },

  sync: (house: House, { peer }: Asked<"sync">[0]) => syncOnce(house, peer),
  ...{ connect, status: statusOf, check: checkHouse },
};

type Commands = typeof houseCommands;

/** The commands of an engine that has a house for each of them. */
export type HouseCommands = {
  readonly [Name in keyof Commands]: Commands[Name] extends (
    house: House,
    ...asked: infer Rest
  ) => infer Answer
    ? (...asked: Rest) => Promise<Awaited<Answer>>
    : never;
};

/** Every command, done by `inHouse` in the house that is open then. */
export function commandsIn(
  inHouse: <T>(command: (house: House) => Promise<T> | T) => Promise<T>,
): HouseCommands {
  const bound = Object.entries(houseCommands).map(([name, command]) => {
    const run = command as (house: House, ...asked: readonly unknown[]) => unknown;
    return [name, (...asked: readonly unknown[]) => inHouse((house) => run(house, ...asked))] as const;
  });
  return Object.fromEntries(bound) as unknown as HouseCommands;
}
