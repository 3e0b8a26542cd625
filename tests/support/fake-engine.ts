/**
 * An engine in memory, for the page alone: real fields, real search, invented people; no keys, no
 * logs, no network. It keeps the promises of the Engine interface that a screen relies on: what it
 * refuses, it refuses with the same faults; every change raises the same events.
 */
import {
  type CareCommands,
  type Engine,
  EngineError,
  type EngineEvent,
  type Fault,
  type ListItem,
  type ProfileState,
  type SeekCommands,
  type ReferralCommands,
  type Standing,
} from "../../src/engine/api/index.ts";
import type { FakeOptions, HistoryItem, ImportReport, RecordId, RecordView } from "./fake-types.ts";
import { BACKUP, standingAfter } from "./fake-backup.ts";
import { fakeFigures, fakeFiguresFile, fakeImport } from "./fake-files.ts";
import { FakeTrust } from "./fake-trust.ts";
import { type FakeErasure, fakeErasure } from "./fake-erasure.ts";
import type { FakeReviews } from "./fake-reviews.ts";
import { FakeLocks } from "./fake-locks.ts";
import { FakeFinding } from "./fake-finding.ts";
import { fakeCare } from "./fake-care.ts";
import { type FakeDirectory, fakeDirectory } from "./fake-directory.ts";
import { fakePoster, type FakePoster } from "./fake-poster.ts";
import { type FakeSamePersons, fakeSamePersons } from "./fake-same-person.ts";
import { countsOf, idOf, itemOf, type Stored } from "./fake-record.ts";
import { type FakeStays, fakeStays } from "./fake-stays.ts";
import { type FakeProtection, fakeProtection } from "./fake-protection.ts";
import { type FakeAnswers, fakeMatches, type FakeMatches } from "./fake-matches.ts";
import { type FakeNews, fakeSeek } from "./fake-seek.ts";
import { createFakeLimits, type FakeLimits } from "./fake-limits.ts";
import { createFakeMesh, type FakeMesh } from "./fake-mesh.ts";
import * as invented from "./invented.ts";
import { type FakeCapsules, fakeCapsules } from "./fake-capsules.ts";
import { type FakeAudit, fakeAudit } from "./fake-audit.ts";
import { type FakeVital, fakeVital } from "./fake-vital.ts";
import { FakeConsents } from "./fake-consents.ts";
import { FakeReferrals } from "./fake-referrals.ts";
import { fakeReferrals } from "./fake-referring.ts";
import { accessOf, applyPatch, extractCard, kindFacts, type KindName, parseFields } from "#model";

const MINUTE = 60_000;

export interface FakeEngine
  extends
    Engine,
    FakeAnswers,
    FakeAudit,
    FakeDirectory,
    FakeVital,
    FakeNews,
    FakeReviews,
    FakeSamePersons,
    Pick<FakeProtection, "protection" | "traced"> {
  /** For tests: raises an event as the engine would. */
  raise(event: EngineEvent): void;
  /** For tests: two devices wrote one field at once. */
  disagree(id: RecordId, field: string, values: readonly unknown[]): void;
  /** For tests: others now say that they hold every record. */
  arrivedEverywhere(): void;
  readonly finding: FakeFinding;
  readonly mesh: FakeMesh;
  readonly locks: FakeLocks;
  readonly permits: FakeConsents;
  readonly cases: FakeReferrals;
}

const refuse = (fault: Fault): never => {
  throw new EngineError(fault);
};

const NO_WORDS = { recoveryWords: null, protectedWords: null };

