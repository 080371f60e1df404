import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { LexiconOverlay } from "#reading/terms/change-terms.ts";

/** An office's lexicon as it was written out. Answers why it is none instead of throwing: the file is a person's. */
export function readOverlay(
  path: string,
): { readonly ok: true; readonly overlay: LexiconOverlay } | { readonly ok: false; readonly problem: string } {
  try {
    const parsed = LexiconOverlay.safeParse(parse(readFileSync(path, "utf8")));
    if (parsed.success) return { ok: true, overlay: parsed.data };
    const [issue] = parsed.error.issues;
    return { ok: false, problem: `${issue?.path.join(".")} ${issue?.message}`.trim() };
  } catch (problem) {
    return { ok: false, problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
