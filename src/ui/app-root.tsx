/** From a starting engine to the app, with an honest page for when it does not start. */
import { createResource, Match, Switch } from "solid-js";
import { App } from "./app.tsx";
import { type EngineClient, faultOf } from "./engine-client.ts";
import { t } from "./look.ts";
import { Sign } from "./parts/brand.tsx";
import { Button } from "./parts/button.tsx";
import { Splash } from "./parts/splash.tsx";
import { wordError } from "./wording.ts";

function Failed(props: { readonly error: unknown }) {
  return (
    <main class="splash">
      <Sign size={56} />
      <h1>{t().shell.startFailed}</h1>
      <p role="alert">{faultOf(props.error) === null ? t().shell.startFailedWhat : wordError(props.error)}</p>
      <Button
        look="primary"
        onPress={() => {
          location.reload();
        }}
      >
        {t().shell.reload}
      </Button>
    </main>
  );
}

export interface AppRootProps {
  /** Gives the engine: in its worker for the app, in the page itself for tests. */
  readonly start: () => Promise<EngineClient>;
  /** Opens another page in place of this one. */
  readonly leaveTo: (page: string) => void;
}

export function AppRoot(props: AppRootProps) {
  const [client] = createResource(() => props.start());
  return (
    <Switch fallback={<Splash />}>
      <Match when={client.state === "errored"}>
        <Failed error={client.error as unknown} />
      </Match>
      <Match when={client.state === "ready" && client()}>
        {(ready) => (
          <App
            client={ready()}
            leaveTo={(page) => {
              props.leaveTo(page);
            }}
          />
        )}
      </Match>
    </Switch>
  );
}
