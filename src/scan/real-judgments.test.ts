import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { countBytes } from "#scan/count.builder.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared", "data", "cyber_cases");
const isThere = existsSync(folder);

/** Judgments nobody here wrote, one text a document; skipped where the shared material is not beside the project. */
function readDocuments(): Record<string, string> {
  const documents: Record<string, string> = {};
  for (const file of ["cyber_pii_judgments.jsonl.gz", "related_network_judgments.jsonl.gz"])
    for (const [at, line] of gunzipSync(readFileSync(join(folder, file)))
      .toString("utf8")
      .split("\n")
      .entries()) {
      if (line.trim() === "") continue;
      const document: unknown = JSON.parse(line);
      documents[`${file}/${at}.txt`] = textOf(document);
    }
  return documents;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return `${value}\n`;
  return typeof value === "object" && value !== null ? Object.values(value).map(textOf).join("") : "";
}

test.skipIf(!isThere)("every real judgment is read to its end, as text, with plausible findings", { timeout: 60_000 }, async () => {
  const documents = readDocuments();
  const result = await countBytes(documents);
  const count = Object.keys(documents).length;
  expect(count).toBeGreaterThan(50);
  expect(result.coverage).toMatchObject({ sources: count, scanned: count, partly: 0, unreadable: 0 });
  expect(result.coverage.bytesScanned).toBe(result.coverage.bytes);
  expect(result.sources.filter(({ format, encoding }) => format !== "txt" || encoding !== "utf-8")).toEqual([]);
  expect(result.ledger.total.seized).toBeGreaterThan(0);
  // A judgment is not a list of citizens: a handful of numbers each, never thousands.
  expect(result.ledger.total.seized).toBeLessThan(count * 20);
});
