/** What `--lan` needs; loaded only then, because certificates bring a library of their own. */
export { AuthorityDamaged } from "./certificate-files.ts";
export { serveLan } from "./serve-lan.ts";
