/** Sentences about protected people, from codes and values. */
import type { ProtectedView, ReservedBed } from "#engine";
import type { ProtectedWhy } from "#model";
import { f, t } from "./look.ts";

export const wordWhys = (whys: readonly ProtectedWhy[]): string =>
  whys.map((why) => t().protection.whys[why]).join(", ");

export const wordBed = (bed: ReservedBed | null): string =>
  bed === null ? t().protection.noBed : t().protection.bedLine(bed.number, bed.bed ?? t().protection.noBed);

/** By when the authority is to be told; empty where that is done. */
export function wordNotice({ notice }: ProtectedView): string {
  if (notice.late === "unsure") return t().protection.noticeUnsure;
  if (notice.at === null) return "";
  const when = f().dateTime(Date.parse(notice.at));
  return notice.late === "yes" ? t().protection.noticeLate(when) : t().protection.noticeDue(when);
}
