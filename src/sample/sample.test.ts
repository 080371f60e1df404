import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { encodeGb18030 } from "#sample/encode-gb18030.ts";
import { makeSample } from "#sample/make-sample.ts";
import { sampleOffices, samplePeople } from "#sample/people.data.ts";
import { sampleCustody } from "#sample/sample-case.data.ts";

const { files, expected } = makeSample();
const digest = (seed?: number) => makeSample(seed).files.map((file) => file.path + createHash("sha256").update(file.bytes).digest("hex"));

test("the same seed gives the same bytes and figures, another seed other bytes", () => {
  expect(digest()).toEqual(digest());
  expect(digest(7)).not.toEqual(digest(8));
  expect(makeSample().expected).toEqual(expected);
});

test("every resident id of the sample carries an order code of 900 to 999, so that no living person has it", () => {
  const text = files.map((file) => new TextDecoder(file.path.endsWith("资料.csv") ? "gb18030" : "utf-8").decode(file.bytes)).join("\n");
  const ids = [...text.matchAll(/(?<!\d)\d{17}[\dX](?!\d)/g)].map((match) => match[0]);
  expect(ids.length).toBeGreaterThan(1000);
  expect(ids.filter((id) => id[14] !== "9")).toEqual([]);
});

test("the book-keeping reconciles: seized is valid and excluded, valid is distinct and duplicates, the tiers are the total", () => {
  const { total, tiers } = expected.ledger;
  for (const line of [total, ...Object.values(tiers)]) {
    const excluded = Object.values(line.excluded).reduce((sum, count) => sum + count, 0);
    expect([line.seized, line.valid]).toEqual([line.valid + excluded, line.distinct + line.duplicates]);
    expect(line.seized).toBeGreaterThan(0);
  }
  for (const field of ["seized", "valid", "distinct", "duplicates"] as const) {
    expect(total[field]).toBe(tiers.A[field] + tiers.B[field] + tiers.C[field]);
  }
  expect(Object.values(expected.sources).reduce((sum, count) => sum + count, 0)).toBe(total.seized);
});

test("what is encoded in GB18030 reads back the same", () => {
  const text = "姓名,身份证号\r\n王云舟,无";
  expect(new TextDecoder("gb18030").decode(encodeGb18030(text))).toBe(text);
  expect(() => encodeGb18030("😀")).toThrow(/no two-byte code/);
});

test("the archives and the workbook open with a reader that is not ours", async () => {
  for (const { bytes } of files.filter((file) => /\.(zip|xlsx)$/.test(file.path))) {
    const archive = await fromBufferPromise(Buffer.from(bytes));
    for await (const entry of archive.eachEntry()) {
      const content = await buffer(await archive.openReadStreamPromise(entry));
      expect([entry.fileName, content.length, crc32(content)]).toEqual([entry.fileName, entry.uncompressedSize, entry.crc32]);
    }
    expect(archive.entryCount).toBeGreaterThan(1);
  }
});

test("every person of the sample belongs to an office of the sample, every custody record to a file of it", () => {
  const codes: string[] = sampleOffices.map((office) => office.code);
  expect(samplePeople.filter((person) => !codes.includes(person.officeCode))).toEqual([]);
  const paths = files.map((file) => file.path);
  expect(Object.keys(sampleCustody).filter((path) => !paths.includes(path))).toEqual([]);
});
