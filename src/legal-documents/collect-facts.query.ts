import { findSignedAssessment } from "#assessments/find-signed-assessment.query.ts";
import type { Asking } from "#cases/asking.ts";
import { describeCase } from "#cases/describe-case.query.ts";
import { findLastCount } from "#counts/find-last-count.query.ts";
import type { Tx } from "#database/database.ts";
import type { DocumentPartsIn } from "#legal-documents/document-parts.ts";
import { findOffice } from "#legal-documents/legal-documents.store.ts";
import type { KnownFacts } from "#legal-documents/tell-facts.ts";
import { describeProcedure } from "#procedures/describe-procedure.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** What the document is about: a case (and one of its procedures), or nothing but the actor's own office. */
export type About = { readonly caseId: string | null; readonly procedureId: string | null };
export type Collected = {
  readonly officeCode: string;
  readonly office: NonNullable<Awaited<ReturnType<typeof findOffice>>>;
  readonly known: KnownFacts;
};

/** 收集事实 everything the case knows that a document may say. The document is of the procedure's office, the case's, or else the actor's own. */
export async function collectFacts(
  tx: Tx,
  { tables }: Pick<DocumentPartsIn, "tables">,
  asking: Asking,
  { caseId, procedureId }: About,
): Promise<Outcome<Collected>> {
  const detail = caseId === null ? null : await describeCase(tx, asking, caseId);
  if (detail === undefined) return refuse("not-found", { what: "case" });
  const record = procedureId === null ? undefined : await describeProcedure(tx, tables, asking, procedureId);
  if (procedureId !== null && (record === undefined || record.caseId !== caseId)) return refuse("not-found", { what: "procedure" });
  const table = record && tables.get(record.kind);
  const officeCode = record?.office.code ?? detail?.officeCode ?? asking.actor.officeCode;
  const office = await findOffice(tx, officeCode);
  if (office === undefined) throw new Error("an office that has cases is not there");
  return done({
    officeCode,
    office,
    known: {
      office: { name: office.name_zh, parent: office.parent },
      detail,
      procedure: record && table ? { record, table } : null,
      assessment: caseId === null ? null : ((await findSignedAssessment(tx, caseId)) ?? null),
      count: caseId === null ? null : ((await findLastCount(tx, caseId))?.result ?? null),
    },
  });
}
