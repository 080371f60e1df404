import fc from "fast-check";
import { expect, test } from "vitest";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { fragments } from "#scan/detectors/text.builder.ts";
import { sieveLines } from "#scan/kernel/sieve-lines.ts";
import { encodeGb18030 } from "#scan/text/encode-gb18030.builder.ts";

/** Pieces that stand at the edges of what the sieve knows: folded signs, odd x, masks of every form, addresses in letters, broken dates. */
const EDGES = [
  ..."０９ＡｚＸｘ＠．－＋＊＿＝×●█■※★☆ⅩⅹХх−—–‐·・（）()[]:：;,。、*#?xXTE+/\\_|'\"\u00a0\u2003\u3000\u2060\ufeffſ",
  ...["é", "Привет", "хх", "한", "😀", "\t", "  ", " -", "- ", "--", "……", "“", "”", "京", "粤B", "学", "警", "某"],
  ...["dead.beef.cafe", "ab-cd-ef-ab-cd-ef", "ab—cd—ef—ab—cd—ef", "ab:cd:ef:ab:cd:ef", "fe80::abcd", "a:b:c:d:e:f:a:b", "::", "std::x"],
  ...[
    "2024-13-01",
    "2024-3-1",
    "2024-03-01 10:20 ",
    "2024-03-01 10:20:30 ",
    "2024-03-01T10:20:30.123",
    "1999-12-31",
    "2024/03/01",
    "20240301",
    "3024-03-01",
    "2024-03-0*",
  ],
  ...[
    "weixin ",
    "WeChat:",
    "V信",
    "vx:",
    "wx ",
    "加wx",
    "威信",
    "薇信号",
    "wxid_",
    "passwd=",
    "password: ",
    "Pwd：",
    "口令为",
    "密码",
    "口",
  ],
  ...[
    "1.10E+17",
    "1.1e+17",
    "12XX34",
    "12**34",
    "**1234",
    "6222****",
    "138●●●●1234",
    "62×××74",
    "1 2 3 4 5",
    "138—1234—5678",
    "(010)",
    "转801",
  ],
  ...["A1B2C3", "1234警", "1B2C", "AB12", "E1A2B3C4", "CHN", "H0", "字第", "军", "user", "login:", "abc", "abcdef1", "a.b", "x@y", "@all"],
  ...["0", "1", "12", "123", "1234", "12345", "1381", "2345678", "6222021234567890128".slice(0, 16), "128", "86", "+86", "0086"],
  ...["身份证", "手机", "QQ", "卡号", "IMSI", "座机", "军官证", "证号", "台胞证", "社保卡号"],
];
const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fragments) }, { weight: 3, arbitrary: fc.constantFrom(...EDGES) });
const line = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(""));
/** Shifts the line against the 64 bytes the kernel looks at together. */
const before = fc
  .tuple(fc.constantFrom("", "\n", "中", "a", "。", "7"), fc.integer({ min: 0, max: 130 }))
  .map(([unit, times]) => unit.repeat(times) + "\n");

function keeps(bytes: Uint8Array, encoding: "utf-8" | "gb18030", from: number): boolean {
  const { lines, count } = sieveLines(bytes, encoding);
  for (let at = 0; at < count; at++) if ((lines[3 * at] ?? 0) >= from) return true;
  return false;
}

test("no line in which something is found is left out, in UTF-8 or in GB18030, wherever it stands", { timeout: 120_000 }, () => {
  let found = 0;
  fc.assert(
    fc.property(before, line, (head, text) => {
      if (findInText(text).length === 0) return;
      found++;
      const utf8 = new TextEncoder().encode(head + text);
      expect(keeps(utf8, "utf-8", new TextEncoder().encode(head).length), text).toBe(true);
      const gb = encodeGb18030(text);
      const gbHead = encodeGb18030(head);
      if (gb === null || gbHead === null) return;
      expect(keeps(Buffer.concat([gbHead, gb]), "gb18030", gbHead.length), `gb18030: ${text}`).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(found).toBeGreaterThan(3000);
});

test("no message of several lines in which something is found is left out", { timeout: 60_000 }, () => {
  const message = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.constantFrom("\n", "\r\n", "\r") }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(message, (pieces) => {
      const text = pieces.join("");
      if (findInText(text).length > 0) expect(keeps(new TextEncoder().encode(text), "utf-8", 0), JSON.stringify(text)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test("the lines that are kept are whole lines with their row, and every line end is counted once", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r")), { maxLength: 20 }), (parts) => {
      const text = parts.map(([words, end]) => words.replace(/[\r\n]/g, "") + end).join("");
      const bytes = Buffer.from(text);
      const { lines, count, rows } = sieveLines(bytes, "utf-8");
      const all = text.split(/\r\n|\r|\n/);
      expect(rows).toBe(all.length - 1);
      for (let at = 0; at < count; at++)
        expect(bytes.toString("utf8", lines[3 * at], lines[3 * at + 1])).toBe(Buffer.from(all[lines[3 * at + 2] ?? 0] ?? "").toString());
    }),
    { numRuns: 1000 },
  );
});

test.each([
  "今天天气很好，我们下午去公园吧",
  "2024-03-01 12:30:45 用户12: 好的，3点见",
  "2024-03-01T12:30:45.123Z INFO com.example.Server started in 12 ms",
  "[2024-03-01 12:30:45,123] WARN pool-1-thread-2 connection reset",
  "2024年3月1日 12:30 老王：1000元一台，共3台",
  "12:30 老地方见 @all",
  "std::vector<int> v; a-b-c-d-e-f; we were there",
  "加我微信吧",
  "",
])("%j is passed over", (text) => {
  expect(sieveLines(Buffer.from(text), "utf-8").count).toBe(0);
  const gb = encodeGb18030(text);
  if (gb !== null) expect(sieveLines(gb, "gb18030").count).toBe(0);
});

test("more lines than one answer holds are given all the same", () => {
  const bytes = Buffer.from("13812345678\n".repeat(150_000));
  const { count, rows, lines } = sieveLines(bytes, "utf-8");
  expect([count, rows]).toEqual([150_000, 150_000]);
  expect([...lines.subarray(-3)]).toEqual([149_999 * 12, 149_999 * 12 + 11, 149_999]);
});
