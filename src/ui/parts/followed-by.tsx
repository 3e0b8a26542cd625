/** That another house follows a guest's case: shown where something of theirs is open in this one. */
import { A } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import type { Follower, RecordId } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { referralPath } from "../paths.ts";
import { mayAnswer } from "../referrals.ts";
import { Notice } from "./notice.tsx";

/** By guest; nothing for who may not see referrals. */
export function createFollowers(): () => ReadonlyMap<RecordId, Follower> {
  const app = useApp();
  const member = useMember();
  const live = createLive({
    key: () => (mayAnswer(member()) ? "followers" : null),
    ask: () => app.engine.followers(),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  const byGuest = createMemo(() => new Map((live.value() ?? []).map((one) => [one.guest, one])));
  return byGuest;
}

export function FollowedBy(props: { readonly follower: Follower | undefined }) {
  return (
    <Show when={props.follower}>
      {(one) => (
        <Notice kind="info">
          <p>
            <strong>
              {t().follow.guest(
                one().siteName ?? t().referrals.unknownSite,
                one().since === null ? null : f().dateTime(Date.parse(one().since ?? "")),
              )}
            </strong>
          </p>
          <p>{t().follow.guestText}</p>
          <p>
            <A href={referralPath(one().referral)}>{t().follow.see}</A>
          </p>
        </Notice>
      )}
    </Show>
  );
}
