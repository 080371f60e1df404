import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import { type CapturePeriod, countCapture, findCaptureDocuments } from "#case-documents/capture.store.ts";
import type { CaptureDocuments, CaptureDocumentsQuery, CaptureFunnel, CaptureQuery } from "#case-documents/case-documents.contract.ts";
import type { Asking } from "#cases/asking.ts";
import { beginOfDay, endOfDay } from "#clues/day-bounds.ts";
import { findClueOffices } from "#clues/find-clue-offices.query.ts";
import { findPromptingOffices } from "#clues/rules/find-prompting-offices.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";

/** 线索捕获漏斗 what became of the documents an office attached in a period: figures, for whoever sees the office's queue. The reader's own office unless named. */
export async function getFunnel(
  database: Database,
  { actor, requestId }: Asking,
  query: z.infer<typeof CaptureQuery> = {},
): Promise<Outcome<CaptureFunnel>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const period = boundsOf(query, actor.officeCode);
    const refused = await refuseOffice(tx, period.office, query.office);
    if (refused) return refused;
    const figures = await countCapture(tx, period);
    const filters = { part: "funnel", ...told(query) };
    await appendEntry(tx, {
      event: { kind: "work-read", thing: "case-document", filters, found: figures.documents },
      actor,
      caseId: null,
      requestId,
    });
    return done({ office: period.office, offices: await findPromptingOffices(tx), ...figures });
  });
}

/** 漏斗背后的文书 the documents behind a figure that the reader may open, 20 a page; `more`: there are others. */
export async function listCaptureDocuments(
  database: Database,
  { actor, requestId }: Asking,
  query: z.infer<typeof CaptureDocumentsQuery>,
): Promise<Outcome<CaptureDocuments>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const period = boundsOf(query, actor.officeCode);
    const refused = await refuseOffice(tx, period.office, query.office);
    if (refused) return refused;
    const rows = await findCaptureDocuments(tx, { ...period, step: query.step, from: (query.page - 1) * PAGE, many: PAGE + 1 });
    const items = rows.slice(0, PAGE).map(({ id, case_id, number, name, attached_at, prompts, readings }) => ({
      id,
      case: { id: case_id, number },
      name,
      attachedAt: attached_at.toISOString(),
      read: Number(readings) > 0,
      prompts: Number(prompts),
    }));
    const filters = { part: "funnel", step: query.step, ...told(query) };
    await appendEntry(tx, {
      event: { kind: "work-read", thing: "case-document", filters, found: items.length },
      actor,
      caseId: null,
      requestId,
    });
    return done({ items, more: rows.length > PAGE });
  });
}

const PAGE = 20;
/** Before and after every document there is. */
const [FIRST_DAY, LAST_DAY] = ["1970-01-01", "9998-12-31"] as const;

function boundsOf({ office, from, to, field, industry }: z.infer<typeof CaptureQuery>, own: string): CapturePeriod {
  return {
    office: office ?? own,
    since: beginOfDay(from ?? FIRST_DAY),
    before: endOfDay(to ?? LAST_DAY),
    field: field ?? null,
    industry: industry ?? null,
  };
}

/** An office that was named and is not seen looks like none; one's own is refused with the reason. */
async function refuseOffice(tx: Tx, office: string, named: string | undefined): Promise<Refusal | null> {
  if ((await findClueOffices(tx)).includes(office)) return null;
  if (named !== undefined) return refuse("not-found", { what: "office" });
  return refuse("not-permitted", {
    rule: "仅看得到本院线索队列的人员（案管、院领导、检察官）可以查看",
    "rule.en": "only for those who see the office's queue of clues: case managers, leaders and prosecutors",
  });
}

function told({ office, from, to, field, industry }: z.infer<typeof CaptureQuery>): Record<string, string> {
  const given = { office, from, to, field, industry };
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
