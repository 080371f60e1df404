import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/**
 * The name of a piece of evidence as it is shown: `/` between folders, no empty, `.` or `..` parts, no control characters. It is a
 * name only and never becomes a path on disk (objects lie under their hash); cleaning keeps screens and reports from lying.
 */
export function parseEvidencePath(text: string): Outcome<string> {
  const parts = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "")
    .split(/[\\/]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "." && part !== "..");
  if (parts.length === 0)
    return refuse("invalid-input", { place: "path", expected: "文件名", "expected.en": "a file name", found: "空 / nothing" });
  return done(parts.join("/"));
}
