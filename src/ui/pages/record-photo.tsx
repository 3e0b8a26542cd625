/** On the page of a report: the photo by which somebody is recognised, kept with the family's yes, and taken off again. */
import { createSignal, Show } from "solid-js";
import { photoBytes } from "#model";
import type { RecordId, RecordView } from "#engine";
import { useApp } from "../app-context.ts";
import { takePhoto } from "../carried.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { PhotoField } from "../parts/photo-field.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { createPicture } from "../picture.ts";

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
  const notKept = takePhoto() ?? "";
  const [chosen, setChosen] = createSignal(notKept);
  const keep = createPress(async () => {
    const jpeg = photoBytes(chosen());
    if (jpeg === null) return "";
    await app.engine.setPhoto({ report: props.view.id, jpeg });
    setChosen("");
    photo.again();
    return t().photo.kept;
  });
  const takeBack = createPress(async () => {
    await app.engine.takeBackPhoto(props.view.id);
    photo.again();
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
        <Show when={notKept !== "" && chosen() === notKept}>
          <Notice kind="warn" role="alert">
            {t().photo.notKept}
          </Notice>
        </Show>
        <PhotoField id="photo-file" value={chosen()} onValue={setChosen} />
        <Answer to={keep.state()} />
        <Answer to={takeBack.state()} />
        <div class="actions">
          <Show when={chosen() !== ""}>
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
