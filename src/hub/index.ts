/** The door of the hub: a site's always-on device, and the server of the page. */
export { startHub } from "./hub.ts";
