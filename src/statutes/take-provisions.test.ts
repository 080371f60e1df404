import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { writeStandard } from "#statutes/office-provisions.builder.ts";

const work = mkdtempSync(join(tmpdir(), "own-provisions-"));
afterAll(() => rmSync(work, { recursive: true }));
const standard = writeStandard({ id: "jia", offence: "fraud", from: "2020-01-01", standards: { "266-huge": 60_000 } });
mkdirSync(join(work, "own"));
writeFileSync(join(work, "own", "fraud.yaml"), standard);
mkdirSync(join(work, "wrong"));
writeFileSync(join(work, "wrong", "fraud.yaml"), standard.replace("60000", "6"));
writeFileSync(
  join(work, "facts.json"),
  JSON.stringify({
    offence: "fraud",
    actDate: "2025-03-01",
    decisionDate: "2026-11-22",
    deceivedToPossessUnlawfully: true,
    amount: 60_000,
  }),
);

async function tandem(argv: readonly string[], environment: Record<string, string> = {}) {
  let [out, said] = ["", ""];
  const status = await execute([...argv], {
    out: async (text) => void (out += text),
    say: (line) => void (said += `${line}\n`),
    language: "zh",
    now: new Date("2026-11-22T00:00:00Z"),
    workingFolder: work,
    environment,
    signal: new AbortController().signal,
  });
  return { status, out, said };
}

test("the office's folder is taken by option or by variable, and is not taken without either", async () => {
  const band = async (argv: readonly string[], environment = {}) => JSON.parse((await tandem(argv, environment)).out).band;
  expect(await band(["assess", "facts.json", "--json"])).toBe("none");
  expect(await band(["assess", "facts.json", "--json", "--provisions", "own"])).toBe("serious");
  expect(await band(["assess", "--provisions", "own", "facts.json", "--json"])).toBe("serious");
  expect(await band(["assess", "facts.json", "--json"], { TANDEM_PROVISIONS: "own" })).toBe("serious");
  expect(await band(["flip", "facts.json", "--json", "--provisions", "own"])).toBe("serious");
});

test("words for a person cite the local standard and say that it is one", async () => {
  const { out } = await tandem(["assess", "facts.json", "--provisions", "own"]);
  expect(out).toContain("某甲省高法〔2020〕1号");
  expect(out).toContain("不是全国统一标准");
});

test.each([
  [
    ["assess", "facts.json", "--provisions", "wrong"],
    /--provisions.*wrong\/fraud\.yaml:8: standards\.0\.amount: expected 30000 to 100000.*found 6/,
  ],
  [["flip", "facts.json", "--provisions", "absent"], /--provisions.*absent:1: .*ENOENT/],
  [["assess", "facts.json", "--provisions"], /--provisions.*文件夹/],
])("%j is refused with status 2 and one line", async (argv, line) => {
  const { status, out, said } = await tandem(argv);
  expect([status, out]).toEqual([2, ""]);
  expect(said.trimEnd().split("\n")).toHaveLength(1);
  expect(said).toMatch(line);
});
