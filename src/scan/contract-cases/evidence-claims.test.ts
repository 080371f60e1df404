import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { type FileSpec, readValues } from "#scan/contract-cases/case-file.builder.ts";
import { buildFile, writeFiles } from "#scan/contract-cases/evidence-files.builder.ts";
import { runCount, runTandem } from "#scan/contract-cases/run-count.builder.ts";

const values = readValues();
const value = (name: string): string => values[name] ?? "";
const folders: string[] = [];
const isBuilt = existsSync(join(dirname(fileURLToPath(import.meta.url)), "..", "count.cli.ts"));
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const LIST = `姓名,身份证号,手机号\n${["1", "2", "3"].map((n) => `${value(`n${n}`)},${value(`id${n}`)},${value(`m${n}`)}`).join("\n")}\n`;
const EVIDENCE: Record<string, FileSpec> = {
  "leak.zip": {
    zip: {
      "客户.csv": LIST,
      "旧客户.xlsx": {
        xlsx: {
          甲: [
            ["姓名", "手机号"],
            [value("n4"), value("m4")],
          ],
          乙: [
            ["姓名", "手机号"],
            [value("n5"), value("m5")],
          ],
        },
      },
    },
  },
  "list.txt": `手机 ${value("m6")}\n卡号 ${value("cbad")}\n`,
};

