/**
 * The page on the local network: keeps the house's certificates good while addresses and days change, and
 * offers phones the authority to install and the steps for it. What is served is `page-server.ts`.
 */
import { createHash } from "node:crypto";
import type { Clock } from "#sync";
import { type Credentials, openLanDoor } from "../doors.ts";
import type { PageFile, PageFiles } from "../page-files.ts";
import {
  type LanDescription,
  type PageServer,
  type PageServerOptions,
  startPageServer,
} from "../page-server.ts";
import { certificateOf, fingerprintOf, type Pem } from "./certificate.ts";
import { type Certificates, keepCertificates } from "./certificate-files.ts";
import { lanNames } from "./names.ts";

/** How often addresses and the leaf's days are looked at. */
const LOOK_MS = 60_000;

export interface LanOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly page: Omit<PageServerOptions, "door" | "more">;
  /** What phones are told, as plain text, of the authority's fingerprint. */
  readonly guide: (fingerprint: string) => string;
  readonly onFault: (error: unknown) => void;
}

export interface LanPage {
  readonly port: number;
  describe(): LanDescription;
  stop(): Promise<void>;
}

const credentialsOf = ({ authority, leaf }: Certificates): Credentials => ({
  cert: certificateOf(leaf) + certificateOf(authority),
  key: leaf,
});

function fileOf(type: string, text: string): PageFile {
  const bytes = Buffer.from(text, "utf8");
  const tag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  return { type, bytes, tag, lasting: false };
}

const filesFor = (authority: Pem, guide: LanOptions["guide"]): PageFiles =>
  new Map([
    ["/ca.crt", fileOf("application/x-x509-ca-cert", certificateOf(authority))],
    ["/phone.txt", fileOf("text/plain;charset=utf-8", guide(fingerprintOf(authority)))],
  ]);

/** Starts serving; null where this machine has no private address. Rejects as the server and the folder do. */
export async function serveLan({
  dataDir,
  clock,
  page,
  guide,
  onFault,
}: LanOptions): Promise<LanPage | null> {
  let names = lanNames();
  if (names.length === 0) return null;
  const keep = (): Promise<Certificates> => keepCertificates(dataDir, { names, now: clock.now() });
  let certificates = await keep();
  const door = openLanDoor({ names: () => names, credentials: credentialsOf(certificates) });
  const more = filesFor(certificates.authority, guide);
  const server: PageServer = await startPageServer({ ...page, door, more });

  const look = async (): Promise<void> => {
    const now = lanNames();
    // without a network the old names stay: the next one is often the same
    if (now.length > 0) names = now;
    const kept = await keep();
    if (kept.leaf === certificates.leaf) return;
    certificates = kept;
    door.renew(credentialsOf(kept));
  };
  const stopping = new AbortController();
  const goOn = async (): Promise<never> => {
    for (;;) {
      await clock.sleep(LOOK_MS, stopping.signal);
      await look().catch(onFault);
    }
  };
  // ends by being stopped
  goOn().catch(() => undefined);

  return {
    port: server.port,
    describe: () => ({
      urls: names.map((name) => `https://${name}:${String(server.port)}`),
      fingerprint: fingerprintOf(certificates.authority),
      today: fingerprintOf(certificates.leaf),
    }),
    async stop() {
      stopping.abort(new Error("stopped"));
      await server.stop();
    },
  };
}
