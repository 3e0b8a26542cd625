/** When a session still waits for the peer's receipts (docs/protocol.md, "Receipts"). */
import { expect, test } from "vitest";
import type { SiteId } from "../../../sync/ids.ts";
import type { Receipts } from "../../../sync/receipts/receipts.ts";
import { createReceiptExchange } from "../../../sync/session/receipt-exchange.ts";

const noReceipts = { all: () => [], onChange: () => () => undefined } as unknown as Receipts;

test("a member owes an answer until it came; one that became a stranger meanwhile owes none", async () => {
  let site: SiteId | null = "aaaaaaaaaaaaaaaaaaaaaaaaaa" as SiteId;
  const sent: string[] = [];
  const exchange = createReceiptExchange({
    receipts: noReceipts,
    send: ({ kind }) => sent.push(kind),
    peerSite: () => site,
  });
  expect(exchange.awaits()).toBe(false);
  exchange.judge();
  expect([sent, exchange.awaits()]).toEqual([["marks"], true]);
  const known = site;
  site = null;
  expect(exchange.awaits()).toBe(false);
  site = known;
  expect(exchange.awaits()).toBe(true);
  await exchange.hear({ kind: "receipts", last: true, receipts: [] });
  expect(exchange.awaits()).toBe(false);
});
