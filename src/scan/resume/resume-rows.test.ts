import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { ByteSource } from "#scan/byte-source.ts";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import { DecisionBook } from "#scan/decisions/decision-book.ts";
import type { ListedItem } from "#scan/decisions/work-list.ts";
import type { SeizedCountRow } from "#scan/records/count-row.ts";
import { openMemory } from "#scan/resume/open-memory.ts";
import { sourceOfBytes } from "#scan/sources/scratch.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-resume-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CUT_OFF = new Error("the process dies");
const table = (from: number) =>
  `姓名,手机号,住址,诊断\n${Array.from({ length: 12 }, (_, at) => `王小明,${buildMobile((from * 5 + at) % 30)},临江市人民路${at}号,诊断${at % 3}\n`).join("")}`;
const chat = (from: number) =>
  `手机 ${buildMobile(from % 7)} 身份证 ${buildResidentId(901 + (from % 5))}\n手机 13800138000\n身份证 110105199003079012\n`;

/** Counts with rows and a work-list; the process "dies" when it comes to the source of the number. */
async function count(state: string | null, options: object, dies: number | null) {
  const [rows, items]: [SeizedCountRow[], ListedItem[]] = [[], []];
  const kept = new Map<string, number>();
  const recalled: string[] = [];
  const opened = state === null ? null : await openMemory(state, options, { onRecalled: ({ path }) => recalled.push(path) });
  const sources = async function* (): AsyncGenerator<ByteSource> {
    for (let at = 0; at < 8; at++) {
      if (at === dies) throw CUT_OFF;
      yield sourceOfBytes(`${at}.${at % 2 === 0 ? "csv" : "txt"}`, Buffer.from(at % 2 === 0 ? table(at) : chat(at)));
    }
  };
  const first = createHmac("sha256", "k").update("first").digest("hex");
  try {
    const result = await countBytes(sources(), options, {
      ...(opened === null ? {} : { memory: opened.memory }),
      wantsRow: ({ tier, step, reason }) => (kept.get(`${tier}${step}${reason}`) ?? 0) < 1,
      onRow: (row) => {
        const bucket = `${row.tier}${row.step}${row.reason}`;
        kept.set(bucket, (kept.get(bucket) ?? 0) + 1);
        rows.push(row);
      },
      workList: {
        book: new DecisionBook([{ fingerprint: first, decision: "rejected", place: { source: "", row: 0, offset: 0 } }], true),
        fingerprintOf: (words) => {
          const print = createHash("sha256").update(words).digest("hex");
          return print < "3" ? first : print; // some items a person has rejected
        },
        onItem: (item) => items.push(item),
      },
    });
    await opened?.forget();
    return { told: JSON.stringify({ result, rows, items }), recalled: recalled.length };
  } catch (problem) {
    if (problem !== CUT_OFF) throw problem;
    await opened?.close();
    return null;
  }
}

test("a count that shows rows goes on with the same figures, rows and items to decide, wherever and however often it died", async () => {
  let at = 0;
  const definitions = fc.constantFrom({}, { key: "row" }, { definitions: true });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(7), { maxLength: 3 }), definitions, async (deaths, options) => {
      const state = join(folder, String(at++));
      for (const dies of deaths) expect(await count(state, options, dies)).toBeNull();
      const whole = await count(null, options, null);
      expect(JSON.parse(whole?.told ?? "")).toMatchObject({ result: { ledger: { total: { seized: 60 } } } });
      expect(await count(state, options, null)).toEqual({ told: whole?.told, recalled: Math.max(0, ...deaths) });
    }),
    { numRuns: 25 },
  );
}, 60_000);
