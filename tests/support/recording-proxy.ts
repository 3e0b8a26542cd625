/**
 * A TCP proxy that keeps what passes: the eyes of somebody on the wire. WebSocket frames are also kept
 * without their mask, which is no secret (RFC 6455, section 5.3).
 */
import { connect, createServer, type Socket } from "node:net";

export interface RecordingProxy {
  readonly port: number;
  /** All that passed: one piece for each connection and direction, as it was and unmasked. */
  recorded(): readonly Uint8Array[];
  stop(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
const MASKED = 0x80;

interface Frame {
  readonly payload: Uint8Array;
  readonly end: number;
}

function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + 2 > bytes.length) return null;
  const second = bytes[at + 1] ?? 0;
  const short = second & 0x7f;
  const lengthBytes = short === 127 ? 8 : short === 126 ? 2 : 0;
  let next = at + 2 + lengthBytes;
  if (next > bytes.length) return null;
  const length =
    lengthBytes === 0 ? short : bytes.readUIntBE(next - Math.min(lengthBytes, 6), Math.min(lengthBytes, 6));
  const mask = (second & MASKED) === 0 ? null : bytes.subarray(next, next + 4);
  if (mask !== null) next += 4;
  if (next + length > bytes.length) return null;
  const payload = bytes.subarray(next, next + length).map((byte, index) => byte ^ (mask?.[index % 4] ?? 0));
  return { payload, end: next + length };
}

/** The payloads of a WebSocket's one direction, joined; empty where it is none. */
function unmasked(bytes: Buffer): Uint8Array {
  const head = bytes.indexOf("\r\n\r\n");
  if (head < 0 || !/^upgrade: websocket/imu.test(bytes.subarray(0, head).toString("latin1")))
    return new Uint8Array(0);
  const payloads: Uint8Array[] = [];
  for (let frame = frameAt(bytes, head + 4); frame !== null; frame = frameAt(bytes, frame.end)) {
    payloads.push(frame.payload);
  }
  return Buffer.concat(payloads);
}

/** Starts a proxy on loopback in front of this port. */
export async function startRecordingProxy(target: number): Promise<RecordingProxy> {
  const streams: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const copy = (from: Socket, to: Socket): void => {
    const stream: Buffer[] = [];
    streams.push(stream);
    sockets.add(from);
    from.on("data", (chunk: Buffer) => {
      stream.push(chunk);
      to.write(chunk);
    });
    from.on("close", () => to.destroy()).on("error", () => to.destroy());
  };
  const server = createServer((socket) => {
    const inner = connect(target, LOOPBACK);
    copy(socket, inner);
    copy(inner, socket);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    recorded: () =>
      streams.flatMap((stream) => {
        const bytes = Buffer.concat(stream);
        return [bytes, unmasked(bytes)];
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
