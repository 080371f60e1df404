import { randomUUID } from "node:crypto";
import { setImmediate as breathe, setTimeout as pause } from "node:timers/promises";
import { type FindingRules, findInDocument } from "#case-documents/find-in-document.ts";
import type { Part } from "#case-documents/open-parts.query.ts";
import type { ReadPart } from "#case-documents/settle-batch.command.ts";
import { PART_BROKE_OFF, wordsOf } from "#case-documents/tell-problem.ts";
import { VaultProblem } from "#evidence/vault.ts";
import { Unreadable } from "#scan/sources/problem.ts";

/** What fails once may be chance; what fails each time is the part. */
export const TRIES = { many: 3, pauseMs: 200 } as const;

/** Told of a failure that nobody foresaw, by the number of the part. */
export type OnPartFailed = (failure: unknown, part: number) => void;

/**
 * Reads a part of a batch: what was found, or the sentence why not. What nobody foresaw fails this part alone, after its tries.
 * @throws the abort reason; VaultProblem: then no part of the file can be trusted
 */
export async function readPart(rules: FindingRules, part: Part, signal: AbortSignal, onFailed: OnPartFailed): Promise<ReadPart> {
  const documentId = randomUUID();
  const step = async () => {
    await breathe();
    signal.throwIfAborted();
  };
  for (let tried = 1; ; tried++)
    try {
      const opened = await part.open(signal);
      const document = { id: documentId, name: part.name ?? String(part.part) };
      return { ...part, documentId, finding: await findInDocument(opened, document, rules, step) };
    } catch (failure) {
      signal.throwIfAborted();
      if (failure instanceof VaultProblem) throw failure;
      if (failure instanceof Unreadable) return { ...part, documentId, finding: { ok: false, problem: wordsOf(failure.problem) } };
      onFailed(failure, part.part);
      if (tried >= TRIES.many) return { ...part, documentId, finding: { ok: false, problem: PART_BROKE_OFF } };
      await pause(TRIES.pauseMs, undefined, { signal });
    }
}
