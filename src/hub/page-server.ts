/**
 * Serves the page at one of the hub's doors (`doors.ts`), and passes the page's WebSocket on to libp2p, so
 * that the hub needs one port. Answers only requests that were meant for it: a foreign `Host` is a
 * rebound DNS name, a foreign `Origin` is another site's page in the same browser. Knows no mesh;
 * what it says of the hub comes from {@link PageApi}.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { connect, type Server, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { codeIn } from "./adopt-code.ts";
import { type ConnectionLimits, limitConnections, PAGE_LIMITS } from "./connection-limits.ts";
import { type Door, ownDoor } from "./doors.ts";
import { type PageFile, type PageFiles, readPageFiles } from "./page-files.ts";
import { isToken, type PageToken, TOKEN_HEADER } from "./page-token.ts";

/** What the page may ask of its hub. */
export interface PageApi {
  /** Answer of `GET /hub.json`, to who reached the hub under this host and port. */
  describe(host: string): HubDescription;
  /** `POST /hub/adopt`; null where nobody may. */
  readonly adoption: Adoption | null;
}

export interface Adoption {
  /** What the request has to show. */
  readonly token: PageToken;
  /** Takes an invite code; false when it is not understood or not wanted. */
  take(code: string): Promise<boolean>;
}

export interface HubDescription {
  /** Multiaddresses of this hub: the first for the page, the others for devices elsewhere. */
  readonly peers: readonly string[];
  /** The hub knows a mesh, as a member or to carry a request. */
  readonly mesh: boolean;
  /** The hub belongs to no house yet, and a page that has the token may give it to one. */
  readonly canAdopt: boolean;
  /** Where the page is on the local network, if it is. */
  readonly lan: LanDescription | null;
}

export interface LanDescription {
  readonly urls: readonly string[];
  /** SHA-256 of what phones install, and of what they are shown today: 64 capitals and digits each. */
  readonly fingerprint: string;
  readonly today: string;
}

export interface PageServerOptions {
  readonly pageDir: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Loopback port of libp2p's WebSocket listener. */
  readonly webSocketPort: () => number;
  readonly api: PageApi;
  /** This machine's own if absent. */
  readonly door?: Door;
  /** Beside the built page. */
  readonly more?: PageFiles;
  readonly limits?: ConnectionLimits;
}

export interface PageServer {
  readonly port: number;
  stop(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
const MAX_BODY_BYTES = 4096;
const LASTING = "public, max-age=31536000, immutable";

/** A door and the port that is behind it. */
export interface Place {
  readonly door: Door;
  readonly port: number;
}

const hostsOf = ({ door, port }: Place): readonly string[] =>
  door.names().map((name) => `${name}:${String(port)}`);

/** No inline code, no eval but WebAssembly's, nothing from elsewhere, never in a frame. */
const policyOf = (place: Place): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ${hostsOf(place)
      .map((host) => `${place.door.webSocket}://${host}`)
      .join(" ")}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

function setHeaders(response: ServerResponse, place: Place): void {
  response.setHeader("Content-Security-Policy", policyOf(place));
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
}

/** A request is ours when it names us, and no other site's page sent it. */
export function isOwnRequest({ host, origin }: IncomingMessage["headers"], place: Place): boolean {
  const hosts = hostsOf(place);
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || hosts.some((own) => origin === `${place.door.scheme}://${own}`);
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_BODY_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status;
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", "application/json");
  response.end(body === undefined ? "" : JSON.stringify(body));
}

async function answerAdopt(
  request: IncomingMessage,
  response: ServerResponse,
  { adoption }: PageApi,
): Promise<void> {
  if (adoption === null || !isToken(adoption.token, request.headers[TOKEN_HEADER])) {
    answer(response, 403);
    return;
  }
  // A page of another site can send a form across, but not this content type without asking first.
  if (request.headers["content-type"] !== "application/json") {
    answer(response, 415);
    return;
  }
  const body = await readBody(request);
  const code = body === null ? null : codeIn(body);
  if (code === null) answer(response, 400);
  else answer(response, (await adoption.take(code)) ? 200 : 409);
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function answerFile(request: IncomingMessage, response: ServerResponse, file: PageFile): void {
  response.setHeader("Cache-Control", file.lasting ? LASTING : "no-store");
  response.setHeader("ETag", file.tag);
  if (request.headers["if-none-match"] === file.tag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader("Content-Type", file.type);
  response.setHeader("Content-Length", file.bytes.length);
  response.end(request.method === "HEAD" ? undefined : file.bytes);
}

const pathOf = (request: IncomingMessage): string => (request.url ?? "/").split("?", 1)[0] ?? "/";

function createHandler(api: PageApi, files: PageFiles, placeOf: () => Place): Handler {
  return (request, response) => {
    const place = placeOf();
    const file = files.get(pathOf(request));
    setHeaders(response, place);
    if (!isOwnRequest(request.headers, place)) {
      answer(response, 403);
    } else if (request.method === "POST" && request.url === "/hub/adopt") {
      answerAdopt(request, response, api).catch(() => {
        answer(response, 500);
      });
    } else if (request.method !== "GET" && request.method !== "HEAD") {
      answer(response, 405);
    } else if (request.url === "/hub.json") {
      answer(response, 200, api.describe(request.headers.host ?? ""));
    } else if (file === undefined) {
      answer(response, 404);
    } else {
      answerFile(request, response, file);
    }
  };
}

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** Hands an upgrade to libp2p's listener as it came, then only copies bytes both ways. */
function passOn({ request, socket, head }: Upgrade, port: number): void {
  const inner: Socket = connect(port, LOOPBACK, () => {
    const lines = [`${request.method ?? "GET"} ${request.url ?? "/"} HTTP/1.1`];
    for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
      lines.push(`${request.rawHeaders[at] ?? ""}: ${request.rawHeaders[at + 1] ?? ""}`);
    }
    inner.write(`${lines.join("\r\n")}\r\n\r\n`);
    if (head.length > 0) inner.write(head);
    socket.pipe(inner).pipe(socket);
  });
  const end = (): void => {
    inner.destroy();
    socket.destroy();
  };
  inner.on("error", end).on("close", end);
  socket.on("error", end).on("close", end);
}

function listen(server: Server, { door, port }: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, door.address, () => {
      server.removeListener("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Starts serving. Rejects with the system's error, `EADDRINUSE` when the port is taken. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const { door = ownDoor, limits = PAGE_LIMITS, more = new Map() } = options;
  let place: Place = { door, port: options.port };
  const files: PageFiles = new Map([...(await readPageFiles(options.pageDir)), ...more]);
  const server = door.createServer(createHandler(options.api, files, () => place));
  const connections = limitConnections(server, limits, (socket) => door.admits(socket));
  server.timeout = limits.idleMs;
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.setTimeout(limits.idleMs, () => {
      socket.destroy();
    });
    if (isOwnRequest(request.headers, place)) passOn({ request, socket, head }, options.webSocketPort());
    else socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
  });
  place = { door, port: await listen(server, place) };
  return {
    port: place.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        connections.destroyAll();
      }),
  };
}
