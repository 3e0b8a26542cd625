/**
 * Loads a package of bench/package.json. By a name that is not written in an import, because the types, the lint
 * and the dead-code check of the app run where these packages are not installed.
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/**
 * @param {string} name
 * @returns {Promise<unknown>} the module; of a CommonJS one, `default` is what it exports
 */
export const rival = (name) => import(pathToFileURL(require.resolve(name)).href);
