import { join } from "node:path";
import type { Report } from "#reports/report.contract.ts";
import { typeset } from "#reports/typeset.ts";

const TEMPLATE = join(import.meta.dirname, "count-report.typ");

/**
 * Sets a report as PDF. The same report gives the same bytes: the document carries no time.
 * @throws an Error with the typesetter's own words when the template is wrong
 */
export function typesetReport(report: Report): Promise<Buffer> {
  return typeset(TEMPLATE, { report: JSON.stringify(report) });
}