class Fake
  extends FakeTrust
  implements
    Omit<
      FakeEngine,
      keyof (FakeMatches &
        SeekCommands &
        FakeNews &
        Omit<FakeStays & FakeProtection, "add"> &
        FakeErasure &
        FakeCapsules &
        FakeSamePersons &
        CareCommands &
        FakeAudit &
        FakeVital &
        FakeDirectory &
        FakePoster &
        ReferralCommands)
    >
{
  readonly mesh: FakeMesh;
  readonly locks: FakeLocks;
  readonly permits: FakeConsents;
  readonly cases: FakeReferrals;
  readonly finding: FakeFinding;
  private readonly room: FakeLimits;
  private readonly records = new Map<RecordId, Stored>();
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  readonly now: () => number;
  private condition: "empty" | "locked" | "open" | "waiting" | "reader";
  private count = 0;

  constructor(options: FakeOptions) {
    super();
    const offset = options.now === undefined ? 0 : options.now - Date.now();
    this.now = () => Date.now() + offset;
    this.condition = options.start ?? "open";
    this.mesh = createFakeMesh({
      siteName: invented.HOUSE,
      meshName: invented.MESH,
      siteKind: options.siteKind ?? "shelter",
      role: options.role ?? (options.siteKind === "advocates" ? "advocate" : "coordinator"),
      alone: options.people === false,
      alike: options.alike === true,
      now: this.now(),
    });
    this.finding = new FakeFinding({
      now: this.now,
      items: () => this.items(),
      coverage: () => (this.seesOthers() ? this.mesh.coverage() : []),
      shelters: () => this.mesh.coverage(),
      ownShelter: () => (this.mesh.standing().siteKind === "shelter" ? this.mesh.ownSite() : null),
      check: (kind) => {
        this.open();
        if (kind !== null) this.mayWrite(kind);
      },
      reads: (kind) => accessOf(this.mesh.standing().role, kind) === "write",
      changed: (id) => {
        this.raise({ kind: "records", ids: [id] });
      },
    });
    const others = () => this.mesh.members().sites.filter(({ ownSite }) => !ownSite);
    const shared = {
      changed: (id: RecordId) => {
        this.raise({ kind: "records", ids: [id] });
      },
      newId: () => idOf((this.count += 1)),
    };
    const reads = (): boolean => accessOf(this.mesh.standing().role, "consent") === "write";
    this.permits = new FakeConsents({ ...shared, others, reads, check: () => this.checks("consent") });
    this.cases = new FakeReferrals({
      ...shared,
      now: this.now,
      check: () => this.checks("referral-step"),
      guests: () => this.items().filter(({ kind }) => kind === "guest"),
      nameOf: (site) => others().find((one) => one.site === site)?.name ?? null,
      agrees: (guest, site) => this.permits.agrees(guest, site),
    });
    this.room = createFakeLimits(options.full ?? 0.1);
    this.locks = new FakeLocks({
      vault: this.mesh.vault,
      siteName: () => this.mesh.ownSite().name,
      passphrase: invented.PASSPHRASE,
      now: this.now,
      others: options.others ?? 0,
    });
    if (options.people !== false) this.populate();
  }

  private populate(): void {
    const role = this.mesh.standing().role;
    const advocates = this.mesh.standing().siteKind === "advocates";
    if (!advocates) for (const [ago, fields] of invented.GUESTS) this.invent("guest", ago, fields);
    if (role === "volunteer") return;
    for (const [ago, fields] of invented.REPORTS) this.invent("report", ago, fields);
    if (!advocates) for (const [ago, fields] of invented.CARDS) this.invent("card", ago, fields);
  }

  private invent(kind: "guest" | "report" | "card", minutesAgo: number, fields: object): void {
    const ago = this.now() - minutesAgo * MINUTE;
    const at = kind === "guest" ? invented.earlierToday(this.now(), minutesAgo) : ago;
    const arrivedAt = kind === "guest" ? { arrivedAt: `${new Date(at).toISOString().slice(0, 19)}Z` } : {};
    const stored = this.store(kind, { ...fields, ...arrivedAt }, { at, own: kind !== "card" });
    if (kind === "guest")
      this.store("arrival", { guest: stored.id, at: arrivedAt.arrivedAt }, { at, own: true });
  }

  private store(
    kind: KindName,
    fields: unknown,
    from: { readonly at: number; readonly own: boolean },
  ): Stored {
    const parsed = parseFields(kind, fields);
    if (parsed.kind === "bad") return refuse({ code: "fields", problems: parsed.problems });
    const old = this.now() - from.at > 30 * MINUTE;
    const stored: Stored = {
      id: idOf((this.count += 1)),
      kind,
      own: from.own,
      fields: parsed.fields,
      conflicts: {},
      saved: { here: true, hub: old, sites: old && kind === "card" ? this.mesh.holders() : [] },
      changedAt: from.at,
      createdAt: from.at,
      history: [],
    };
    for (const [field, to] of Object.entries(parsed.fields))
      stored.history.push(this.change(stored, field, [undefined, to]));
    this.records.set(stored.id, stored);
    this.finding.put(stored);
    return stored;
  }

  private change(stored: Stored, field: string, [from, to]: readonly [unknown, unknown]): HistoryItem {
    const site = stored.own ? this.mesh.ownSite() : this.mesh.otherSite();
    return {
      field,
      from,
      to,
      site: site.site,
      siteName: site.name,
      device: site.device,
      at: stored.changedAt,
    };
  }

  private spaceOf(kind: KindName): RecordView["space"] {
    const { space } = kindFacts(kind);
    return (
      space === "network" || space === "pair" ? space : `${space}.${this.mesh.ownSite().site}`
    ) as RecordView["space"];
  }

  protected open(): void {
    if (this.condition === "empty") refuse({ code: "no-profile" });
    if (this.condition === "locked") refuse({ code: "locked" });
    if (this.condition === "waiting") refuse({ code: "not-a-member-yet" });
  }

  private stored(id: RecordId): Stored {
    this.open();
    return this.records.get(id) ?? refuse({ code: "no-such-record" });
  }

  raise(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  disagree(id: RecordId, field: string, values: readonly unknown[]): void {
    const stored = this.stored(id);
    stored.conflicts = { ...stored.conflicts, [field]: values };
    this.raise({ kind: "records", ids: [id] });
  }

  arrivedEverywhere(): void {
    for (const stored of this.records.values())
      stored.saved = { here: true, hub: true, sites: stored.kind === "card" ? this.mesh.holders() : [] };
    this.raise({ kind: "peers" });
  }

  async state(): Promise<ProfileState> {
    if (this.condition === "empty") return { kind: "empty" };
    if (this.condition === "locked") return { kind: "locked", vaults: this.locks.labels() };
    const standing = this.standing();
    const { current: vault } = this.locks;
    return { kind: "open", vault, badge: this.locks.badge(), pinUntil: this.locks.pinUntil(), standing };
  }

  private standing(): Standing {
    if (this.condition === "reader") return { kind: "reader", device: this.mesh.ids().device };
    return this.condition === "open" ? this.mesh.standing() : this.mesh.waiting();
  }

  private enter(condition: "open" | "waiting" | "locked" | "reader"): void {
    this.condition = condition;
    this.raise({ kind: "profile" });
  }

  async found(founding: Parameters<Engine["found"]>[0]): ReturnType<Engine["found"]> {
    if (this.condition !== "empty") refuse({ code: "already-founded" });
    this.locks.checkNew(founding.passphrase);
    this.mesh.found(founding);
    this.enter("open");
    const { recoveryWords, protectedWords } = this.mesh;
    return { ...this.mesh.ids(), recoveryWords, protectedWords };
  }

  async recover(wish: Parameters<Engine["recover"]>[0]): ReturnType<Engine["recover"]> {
    if (this.condition !== "empty" && this.condition !== "locked") refuse({ code: "already-founded" });
    if (wish.words !== this.mesh.recoveryWords) refuse({ code: "recovery-words-mistyped" });
    this.locks.checkNew(wish.passphrase);
    this.mesh.rename(wish.personName);
    this.enter("open");
    return { device: this.mesh.ids().device };
  }

  async newWords(kind: Parameters<Engine["newWords"]>[0]): ReturnType<Engine["newWords"]> {
    this.open();
    this.mesh.wordsNeeded.delete(kind);
    this.raise({ kind: "members" });
    return { recoveryWords: this.mesh.recoveryWords };
  }

  async backup(): ReturnType<Engine["backup"]> {
    this.open();
    return BACKUP;
  }

  async restore(...[file, wish]: Parameters<Engine["restore"]>): ReturnType<Engine["restore"]> {
    if (this.condition !== "empty") refuse({ code: "already-founded" });
    const { recoveryWords } = this.mesh;
    const standing = standingAfter(file, wish, { recoveryWords, passphrase: invented.PASSPHRASE });
    this.locks.checkNew(wish.passphrase);
    if (wish.by !== "passphrase") this.mesh.rename(wish.personName);
    this.enter(standing);
    const { device } = this.mesh.ids();
    return { device, words: standing === "waiting" ? this.mesh.waiting().words : null };
  }

  async join(joining: Parameters<Engine["join"]>[0]): ReturnType<Engine["join"]> {
    const code = joining.code.replace(/[\s-]/gu, "").toLowerCase();
    if (code.length < 26) refuse({ code: "code-mistyped" });
    if (!/^[a-z2-7]+$/u.test(code)) refuse({ code: "code-unknown" });
    this.locks.checkNew(joining.passphrase);
    this.mesh.rename(joining.personName);
    this.enter("waiting");
    const { device } = this.mesh.ids();
    return { device, words: this.mesh.waiting().words, ...NO_WORDS, code: joining.code };
  }

  async unlock(wish: Parameters<Engine["unlock"]>[0]): Promise<void> {
    if (this.condition === "empty") refuse({ code: "no-profile" });
    this.locks.unlock(wish);
    this.enter("open");
  }

  async unlockWithPin(wish: Parameters<Engine["unlockWithPin"]>[0]): Promise<void> {
    this.locks.unlockWithPin(wish);
    this.enter("open");
  }

  private changeLock(change: () => void): void {
    this.open();
    change();
    this.raise({ kind: "profile" });
  }

  readonly changePassphrase: Engine["changePassphrase"] = async (wish) =>
    this.changeLock(() => this.locks.changePassphrase(wish));
  readonly setPin: Engine["setPin"] = async (wish) => this.changeLock(() => this.locks.setPin(wish));
  async endPin(): Promise<void> {
    this.changeLock(() => this.locks.endPin());
  }

  async setBadge(badge: Parameters<Engine["setBadge"]>[0]): Promise<void> {
    this.changeLock(() => this.locks.setBadge(badge));
  }

  async forgetVault(wish: Parameters<Engine["forgetVault"]>[0]): Promise<void> {
    this.open();
    this.locks.prove(wish.passphrase);
    const { size } = this.records;
    if (wish.despite !== true && size > 0) refuse({ code: "unsent", records: size });
    this.records.clear();
    this.enter("locked");
  }

  async keepDraft(wish: Parameters<Engine["keepDraft"]>[0]): Promise<void> {
    this.open();
    this.locks.keepDraft(wish);
  }

  async drafts(): ReturnType<Engine["drafts"]> {
    if (this.condition === "locked") refuse({ code: "locked" });
    return this.locks.draftsOfCurrent();
  }

  async lock(): Promise<void> {
    if (this.condition !== "empty") this.enter("locked");
  }

  async invite(wish: Parameters<Engine["invite"]>[0]): ReturnType<Engine["invite"]> {
    this.open();
    return this.mesh.invite(this.now() + wish.validMs);
  }

  async hubInvite(): ReturnType<Engine["hubInvite"]> {
    this.open();
    return this.mesh.invite(this.now() + 60 * MINUTE);
  }

  async confirm(wish: Parameters<Engine["confirm"]>[0]): ReturnType<Engine["confirm"]> {
    this.open();
    if (!this.mesh.confirm(wish.device)) refuse({ code: "no-such-request" });
    this.raise({ kind: "members" });
    return { device: wish.device, state: "member" };
  }

  async revoke(device: Parameters<Engine["revoke"]>[0]): ReturnType<Engine["revoke"]> {
    this.open();
    if (!this.mesh.takeOut(device)) refuse({ code: "no-such-device" });
    this.raise({ kind: "members" });
    const guests = [...this.records.values()].filter(({ kind }) => kind === "guest").slice(0, 3);
    const records = guests.map(({ id, kind, fields }) => ({
      ...{ id, kind },
      title: (fields as { readonly name?: string }).name ?? "",
    }));
    return { device, done: true, records };
  }

  async limits(wish?: Parameters<Engine["limits"]>[0]): ReturnType<Engine["limits"]> {
    if (wish !== undefined) this.room.want(wish);
    const { site, siteName: name } = this.mesh.standing();
    const others = this.mesh.members().sites.filter((house) => !house.ownSite);
    return this.room.view({ site, name }, others);
  }

  async members(): ReturnType<Engine["members"]> {
    this.open();
    return this.mesh.members();
  }

  async housesLike(name: string): ReturnType<Engine["housesLike"]> {
    this.open();
    return this.mesh.housesLike(name);
  }

  private mayWrite(kind: KindName): void {
    const { role } = this.mesh.standing();
    if (accessOf(role, kind) === "none") refuse({ code: "not-allowed", role });
  }

  async add(kind: KindName, fields: unknown): ReturnType<Engine["add"]> {
    this.open();
    this.mayWrite(kind);
    const stored = this.store(kind, fields, { at: this.now(), own: true });
    const ids = [stored.id];
    if (kind === "report") {
      const parsed = parseFields("report", fields);
      if (parsed.kind === "ok")
        ids.push(this.store("card", extractCard(parsed.fields), { at: this.now(), own: true }).id);
    }
    this.raise({ kind: "records", ids });
    return { id: stored.id };
  }

  async edit(id: RecordId, patch: unknown): ReturnType<Engine["edit"]> {
    const stored = this.stored(id);
    this.mayWrite(stored.kind);
    const parsed = applyPatch(stored.kind, stored.fields, patch);
    if (parsed.kind === "bad") return refuse({ code: "fields", problems: parsed.problems });
    stored.changedAt = this.now();
    const before: Readonly<Record<string, unknown>> = { ...stored.fields };
    const after: Readonly<Record<string, unknown>> = parsed.fields;
    for (const field of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (JSON.stringify(before[field]) !== JSON.stringify(after[field]))
        stored.history.push(this.change(stored, field, [before[field], after[field]]));
    stored.fields = parsed.fields;
    const touched = new Set(Object.keys(patch as object));
    stored.conflicts = Object.fromEntries(
      Object.entries(stored.conflicts).filter(([path]) => !touched.has(path.split(".")[0] ?? "")),
    );
    stored.saved = { here: true, hub: false, sites: [] };
    this.finding.put(stored);
    this.raise({ kind: "records", ids: [id] });
    return { id };
  }

  async show(id: RecordId): Promise<RecordView> {
    const { kind, fields, conflicts, saved, createdAt, changedAt, own } = this.stored(id);
    const site = own ? this.mesh.ownSite().site : this.mesh.otherSite().site;
    const about = { id, kind, space: this.spaceOf(kind), site, createdAt, changedAt, saved };
    return structuredClone({ ...about, fields, conflicts });
  }

  private items(): readonly ListItem[] {
    return [...this.records.values()].map(itemOf);
  }

  async list(kind: KindName): ReturnType<Engine["list"]> {
    this.open();
    return structuredClone(this.items().filter((item) => item.kind === kind));
  }

  readonly history: Engine["history"] = async (id) => structuredClone(this.stored(id).history);

  readonly search: Engine["search"] = (...asked) => this.finding.search(...asked);
  readonly alike: Engine["alike"] = (...asked) => this.finding.alike(...asked);
  readonly consent: Engine["consent"] = (wish) => this.permits.consent(wish);
  readonly consents: Engine["consents"] = (guest) => this.permits.consents(guest);
  readonly waitingConsents: Engine["waitingConsents"] = () => this.permits.waitingConsents();

  private checks(kind: KindName): void {
    this.open();
    this.mayWrite(kind);
  }

  private seesOthers(): boolean {
    const { siteKind, role } = this.mesh.standing();
    return siteKind === "shelter" && role !== "volunteer";
  }

  async importFile(file: Parameters<Engine["importFile"]>[0]): Promise<ImportReport> {
    this.open();
    const { named, report } = fakeImport(file.bytes);
    for (const fields of named) this.store(file.kind ?? "report", fields, { at: this.now(), own: true });
    this.raise({ kind: "records", ids: [] });
    return report;
  }

  readonly figures: Engine["figures"] = async (period) => {
    this.open();
    return fakeFigures([...this.records.values()], period ?? {}, this.now());
  };
  readonly exportFigures: Engine["exportFigures"] = async (period, language) =>
    fakeFiguresFile(await this.figures(period), language);

  async exportCsv(kind: "report" | "guest"): ReturnType<Engine["exportCsv"]> {
    this.open();
    const leftOut = kind === "guest" ? 3 : 0;
    return { bytes: new TextEncoder().encode(invented.CSV_FILE), listed: 1, leftOut };
  }

  async sync(wish: { readonly peer?: string }): ReturnType<Engine["sync"]> {
    if (wish.peer?.startsWith("/") !== true) return refuse({ code: "peer-unreachable" });
    this.arrivedEverywhere();
    return { peer: wish.peer, site: this.mesh.otherSite().site, ...invented.MOVED };
  }

  /** The fake meets nobody by itself. */
  readonly connect: Engine["connect"] = async () => undefined;

  async status(): ReturnType<Engine["status"]> {
    this.open();
    return { ...this.mesh.contacts(), ...countsOf([...this.records.values()]) };
  }

  forget(id: RecordId): void {
    this.records.delete(id);
    this.raise({ kind: "records", ids: [id] });
  }

  async check(): ReturnType<Engine["check"]> {
    this.open();
    return { ok: true, entries: this.records.size * 2, problems: [] };
  }

  readonly subscribe: Engine["subscribe"] = async (listener) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly close: Engine["close"] = async () => {
    this.listeners.clear();
  };
}

/** A fake engine; without options an open vault of a coordinator, with the invented people. */
export function createFakeEngine(options: FakeOptions = {}): FakeEngine {
  const fake = new Fake(options);
  const stand = Object.assign(fake, fakeMatches(fake), fakeSeek(fake), fakeStays(fake, fake.now));
  const withProtection = Object.assign(stand, fakeProtection(stand, fake.now));
  const whole = Object.assign(withProtection, fakeErasure(fake), fakeCapsules(fake), fakeSamePersons(fake));
  const known = Object.assign(whole, fakeCare(whole), fakeAudit(fake), fakeVital(fake, fake.now));
  const routed = Object.assign(known, fakeDirectory(known), fakePoster(known));
  return Object.assign(routed, fakeReferrals(routed));
}
