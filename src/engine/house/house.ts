/**
 * One opened vault at work in its mesh: what the commands in `commands/` are given. Plain parts put
 * together by `open-house.ts`; no logic of its own.
 */
import type { RandomBytes, Signatures } from "#crypto";
import type {
  Clock,
  DeviceId,
  JoinRequest,
  Keyring,
  Member,
  OperationWriter,
  Peers,
  Receipts,
  Replica,
  Site,
  Store,
  Transport,
} from "#sync";
import type { AuditPad } from "../audit/pad.ts";
import type { Heard } from "./heard.ts";
import type { OutSince } from "./out-since.ts";
import type { EngineEvent } from "../api/index.ts";
import { EngineError } from "../api/index.ts";
import type { OpenDocuments } from "../documents/open-documents.ts";
import type { KnownAddresses } from "./known-addresses.ts";
import type { Comparer } from "../matches/comparer.ts";
import type { SteadyComparison } from "../matches/steady-comparison.ts";
import type { OpenVault } from "../profile/vaults.ts";
import type { Catalog } from "../records/catalog.ts";
import type { Ingest } from "../records/ingest.ts";
import type { PersonSearch } from "../records/person-search.ts";
import type { Writer } from "../records/writer.ts";

/** What the engine is given by the platform that it runs on. */
export interface EngineDeps {
  readonly store: Store;
  /** Null: works alone, with nothing to talk over. */
  readonly transport: Transport | null;
  readonly signatures: Signatures;
  readonly random: RandomBytes;
  readonly clock: Clock;
  /** Only in tests: vaults, PINs and compared words that cost nothing to guess. */
  readonly unsafeTestingLowCost?: boolean;
}

export interface House {
  readonly deps: EngineDeps;
  /** The vault as it is now; its secrets change when a joiner becomes a member. */
  readonly vault: () => OpenVault;
  readonly device: DeviceId;
  /** Another profile writes as this device: nothing more is written here. */
  readonly isCopied: () => boolean;
  readonly replica: Replica;
  readonly keyring: () => Keyring;
  readonly operations: OperationWriter;
  readonly catalog: Catalog;
  readonly ingest: Ingest;
  readonly writer: Writer;
  readonly documents: OpenDocuments;
  readonly people: PersonSearch;
  readonly comparer: Comparer;
  readonly steady: SteadyComparison;
  readonly peers: Peers;
  readonly receipts: Receipts;
  /** Where what is done with this device is noted. */
  readonly audit: AuditPad;
  readonly heard: Heard;
  readonly outSince: OutSince;
  /** Works off what has changed in the replica: keys, duties, records. Resolves when nothing is left. */
  readonly settle: () => Promise<void>;
  readonly known: KnownAddresses;
  /** The four words of a request; worked out once, because they are dear on purpose. */
  readonly wordsOf: (request: JoinRequest) => Promise<string>;
  readonly emit: (event: EngineEvent) => void;
}

/**
 * This device's place in the mesh. Throws the faults `not-a-member-yet` for a joiner who waits, `removed`
 * for a device that was taken out, `access-ended` for a volunteer whose two weeks are over.
 */
export function memberOf(house: House): { readonly member: Member; readonly site: Site } {
  const { devices, sites, removed } = house.replica.membership();
  if (removed.has(house.device)) throw new EngineError({ code: "removed" });
  const member = devices.get(house.device);
  const site = member === undefined ? undefined : sites.get(member.site);
  if (member === undefined || site === undefined) throw new EngineError({ code: "not-a-member-yet" });
  const ended = member.endsAt !== null && house.deps.clock.now() > member.endsAt;
  if (ended) throw new EngineError({ code: "access-ended" });
  return { member, site };
}
