/**
 * The side of a peer's own process: takes the commands of the bench (peer-process.mjs) one after another and
 * answers each. What a peer can do is the same for every engine; how it does it is in peers/.
 */

/**
 * The peer that has the records.
 * @typedef {object} Sender
 * @property {(wish: { folder: string }) => Promise<string>} open begins empty; answers what a receiver has to
 *   know before it can begin (a key, a code), or ""
 * @property {(wish: { count: number, port: number }) => Promise<void>} load makes so many records; they are on
 *   the disk when it resolves. The receiver is at the port, for those who must know one another first
 * @property {(wish: { port: number }) => Promise<void>} sync connects and sends what the receiver lacks. Where
 *   the engine learns that the receiver has all, it resolves then; else once it is connected
 * @property {(wish: { count: number }) => Promise<void>} change changes so many of the records, on the disk
 * @property {() => Promise<void>} part ends the connection
 * @property {() => Promise<number | null>} messages sent and received since the last `sync`; null: not told
 */

/**
 * The peer that begins empty.
 * @typedef {object} Receiver
 * @property {(wish: { folder: string, invitation: string }) => Promise<number>} open listens; answers the port
 * @property {(wish: { records: number, changed: number }) => Promise<void>} received resolves when so many
 *   records are here, so many of them changed, and the engine has done what it does to keep them on the disk
 */

/** @typedef {{ name: string, wish: unknown }} Command */
/** @typedef {{ value: unknown } | { fault: string }} Answer */

const textOf = (/** @type {unknown} */ fault) =>
  fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);

/**
 * Serves the role that the bench started this process for.
 * @param {{ sender: () => Sender | Promise<Sender>, receiver?: () => Receiver | Promise<Receiver> }} roles
 */
export async function servePeer({ sender, receiver = () => Promise.reject(new Error("sends only")) }) {
  const role = process.argv[2] === "sender" ? await sender() : await receiver();
  const commands = /** @type {Record<string, (wish: unknown) => Promise<unknown>>} */ (
    /** @type {unknown} */ (role)
  );
  const obey = async (/** @type {Command} */ { name, wish }) => {
    const command = commands[name];
    if (command === undefined) throw new Error(`there is no "${name}"`);
    return command(wish);
  };
  process.on("message", (/** @type {Command} */ command) => {
    obey(command).then(
      (value) => process.send?.({ value }),
      (/** @type {unknown} */ fault) => process.send?.({ fault: textOf(fault) }),
    );
  });
  // The bench is gone: nobody needs this process any more.
  process.on("disconnect", () => process.exit());
}
