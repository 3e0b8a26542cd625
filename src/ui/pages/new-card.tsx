/**
 * The sheet of a card that was just made: shown once, from memory, and printed. It says no name and no house; whoever
 * finds it reads outside that it is worth nothing to them.
 */
import { Navigate, useNavigate } from "@solidjs/router";
import Printer from "lucide-solid/icons/printer";
import { For, Show } from "solid-js";
import { takeCard } from "../carried.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { Qr } from "../parts/qr.tsx";
import { paths } from "../paths.ts";

/** Without accents and in capitals a QR code of words is a third smaller; whoever reads it takes both. */
const forQr = (code: string): string => code.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();

export function NewCardPage() {
  const card = takeCard();
  const navigate = useNavigate();
  return (
    <Show when={card} fallback={<Navigate href={paths.arrivals} />}>
      {(made) => (
        <Page title={t().carrying.paperTitle}>
          <div class="stack stack-wide carried-card">
            <div class="screen-only">
              <Notice kind="ok" role="status">
                {t().carrying.made}
              </Notice>
            </div>
            <p>{t().carrying.paperFound}</p>
            <p class="fold-line">{t().carrying.fold}</p>
            <p>{t().carrying.paperUse}</p>
            <Qr text={forQr(made().code)} label={t().carrying.qr} />
            <ol class="word-grid" lang="es" aria-label={t().carrying.words}>
              <For each={made().code.split(" ")}>{(word) => <li>{word}</li>}</For>
            </ol>
            <p>{t().carrying.paperUntil(f().day(made().expiresAt))}</p>
            <p>{t().carrying.paperKeep}</p>
            <div class="actions">
              <Button
                look="primary"
                icon={<Printer />}
                onPress={() => {
                  print();
                }}
              >
                {t().carrying.print}
              </Button>
              <Button
                onPress={() => {
                  navigate(-1);
                }}
              >
                {t().carrying.done}
              </Button>
            </div>
          </div>
        </Page>
      )}
    </Show>
  );
}
