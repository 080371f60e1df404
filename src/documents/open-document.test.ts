import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDocuments } from "#documents/open-document.query.ts";

test("one that cannot be read, or is empty, is told by a sentence and does not stop the rest; names may hold anything a name may", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tandem-documents-"));
  try {
    const named = "\"甲\"\n'乙'.txt";
    await writeFile(join(folder, "空.txt"), "");
    await writeFile(join(folder, "坏.docx"), Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]));
    await writeFile(join(folder, "坏.pdf"), "%PDF-1.4\n1 0 obj<<");
    await writeFile(join(folder, named), "被告人出售公民个人信息5000条。");
    const io = {
      workingFolder: folder,
      language: "zh" as const,
      signal: new AbortController().signal,
      say: () => undefined,
      out: async () => undefined,
      now: new Date(0),
      environment: {},
    };
    const told: (string | undefined)[] = [];
    for await (const opened of openDocuments(["空.txt", "坏.docx", "坏.pdf", named], io))
      told.push(opened.ok ? opened.document.text : opened.sentence.zh);
    expect(told).toEqual([
      "文件里没有文字。",
      expect.stringContaining("Word文档：末尾应有文件目录"),
      expect.stringMatching(/^PDF文件：应有完整的目录和页面结构，实际读不出/),
      "被告人出售公民个人信息5000条。",
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
