/** What a coordinator can change of a colleague's access: another role, two more weeks, or out. */
import { createSignal, Match, Show, Switch } from "solid-js";
import type { DeviceView, Revoked } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choices, Tick } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { TakenOutNotice } from "./taken-out.tsx";

type PersonRole = Exclude<DeviceView["role"], "hub">;

const SHELTER_ROLES: readonly PersonRole[] = ["coordinator", "staff", "protection", "volunteer"];
const ADVOCATE_ROLES: readonly PersonRole[] = ["coordinator", "advocate"];

interface Props {
  readonly device: DeviceView;
  readonly name: string;
  readonly onClose: () => void;
}

/** Before the only keys of what is protected leave the house; shown where they would. */
function createLoss(loses: () => boolean) {
  const [sure, setSure] = createSignal(false);
  const Warning = () => (
    <Show when={loses()}>
      <Notice kind="protect">
        <p>{t().trust.onlyProtection}</p>
        <Tick label={t().trust.onlyProtectionSure} checked={sure()} onValue={setSure} />
      </Notice>
    </Show>
  );
  return { Warning, blocked: () => loses() && !sure() };
}

function RoleChoice(props: { readonly device: DeviceView }) {
  const app = useApp();
  const member = useMember();
  const roles = () => (member()?.siteKind === "advocates" ? ADVOCATE_ROLES : SHELTER_ROLES);
  // the role that it has when the dialog opens; the choice is the person's from then on
  // eslint-disable-next-line solid/reactivity
  const [role, setRole] = createSignal<PersonRole>(props.device.role as PersonRole);
  const { state, press } = createPress(async () => {
    await app.engine.giveRole({ device: props.device.device, role: role() });
    return t().trust.roleGiven;
  });
  const changes = () => role() !== props.device.role;
  const loss = createLoss(() => props.device.onlyProtection && changes() && role() !== "protection");
  return (
    <section class="stack">
      <Choices
        id="access-role"
        label={t().trust.role}
        value={role()}
        column
        options={roles().map((value) => ({
          value,
          label: t().mesh.roles[value],
          hint: t().mesh.roleTexts[value],
        }))}
        onValue={setRole}
      />
      <loss.Warning />
      <Answer to={state()} />
      <div class="actions">
        <Button
          busy={state().busy}
          busyText={t().trust.givingRole}
          onPress={press}
          disabled={!changes() || loss.blocked()}
        >
          {t().trust.giveRole}
        </Button>
      </div>
    </section>
  );
}

function Renewal(props: { readonly device: DeviceView; readonly endsAt: number }) {
  const app = useApp();
  const { state, press } = createPress(async () => {
    const { endsAt } = await app.engine.renew(props.device.device);
    return t().trust.renewed(f().day(endsAt));
  });
  return (
    <section class="stack">
      <p>{t().trust.endsAt(f().moment(props.endsAt, now()))}</p>
      <Answer to={state()} />
      <div class="actions">
        <Button busy={state().busy} busyText={t().trust.renewing} onPress={press}>
          {t().trust.renew}
        </Button>
      </div>
    </section>
  );
}

/** Said before, so that nobody believes that a stolen laptop forgets. */
function TakeOut(props: {
  readonly device: DeviceView;
  readonly onDone: (done: Revoked) => void;
  readonly onClose: () => void;
}) {
  const app = useApp();
  const { state, press } = createPress(async () => {
    props.onDone(await app.engine.revoke(props.device.device));
    return "";
  });
  const loss = createLoss(() => props.device.onlyProtection);
  return (
    <section class="stack" aria-labelledby="take-out">
      <h3 id="take-out">{t().trust.takeOut}</h3>
      <p>{t().trust.takeOutWhen}</p>
      <p class="quiet">{t().trust.takeOutKeeps}</p>
      <Show when={props.device.role === "coordinator" && !props.device.thisDevice}>
        <Notice kind="warn">{t().trust.takeOutMutual}</Notice>
      </Show>
      <loss.Warning />
      <Answer to={state()} />
      <div class="actions">
        <Button
          look="danger"
          busy={state().busy}
          busyText={t().trust.takingOut}
          onPress={press}
          disabled={loss.blocked()}
        >
          {t().trust.takeOutNow}
        </Button>
        <Button
          onPress={() => {
            props.onClose();
          }}
        >
          {t().trust.keep}
        </Button>
      </div>
    </section>
  );
}

export function AccessDialog(props: Props) {
  const member = useMember();
  const [done, setDone] = createSignal<Revoked>();
  const isPerson = () => props.device.role !== "hub" && member()?.role === "coordinator";
  return (
    <Dialog open title={t().trust.manageOf(props.name)} onClose={props.onClose}>
      <Switch>
        <Match when={done()}>
          {(revoked) => (
            <TakenOutNotice
              outcome={revoked()}
              said={revoked().done ? t().trust.takenOut(props.name) : t().trust.oneWord}
            />
          )}
        </Match>
        <Match when={done() === undefined}>
          <div class="stack stack-wide">
            <Show when={props.device.endsAt}>
              {(endsAt) => <Renewal device={props.device} endsAt={endsAt()} />}
            </Show>
            <Show when={isPerson()}>
              <RoleChoice device={props.device} />
            </Show>
            <TakeOut device={props.device} onDone={setDone} onClose={props.onClose} />
          </div>
        </Match>
      </Switch>
    </Dialog>
  );
}
