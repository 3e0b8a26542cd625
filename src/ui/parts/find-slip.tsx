/** An answer came back on paper, or by telephone: from the code to the referral. What was typed wrong stays to be mended. */
import { useNavigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { referralPath } from "../paths.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { createForm, Form } from "./form.tsx";

const FIELD = "field-slip-code";

export function FindSlip() {
  const app = useApp();
  const navigate = useNavigate();
  const [code, setCode] = createSignal("");
  const form = createForm({
    check: () => (code().trim() === "" ? [{ field: FIELD, text: t().slips.findText }] : []),
    blame: { "slip-mistyped": FIELD, "slip-unknown": FIELD },
    send: async () => {
      const { id } = await app.engine.findSlip(code());
      navigate(referralPath(id));
    },
  });
  return (
    <Form state={form} label={t().slips.find}>
      <TextField
        id={FIELD}
        label={t().slips.codeLabel}
        hint={t().slips.codeHint}
        error={form.errorOf(FIELD)}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        value={code()}
        onValue={setCode}
      />
      <div class="actions">
        <Button type="submit" busy={form.busy()} busyText={t().shell.loading}>
          {t().slips.findButton}
        </Button>
      </div>
    </Form>
  );
}
