/**
 * The certificates of a house for its own network (docs/protocol.md, "Pages on the local network"): an
 * authority that phones may install, good for private addresses and `.local` names only, and a leaf that
 * it signs for where the hub is now. Names nobody: strangers on the Wi-Fi see it. Knows no disk.
 */
// the library's containers need it, and it has to come first
import "reflect-metadata";
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate as Signed,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { nameConstraints } from "./name-constraints.ts";

/** A certificate with its private key, both as PEM in one text. */
export type Pem = string;

const DAY_MS = 24 * 60 * 60_000;
const AUTHORITY_DAYS = 3650;
/** Short enough for every browser, long enough for a hub that is off for a month. */
const LEAF_DAYS = 90;
const RENEW_DAYS = 30;
/** Phones' clocks are behind. */
const EARLIER_DAYS = 7;
const SERIAL_BYTES = 16;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

cryptoProvider.set(webcrypto as Crypto);

const generateKeys = (): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);

const span = (now: number, days: number): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(now - EARLIER_DAYS * DAY_MS),
  notAfter: new Date(now + days * DAY_MS),
});

// the first bit is clear: a serial number is positive
const serialNumber = (): string => `1${randomBytes(SERIAL_BYTES).toString("hex").slice(1)}`;

async function pemOf(certificate: Signed, key: CryptoKey): Promise<Pem> {
  const secret = await webcrypto.subtle.exportKey("pkcs8", key);
  return `${certificate.toString("pem")}\n${PemConverter.encode(secret, "PRIVATE KEY")}\n`;
}

/** A new authority. */
export async function makeAuthority(now: number): Promise<Pem> {
  const keys = await generateKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    // two houses' authorities on one phone are told apart
    name: `CN=Vereda ${randomBytes(4).toString("hex").toUpperCase()}`,
    ...span(now, AUTHORITY_DAYS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      new Extension("2.5.29.30", true, nameConstraints()),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return pemOf(certificate, keys.privateKey);
}

const alternativeName = (name: string): { type: "ip" | "dns"; value: string } => ({
  type: isIP(name) === 0 ? "dns" : "ip",
  value: name,
});

/** A leaf for these addresses and names. */
export async function makeLeaf(authority: Pem, names: readonly string[], now: number): Promise<Pem> {
  const issuer = new Signed(certificateOf(authority));
  const secret = createPrivateKey(authority).export({ type: "pkcs8", format: "der" });
  const signingKey = await webcrypto.subtle.importKey("pkcs8", secret, ALGORITHM, false, ["sign"]);
  const keys = await generateKeys();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: "CN=Vereda",
    issuer: issuer.subject,
    ...span(now, LEAF_DAYS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: signingKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(names.map(alternativeName)),
      await AuthorityKeyIdentifierExtension.create(issuer),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return pemOf(certificate, keys.privateKey);
}

/** The certificate alone, as PEM. */
export const certificateOf = (pem: Pem): string => new X509Certificate(pem).toString();

/** SHA-256 of the certificate, as browsers show it, without its colons: 64 capitals and digits. */
export const fingerprintOf = (pem: Pem): string =>
  new X509Certificate(pem).fingerprint256.replaceAll(":", "");

const namesIn = (leaf: X509Certificate): string =>
  (leaf.subjectAltName ?? "")
    .split(", ")
    .map((entry) => entry.slice(entry.indexOf(":") + 1))
    .toSorted()
    .join();

/** Whether this leaf still serves: of this authority, for exactly these names, and good for another month. */
export function isLeafGood(
  leaf: Pem,
  authority: Pem,
  wish: { names: readonly string[]; now: number },
): boolean {
  try {
    const certificate = new X509Certificate(leaf);
    const issuer = new X509Certificate(authority);
    const { names, now } = wish;
    const isTimely =
      Date.parse(certificate.validFrom) <= now && Date.parse(certificate.validTo) > now + RENEW_DAYS * DAY_MS;
    const isOurs = certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
    const hasKey = certificate.checkPrivateKey(createPrivateKey(leaf));
    return isTimely && isOurs && hasKey && namesIn(certificate) === [...names].toSorted().join();
  } catch {
    return false;
  }
}

/** Whether an authority that was read back is whole. Time does not count: clocks are wrong sometimes. */
export function isAuthorityWhole(authority: Pem): boolean {
  try {
    const certificate = new X509Certificate(authority);
    return certificate.ca && certificate.checkPrivateKey(createPrivateKey(authority));
  } catch {
    return false;
  }
}
