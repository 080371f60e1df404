import { stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARGE, type LargeFiles, openRoom } from "#documents/large-documents.builder.ts";
import { runTandem } from "./run-tandem.ts";

let room: LargeFiles | { readonly reason: string };
beforeAll(async () => {
  room = await openRoom();
});
afterAll(async () => {
  if ("close" in room) await room.close();
});

/** Megabytes of the whole process, measured on two cores: 390 to 470 for PDF, 290 for the line. */
const [MOST_PDF, MOST_TEXT] = [700, 450];

test.for([
  ["a scanned PDF of 200 MB ends with a clear sentence", "scanned", "a.pdf", 1, /a\.pdf: PDF文件：应有文字层，实际是扫描件/, MOST_PDF],
  ["a PDF with a line of text beside 200 MB is read", "ballast", "a.pdf", 0, /^$/, MOST_PDF],
  ["a PDF whose page is 200 MB long is read", "hostile", "a.pdf", 0, /^$/, MOST_PDF],
  ["a text of one line of 60 MB ends with a clear sentence", "line", "a.txt", 1, /a\.txt: 正文：应不超过2,000,000字，实际更长/, MOST_TEXT],
  ["a text of a million commas is read", "commas", "a.txt", 0, /^$/, MOST_TEXT],
] as const)("tandem read: %s, within its memory", { timeout: 120_000 }, async ([, name, file, status, words, most], { skip }) => {
  if ("reason" in room) return skip(room.reason);
  const path = join(room.folder, `${name}-${file}`);
  await LARGE[name](path);
  if (file === "a.pdf") expect((await stat(path)).size).toBeGreaterThan(200e6);
  const read = await runTandem(["read", path, "--json"]);
  expect(read.words.trim().replace(/^.*-(?=a\.)/, "")).toMatch(words);
  expect(read.status).toBe(status);
  expect(JSON.parse(read.out)).toMatchObject(status === 0 ? { gaps: [] } : { error: { message: expect.any(String) } });
  if (read.peakMegabytes !== null) expect(read.peakMegabytes).toBeLessThan(most);
});
