import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { runCount, runTandem } from "#scan/contract-cases/run-count.builder.ts";
import { buildMobile } from "#scan/count.builder.ts";
import { escapeName, showName, systemPath } from "#scan/sources/system-path.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-names-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FOLDER = Buffer.from("bfcdbba7", "hex"); // 客户 in GBK
const FILE = Buffer.from("c3fbb5a52e747874", "hex"); // 名单.txt in GBK

test("a name that is no UTF-8 is shown in GB18030 and goes back to the same bytes", () => {
  expect(showName(FILE)).toBe("名单.txt");
  expect(systemPath(join("/a", escapeName(FOLDER), escapeName(FILE)))).toEqual(
    Buffer.concat([Buffer.from("/a/"), FOLDER, Buffer.from("/"), FILE]),
  );
});

test("a name in UTF-8 stays text, signs of two units too", () => {
  const name = "名单😀𠮷.txt";
  expect(escapeName(Buffer.from(name))).toBe(name);
  expect(systemPath(name)).toBe(name);
  expect(showName(Buffer.from(name))).toBe(name);
});

// Only Linux takes any bytes for a name.
test.runIf(process.platform === "linux")("files and folders named in GBK are counted under their names", async () => {
  const place = join(folder, "evidence");
  mkdirSync(place);
  mkdirSync(Buffer.concat([Buffer.from(`${place}/`), FOLDER]));
  writeFileSync(Buffer.concat([Buffer.from(`${place}/`), FOLDER, Buffer.from("/"), FILE]), `手机 ${buildMobile(1)}\n`);
  const { exit, result } = await runCount(execute, folder, ["evidence"], []);
  expect(exit).toBe(0);
  expect(result?.sources.map(({ path, status, records }) => ({ path, status, records }))).toEqual([
    { path: "客户/名单.txt", status: "scanned", records: 1 },
  ]);
});

test.runIf(process.platform === "linux")("a device or a pipe is a wrong request: nothing in it would be counted", async () => {
  const { exit, words } = await runTandem(execute, folder, ["count", "/dev/null", "--json"]);
  expect(exit).toBe(2);
  expect(words).toContain("/dev/null");
});
