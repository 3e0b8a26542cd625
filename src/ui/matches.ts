/** The pairs of who is sought and who came, kept true: asked again whenever a record changes. */
import { accessOf } from "#model";
import type { MatchesView, MatchView, RecordId } from "#engine";
import { type Membership, useApp, useMember } from "./app-context.ts";
import { createLive, type Live } from "./live.ts";

/** Whether the one at this computer decides on pairs. */
export const mayMatch = (member: Membership | null): boolean =>
  member?.siteKind === "shelter" && accessOf(member.role, "match") === "write";

/** Pairs of one record, or all of them; nothing for who may not see any. */
export function createMatches(of: () => RecordId | null): Live<MatchesView> {
  const app = useApp();
  const member = useMember();
  return createLive({
    key: () => (mayMatch(member()) ? (of() ?? "") : null),
    ask: () => {
      const record = of();
      return app.engine.matches(record === null ? {} : { of: record });
    },
    concerns: (event) => event.kind === "records",
  });
}

/** Asked, and nothing waits for anybody of the house. */
export const isDecided = ({ state, needs }: MatchView): boolean =>
  needs === null && ["yes", "yes-no-place", "self", "no", "passed"].includes(state);

/** What is proposed and still to be decided, or waits for a second person. */
export const proposedIn = (view: MatchesView | undefined): readonly MatchView[] =>
  (view?.pairs ?? []).filter((pair) => (pair.proposed || pair.needs !== null) && !isDecided(pair));
