/**
 * What libp2p expects of Node and Node 20 lacks: `Promise.withResolvers`, and a global `WebSocket` to
 * dial with. Must be imported before libp2p.
 */
import "./with-resolvers.ts";
import { WebSocket } from "ws";

const globals: { WebSocket?: unknown } = globalThis;
globals.WebSocket ??= WebSocket;
