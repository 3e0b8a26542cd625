/** A plugin of Stryker: texts of errors are for developers, and changes of them prove nothing. */

/** Throws with a text about what it was given. */
const REQUIRES = "requireLength";

const ERRORS = new Set(["UsageError", "RangeError", "TypeError", "Error"]);

/**
 * @typedef {{ type: string, callee?: { name?: string } }} Node
 * @typedef {{ node: Node, parentPath: { node: Node } | null }} Path
 */

/** @param {Path} path @returns {string | undefined} why nothing is changed here */
function shouldIgnore({ node, parentPath }) {
  const isText = node.type === "StringLiteral" || node.type === "TemplateLiteral";
  const parent = parentPath?.node;
  const callee = parent?.callee?.name ?? "";
  const isError =
    (parent?.type === "NewExpression" && ERRORS.has(callee)) ||
    (parent?.type === "CallExpression" && callee === REQUIRES);
  return isText && isError ? "the text of an error" : undefined;
}

/** @public Stryker looks for this name */
export const strykerPlugins = [{ kind: "Ignore", name: "error-texts", value: { shouldIgnore } }];
