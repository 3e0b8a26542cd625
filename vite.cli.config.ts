/**
 * The command line and the hub: src/cli/main.ts for Node 20, into dist/. npm packages stay outside and are
 * loaded from node_modules.
 *
 * The bundler hoists imports of outside packages above the code it inlines, so the shim that libp2p needs
 * (design: sync/adapters/shim.node.ts) is an entry of its own: dist/vereda.js, which scripts/build.mjs writes,
 * imports shim.js and then main.js. All files lie flat in dist/, so `new URL("./page/", import.meta.url)`
 * finds the page from any of them.
 */
import { existsSync } from "node:fs";
import { defineConfig } from "vite";

const shim = "sync/adapters/shim.node.ts";

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/node",
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: { main: "src/cli/main.ts", ...(existsSync(shim) ? { shim } : {}) },
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
