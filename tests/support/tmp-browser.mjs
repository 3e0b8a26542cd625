import { createServer } from "node:http";
import { accessSync, constants, readFileSync } from "node:fs";
import { WebSocket } from "ws";
import { generateKeyPair, generateKeyPairFromSeed } from "@libp2p/crypto/keys";
import { tcp } from "@libp2p/tcp";
import { webSockets } from "@libp2p/websockets";
import { createLibp2p } from "libp2p";
import { multiaddr } from "@multiformats/multiaddr";
import { noise } from "@libp2p/noise";
import { yamux } from "@libp2p/yamux";
import nacl from "tweetnacl";
import "@noble/hashes/hmac.js";
import "@noble/hashes/sha2.js";
import "hash-wasm";
import "@scure/base";
import "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/spanish.js";
import { start, stop } from "@libp2p/interface";
import { mdns } from "@libp2p/mdns";
import { peerIdFromPrivateKey } from "@libp2p/peer-id";
import { chromium } from "playwright-core";
import { delimiter, join } from "node:path";
// sync/adapters/with-resolvers.ts
function withResolvers() {
	const made = {};
	made.promise = new this((resolve, reject) => {
		made.resolve = resolve;
		made.reject = reject;
	});
	return made;
}
const constructor = Promise;
constructor.withResolvers ??= withResolvers;
// sync/adapters/shim.node.ts
const globals = globalThis;
globals.WebSocket ??= WebSocket;
// sync/adapters/libp2p/addresses.ts
/**
* Which addresses may be announced to the local network, and dialled because somebody there announced
* them: private and link-local ones of a host, with a port, and nothing else (docs/protocol.md,
* "Discovery"). Anybody on the Wi-Fi can announce anything.
*/
/** The address in its usual spelling, without a transport identity; null for text that is none. */
function parseAddress(text) {
	try {
		return withoutPeer(multiaddr(text)).toString();
	} catch {
		return null;
	}
}
/** The address without a transport identity at its end. */
function withoutPeer(address) {
	return address.getComponents().at(-1)?.name === "p2p" ? address.decapsulate("/p2p") : address;
}
/**
* Whether an address is one of a host on the local network, by TCP or WebSocket: not this host's
* loopback, and no name that somebody would have to look up.
*/
function isLocalAddress(text) {
	const address = parseAddress(text);
	if (address === null) return false;
	const [host, port, ...rest] = multiaddr(address).getComponents();
	const isTcp = port?.name === "tcp" && Number(port.value) > 0;
	const isPlain = rest.every(({ name }, at) => at === 0 && name === "ws");
	return isTcp && isPlain && host !== void 0 && isLocalHost(host);
}
function isLocalHost({ name, value = "" }) {
	if (name === "ip4") return isLocalIp4(value);
	return name === "ip6" && isLocalIp6(value);
}
function isLocalIp4(text) {
	const [a = -1, b = -1] = text.split(".").map(Number);
	if (a === 10 || a === 192 && b === 168) return true;
	return a === 172 && b >= 16 && b <= 31 || a === 169 && b === 254;
}
function isLocalIp6(text) {
	const first = text.split(":")[0] ?? "";
	if (!/^[0-9a-f]{4}$/i.test(first)) return false;
	const value = Number.parseInt(first, 16);
	return (value & 65024) === 64512 || (value & 65472) === 65152;
}
// sync/channel.ts
/**
* Ports to the network: one ordered stream of frames to one peer, and what opens such streams
* (docs/protocol.md, "Transport"). The channel is encrypted and bound to both transport identities;
* who stands behind them is for the handshake to find out. Adapters are in `adapters/`.
*/
/** The most bytes that one frame may have. A longer one ends the channel. */
const MAX_FRAME_BYTES = 262144;
/** Why a channel ended other than by its peer's closing it. */
var ChannelFault = class extends Error {
	name = "ChannelFault";
	/** `cut`: the link broke. `malformed`: what came is no frame. */
	code;
	constructor(code, options) {
		super(code === "cut" ? "the link broke" : "the peer sent what is no frame", options);
		this.code = code;
	}
};
// crypto/errors.ts
/** A mistake of the calling code; `code` is stable, the message is for developers. */
var UsageError = class extends Error {
	name = "UsageError";
	code;
	constructor(code, message) {
		super(message);
		this.code = code;
	}
};
// crypto/bytes.ts
/**
* Plain byte handling: joining, comparing, numbers and text as bytes (docs/protocol.md, "Encoding").
* Knows no key and no format. Only {@link equalBytes} may be given secrets: the others run in a time
* that depends on what they are given.
*/
/** All parts, one after another, in a new array. */
function concat(...parts) {
	let length = 0;
	for (const part of parts) length += part.length;
	const joined = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}
