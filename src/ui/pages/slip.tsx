/**
 * The slip of a referral to an institution: three parts on one sheet, each saying whose it is, to be cut and carried. It
 * says what is on the screen and no more; the window's title and the address name nobody.
 */
import { useNavigate, useParams } from "@solidjs/router";
import Printer from "lucide-solid/icons/printer";
import { For, Match, Show, Switch } from "solid-js";
import type { RecordId, SlipView } from "#engine";
import { wordField } from "#i18n";
import type { PersonFields } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { referralPath } from "../paths.ts";
import { wordError, wordValue } from "../wording.ts";

const PARTS = ["person", "institution", "house"] as const;
/** What of the slip may be ticked before anybody has answered. */
const TICKS = ["receive", "accept", "decline", "arrived", "not-arrived", "attended"] as const;
/** More people than that do not fit beside two other parts. */
const MOST_ON_A_THIRD = 3;

function Fact(props: { readonly label: string; readonly text: string | null }) {
  return (
    <Show when={props.text}>
      <div class="slip-fact">
        <dt>{props.label}</dt>
        <dd>{props.text}</dd>
      </div>
    </Show>
  );
}

const wordPerson = (person: PersonFields): string =>
  Object.entries(person)
    .map(([field, value]) =>
      field.toLowerCase().includes("name")
        ? wordValue(field, value)
        : `${wordField(t(), field)}: ${wordValue(field, value)}`,
    )
    .join(" · ");

const wordWhere = ({ place, address }: SlipView["to"]): string =>
  [place, address].filter((part) => part !== null && part !== "").join(", ");

function Part(props: { readonly slip: SlipView; readonly whose: (typeof PARTS)[number] }) {
  const told = () => [...new Set(props.slip.people.flatMap((person) => Object.keys(person)))];
  return (
    <section
      class="slip-part"
      classList={{ "slip-long": props.slip.people.length > MOST_ON_A_THIRD }}
      aria-label={t().slips.copies[props.whose]}
    >
      <div class="slip-head">
        <div>
          <strong>{t().slips.sheet}</strong>
          <p>{t().slips.copies[props.whose]}</p>
        </div>
        <p class="slip-code">
          <span>{t().slips.code}</span> {props.slip.code}
        </p>
      </div>
      <dl class="slip-facts">
        <Fact label={t().slips.to} text={props.slip.to.name} />
        <Fact label={t().slips.where} text={wordWhere(props.slip.to)} />
        <Fact label={t().slips.hours} text={props.slip.to.hours} />
        <Fact label={t().slips.entry} text={props.slip.to.entry} />
        <Fact label={t().slips.phone} text={props.slip.to.phone} />
        <Fact label={t().slips.from} text={props.slip.from.name} />
        <div class="slip-fact">
          <dt>{t().slips.callHouse}</dt>
          <dd classList={{ "slip-blank": props.slip.from.phone === null }}>{props.slip.from.phone}</dd>
        </div>
        <Fact
          label={t().slips.need}
          text={`${t().referrals.needs[props.slip.need]} · ${t().referrals.urgencies[props.slip.urgency]}`}
        />
        <Fact label={t().slips.sent} text={f().dateTime(Date.parse(props.slip.sentAt))} />
      </dl>
      <ol class="slip-people" aria-label={t().slips.people}>
        <For each={props.slip.people}>
          {(person, at) => (
            <li>
              {props.slip.people.length > 1 ? `${String(at() + 1)}. ` : ""}
              {wordPerson(person) || t().slips.noName}
            </li>
          )}
        </For>
      </ol>
      <Show when={props.slip.note}>
        {(note) => (
          <p class="slip-note">
            {t().slips.note}: {note()}
          </p>
        )}
      </Show>
      <p class="slip-small">
        {told().length === 0
          ? t().slips.toldCode
          : t().slips.told(f().list(told().map((field) => wordField(t(), field))))}
      </p>
      <p class="slip-small">{t().slips.answer}</p>
      <ul class="slip-ticks">
        <For each={TICKS}>
          {(step) => (
            <li>
              <span class="slip-box" aria-hidden="true" />
              {t().slips.ticks[step]}
            </li>
          )}
        </For>
      </ul>
      <p class="slip-line">{t().slips.why}</p>
      <p class="slip-small">{t().slips.keep}</p>
    </section>
  );
}

function Sheet(props: { readonly slip: SlipView }) {
  return (
    <div class="slip-sheet">
      <For each={PARTS}>
        {(whose, at) => (
          <>
            <Show when={at() > 0}>
              <p class="slip-cut" aria-hidden="true">
                ✂ {t().slips.cut}
              </p>
            </Show>
            <Part slip={props.slip} whose={whose} />
          </>
        )}
      </For>
    </div>
  );
}

function Shown(props: { readonly slip: SlipView }) {
  const app = useApp();
  const navigate = useNavigate();
  const print = (): void => {
    app.engine.noteHandedOut("print", props.slip.people.length).catch(() => undefined);
    globalThis.print();
  };
  return (
    <div class="stack">
      <div class="screen-only stack">
        <Show when={props.slip.to.doubtful}>
          <Notice kind="warn">{t().slips.doubtful}</Notice>
        </Show>
        <Notice kind="warn">{t().slips.paperWarning}</Notice>
        <Show when={props.slip.from.phone === null}>
          <Notice kind="info">{t().slips.noPhone}</Notice>
        </Show>
        <div class="actions">
          <Button look="primary" icon={<Printer />} onPress={print}>
            {t().slips.print}
          </Button>
          <LinkButton
            onPress={() => {
              navigate(referralPath(props.slip.id));
            }}
          >
            {t().referrals.see}
          </LinkButton>
        </div>
      </div>
      <Sheet slip={props.slip} />
    </div>
  );
}

export function SlipPage() {
  const app = useApp();
  const params = useParams();
  const live = createLive({
    key: () => (params["id"] ?? null) as RecordId | null,
    ask: (id) => app.engine.slip(id),
    concerns: (event) => event.kind === "records",
  });
  return (
    <Page title={t().slips.title} windowTitle={t().referrals.title}>
      <Switch fallback={<p class="quiet">{t().shell.loading}</p>}>
        <Match when={live.error()}>
          <Notice kind="error" role="alert">
            {wordError(live.error())}
          </Notice>
        </Match>
        <Match when={live.value()}>{(slip) => <Shown slip={slip()} />}</Match>
      </Switch>
    </Page>
  );
}
