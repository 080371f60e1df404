import type { CaseDocument, Reading } from "#case-documents/case-documents.contract.ts";
import { findDocuments, findReadings, type ListedDocuments, type ReadingRow } from "#case-documents/case-documents.store.ts";
import { findPrompts } from "#case-documents/document-marks.store.ts";
import type { Tx } from "#database/database.ts";

/** Documents of a visible case, or one, as lists show them. */
export async function describeDocuments(tx: Tx, by: ListedDocuments | { readonly id: string }): Promise<CaseDocument[]> {
  const documents = await findDocuments(tx, by);
  const ids = documents.map(({ id }) => id);
  const [readings, prompts] = [await findReadings(tx, ids), await findPrompts(tx, ids)];
  return documents.map((row) => {
    const own = readings.filter(({ document_id }) => document_id === row.id);
    const [newest] = own;
    if (newest === undefined) throw new Error(`document ${row.id} has no reading`);
    const clues = prompts.filter(({ document_id }) => document_id === row.id);
    return {
      id: row.id,
      caseId: row.case_id,
      evidenceId: row.evidence_id,
      name: row.part_name ?? row.path,
      part: row.part === 0 ? null : { number: row.part, of: row.path, isLine: row.part_from !== null },
      sha256: row.sha256.toString("hex"),
      bytes: Number(row.bytes),
      kind: row.kind,
      attachedBy: row.attached_by,
      attachedAt: row.attached_at.toISOString(),
      reading: presentReading(newest),
      facts: own.find(({ status }) => status === "done")?.facts ?? null,
      prompts: { open: clues.filter(({ state }) => state === "prompted").length, all: clues.length },
    };
  });
}

export function presentReading(row: ReadingRow): Reading {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    progress: row.progress,
    askedBy: row.asked_by,
    askedAt: row.asked_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    problem: parseWords(row.problem),
  };
}

export function parseWords(value: unknown): Reading["problem"] {
  if (typeof value !== "object" || value === null || !("zh" in value) || !("en" in value)) return null;
  return { zh: String(value.zh), en: String(value.en) };
}
