/** The shelters' boards: reading all of them, and saying something on the own one. */
import { boardAfter, boardStanding, type BoardWish, readBoardWish, settledBoard } from "#model";
import type { SiteId } from "#sync";
import { EngineError } from "../api/index.ts";
import type { BoardView } from "../api/directory.ts";
import type { House } from "../house/house.ts";
import { claimOfBoard } from "../records/claim.ts";
import { boardIdOf, checkReadsRoute, instantOf, isBelieved, ownSiteOf, saidBy } from "../route/reading.ts";
import { putRecords } from "./write-records.ts";

const NOTHING = { fields: {}, conflicts: {} };

function boardOf(house: House, site: SiteId): BoardView {
  const record = house.catalog.get(boardIdOf(site));
  const written = record?.kind === "board" ? record : NOTHING;
  return {
    ...saidBy(house, site),
    ownSite: site === ownSiteOf(house),
    ...boardStanding(written, house.deps.clock.now()),
  };
}

const byName = new Intl.Collator("es");

/** The own one first; then who said something last. A time that has not come counts as said now. */
function inOrder(house: House, one: BoardView, other: BoardView): number {
  const now = instantOf(house);
  const said = ({ saidAt }: BoardView): string => (saidAt === null ? "" : saidAt > now ? now : saidAt);
  return (
    Number(other.ownSite) - Number(one.ownSite) ||
    (said(one) > said(other) ? -1 : said(one) < said(other) ? 1 : 0) ||
    byName.compare(one.siteName ?? "", other.siteName ?? "")
  );
}

/** `boards`. */
export function boards(house: House): readonly BoardView[] {
  checkReadsRoute(house);
  const sites = [...house.replica.membership().sites.values()].filter(({ kind }) => kind === "shelter");
  return sites
    .filter(({ site }) => isBelieved(house, site))
    .map(({ site }) => boardOf(house, site))
    .sort((one, other) => inOrder(house, one, other));
}

async function putBoard(house: House, wish: BoardWish): Promise<BoardView> {
  const site = ownSiteOf(house);
  const id = boardIdOf(site);
  const input = boardAfter(settledBoard(house.catalog.get(id) ?? NOTHING), wish, instantOf(house));
  await putRecords(house, [{ id, kind: "board", input, claim: claimOfBoard(site) }]);
  return boardOf(house, site);
}

/** `setBoard`. */
export async function setBoard(house: House, wish: BoardWish): Promise<BoardView> {
  checkReadsRoute(house);
  const read = readBoardWish(wish);
  if (read.kind === "bad") throw new EngineError({ code: "fields", problems: read.problems });
  return putBoard(house, read.wish);
}

/** `repeatBoard`. What is too old to be told is not said again unseen. */
export async function repeatBoard(house: House): Promise<BoardView> {
  checkReadsRoute(house);
  const { beds, needs, alerts } = boardOf(house, ownSiteOf(house));
  return putBoard(house, {
    beds: Object.fromEntries(beds.flatMap(({ group, free }) => (free === null ? [] : [[group, free]]))),
    needs: Object.fromEntries(
      needs.map(({ need, note, urgent }) => [
        need,
        { ...(note === null ? {} : { note }), ...(urgent ? { urgent } : {}) },
      ]),
    ),
    alerts: Object.fromEntries(alerts.map(({ alert, note }) => [alert, note === null ? {} : { note }])),
  });
}
