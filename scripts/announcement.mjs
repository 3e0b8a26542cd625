/** What `npm start` tells the person in front of it: Spanish first, then English. Pure text. */

const OLDEST_NODE = [20, 19];

/**
 * @param {string} version such as "20.20.2"
 * @returns {string | null} what to do about a Node that is too old; null: it will do
 */
export function nodeAdvice(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  const oldest = OLDEST_NODE.join(".");
  return (
    `Vereda necesita Node ${oldest} o más nuevo (aquí hay ${version}): instálelo de nodejs.org.\n` +
    `Vereda needs Node ${oldest} or newer (this is ${version}): install it from nodejs.org.`
  );
}

/**
 * The hub's first line, told to a person.
 * @param {string} line `{"url","peers"}` as JSON; anything else is passed on as it is
 */
export function announcement(line) {
  const url = urlIn(line);
  if (url === null) return line;
  const isWhole = url.includes("#");
  return [
    "",
    `  Vereda está en marcha. Abra esta página en su navegador:  ${url}`,
    ...(isWhole ? ["  Ábrala con la dirección completa: entrega esta base a su casa. No la comparta."] : []),
    "  Para detenerla: Ctrl+C.",
    "",
    `  Vereda is running. Open this page in your browser:  ${url}`,
    ...(isWhole ? ["  Open the whole address: it gives this hub to your house. Do not share it."] : []),
    "  To stop it: Ctrl+C.",
    "",
  ].join("\n");
}

/** @param {string} line @returns {string | null} */
function urlIn(line) {
  try {
    /** @type {unknown} */
    const said = JSON.parse(line);
    if (typeof said !== "object" || said === null || !("url" in said)) return null;
    return typeof said.url === "string" ? said.url : null;
  } catch {
    return null;
  }
}
