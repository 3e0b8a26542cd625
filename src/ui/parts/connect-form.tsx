/** Meeting another hub by an address that somebody reads out: the way that always works. */
import { createSignal, Show } from "solid-js";
import type { SyncReport } from "#engine";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { createForm, Form } from "./form.tsx";
import { Notice } from "./notice.tsx";

export function ConnectForm() {
  const app = useApp();
  const [address, setAddress] = createSignal("");
  const [report, setReport] = createSignal<SyncReport | null>(null);
  const form = createForm({
    check: () => (address().trim() === "" ? [{ field: "field-address", text: t().mesh.connectNeed }] : []),
    blame: { "peer-unreachable": "field-address", "peer-refused": "field-address" },
    send: async () => {
      setReport(null);
      const peer = address().trim();
      const done = await app.engine.sync({ peer });
      setReport(done);
      await app.engine.connect([peer]);
    },
  });
  return (
    <Form state={form} label={t().mesh.connect}>
      <TextField
        id="field-address"
        class="code"
        label={t().mesh.address}
        hint={t().mesh.connectHint}
        error={form.errorOf("field-address")}
        autocapitalize="off"
        value={address()}
        onValue={setAddress}
      />
      <div class="actions">
        <Button type="submit" busy={form.busy()} busyText={t().mesh.connecting}>
          {t().mesh.connectButton}
        </Button>
      </div>
      <Show when={report()}>
        {(done) => (
          <Notice kind="ok" role="status">
            {t().mesh.connectDone(done().entriesIn, done().entriesOut)}
          </Notice>
        )}
      </Show>
    </Form>
  );
}
