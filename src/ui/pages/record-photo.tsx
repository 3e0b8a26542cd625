/** On the page of a report: the photo by which somebody is recognised, kept with the family's yes, and taken off again. */
import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import type { RecordId, RecordView } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { FileField } from "../parts/file-field.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { smallPhoto } from "../small-photo.ts";

/** The address of some bytes for as long as they are shown. */
export function createPicture(jpeg: () => Uint8Array | undefined): () => string | undefined {
  const [address, setAddress] = createSignal<string>();
  createEffect(() => {
    const bytes = jpeg();
    const made =
      bytes === undefined
        ? undefined
        : URL.createObjectURL(new Blob([bytes.slice()], { type: "image/jpeg" }));
    setAddress(made);
    onCleanup(() => {
      if (made !== undefined) URL.revokeObjectURL(made);
    });
  });
  return address;
}

export function RecordPhoto(props: { readonly view: RecordView; readonly mayWrite: boolean }) {
  const app = useApp();
  const report = (): RecordId | null =>
    props.view.kind === "report" && props.mayWrite ? props.view.id : null;
  const photo = createLive({
    key: report,
    ask: (id) => app.engine.photo(id),
    concerns: (event) => event.kind === "records",
  });
  const picture = createPicture(() => photo.value()?.jpeg);
  const [file, setFile] = createSignal<File | null>(null);
  const [wrong, setWrong] = createSignal<string>();
  const keep = createPress(async () => {
    const chosen = file();
    const jpeg = chosen === null ? null : await smallPhoto(chosen);
    if (jpeg === null) {
      setWrong(t().photo.unreadable);
      return "";
    }
    await app.engine.setPhoto({ report: props.view.id, jpeg });
    setFile(null);
    return t().photo.kept;
  });
  const takeBack = createPress(async () => {
    await app.engine.takeBackPhoto(props.view.id);
    return t().photo.takenBack;
  });
  return (
    <Show when={report() !== null}>
      <section class="stack stack-tight" aria-labelledby="photo-title">
        <h2 id="photo-title">{t().photo.title}</h2>
        <Show when={picture()} fallback={<p class="quiet">{t().photo.none}</p>}>
          {(address) => <img class="photo" src={address()} alt={t().photo.alt} />}
        </Show>
        <p class="quiet">{t().photo.lead}</p>
        <FileField
          id="photo-file"
          label={t().photo.choose}
          hint={t().photo.hint}
          error={wrong()}
          accept="image/*"
          file={file()}
          onFile={(chosen) => {
            setWrong(undefined);
            setFile(chosen);
          }}
        />
        <Answer to={keep.state()} />
        <Answer to={takeBack.state()} />
        <div class="actions">
          <Show when={file()}>
            <Button look="primary" busy={keep.state().busy} onPress={keep.press}>
              {t().photo.keep}
            </Button>
          </Show>
          <Show when={picture()}>
            <Button busy={takeBack.state().busy} onPress={takeBack.press}>
              {t().photo.takeBack}
            </Button>
          </Show>
        </div>
      </section>
    </Show>
  );
}
