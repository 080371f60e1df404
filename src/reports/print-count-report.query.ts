import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { getWorkList } from "#counts/get-work-list.query.ts";
import type { Database } from "#database/database.ts";
import type { RouteFile } from "#http/route.ts";
import { done, type Outcome } from "#refusals/refusal.ts";
import { fetchBundle } from "#reports/fetch-bundle.query.ts";
import { tellCount } from "#reports/tell-count.ts";
import { typesetReport } from "#reports/typeset-report.ts";

/**
 * 打印电子数据统计报告 the report on a count as PDF. While items of tiers A and B are open every page says so, unless a person with the authority
 * overrode it: then their name and reason stand in it. Every printing is in the audit.
 */
export async function printCountReport(
  database: Database,
  asking: Asking,
  countId: string,
  language: "zh" | "en",
): Promise<Outcome<RouteFile>> {
  const bundle = await fetchBundle(database, asking, countId);
  if (!bundle.ok) return bundle;
  const list = await getWorkList(database, asking, countId);
  if (!list.ok) return list;
  const { count, manifest, sha256 } = bundle.value;
  const { progress } = list.value;
  const open = (tier: "A" | "B") => progress.tiers[tier].open + progress.beyond[tier];
  const workList = { ...NOTHING_DECIDED, ...manifest.workList, open: { A: open("A"), B: open("B") } };
  const override = progress.override === null ? null : { by: progress.override.by, reason: progress.override.reason };
  const setting = { caseNumber: count.caseNumber, office: null, madeBy: count.requestedBy, override, manifestSha256: sha256 };
  const bytes = await typesetReport(tellCount({ ...manifest, workList }, setting, language));
  await database.transact({ as: "person", actor: asking.actor }, (tx) =>
    appendEntry(tx, {
      event: { kind: "count-read", countId, part: "report" },
      actor: asking.actor,
      caseId: count.caseId,
      requestId: asking.requestId,
    }),
  );
  return done({ name: `电子数据统计报告-${count.caseNumber}.pdf`, contentType: "application/pdf", bytes });
}

const NOTHING_DECIDED = { confirmed: { A: 0, B: 0 }, rejected: { A: 0, B: 0 }, anonymised: { A: 0, B: 0 }, restored: 0, unmatched: 0 };
