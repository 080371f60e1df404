import { CountIdParams } from "#counts/counts.contract.ts";
import { defineFileRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { done } from "#refusals/refusal.ts";
import { fetchBundle } from "#reports/fetch-bundle.query.ts";
import { printCountReport } from "#reports/print-count-report.query.ts";
import { ReportQuery } from "#reports/reports.contract.ts";

/** 报告 files that leave the system with a case. */
export const reportsRoutes: readonly ServerRoute<BaseServices>[] = [
  defineFileRoute({
    method: "GET",
    path: "/counts/:countId/report.pdf",
    summary: { zh: "电子数据统计报告", en: "Report on a count, as PDF" },
    access: "signed-in",
    params: CountIdParams,
    query: ReportQuery,
    run: ({ database }: BaseServices, request) => printCountReport(database, request, request.params.countId, request.query.lang),
  }),
  defineFileRoute({
    method: "GET",
    path: "/counts/:countId/manifest.json",
    summary: { zh: "清点固定包", en: "Bundle of a count" },
    access: "signed-in",
    params: CountIdParams,
    run: async ({ database }: BaseServices, request) => {
      const bundle = await fetchBundle(database, request, request.params.countId);
      if (!bundle.ok) return bundle;
      return done({ name: "manifest.json", contentType: "application/json", bytes: Buffer.from(bundle.value.text) });
    },
  }),
];
