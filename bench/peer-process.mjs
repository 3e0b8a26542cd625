/**
 * The side of the bench: a peer in a process of its own, asked one thing at a time, each with a limit of time.
 */
import { fork } from "node:child_process";

/**
 * @typedef {import("./peer-program.mjs").Answer} Answer
 * @typedef {import("./peer-program.mjs").Sender} Sender
 * @typedef {import("./peer-program.mjs").Receiver} Receiver
 */

/** Thrown when a peer has not answered within its limit. */
export class TooSlow extends Error {
  constructor(/** @type {number} */ limitMs) {
    super(`not done after ${Math.round(limitMs / 1000)} s`);
    this.name = "TooSlow";
  }
}

/**
 * @param {Promise<T>} work
 * @param {number} limitMs
 * @returns {Promise<T>} rejects with {@link TooSlow} when the limit comes first
 * @template T
 */
export function within(work, limitMs) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooSlow(limitMs)), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Starts a peer and gives it as an object whose methods run over there.
 * @template {"sender" | "receiver"} R
 * @param {string} program path of what `node` runs
 * @param {readonly [role: R, ...more: string[]]} words what the program is started with
 * @returns {{ peer: R extends "sender" ? Sender : Receiver, kill: () => void }}
 */
export function startPeer(program, [role, ...more]) {
  const child = fork(program, [role, ...more], { stdio: ["ignore", 2, 2, "ipc"], serialization: "advanced" });
  const ask = (/** @type {string} */ name, /** @type {unknown} */ wish) =>
    new Promise((resolve, reject) => {
      const onExit = (/** @type {number | null} */ code) =>
        reject(new Error(`the ${role} ended (${code ?? "killed"}) at "${name}"`));
      child.once("exit", onExit);
      child.once("message", (/** @type {Answer} */ answer) => {
        child.off("exit", onExit);
        if ("fault" in answer) reject(new Error(answer.fault));
        else resolve(answer.value);
      });
      child.send({ name, wish });
    });
  const peer = new Proxy({}, { get: (_, name) => (/** @type {unknown} */ wish) => ask(String(name), wish) });
  return {
    peer: /** @type {R extends "sender" ? Sender : Receiver} */ (peer),
    kill: () => void child.kill("SIGKILL"),
  };
}
