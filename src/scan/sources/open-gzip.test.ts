import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";

const table = `姓名,手机号\n张三,${buildMobile(1)}\n李四,${buildMobile(2)}\n`;

test("what a gzip holds is a leaf named as the gzip without its ending, nested as deep as it goes", async () => {
  const { sources, ledger } = await countBytes({ "a.csv.gz": gzipSync(table), "b.gz": gzipSync(gzipSync(table)) });
  expect(sources.map(({ path, format, records }) => ({ path, format, records }))).toEqual([
    { path: "a.csv.gz!a.csv", format: "csv", records: 2 },
    { path: "b.gz!b!b", format: "csv", records: 2 },
  ]);
  expect(ledger.total).toMatchObject({ seized: 4, distinct: 2, duplicates: 2 });
});

test("a gzip that is cut off or damaged is one unreadable source under its own name, with its hashes", async () => {
  const whole = gzipSync(table.repeat(200));
  const damaged = Buffer.from(whole);
  damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 0xff; // its checksum
  const { sources, coverage } = await countBytes({ "cut.gz": whole.subarray(0, 30), "damaged.gz": damaged });
  expect(sources.map(({ path, format, status }) => ({ path, format, status }))).toEqual([
    { path: "cut.gz", format: "gz", status: "unreadable" },
    { path: "damaged.gz", format: "gz", status: "unreadable" },
  ]);
  expect(sources.every(({ sha256 }) => sha256?.length === 64)).toBe(true);
  expect(coverage).toMatchObject({ sources: 2, unreadable: 2, bytesScanned: 0 });
});

test("a gzip bomb stops at the limit and is told as such", async () => {
  const bomb = gzipSync(Buffer.alloc(30_000_000));
  const { sources } = await countBytes({ "bomb.gz": bomb }, {}, { limits: { ratio: 100 } });
  expect(sources).toMatchObject([{ path: "bomb.gz", status: "unreadable", problem: { kind: "expansion-limit" } }]);
});
