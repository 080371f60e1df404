import { expect, test } from "vitest";
import { inspectText } from "#scan/sources/inspect-bytes.ts";
import { sourceOfBytes } from "#scan/sources/scratch.ts";

const signal = new AbortController().signal;
const decide = async (bytes: Buffer) => (await inspectText(sourceOfBytes("a", bytes), signal)).text;
const CHINESE = "被告人通过网络购买公民个人信息后出售给他人，违法所得人民币五千元。";
/** The same sentence in GB18030: no encoder ships with the platform. */
const GB = Buffer.from("b1bbb8e6c8cbcda8b9fdcdf8c2e7b9bac2f2b9abc3f1b8f6c8cbd0c5cfa2baf3b3f6cadbb8f8cbfbc8cb", "hex");
const wide = (text: string, littleEnd: boolean) => (littleEnd ? Buffer.from(text, "utf16le") : Buffer.from(text, "utf16le").swap16());

test("plain ASCII and nothing at all are UTF-8", async () => {
  expect(await decide(Buffer.from("abc 13900000001\n"))).toEqual({ encoding: "utf-8", bom: 0, errors: 0 });
  expect(await decide(Buffer.alloc(0))).toMatchObject({ encoding: "utf-8" });
});

test.each([
  ["UTF-8", Buffer.from(CHINESE), "utf-8", 0],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${CHINESE}`), "utf-8", 3],
  ["GB18030", GB, "gb18030", 0],
  ["GB18030 with a four-byte character", Buffer.concat([GB, Buffer.from("8139ef30", "hex")]), "gb18030", 0],
  ["UTF-16 little end first with a mark", wide(`\uFEFF${CHINESE}`, true), "utf-16le", 2],
  ["UTF-16 big end first with a mark", wide(`\uFEFF${CHINESE}`, false), "utf-16be", 2],
  ["UTF-16 little end first without a mark", wide(`${CHINESE}13900000001\n`, true), "utf-16le", 0],
  ["UTF-16 big end first without a mark", wide(`${CHINESE}13900000001\n`, false), "utf-16be", 0],
  ["UTF-16 of Chinese alone without a mark", wide(CHINESE, true), "utf-16le", 0],
  ["UTF-16 of digits alone without a mark", wide("13900000001\r\n", false), "utf-16be", 0],
])("%s is recognised", async (_name, bytes, encoding, bom) => {
  expect(await decide(bytes)).toEqual({ encoding, bom, errors: 0 });
});

test("a file that is ASCII for megabytes and GB18030 after it is GB18030", async () => {
  const ascii = Buffer.alloc(3 << 20, "name,phone\n");
  expect(await decide(Buffer.concat([ascii, GB]))).toEqual({ encoding: "gb18030", bom: 0, errors: 0 });
});

test("a character that lies across two reads is no error", async () => {
  for (const shift of [0, 1, 2])
    expect(await decide(Buffer.from("a".repeat(shift) + "中".repeat(400_000)))).toEqual({ encoding: "utf-8", bom: 0, errors: 0 });
});

test("broken bytes in a long text do not change its encoding and are counted", async () => {
  expect(await decide(Buffer.concat([Buffer.from(CHINESE.repeat(20)), Buffer.from([0xff]), Buffer.from(CHINESE)]))).toEqual({
    encoding: "utf-8",
    bom: 0,
    errors: 1,
  });
  expect(await decide(Buffer.concat([GB, GB, GB, GB.subarray(0, GB.length - 1)]))).toEqual({ encoding: "gb18030", bom: 0, errors: 1 });
});

test("NUL bytes in a text leave it text, noise is none", async () => {
  expect(await decide(Buffer.from(`手机\u0000 13900000001\u0000\u0000\n${CHINESE}`))).toMatchObject({ encoding: "utf-8" });
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256));
  expect(await decide(noise)).toBeNull();
});
