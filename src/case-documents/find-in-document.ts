import { createHash } from "node:crypto";
import type { ReadingProgress } from "#case-documents/case-documents.contract.ts";
import { cutPages } from "#case-documents/cut-pages.ts";
import { hideEntry } from "#case-documents/hide-told.ts";
import type { Found } from "#case-documents/keep-found.command.ts";
import { listFacts } from "#case-documents/list-facts.ts";
import { listPrompts } from "#case-documents/list-prompts.ts";
import { maskAnswer } from "#case-documents/mask-answer.ts";
import { maskText, maskTitle } from "#case-documents/mask-text.ts";
import { EMPTY, NOTHING_READ, TOO_LONG, wordsOf } from "#case-documents/tell-problem.ts";
import { tellRules } from "#case-documents/tell-rules.ts";
import type { TraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { makeFingerprints } from "#cross-checks/make-fingerprints.ts";
import type { CaseDocument } from "#documents/document.ts";
import { LONGEST_TEXT } from "#documents/document-problems.data.ts";
import { readLibraryText } from "#library/read-library-text.ts";
import { type Knowledge, readText } from "#reading/read-text.ts";
import { countTerms } from "#reading/terms/count-terms.ts";
import type { loadModel } from "#similarity/model/load-model.query.ts";

export type FindingRules = {
  readonly knowledge: Knowledge;
  readonly toolVersion: string;
  readonly model: ReturnType<typeof loadModel>;
  readonly traitFingerprint: TraitFingerprint;
};

/** What was found, or the sentence why the text is not read as a document. */
export type Finding =
  | { readonly ok: true; readonly found: Found }
  | { readonly ok: false; readonly problem: { readonly zh: string; readonly en: string } };

/**
 * 读出 everything a reading keeps of a text that was opened: facts, masked pages, prompts, the entry of the library. `step` hears which step begins; it may wait, or
 * throw to stop. Follows from text and rules alone.
 */
export async function findInDocument(
  opened: CaseDocument,
  { id, name }: { readonly id: string; readonly name: string },
  { knowledge, toolVersion, model, traitFingerprint }: FindingRules,
  step: (name: ReadingProgress["step"]) => Promise<void>,
): Promise<Finding> {
  if (opened.text.trim() === "") return { ok: false, problem: EMPTY };
  if (opened.text.length > LONGEST_TEXT) return { ok: false, problem: TOO_LONG };
  await step("reading");
  const answer = readText(opened.text, knowledge);
  await step("masking");
  const masked = maskText(opened.text);
  await step("keeping");
  const shown = maskAnswer(answer, opened.text, masked.text);
  const facts = listFacts(opened.text, masked, shown);
  const pages = cutPages(masked.text, opened.pages);
  const result = {
    rules: tellRules(knowledge, toolVersion),
    textSha256: createHash("sha256").update(opened.text).digest("hex"),
    format: opened.format,
    length: opened.text.length,
    pages: pages.length,
    begins: pages.map((page) => page.begins),
    ownPages: opened.pages !== null,
    gaps: [...opened.gaps.map(wordsOf), ...(facts.length === 0 ? [NOTHING_READ] : [])],
    masked: { ...masked.masked },
    answer: shown,
    facts,
  };
  const title = maskTitle(name, opened.text, masked);
  const prompts = listPrompts(opened.text, masked.text, shown, { id, name: title });
  const entry = hideEntry(readLibraryText(opened.text, { model, knowledge }), opened.text, masked);
  const fingerprints = makeFingerprints(opened.text, "document", traitFingerprint);
  const terms = { version: knowledge.lexicon.changes, counts: countTerms(opened.text, knowledge.lexicon, answer.clues) };
  return { ok: true, found: { result, pages, prompts, name: title, entry, fingerprints, terms } };
}
