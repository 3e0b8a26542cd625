// Lint rules of the house. Layers (who may import whom) are in .dependency-cruiser.cjs, format in .prettierrc.json.
import { defineConfig, globalIgnores } from "eslint/config";
import solid from "eslint-plugin-solid/configs/typescript";
import tsdoc from "eslint-plugin-tsdoc";
import tseslint from "typescript-eslint";

const plainFunctions = [
  { selector: "ExportDefaultDeclaration", message: "Named exports only." },
  { selector: "TSEnumDeclaration", message: "No enums: use a union of string literals." },
];

const noAmbientClock = "Take a clock as a parameter: time is injected in crypto/ and sync/.";
const noAmbientProcess = "crypto/ and sync/ run in browsers too: only sync/adapters/ may know the platform.";
const noAmbientLog = "crypto/ and sync/ report by return value or callback, they do not log.";

export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".vereda/", "docs/", "bench/node_modules/", "mutation/node_modules/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    rules: {
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...plainFunctions],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" },
      ],
      // dear, and there is nothing to find: no enums here, and few classes
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // async functions that satisfy a port or a stub need no await inside
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["{crypto,sync,src}/**/*.{ts,tsx}"],
    plugins: { tsdoc },
    rules: {
      "tsdoc/syntax": "error",
      complexity: ["error", 10],
      "max-params": ["error", 3],
      "max-depth": ["error", 3],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
      "preserve-caught-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/strict-boolean-expressions": "error",
    },
  },
  {
    files: ["{crypto,sync}/**/*.ts"],
    ignores: ["sync/adapters/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "Date", message: noAmbientClock },
        { name: "performance", message: noAmbientClock },
        { name: "setTimeout", message: noAmbientClock },
        { name: "setInterval", message: noAmbientClock },
        { name: "setImmediate", message: noAmbientClock },
        { name: "console", message: noAmbientLog },
        { name: "process", message: noAmbientProcess },
        { name: "Buffer", message: noAmbientProcess },
        { name: "window", message: noAmbientProcess },
        { name: "document", message: noAmbientProcess },
        { name: "navigator", message: noAmbientProcess },
      ],
      "no-restricted-properties": [
        "error",
        {
          object: "Math",
          property: "random",
          message: "Randomness is injected; it comes from crypto/random.ts.",
        },
      ],
      "no-restricted-imports": ["error", { patterns: [{ group: ["node:*"], message: noAmbientProcess }] }],
    },
  },
  {
    files: ["src/ui/**/*.{ts,tsx}"],
    ...solid,
    rules: {
      ...solid.rules,
      // a component is one function that reads as markup: its file is capped, not the function
      "max-lines-per-function": "off",
      "@typescript-eslint/explicit-module-boundary-types": "off",
      // event handlers in JSX may be async; Solid ignores what they return
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    // a table of texts: what its functions return is text, and its shape is checked where it is used
    files: ["src/i18n/{es,en}/*.ts"],
    rules: { "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
  {
    // columns of numbers, which are read by positions that the same file hands out
    files: ["src/match/{*,words/*,names/*,query/*,comparison/*,reasons/*}.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["{tests,bench,mutation}/**/*.{ts,tsx,mjs}", "scripts/**/*.{ts,mjs}", "*.config.ts"],
    rules: {
      "max-lines": ["error", { max: 500, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
      // a test may assert what it has just made
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    // JSDoc casts, which are all that plain JavaScript has, are invisible to these
    files: ["**/*.mjs"],
    rules: { "@typescript-eslint/no-unsafe-return": "off", "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    // Vite, vitest and this file are configured by default exports
    files: ["*.config.{js,ts}", "**/vite.*.config.ts", "mutation/*.config.{mjs,ts}"],
    rules: { "no-restricted-syntax": "off" },
  },
  { files: ["**/*.{js,cjs}"], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ["**/*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
    languageOptions: { sourceType: "commonjs" },
  },
);
