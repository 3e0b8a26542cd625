/**
 * The page: index.html, src/ui and the engine's worker, built into dist/page/, which the hub serves at `/`.
 *
 * Absolute asset paths, because the page has addresses of its own (`/personas/...`) that the hub answers with
 * index.html. No inline scripts and no data: URLs, because the hub's Content-Security-Policy refuses them.
 * The command line and the hub are built by vite.cli.config.ts.
 */
import { defineConfig, type PluginOption } from "vite";
import solid from "vite-plugin-solid";
import vitePluginWasm from "vite-plugin-wasm";

// the package types its plugins as any
const wasm = vitePluginWasm as () => PluginOption;

export default defineConfig({
  base: "/",
  plugins: [solid(), wasm()],
  worker: { format: "es", plugins: () => [wasm()], rolldownOptions: { checks: { bundlerTimings: false } } },
  build: {
    // top-level await: Automerge's wasm is an import
    target: "esnext",
    outDir: "dist/page",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    // the calendar is a page of its own: it shares no memory with the app
    rolldownOptions: { checks: { bundlerTimings: false }, input: ["index.html", "calendario.html"] },
  },
  // Vite's bundle step for development; the worker's wasm packages must stay as they are
  optimizeDeps: { exclude: ["@automerge/automerge", "@automerge/automerge-repo"] },
  server: { host: "127.0.0.1" },
});
