/** A backup of what this computer holds: what the file is, what opens it, and the file itself as a download. */
import Save from "lucide-solid/icons/save";
import { createSignal, Show } from "solid-js";
import { useApp } from "../app-context.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { saveFile } from "../save-file.ts";

interface Made {
  readonly bytes: number;
  /** Records in it that nobody else says to hold. */
  readonly onlyHere: number;
}

export function BackupCard() {
  const app = useApp();
  const [made, setMade] = createSignal<Made | null>(null);
  const form = createForm({
    check: () => [],
    send: async () => {
      setMade(null);
      const bytes = await app.engine.backup();
      const { onlyHere } = await app.engine.status();
      saveFile(bytes, { ending: "respaldo", type: "application/octet-stream" });
      setMade({ bytes: bytes.length, onlyHere });
    },
  });
  return (
    <section class="card" aria-labelledby="backup-title">
      <h2 id="backup-title">{t().backup.title}</h2>
      <p>{t().backup.text}</p>
      <p>{t().backup.opens}</p>
      <p>{t().backup.comesBack}</p>
      <Notice kind="protect">
        <p>{t().backup.keep}</p>
      </Notice>
      <Form state={form} label={t().backup.title}>
        <div class="actions">
          <Button type="submit" icon={<Save />} busy={form.busy()} busyText={t().backup.making}>
            {t().backup.make}
          </Button>
        </div>
      </Form>
      <Show when={made()}>
        {(file) => (
          <Notice kind="ok" role="status">
            <p>{t().backup.made(f().bytes(file().bytes))}</p>
            <Show when={file().onlyHere > 0}>
              <p>{t().backup.onlyHere(file().onlyHere)}</p>
            </Show>
          </Notice>
        )}
      </Show>
    </section>
  );
}