describe.skipIf(!isBuilt)("what the contract says of hashes, bundles and values", () => {
  test("a source carries the hashes of its file or member, a sheet those of its workbook", async () => {
    const folder = place(EVIDENCE);
    const { result } = await runCount(execute, folder, ["."], []);
    const book = buildFile({
      xlsx: {
        甲: [
          ["姓名", "手机号"],
          [value("n4"), value("m4")],
        ],
        乙: [
          ["姓名", "手机号"],
          [value("n5"), value("m5")],
        ],
      },
    });
    const expected: Record<string, Buffer> = {
      "leak.zip!客户.csv": Buffer.from(LIST),
      "leak.zip!旧客户.xlsx#甲": book,
      "leak.zip!旧客户.xlsx#乙": book,
      "list.txt": readFileSync(join(folder, "list.txt")),
    };
    expect(result?.sources.map(({ path }) => path).sort()).toEqual(Object.keys(expected).sort());
    for (const source of result?.sources ?? []) {
      const bytes = expected[source.path] ?? Buffer.alloc(0);
      expect([source.bytes, source.sha256, source.sm3], source.path).toEqual([bytes.length, hash("sha256", bytes), hash("sm3", bytes)]);
    }
    expect(result?.coverage.bytes).toBe(Buffer.byteLength(LIST) + book.length + statSync(join(folder, "list.txt")).size);
  });

  test("an unreadable file carries its hashes too", async () => {
    const folder = place({ "x.bin": { noise: 3000 } });
    const { result, exit } = await runCount(execute, folder, ["."], []);
    expect(exit).toBe(1);
    expect(result?.sources[0]?.sha256).toBe(hash("sha256", readFileSync(join(folder, "x.bin"))));
  });

  test("a member that points outside is written nowhere", async () => {
    const folder = place({ "a/b/c.zip": { zip: { "../../x.csv": LIST } } });
    await runCount(execute, folder, ["a"], []);
    expect(listFiles(folder)).toEqual(["a/b/c.zip"]);
  });

  test("the count writes nothing beside the evidence", async () => {
    const folder = place(EVIDENCE);
    await runCount(execute, folder, ["."], []);
    expect(listFiles(folder)).toEqual(Object.keys(EVIDENCE).sort());
  });

  test("the answer names its options, today where no day is given", async () => {
    const { result } = await runCount(execute, place(EVIDENCE), ["."], []);
    expect(result?.options).toMatchObject({ item: "record", key: "auto" });
    expect(Math.abs(Date.parse(result?.groups.asOf ?? "") - Date.now())).toBeLessThan(36 * 3600_000);
  });

  test("two counts of the same evidence give the same figures", async () => {
    const folder = place(EVIDENCE);
    const [first, second] = [await runCount(execute, folder, ["."], []), await runCount(execute, folder, ["."], [])];
    expect({ ...first.result, speed: null }).toEqual({ ...second.result, speed: null });
  });

  test("no value of the evidence stands in the answer or in the words", async () => {
    const folder = place(EVIDENCE);
    for (const options of [["--json"], [], ["--lang", "en"]]) {
      const { data, words } = await runTandem(execute, folder, ["count", folder, ...options]);
      expect(data.length).toBeGreaterThan(100);
      for (const secret of secrets()) expect(data + words).not.toContain(secret);
    }
  });

  test("without --json the facts are told in Chinese, with --lang en in English", async () => {
    const folder = place(EVIDENCE);
    expect((await runTandem(execute, folder, ["count", folder])).data).toMatch(/[一-鿿]{2}/);
    const english = (await runTandem(execute, folder, ["count", folder, "--lang", "en"])).data;
    expect(english).toMatch(/valid/i);
  });

  test("a bundle verifies against its evidence and holds no value", async () => {
    const folder = place(EVIDENCE);
    const out = join(place({}), "bundle");
    expect((await runTandem(execute, folder, ["count", folder, "--json", "--bundle", out])).exit).toBe(0);
    for (const file of listFiles(out))
      for (const secret of secrets()) expect(readFileSync(join(out, file), "utf8"), file).not.toContain(secret);
    const verified = await runTandem(execute, folder, ["verify", out, folder, "--json"]);
    expect(verified.exit, verified.words).toBe(0);
  });

  test("one changed byte of the evidence makes verify say which source changed", async () => {
    const folder = place(EVIDENCE);
    const out = join(place({}), "bundle");
    await runTandem(execute, folder, ["count", folder, "--json", "--bundle", out]);
    writeFileSync(join(folder, "list.txt"), readFileSync(join(folder, "list.txt"), "utf8").replace("手机", "手帐"));
    const { exit, data, words } = await runTandem(execute, folder, ["verify", out, folder, "--json"]);
    expect(exit).toBe(1);
    expect(data + words).toContain("list.txt");
  });

  test("evidence that is gone, and evidence that came, fail the verification", async () => {
    const folder = place(EVIDENCE);
    const out = join(place({}), "bundle");
    await runTandem(execute, folder, ["count", folder, "--json", "--bundle", out]);
    writeFiles(folder, { "new.txt": "新文件\n" });
    expect((await runTandem(execute, folder, ["verify", out, folder, "--json"])).exit).toBe(1);
    rmSync(join(folder, "new.txt"));
    rmSync(join(folder, "list.txt"));
    expect((await runTandem(execute, folder, ["verify", out, folder, "--json"])).exit).toBe(1);
  });

  test("a changed figure in the bundle fails the verification", async () => {
    const folder = place(EVIDENCE);
    const out = join(place({}), "bundle");
    await runTandem(execute, folder, ["count", folder, "--json", "--bundle", out]);
    let changed = 0;
    for (const file of listFiles(out)) {
      const text = readFileSync(join(out, file), "utf8");
      const forged = text.replace(/("seized":\s*)\d+/, (_, head: string) => `${head}77`);
      if (forged !== text) changed++;
      writeFileSync(join(out, file), forged);
    }
    expect(changed).toBeGreaterThan(0);
    expect((await runTandem(execute, folder, ["verify", out, folder, "--json"])).exit).toBe(1);
  });

  test("no path at all is a wrong request", async () => {
    expect((await runTandem(execute, place({}), ["count", "--json"])).exit).toBe(2);
  });
});

function place(files: Record<string, FileSpec>): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-claims-"));
  folders.push(folder);
  writeFiles(folder, files);
  return folder;
}

function secrets(): string[] {
  return ["id1", "id2", "id3", "m1", "m2", "m3", "m4", "m5", "m6", "cbad", "n1", "n2", "n3"].map(value);
}

function hash(algorithm: string, bytes: Buffer): string {
  return createHash(algorithm).update(bytes).digest("hex");
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
