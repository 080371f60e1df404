import type { Prompt } from "#case-documents/list-prompts.ts";
import { findRetiredRules } from "#clues/rules/find-retired-rules.query.ts";
import { restsOnRetired } from "#clues/rules/rests-on-retired.ts";
import type { Tx } from "#database/database.ts";

type Reading = { readonly readingId: string; readonly documentId: string; readonly caseId: string; readonly officeCode: string };

/**
 * 不再提示 the prompts that are to be made: those that rest on nothing but rules the office has retired are kept back, and recorded with their rules. The reading
 * itself stays as it is; when the office takes a rule up again, the next reading of the document prompts.
 */
export async function withholdPrompts(tx: Tx, reading: Reading, prompts: readonly Prompt[], now: Date): Promise<Prompt[]> {
  const retired = await findRetiredRules(tx, reading.officeCode);
  const judged = prompts.map((prompt) => ({ prompt, rules: restsOnRetired(prompt.content, retired) }));
  const rows = judged.flatMap(({ prompt: { track, field }, rules }) => (rules === null ? [] : [{ track, field, rules: [...rules] }]));
  const { readingId, documentId, caseId, officeCode } = reading;
  const about = { reading_id: readingId, document_id: documentId, case_id: caseId, office_code: officeCode, withheld_at: now };
  if (rows.length > 0)
    await tx
      .insertInto("document_prompts_withheld")
      .values(rows.map((row) => ({ ...about, ...row })))
      .execute();
  return judged.flatMap(({ prompt, rules }) => (rules === null ? [prompt] : []));
}
