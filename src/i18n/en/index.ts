/** English. */
import { answers } from "./answers.ts";
import { arrivals } from "./arrivals.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { consent } from "./consent.ts";
import { copy } from "./copy.ts";
import { erasure } from "./erasure.ts";
import { calls } from "./calls.ts";
import { carrying } from "./carrying.ts";
import { duplicates } from "./duplicates.ts";
import { faults, unforeseen } from "./faults.ts";
import { fields } from "./fields.ts";
import { follow } from "./follow.ts";
import { imports } from "./imports.ts";
import { limits } from "./limits.ts";
import { locks } from "./locks.ts";
import { matches } from "./matches.ts";
import { mesh } from "./mesh.ts";
import { news } from "./news.ts";
import { photo } from "./photo.ts";
import { poster } from "./poster.ts";
import { problems } from "./problems.ts";
import { protection } from "./protection.ts";
import { reasons, refusals } from "./reasons.ts";
import { record } from "./record.ts";
import { referralDrafts } from "./referral-drafts.ts";
import { referrals } from "./referrals.ts";
import { report } from "./report.ts";
import { handOut, paperList } from "./paper-list.ts";
import { review } from "./review.ts";
import { rollCall } from "./roll-call.ts";
import { room } from "./room.ts";
import { seek } from "./seek.ts";
import { care } from "./care.ts";
import { route } from "./route.ts";
import { samePerson } from "./same-person.ts";
import { search } from "./search.ts";
import { settings } from "./settings.ts";
import { sharing } from "./sharing.ts";
import { shell } from "./shell.ts";
import { slips } from "./slips.ts";
import { stay } from "./stay.ts";
import { trust } from "./trust.ts";
import { traces } from "./traces.ts";
import { vital } from "./vital.ts";
import { welcome } from "./welcome.ts";

export const en = {
  answers,
  arrivals,
  audit,
  backup,
  consent,
  copy,
  erasure,
  calls,
  carrying,
  duplicates,
  faults,
  fields,
  follow,
  imports,
  limits,
  locks,
  matches,
  mesh,
  news,
  photo,
  poster,
  problems,
  protection,
  reasons,
  record,
  referralDrafts,
  referrals,
  refusals,
  report,
  handOut,
  paperList,
  review,
  rollCall,
  room,
  seek,
  care,
  route,
  samePerson,
  search,
  settings,
  sharing,
  shell,
  slips,
  stay,
  trust,
  unforeseen,
  traces,
  vital,
  welcome,
};