/** True for the same bytes, in a time that depends on the lengths only. */
function equalBytes(a, b) {
	if (a.length !== b.length) return false;
	let difference = 0;
	for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
	return difference === 0;
}
const encoder = new TextEncoder();
new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** UTF-8 of a text. Half a surrogate pair becomes U+FFFD: do not rely on such texts being told apart. */
const utf8 = (text) => encoder.encode(text);
const UINT32_RANGE = 4294967296;
const requireNatural = (value, limit) => {
	if (Number.isSafeInteger(value) && value >= 0 && value < limit) return;
	throw new UsageError("out-of-range", "a natural number in range is needed");
};
/** Four bytes, big endian. Throws {@link UsageError} outside 0 to 2^32 - 1. */
function uint32(value) {
	requireNatural(value, UINT32_RANGE);
	return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}
/** Throws {@link UsageError} unless there are exactly `length` bytes; `what` names them in the text. */
function requireLength(bytes, length, what) {
	if (bytes.length === length) return;
	const [needed, given] = [String(length), String(bytes.length)];
	throw new UsageError("wrong-length", `${what} must be ${needed} bytes, not ${given}`);
}
// crypto/node-crypto.ts
/** Node's crypto module; null in a browser and in a Node that is too old to be asked. */
function findNodeCrypto(host = globalThis) {
	const found = host.process?.getBuiltinModule?.("node:crypto");
	return found === void 0 ? null : found;
}
findNodeCrypto();
// crypto/hash.ts
/**
* Hashes, MACs and derived keys, each under a domain string of its own (docs/protocol.md,
* "Hashes and derivations"): what is hashed is `utf8(domain) || 0x00 || parts`. The parts are simply
* joined: a caller that gives more than one of variable length frames them itself.
*/
const MAX_PREFIXES = 256;
const prefixes = /* @__PURE__ */ new Map();
/**
* `utf8(domain) || 0x00`, kept for the next time. Throws {@link UsageError} for an empty domain or
* one with a NUL, which could run into what follows.
*/
function domainPrefix(domain) {
	const known = prefixes.get(domain);
	if (known !== void 0) return known;
	if (domain === "" || domain.includes("\0")) throw new UsageError("bad-domain", "a domain is a text without NUL");
	const prefix = utf8(`${domain}\0`);
	if (prefixes.size >= MAX_PREFIXES) prefixes.clear();
	prefixes.set(domain, prefix);
	return prefix;
}
// crypto/strict-signature.ts
/**
* The one strict rule for Ed25519 signatures, checked before any provider is asked, because providers
* differ in what they let pass (docs/protocol.md, "Signatures"): S below L; A and R canonical encodings;
* neither A nor R of small order. What is left, RFC 8032 without cofactor, all ours decide alike.
* Works on public values only and not in constant time. Knows nothing of messages.
*/
const FIELD_BYTES = 32;
/** Order of the base point, 2^252 + 27742317777372353535851937790883648493, little endian. */
const GROUP_ORDER = fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
/** The prime of the field, 2^255 - 19, little endian. */
const FIELD_PRIME = fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
const MINUS_ONE = "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
const ZERO = "0".repeat(64);
const ONE = `01${"0".repeat(62)}`;
/** y of the eight points of small order of the Edwards curve (pairs differ in the sign of x only). */
const SMALL_ORDER_Y = [
	ZERO,
	ONE,
	MINUS_ONE,
	"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
	"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
].map(fromHex);
[
	ZERO,
	ONE,
	MINUS_ONE,
	"e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
	"5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"
].map(fromHex);
function fromHex(hex) {
	return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => parseInt(pair, 16));
}
/** Little-endian comparison; `mask` is laid over the top byte of `value`. */
function isBelow(value, limit, mask) {
	for (let index = 31; index >= 0; index--) {
		const byte = (value[index] ?? 0) & (index === 31 ? mask : 255);
		const bound = limit[index] ?? 0;
		if (byte !== bound) return byte < bound;
	}
	return false;
}
function equalsMasked(value, other) {
	for (let index = 0; index < 31; index++) if (value[index] !== other[index]) return false;
	return ((value[31] ?? 0) & 127) === other[31];
}
/** True where the low 255 bits are below the prime, so that this number has no other encoding. */
const isCanonicalField = (bytes) => isBelow(bytes, FIELD_PRIME, 127);
/**
* True for an encoded point that is canonical and not of small order. (The other non-canonical form,
* a negative zero x, occurs at y = 1 and y = -1 only, which are of small order.) Whether it lies on
* the curve at all, the provider finds out.
*/
const isUsablePoint = (bytes) => isCanonicalField(bytes) && !SMALL_ORDER_Y.some((small) => equalsMasked(bytes, small));
/** The strict rule. False for wrong lengths too; true says only that a provider may be asked. */
function isStrictSignature(key, signature) {
	if (key.length !== FIELD_BYTES || signature.length !== 64) return false;
	const r = signature.subarray(0, FIELD_BYTES);
	return isBelow(signature.subarray(FIELD_BYTES), GROUP_ORDER, 255) && isUsablePoint(key) && isUsablePoint(r);
}
Uint8Array.of(9, .../* @__PURE__ */ new Uint8Array(31));
// crypto/signatures.ts
/**
* The port for signing, verifying and agreeing (docs/protocol.md, "Signatures"; RFC 8032, RFC 7748).
* A provider only computes; this file frames what is signed, `utf8(domain) || 0x00 || message`, and
* applies the strict rule first, so that all providers give the same answers.
* Knows no platform: create-signatures.ts chooses.
*/
/** Puts framing and the strict rule before a provider. */
function strictSignatures(provider) {
	return {
		name: provider.name,
		async sign(secret, domain, message) {
			requireLength(secret, 32, "a signing seed");
			const signature = await provider.sign(secret, concat(domainPrefix(domain), message));
			requireLength(signature, 64, "a signature");
			return signature;
		},
		async verify(key, domain, message, signature) {
			const prefix = domainPrefix(domain);
			const checked = signature.slice();
			if (!isStrictSignature(key, checked)) return false;
			try {
				return await provider.verify(key, concat(prefix, message), checked);
			} catch {
				return false;
			}
		},
		async agree(secret, key) {
			requireLength(secret, 32, "an agreement secret");
			if (key.length !== 32) return null;
			try {
				const shared = await provider.agree(secret, key);
				return shared.some((byte) => byte !== 0) ? shared : null;
			} catch {
				return null;
			}
		}
	};
}
// crypto/signatures-tweetnacl.ts
/**
* Signatures by tweetnacl: works everywhere, also where a page has no secure context, and is slow
* (about 12 ms to verify, 6 to sign). The reference that the native providers are compared with.
*/
const expandedKeys = /* @__PURE__ */ new WeakMap();
function expand(secret) {
	const known = expandedKeys.get(secret);
	if (known !== void 0 && equalBytes(known.seed, secret)) return known.secretKey;
	const { secretKey } = nacl.sign.keyPair.fromSeed(secret);
	expandedKeys.set(secret, {
		seed: secret.slice(),
		secretKey
	});
	return secretKey;
}
strictSignatures({
	name: "tweetnacl",
	sign: (secret, framed) => nacl.sign.detached(framed, expand(secret)),
	verify: (key, framed, signature) => nacl.sign.detached.verify(framed, signature, key),
	agree: (secret, key) => nacl.scalarMult(secret, key)
});
// crypto/words.ts
const fold = (word) => word.normalize("NFD").replace(/\p{Mark}/gu, "").toLowerCase();
new Map(wordlist.map((word) => [fold(word), word]));
// sync/adapters/libp2p/frames.ts
/**
* Frames on a byte stream (docs/protocol.md, "Frames"): four bytes of length, big endian, then so many
* bytes. Knows no stream.
*/
const LENGTH_BYTES = 4;
const EMPTY = /* @__PURE__ */ new Uint8Array(0);
/** A frame with its length before it. */
function frameOf(bytes) {
	const framed = new Uint8Array(LENGTH_BYTES + bytes.length);
	framed.set(uint32(bytes.length));
	framed.set(bytes, LENGTH_BYTES);
	return framed;
}
/** Puts frames together again from the pieces that a stream delivers. */
var FrameReader = class {
	#maxBytes;
	#pieces = [];
	#waiting = 0;
	#failed = false;
	constructor(maxBytes) {
		this.#maxBytes = maxBytes;
	}
	/** Whether a frame has begun and is not whole. */
	get midFrame() {
		return this.#waiting > 0;
	}
	/** The frames that are whole now; null, and ever after, when one is announced that is too long or empty. */
	push(piece) {
		if (this.#failed) return null;
		this.#pieces.push(piece);
		this.#waiting += piece.length;
		const frames = [];
		for (let length = this.#nextLength(); length !== null; length = this.#nextLength()) {
			if (length === 0 || length > this.#maxBytes) {
				this.#failed = true;
				this.#pieces = [];
				return null;
			}
			if (this.#waiting < LENGTH_BYTES + length) break;
			frames.push(this.#take(LENGTH_BYTES + length).subarray(LENGTH_BYTES));
		}
		return frames;
	}
	#nextLength() {
		if (this.#waiting < LENGTH_BYTES) return null;
		if ((this.#pieces[0] ?? EMPTY).length < LENGTH_BYTES) this.#pieces = [join$1(this.#pieces, this.#waiting)];
		const bytes = this.#pieces[0] ?? EMPTY;
		return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
	}
	#take(length) {
		const all = this.#pieces.length === 1 ? this.#pieces[0] ?? EMPTY : join$1(this.#pieces, this.#waiting);
		const rest = all.subarray(length);
		this.#pieces = rest.length > 0 ? [rest] : [];
		this.#waiting = rest.length;
		return all.subarray(0, length);
	}
};
function join$1(pieces, length) {
	const joined = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		joined.set(piece, at);
		at += piece.length;
	}
	return joined;
}
// sync/adapters/libp2p/stream-channel.ts
/** Frames that lie waiting before the stream is paused. */
const FULL_BYTES = 524288;
/** How long the other side has to close its half before the stream is reset. */
const CLOSE_MS = 3e3;
var StreamChannel = class {
	localPeer;
	remotePeer;
	initiator;
	#stream;
	#reader = new FrameReader(MAX_FRAME_BYTES);
	#frames = [];
	#waitingBytes = 0;
	#closing = false;
	#ended = null;
	#wake = () => void 0;
	constructor({ stream, connection, localPeer, initiator, onClosed }) {
		this.#stream = stream;
		this.localPeer = localPeer.toMultihash().bytes;
		this.remotePeer = connection.remotePeer.toMultihash().bytes;
		this.initiator = initiator;
		const onMessage = ({ data }) => {
			this.#take(data instanceof Uint8Array ? data : data.subarray());
		};
		const onEnd = () => {
			this.#finish(this.#reader.midFrame ? new ChannelFault("cut") : "ended");
		};
		const onClose = ({ error }) => {
			if (error === void 0) onEnd();
			else this.#finish(new ChannelFault("cut", { cause: error }));
			onClosed();
		};
		stream.addEventListener("end", onEnd);
		stream.addEventListener("remoteCloseWrite", () => {
			if (stream.readBufferLength === 0) onEnd();
		});
		stream.addEventListener("close", onClose, { once: true });
		stream.addEventListener("message", onMessage);
	}
	get frames() {
		return { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) };
	}
	#take(bytes) {
		if (this.#closing || this.#ended !== null) return;
		const frames = this.#reader.push(bytes);
		if (frames === null) {
			this.#finish(new ChannelFault("malformed"));
			return;
		}
		for (const frame of frames) {
			this.#frames.push(frame);
			this.#waitingBytes += frame.length;
		}
		if (this.#waitingBytes >= FULL_BYTES && this.#stream.readStatus === "readable") this.#stream.pause();
		this.#wake();
	}
	#finish(reason) {
		this.#ended ??= reason;
		this.#wake();
	}
	async #next() {
		while (this.#frames.length === 0) {
			if (this.#ended === "ended" || this.#closing) return {
				done: true,
				value: void 0
			};
			if (this.#ended !== null) throw this.#ended;
			await new Promise((resolve) => {
				this.#wake = resolve;
			});
		}
		const frame = this.#frames.shift() ?? /* @__PURE__ */ new Uint8Array(0);
		this.#waitingBytes -= frame.length;
		if (this.#waitingBytes < FULL_BYTES / 2 && this.#stream.readStatus === "paused") this.#stream.resume();
		return {
			done: false,
			value: frame
		};
	}
	async send(frame) {
		if (this.#closing) throw new ChannelFault("cut");
		try {
			this.#stream.send(frameOf(frame));
		} catch (cause) {
			throw new ChannelFault("cut", { cause });
		}
		await this.#drained();
	}
	/**
	* Waits until the link takes more. Not by the stream's own `onDrain`: in libp2p 3.3 its promise is made
	* once, so from the second time on it resolves at once, and everything would pile up in memory.
	*/
	async #drained() {
		const stream = this.#stream;
		while (stream.writableNeedsDrain) {
			if (stream.writeStatus === "closed") throw new ChannelFault("cut");
			await new Promise((resolve) => {
				const go = () => {
					stream.removeEventListener("drain", go);
					stream.removeEventListener("close", go);
					resolve();
				};
				stream.addEventListener("drain", go);
				stream.addEventListener("close", go);
			});
		}
	}
	close() {
		if (this.#closing) return;
		this.#closing = true;
		this.#frames = [];
		this.#wake();
		if (this.#stream.readStatus === "paused") this.#stream.resume();
		const reset = (cause) => {
			this.#stream.abort(new Error("the channel was closed", { cause }));
		};
		const timer = setTimeout(reset, CLOSE_MS, null);
		this.#stream.addEventListener("close", () => {
			clearTimeout(timer);
		});
		if (this.#stream.status !== "open") clearTimeout(timer);
		this.#stream.close({ signal: AbortSignal.timeout(CLOSE_MS) }).catch(reset);
	}
};
/** Takes over a stream; it belongs to the channel from then on. */
const streamChannel = (init) => new StreamChannel(init);
// sync/adapters/libp2p/libp2p-transport.ts
/**
* A libp2p node as a {@link Transport} (docs/protocol.md, "Transport"): one stream per session, under
* our own protocol name, and nothing else. No identify: it would tell every peer our software, its
* version and all our addresses, and nothing here needs it. What Node and browser share.
*/
/** The name of the protocol, with its version. */
const PROTOCOL_ID = "/vereda/1";
const MAX_CONNECTIONS = 64;
const MAX_STREAMS = 4;
/** A connection that has not opened a session by then is closed. */
const SESSION_DUE_MS = 2e4;
const isForeignKey = (peer) => peer.type !== "Ed25519";
/** What both platforms set: encryption, muxer, and limits for a small machine rather than a server. */
const sharedOptions = () => ({
	connectionEncrypters: [noise()],
	streamMuxers: [yamux({
		maxInboundStreams: MAX_STREAMS,
		maxOutboundStreams: MAX_STREAMS,
		maxEarlyStreams: MAX_STREAMS,
		streamOptions: {
			maxStreamWindowSize: 1048576,
			maxReadBufferLength: 2097152
		}
	})],
	connectionGater: {
		denyInboundEncryptedConnection: isForeignKey,
		denyOutboundEncryptedConnection: isForeignKey,
		denyDialMultiaddr: () => false
	},
	connectionManager: {
		maxConnections: MAX_CONNECTIONS,
		maxIncomingPendingConnections: 16,
		inboundConnectionThreshold: 16,
		maxParallelDials: 8,
		maxDialQueueLength: 32,
		maxPeerAddrsToDial: 4,
		reconnectRetries: 0,
		resolvers: {}
	},
	connectionMonitor: { enabled: false },
	nodeInfo: {
		name: "vereda",
		version: "1",
		userAgent: "vereda"
	}
});
var Libp2pTransport = class {
	#node;
	#discovery;
	#due = /* @__PURE__ */ new Map();
	#handler = null;
	constructor(node, discovery) {
		this.#node = node;
		this.#discovery = discovery;
		node.addEventListener("connection:open", ({ detail }) => {
			if (detail.direction === "inbound") this.#expectSession(detail);
		});
		node.addEventListener("connection:close", ({ detail }) => {
			this.#gotSession(detail);
		});
	}
	async start() {
		await this.#node.handle(PROTOCOL_ID, (stream, connection) => {
			this.#accept(stream, connection);
		}, {
			maxInboundStreams: MAX_STREAMS,
			maxOutboundStreams: MAX_STREAMS,
			runOnLimitedConnection: true
		});
	}
	addresses() {
		return this.#node.getMultiaddrs().map((address) => withoutPeer(address).toString());
	}
	async dial(address, { signal }) {
		const connection = await this.#node.dial(multiaddr(address), {
			signal,
			force: true
		});
		try {
			const stream = await connection.newStream(PROTOCOL_ID, {
				signal,
				runOnLimitedConnection: true
			});
			return this.#channelOf(stream, connection, true);
		} catch (fault) {
			drop(connection);
			throw fault;
		}
	}
	onChannel(handler) {
		this.#handler = handler;
	}
	onDiscovered(handler) {
		this.#discovery?.onDiscovered(handler);
	}
	async stop() {
		for (const timer of this.#due.values()) clearTimeout(timer);
		await this.#discovery?.stop();
		await this.#node.stop();
	}
	#accept(stream, connection) {
		this.#gotSession(connection);
		const channel = this.#channelOf(stream, connection, false);
		if (this.#handler === null) channel.close();
		else this.#handler(channel);
	}
	#channelOf(stream, connection, initiator) {
		const onClosed = () => {
			if (connection.streams.every((other) => other === stream || other.protocol !== "/vereda/1")) drop(connection);
		};
		return streamChannel({
			stream,
			connection,
			localPeer: this.#node.peerId,
			initiator,
			onClosed
		});
	}
	#expectSession(connection) {
		const timer = setTimeout(() => {
			drop(connection);
		}, SESSION_DUE_MS);
		this.#due.set(connection.id, timer);
	}
	#gotSession(connection) {
		clearTimeout(this.#due.get(connection.id));
		this.#due.delete(connection.id);
	}
};
function drop(connection) {
	connection.close().catch((fault) => {
		connection.abort(fault instanceof Error ? fault : new Error("cannot be closed", { cause: fault }));
	});
}
/** Makes a transport of a node that is started or about to be; stopping the transport stops both. */
async function libp2pTransport(node, discovery) {
	const transport = new Libp2pTransport(node, discovery);
	await transport.start();
	return transport;
}
// sync/adapters/libp2p/mdns-discovery.ts
/**
* Finding each other on the local network by multicast DNS (docs/protocol.md, "Discovery"). Runs beside
* the libp2p node instead of inside it: what strangers announce never reaches its address book, and what
* we announce carries a throwaway identity, so that nobody can follow a device from network to network.
*/
/** The name of our service on the local network. */
const SERVICE_TAG = "_vereda._udp.local";
const MAX_ADDRESSES = 8;
const MAX_PEERS = 64;
const WINDOW_MS = 6e4;
/**
* What is taken of the announcements that arrive: addresses on the local network, at most 8 of a peer,
* and no more than 64 peers a minute, whoever floods the network. Null for what is passed over.
*/
function createAnnouncements({ now }) {
	let since = now();
	let heard = /* @__PURE__ */ new Set();
	return (peer, addresses) => {
		if (Math.abs(now() - since) > WINDOW_MS) {
			since = now();
			heard = /* @__PURE__ */ new Set();
		}
		if (heard.size >= MAX_PEERS && !heard.has(peer)) return null;
		const local = addresses.filter(isLocalAddress).slice(0, MAX_ADDRESSES);
		if (local.length === 0) return null;
		heard.add(peer);
		return { addresses: local };
	};
}
/** Announces this node and listens for others, until stopped. */
async function startMdns({ addresses, logger }) {
	const alias = peerIdFromPrivateKey(await generateKeyPair("Ed25519"));
	const announced = () => addresses().filter(isLocalAddress).slice(0, MAX_ADDRESSES).map((address) => multiaddr(`${address}/p2p/${alias.toString()}`));
	const addressManager = { getAddresses: announced };
	const discovery = mdns({ serviceTag: SERVICE_TAG })({
		addressManager,
		logger
	});
	const take = createAnnouncements({ now: () => performance.now() });
	const handlers = /* @__PURE__ */ new Set();
	discovery.addEventListener("peer", ({ detail }) => {
		const texts = detail.multiaddrs.map((address) => withoutPeer(address).toString());
		const discovered = take(detail.id.toString(), texts);
		if (discovered !== null) for (const handler of handlers) handler(discovered);
	});
	await start(discovery);
	return {
		onDiscovered: (handler) => {
			handlers.add(handler);
		},
		stop: () => stop(discovery)
	};
}
// sync/adapters/libp2p/node-transport.ts
/** Starts a node. Rejects when it cannot listen at an address (taken, or no multiaddr). */
async function createNodeTransport(init) {
	const { listen, transportKey } = init;
	const identity = transportKey === void 0 ? {} : { privateKey: await generateKeyPairFromSeed("Ed25519", transportKey) };
	const node = await createLibp2p({
		...sharedOptions(),
		...identity,
		addresses: { listen: [...listen] },
		transports: [tcp({
			listenOpts: { noDelay: true },
			dialOpts: { noDelay: true }
		}), webSockets()]
	});
	const addresses = () => node.getMultiaddrs().map((address) => withoutPeer(address).toString());
	return libp2pTransport(node, init.mdns ? await startMdns({
		addresses,
		logger: node.logger
	}) : null);
}
// scripts/chromium.mjs
const NAMES = [
	"chromium",
	"chromium-browser",
	"google-chrome-stable",
	"google-chrome",
	"chrome",
	"msedge"
];
const PLACES = [
	"/usr/bin",
	"/usr/local/bin",
	"/snap/bin",
	"/opt/google/chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"C:/Program Files/Google/Chrome/Application/chrome.exe",
	"C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
	"C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"
];
/** What to do where none is found and none can be installed by us. */
const CHROMIUM_ADVICE = "No Chromium found. Install one (Debian, Ubuntu: apt-get install chromium) or set VEREDA_CHROMIUM to its path.";
/** @param {string} path */
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
/**
* Looks at VEREDA_CHROMIUM, then at PATH and the usual places.
* @param {NodeJS.ProcessEnv} [env]
* @returns {string | null} the program's path; null: there is none
*/
function findChromium(env = process.env) {
	const chosen = env["VEREDA_CHROMIUM"];
	if (chosen !== void 0 && chosen !== "") return isProgram(chosen) ? chosen : null;
	return [...(env["PATH"] ?? "").split(delimiter).filter(Boolean), ...PLACES].flatMap((place) => /\/(Google Chrome|Chromium)$|\.exe$/.test(place) ? [place] : NAMES.map((name) => join(place, name))).find(isProgram) ?? null;
}
// tests/support/chromium.ts
/**
* Starts the Chromium of this machine through playwright-core, for the story tests and the screenshots.
* A browser with a profile folder keeps its IndexedDB from one start to the next, as a shelter's laptop does.
*/
/** Quiet, without a sandbox (tests run as root in containers), and without calls home. */
const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-dev-shm-usage"
];
function launchOptions(options) {
	const executablePath = options.launcher ?? findChromium();
	if (executablePath === null) throw new Error(CHROMIUM_ADVICE);
	const rules = Object.entries(options.hosts ?? {}).map(([name, address]) => `MAP ${name} ${address}`);
	const args = [...FLAGS, ...options.flags ?? []];
	if (rules.length > 0) args.push(`--host-resolver-rules=${rules.join(",")}`);
	return {
		executablePath,
		args,
		headless: true
	};
}
/** A browser that forgets everything when it closes. Close it in `afterAll` or `finally`. */
async function launchBrowser(options = {}) {
	return chromium.launch(launchOptions(options));
}
// tests/support/tmp-browser.ts
const host = await createNodeTransport({
	listen: ["/ip4/127.0.0.1/tcp/0/ws"],
	mdns: false
});
host.onChannel((channel) => void (async () => {
	for await (const frame of channel.frames) await channel.send(frame);
	channel.close();
})());
const port = createServer((q, r) => {
	if (q.url === "/w.js") {
		r.setHeader("content-type", "text/javascript");
		r.end(readFileSync("node_modules/.cache/tmpb/worker.mjs"));
	} else {
		r.setHeader("content-type", "text/html");
		r.end(`<script>window.go = (a) => new Promise((ok) => { const w = new Worker("/w.js", { type: "module" }); w.onmessage = (e) => ok(e.data); w.onerror = (e) => ok({ fault: e.message }); w.postMessage(a); });<\/script>`);
	}
}).listen(0).address().port;
const browser = await launchBrowser({ hosts: { "hub.test": "127.0.0.1" } });
for (const origin of ["http://localhost", "http://hub.test"]) {
	const page = await browser.newPage();
	const requests = [];
	page.on("request", (q) => requests.push(q.url()));
	await page.goto(`${origin}:${port}/`);
	console.log(origin, JSON.stringify(await page.evaluate((a) => window.go(a), host.addresses()[0])), requests.length);
}
await browser.close();
process.exit(0);
export {};
