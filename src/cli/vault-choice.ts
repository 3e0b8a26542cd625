/**
 * Which vault a command opens: the only one, or the one whose badge was given with `--vault`, as it
 * is shown in either language, by its code, or by the vault's id.
 */
import type { VaultId, VaultLabel } from "#engine";
import { LANGUAGES, textsOf, wordBadge } from "#i18n";
import { Refusal } from "./failure.ts";
import type { Wording } from "./wording.ts";

const fold = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replaceAll("-", " ");

/** Everything that a vault may be called by. */
function namesOf(label: VaultLabel): readonly string[] {
  const { vault, badge, badgeNumber } = label;
  const code = badgeNumber > 1 ? `${badge} ${String(badgeNumber)}` : badge;
  return [vault, code, ...LANGUAGES.map((language) => wordBadge(textsOf(language), label))].map(fold);
}

/** Undefined where there is nothing to choose. Refuses a name that nobody has, and a choice not made. */
export function chosenVault(
  { cli, shared }: Wording,
  vaults: readonly VaultLabel[],
  wanted: string | undefined,
): VaultId | undefined {
  const badges = vaults.map((label) => wordBadge(shared, label)).join(", ");
  if (wanted === undefined) {
    if (vaults.length > 1) throw new Refusal(cli.whichVault(badges));
    return undefined;
  }
  const found = vaults.find((label) => namesOf(label).includes(fold(wanted)));
  if (found === undefined) throw new Refusal(cli.noSuchVault(badges));
  return found.vault;
}
