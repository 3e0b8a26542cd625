/** Choosing a photo: made small at once, and shown as it will be kept. Base64 in and out; empty for none. */
import { createSignal, Show } from "solid-js";
import { photoBytes, photoText } from "#model";
import { t } from "../look.ts";
import { createPicture } from "../picture.ts";
import { smallPhoto } from "../small-photo.ts";
import { LinkButton } from "./button.tsx";
import { FileField } from "./file-field.tsx";

interface PhotoFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onValue: (text: string) => void;
}

export function PhotoField(props: PhotoFieldProps) {
  const picture = createPicture(() => photoBytes(props.value));
  const [file, setFile] = createSignal<File | null>(null);
  const [wrong, setWrong] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  let turn = 0;
  const choose = async (chosen: File | null): Promise<void> => {
    const mine = ++turn;
    setFile(chosen);
    setWrong(undefined);
    setBusy(chosen !== null);
    const jpeg = chosen === null ? null : await smallPhoto(chosen);
    // another was chosen meanwhile
    if (mine !== turn) return;
    setBusy(false);
    if (chosen !== null && jpeg === null) setWrong(t().photo.unreadable);
    props.onValue(jpeg === null ? "" : photoText(jpeg));
  };
  return (
    <div class="stack stack-tight">
      <FileField
        id={props.id}
        label={t().photo.choose}
        hint={t().photo.hint}
        error={wrong()}
        accept="image/*"
        file={props.value === "" && wrong() === undefined && !busy() ? null : file()}
        onFile={(chosen) => void choose(chosen)}
      />
      <Show when={busy()}>
        <p class="quiet" role="status">
          {t().shell.loading}
        </p>
      </Show>
      <Show when={picture()}>
        {(address) => (
          <>
            <img class="photo" src={address()} alt={t().photo.chosen} />
            <div>
              <LinkButton onPress={() => void choose(null)}>{t().photo.drop}</LinkButton>
            </div>
          </>
        )}
      </Show>
    </div>
  );
}
