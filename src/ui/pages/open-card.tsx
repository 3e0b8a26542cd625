/**
 * Opening a card that somebody brings: by its code or its words. What it says is shown, and goes nowhere until somebody
 * registers the arrival; leaving the page forgets it.
 */
import { useNavigate } from "@solidjs/router";
import ScanLine from "lucide-solid/icons/scan-line";
import { createSignal, For, Show, Suspense } from "solid-js";
import type { CapsuleOpened } from "#engine";
import { wordField } from "#i18n";
import { arrivalFrom } from "../arrival-fields.ts";
import { useApp } from "../app-context.ts";
import { carryArrival } from "../carried.ts";
import { now } from "../clock.ts";
import { later } from "../later.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { TextArea } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { paths } from "../paths.ts";
import { factsOf } from "../record-facts.ts";
import { valueAt, wordValue } from "../wording.ts";
import { Fact } from "../parts/fact.tsx";

const Scanner = later(async () => (await import("../parts/scanner.tsx")).Scanner);

const FIELD = "field-card-code";
const BLAME = {
  "card-mistyped": FIELD,
  "card-not-here": FIELD,
  "card-expired": FIELD,
  "card-revoked": FIELD,
  "card-ahead": FIELD,
} as const;

function OpenForm(props: { readonly onOpened: (capsule: CapsuleOpened) => void }) {
  const app = useApp();
  const [code, setCode] = createSignal("");
  const [scanning, setScanning] = createSignal(false);
  // browsers give no camera to pages that are not secure
  const hasCamera = "mediaDevices" in navigator;
  const form = createForm({
    check: () => (code().trim() === "" ? [{ field: FIELD, text: t().carrying.codeMissing }] : []),
    blame: BLAME,
    send: async () => {
      props.onOpened(await app.engine.openCapsule(code()));
    },
  });
  return (
    <Form state={form} label={t().carrying.openTitle}>
      <Show when={hasCamera}>
        <Show
          when={scanning()}
          fallback={
            <div>
              <Button icon={<ScanLine />} onPress={() => setScanning(true)}>
                {t().carrying.scan}
              </Button>
            </div>
          }
        >
          <Suspense>
            <Scanner
              onCode={(read) => {
                setCode(read.toLowerCase());
                setScanning(false);
                void form.send();
              }}
              onClose={() => setScanning(false)}
            />
          </Suspense>
        </Show>
      </Show>
      <TextArea
        id={FIELD}
        label={t().carrying.code}
        hint={t().carrying.codeHint}
        error={form.errorOf(FIELD)}
        value={code()}
        onValue={setCode}
      />
      <div class="actions">
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().carrying.opening}>
          {t().carrying.open}
        </Button>
      </div>
    </Form>
  );
}

function Opened(props: { readonly capsule: CapsuleOpened; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const shown = () =>
    factsOf("capsule")
      .map(({ path }) => ({ path, text: wordValue(path, valueAt(props.capsule.fields, path)) }))
      .filter(({ text }) => text !== "");
  return (
    <section class="stack stack-wide" aria-label={t().carrying.title}>
      <div class="stack stack-tight">
        <p class="lead">
          {props.capsule.siteName === null
            ? t().carrying.fromUnknown
            : t().carrying.from(props.capsule.siteName)}
        </p>
        <p class="quiet small">
          {props.capsule.lastHeard === null
            ? t().carrying.heardNever
            : t().carrying.heard(f().moment(props.capsule.lastHeard, now()))}
        </p>
      </div>
      <Notice kind="info">
        <p>{t().carrying.ask}</p>
        <p>{t().carrying.needsGo}</p>
      </Notice>
      <dl class="facts">
        <For each={shown()}>{({ path, text }) => <Fact label={wordField(t(), path)} text={text} />}</For>
      </dl>
      <div class="actions">
        <Button
          look="primary"
          onPress={() => {
            carryArrival(arrivalFrom(props.capsule.fields));
            navigate(paths.arrivals);
          }}
        >
          {t().carrying.register}
        </Button>
        <Button
          onPress={() => {
            props.onClose();
          }}
        >
          {t().carrying.close}
        </Button>
      </div>
    </section>
  );
}

export function OpenCardPage() {
  const [capsule, setCapsule] = createSignal<CapsuleOpened | null>(null);
  return (
    <Page title={t().carrying.openTitle} lead={t().carrying.openIntro}>
      <Show when={capsule()} fallback={<OpenForm onOpened={setCapsule} />}>
        {(opened) => <Opened capsule={opened()} onClose={() => setCapsule(null)} />}
      </Show>
    </Page>
  );
}
