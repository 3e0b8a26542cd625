/** What the sync layer needs of a browser: IndexedDB, WebSockets, time. Works inside a worker. */
export { openIndexedDbStore } from "./indexeddb.browser.ts";
export { createBrowserTransport } from "./libp2p/browser-transport.ts";
export { systemClock } from "./system-clock.ts";
