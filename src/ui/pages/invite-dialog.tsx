/** Making an invitation: for whom, for how long; then a square to scan and the same code to copy. */
import { createSignal, For, onMount, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { InviteView, InviteWish } from "#engine";
import { inGroups } from "#i18n";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choices, TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Qr } from "../parts/qr.tsx";
import { wordNames } from "../wording.ts";

const DAY_MS = 86_400_000;
const DAYS = [1, 7, 30] as const;

type Invited = Exclude<InviteWish["role"], "hub">;
type NewSiteKind = NonNullable<InviteWish["newSite"]>["kind"];

interface Values {
  who: "own" | "site";
  role: Invited;
  siteName: string;
  siteKind: NewSiteKind;
  days: (typeof DAYS)[number];
}

/** While the name of a new house is typed: that another one is called almost so. */
function AlikeNotice(props: { readonly name: string }) {
  const app = useApp();
  const alike = createLive({
    key: () => (props.name.trim() === "" ? null : props.name),
    ask: (name) => app.engine.housesLike(name),
    concerns: (event) => event.kind === "members",
  });
  const houses = () => alike.value() ?? [];
  return (
    <div role="status">
      <Show when={houses().length > 0}>
        <Notice kind="warn">{t().trust.alikeInvite(wordNames(houses()))}</Notice>
      </Show>
    </div>
  );
}

/** Whom a coordinator or staff of a shelter, or a coordinator of advocates, may bring into the house. */
function ownRoles(siteKind: string | undefined, role: string | undefined): readonly Invited[] {
  if (siteKind === "advocates") return ["coordinator", "advocate"];
  return role === "coordinator" ? ["coordinator", "staff", "protection", "volunteer"] : ["volunteer"];
}

function InviteForm(props: { readonly onMade: (invite: InviteView) => void }) {
  const app = useApp();
  const member = useMember();
  const roles = () => ownRoles(member()?.siteKind, member()?.role);
  const [values, set] = createStore<Values>({
    who: "own",
    role: member()?.siteKind === "advocates" ? "advocate" : "volunteer",
    siteName: "",
    siteKind: "shelter",
    days: 7,
  });
  const form = createForm({
    check: () =>
      values.who === "site" && values.siteName.trim() === ""
        ? [{ field: "field-new-site", text: t().mesh.inviteNeedName }]
        : [],
    send: async () => {
      const newSite = values.who === "site" ? { name: values.siteName.trim(), kind: values.siteKind } : null;
      const role = newSite === null ? values.role : "coordinator";
      props.onMade(await app.engine.invite({ role, newSite, validMs: values.days * DAY_MS }));
    },
  });
  return (
    <Form state={form}>
      <Show when={member()?.role === "coordinator"}>
        <Choices
          id="field-who"
          label={t().mesh.inviteWho}
          value={values.who}
          onValue={(who) => {
            set({ who });
          }}
          options={[
            { value: "own", label: t().mesh.inviteOwn },
            { value: "site", label: t().mesh.inviteSite },
          ]}
        />
      </Show>
      <Show
        when={values.who === "site"}
        fallback={
          <Choices
            id="field-role"
            column
            label={t().mesh.inviteRole}
            value={values.role}
            onValue={(role) => {
              set({ role });
            }}
            options={roles().map((role) => ({
              value: role,
              label: t().mesh.roles[role],
              hint: t().mesh.roleTexts[role],
            }))}
          />
        }
      >
        <TextField
          id="field-new-site"
          label={t().mesh.inviteSiteName}
          error={form.errorOf("field-new-site")}
          value={values.siteName}
          onValue={(siteName) => {
            set({ siteName });
          }}
        />
        <AlikeNotice name={values.siteName} />
        <Choices
          id="field-new-site-kind"
          column
          label={t().mesh.inviteSiteKind}
          value={values.siteKind}
          onValue={(siteKind) => {
            set({ siteKind });
          }}
          options={[
            { value: "shelter", label: t().welcome.shelter, hint: t().welcome.shelterHint },
            { value: "advocates", label: t().welcome.advocates, hint: t().welcome.advocatesHint },
          ]}
        />
      </Show>
      <Choices
        id="field-days"
        label={t().mesh.inviteDays}
        value={String(values.days)}
        onValue={(days) => {
          set({ days: DAYS.find((one) => String(one) === days) ?? DAYS[1] });
        }}
        options={DAYS.map((days) => ({ value: String(days), label: t().mesh.days(days) }))}
      />
      <div class="actions">
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().mesh.inviteMaking}>
          {t().mesh.inviteMake}
        </Button>
      </div>
    </Form>
  );
}

function Ready(props: { readonly invite: InviteView; readonly onDone: () => void }) {
  let code: HTMLParagraphElement | undefined;
  // the button that was pressed is gone: without this the focus would leave the dialog
  onMount(() => code?.focus({ preventScroll: true }));
  return (
    <div class="invite-ready">
      {/* capitals make a QR code with fewer squares; the code is read in any case */}
      <Qr text={props.invite.code.toUpperCase()} label={t().mesh.inviteQr} />
      <div class="stack">
        <p>{t().mesh.inviteHow}</p>
        <p>{t().mesh.inviteUntil(f().moment(props.invite.expiresAt, now()))}</p>
        <div>
          <CopyButton text={props.invite.code} />
        </div>
      </div>
      <div class="field invite-wide">
        <h3 id="invite-seed">{t().mesh.inviteSeed}</h3>
        <p class="hint" id="invite-seed-how">
          {t().mesh.inviteSeedHow}
        </p>
        <p class="seed" aria-labelledby="invite-seed" aria-describedby="invite-seed-how">
          <For each={inGroups(props.invite.seed)}>{(group) => <span>{group} </span>}</For>
        </p>
      </div>
      <div class="field invite-wide">
        <h3 id="invite-code">{t().mesh.inviteCode}</h3>
        <p
          ref={code}
          class="code-box"
          tabindex="0"
          role="textbox"
          aria-readonly="true"
          aria-labelledby="invite-code"
        >
          {props.invite.code}
        </p>
      </div>
      <div class="stack invite-wide">
        <Notice kind="info">
          <p>{t().mesh.inviteThen}</p>
        </Notice>
        <div class="actions">
          <Button
            look="primary"
            onPress={() => {
              props.onDone();
            }}
          >
            {t().mesh.inviteDone}
          </Button>
        </div>
      </div>
    </div>
  );
}

export function InviteDialog(props: { readonly onClose: () => void }) {
  const [made, setMade] = createSignal<InviteView | null>(null);
  return (
    <Dialog
      open
      title={made() === null ? t().mesh.inviteTitle : t().mesh.inviteReady}
      onClose={() => {
        props.onClose();
      }}
    >
      <Show when={made()} fallback={<InviteForm onMade={setMade} />}>
        {(invite) => (
          <Ready
            invite={invite()}
            onDone={() => {
              props.onClose();
            }}
          />
        )}
      </Show>
    </Dialog>
  );
}
