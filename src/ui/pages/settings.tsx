/** Settings: how the page looks and speaks, its lock, backups, and files in and out. */
import { For, Show } from "solid-js";
import { LANGUAGE_NAMES, LANGUAGES } from "#i18n";
import { mayErase } from "../access.ts";
import { useMember } from "../app-context.ts";
import { language, setLook, t, theme, THEMES } from "../look.ts";
import { Choices } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";
import { AuditCard } from "./settings-audit.tsx";
import { BackupCard } from "./settings-backup.tsx";
import { ErasuresCard } from "./settings-erasures.tsx";
import { FiguresCard } from "./settings-figures.tsx";
import { ExportCard, ImportCard } from "./settings-files.tsx";
import { ReviewCard } from "./settings-review.tsx";
import { LimitsCard } from "./settings-limits.tsx";
import { LocksCard } from "./settings-locks.tsx";

function LookCard() {
  return (
    <section class="card" aria-labelledby="look-title">
      <h2 id="look-title">{t().settings.look}</h2>
      <Choices
        id="field-language"
        label={t().settings.language}
        value={language()}
        onValue={(chosen) => {
          setLook({ language: chosen });
        }}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
      <Choices
        id="field-theme"
        column
        label={t().settings.theme}
        value={theme()}
        onValue={(chosen) => {
          setLook({ theme: chosen });
        }}
        options={THEMES.map((one) => ({
          value: one,
          label: t().settings.themes[one],
          hint: t().settings.themeHints[one],
        }))}
      />
    </section>
  );
}

function AboutCard() {
  const member = useMember();
  return (
    <section class="stack stack-tight quiet small" aria-labelledby="about-title">
      <h2 id="about-title">{t().settings.about}</h2>
      <Show when={member()}>
        {(who) => (
          <p>
            {who().meshName} · {who().siteName} · {t().settings.aboutText}
          </p>
        )}
      </Show>
      <p>{t().settings.aboutPlaces}</p>
    </section>
  );
}

/** Volunteers of the desk take no lists and no backups out and bring none in. */
const HANDLES_FILES: readonly string[] = ["coordinator", "staff", "protection", "advocate"];

/** An advocate reads its own reports, not the house's. */
const COUNTS: readonly string[] = ["coordinator", "staff", "protection"];

export function SettingsPage() {
  const member = useMember();
  const cards = () => {
    const role = member()?.role ?? "";
    const files = HANDLES_FILES.includes(role) ? [BackupCard, ImportCard, ExportCard] : [];
    const counts = COUNTS.includes(role) ? [FiguresCard] : [];
    const watches = role === "coordinator" ? [AuditCard] : [];
    return [
      LookCard,
      LocksCard,
      ...watches,
      ...files,
      ...counts,
      ...(mayErase(member()) ? [ReviewCard, ErasuresCard] : []),
      LimitsCard,
    ];
  };
  return (
    <Page title={t().settings.title}>
      <div class="stack stack-wide">
        <For each={cards()}>{(Card) => <Card />}</For>
        <AboutCard />
      </div>
    </Page>
  );
}
