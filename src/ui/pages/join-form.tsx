/** Joining with an invitation: its code pasted, typed or scanned; a name; a passphrase. */
import ScanLine from "lucide-solid/icons/scan-line";
import { createSignal, Show, Suspense } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { useApp } from "../app-context.ts";
import { dialable, giveHubCode } from "../hub-link.ts";
import { later } from "../later.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { TextArea } from "../parts/field.tsx";
import { createForm, Form, type FormError } from "../parts/form.tsx";
import { Newcomer, newcomerErrors } from "../parts/newcomer.tsx";
import { WayIn } from "../parts/way-in.tsx";
import type { ShownWords } from "./recovery-sheet.tsx";

const Scanner = later(async () => (await import("../parts/scanner.tsx")).Scanner);

const BLAME = {
  "passphrase-too-short": "field-passphrase",
  "code-mistyped": "field-code",
  "code-unknown": "field-code",
  "seed-unknown": "field-code",
  "seed-no-hub": "field-code",
  "invite-expired": "field-code",
  "invite-used": "field-code",
  "other-mesh": "field-code",
} as const;

const EMPTY = { code: "", personName: "", passphrase: "", again: "" };

function check(values: typeof EMPTY): readonly FormError[] {
  const words = t().welcome;
  return [
    ...(values.code.trim() === "" ? [{ field: "field-code", text: words.needCode }] : []),
    ...newcomerErrors(values),
  ];
}

export interface JoinFormProps {
  readonly onJoined: (shown: ShownWords | null) => void;
  readonly onBack: () => void;
}

export function JoinForm(props: JoinFormProps) {
  const app = useApp();
  const [values, set] = createStore({ ...EMPTY });
  const [scanning, setScanning] = createSignal(false);
  // browsers give no camera to pages that are not secure
  const hasCamera = "mediaDevices" in navigator;
  const form = createForm({
    check: () => check(values),
    blame: BLAME,
    send: async () => {
      const { code, personName, passphrase } = unwrap(values);
      const hub = app.hub();
      const peers = dialable(hub?.peers ?? []);
      const joined = await app.engine.join({ code, personName, passphrase, peers });
      if (hub !== null && !hub.mesh && hub.canAdopt) await giveHubCode(joined.code);
      const { recoveryWords, protectedWords } = joined;
      props.onJoined(recoveryWords === null ? null : { recoveryWords, protectedWords, house: "" });
    },
  });
  return (
    <WayIn heading={t().welcome.joinHeading} onBack={props.onBack}>
      <Form state={form}>
        <TextArea
          id="field-code"
          label={t().welcome.code}
          hint={t().welcome.codeHint}
          error={form.errorOf("field-code")}
          code
          rows={4}
          value={values.code}
          onValue={(value) => {
            set("code", value);
          }}
        />
        <Show when={hasCamera}>
          <Show
            when={scanning()}
            fallback={
              <div>
                <Button icon={<ScanLine />} onPress={() => setScanning(true)}>
                  {t().welcome.scan}
                </Button>
              </div>
            }
          >
            <Suspense>
              <Scanner
                onCode={(code) => {
                  set("code", code);
                  setScanning(false);
                }}
                onClose={() => setScanning(false)}
              />
            </Suspense>
          </Show>
        </Show>
        <Newcomer
          values={values}
          form={form}
          onValue={(part, value) => {
            set(part, value);
          }}
        />
        <div class="actions">
          <Button type="submit" look="primary" busy={form.busy()} busyText={t().welcome.joining}>
            {t().welcome.joinButton}
          </Button>
        </div>
      </Form>
    </WayIn>
  );
}
