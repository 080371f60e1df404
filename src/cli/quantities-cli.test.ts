import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { buildMobile, buildResidentId } from "#scan/count.builder.ts";
import { buildWorkbook } from "#scan/sources/workbook.builder.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-quantities-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);

async function run(...argv: string[]): Promise<{ exit: number; words: string[]; data: string }> {
  const [data, words]: [string[], string[]] = [[], []];
  const exit = await execute(argv, {
    out: async (text) => void data.push(text),
    say: (line) => void words.push(line),
    language: "zh",
    now: new Date(2026, 10, 22),
    workingFolder: folder,
    environment: {},
    signal: new AbortController().signal,
  });
  return { exit, words, data: data.join("") };
}
const json = async (...argv: string[]) => {
  const { exit, words, data } = await run(...argv, "--json");
  return { exit, words, answer: data === "" ? null : JSON.parse(data) };
};

describe("tandem gains", () => {
  write(
    "流水.csv",
    "时间,付款方,收款方,金额,备注\n2024-03-01,李某,张某,5200.50,\n2024-03-02,张某,李某,200.50,退款\n2024-03-03,张某,上家,1000,\n",
  );
  write("choices.json", JSON.stringify({ own: ["张某"], decisions: [{ line: "4", treatment: "cost", reason: "购买信息" }] }));

  test("an expense that nobody decided leaves the answer incomplete: exit 1", async () => {
    const { exit, answer } = await json("gains", "流水.csv", "--own", "张某");
    expect(exit).toBe(1);
    expect(answer).toMatchObject({ complete: false, open: 1, total: { gains: "5000.00", profit: "5000.00" } });
  });
  test("with the choices it is complete: exit 0, every line with its row and effect, no name in the answer", async () => {
    const { exit, answer } = await json("gains", "流水.csv", "--choices", "choices.json");
    expect(exit).toBe(0);
    expect(answer.total).toMatchObject({ gains: "5000.00", profit: "4000.00" });
    expect(answer.lines.map(({ row, treatment, onGains }: Record<string, unknown>) => [row, treatment, onGains])).toEqual([
      [2, "gain", "5200.50"],
      [3, "refund", "-200.50"],
      [4, "cost", "0.00"],
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/李某|张某/);
    expect((await run("gains", "流水.csv", "--choices", "choices.json")).data).toContain("违法所得 5000.00  获利 4000.00");
  });
  test("a workbook is read like a text", async () => {
    write(
      "流水.xlsx",
      buildWorkbook([
        {
          name: "明细",
          rows: [
            ["日期", "收/支", "金额"],
            ["2024-03-01", "收入", 1234.56],
            ["2024-03-02", "收入", 0.1],
          ],
        },
      ]),
    );
    const { exit, answer } = await json("gains", "流水.xlsx");
    expect([exit, answer.total.gains, answer.lines[1].id]).toEqual([0, "1234.66", "明细#3"]);
  });
  test.each([
    ["no file", []],
    ["two files", ["流水.csv", "流水.csv"]],
    ["a file that is not there", ["无.csv"]],
    ["a table without amounts", ["choices.json"]],
    ["an unknown option", ["流水.csv", "--fast"]],
  ])("%s: exit 2 and one line", async (_title, args) => {
    const { exit, words, data } = await run("gains", ...args);
    expect([exit, words.length, data]).toEqual([2, 1, ""]);
  });
  test("a decision about a line that is not there: exit 2 with its place", async () => {
    write("wrong.json", JSON.stringify({ decisions: [{ line: "99", treatment: "cost", reason: "x" }] }));
    const { exit, words } = await run("gains", "流水.csv", "--choices", "wrong.json");
    expect([exit, words[0]]).toEqual([2, expect.stringContaining("decisions[0].line")]);
  });
});

describe("tandem deliveries", () => {
  test("counts under article 11, a number taken from a count", async () => {
    write("名单.csv", `姓名,手机号\n${[1, 2, 3].map((at) => `甲某,${buildMobile(at)}`).join("\n")}\n`);
    write("清点.json", (await run("count", "名单.csv", "--json")).data);
    write("流转.csv", "批次,档次,方向,接收人,条数\n名单,C,取得,上家,@清点.json:C\n名单,C,出售,乙,\n名单,C,出售,丙,\n");
    const { exit, answer } = await json("deliveries", "流转.csv");
    expect(exit).toBe(0);
    expect(answer.total).toEqual({ lines: 9, once: { least: 3, most: 3 }, counted: { least: 6, most: 6 } });
    expect(answer.provisions.map(({ cite }: { cite: string }) => cite)).toEqual([
      "法释〔2017〕10号 第十一条第一款",
      "法释〔2017〕10号 第十一条第二款",
    ]);
  });
  test("a line that says nothing sure: exit 1, named", async () => {
    write("错.csv", "批次,方向,条数\n甲,取得,5\n甲,借给,5\n");
    const { exit, answer } = await json("deliveries", "错.csv");
    expect([exit, answer.problems[0].row]).toEqual([1, 3]);
  });
  test("a reference to a file that is no count: exit 2", async () => {
    write("引.csv", "批次,方向,条数\n甲,取得,@choices.json:C\n");
    expect((await run("deliveries", "引.csv")).exit).toBe(2);
  });
});

describe("tandem sampling", () => {
  const design = {
    title: "抽样",
    question: "是否真实有效",
    frame: "名单",
    seed: "1",
    size: 30,
    strata: [{ id: "C", name: "第三档", tier: "C", units: 5000 }],
  };
  write("设计.json", JSON.stringify(design));
  write("方便.json", JSON.stringify({ ...design, selection: "convenience" }));

  test("plans, and evaluates exactly the drawn list", async () => {
    const plan = await run("sampling", "plan", "设计.json", "--json");
    expect(plan.exit).toBe(0);
    write("方案.json", plan.data);
    const drawn: number[] = JSON.parse(plan.data).strata[0].drawn;
    write("核对.csv", `层,编号,结论\n${drawn.map((unit, at) => `C,${unit},${at === 0 ? "否" : "是"}`).join("\n")}\n`);
    const { exit, answer } = await json("sampling", "evaluate", "方案.json", "核对.csv");
    expect(exit).toBe(0);
    expect(answer.total).toMatchObject({ holds: 29, fails: 1, units: 5000 });

    write("部分.csv", `层,编号,结论\nC,${drawn[0]},是\n`);
    expect(await json("sampling", "evaluate", "方案.json", "部分.csv")).toMatchObject({
      exit: 1,
      answer: { refused: { kind: "not-all-checked" } },
    });
    const chosen = JSON.parse(plan.data);
    chosen.strata[0].drawn[0] = drawn[0] === 1 ? 2 : 1;
    write("改过.json", JSON.stringify(chosen));
    expect((await run("sampling", "evaluate", "改过.json", "核对.csv")).exit).toBe(2);
  });
  test("a convenience sample is refused, planned or evaluated: exit 1 with the reason", async () => {
    write("手头.csv", "层,编号,结论\nC,1,是\nC,2,是\n");
    expect(await json("sampling", "plan", "方便.json")).toMatchObject({ exit: 1, answer: { refused: { kind: "convenience-sample" } } });
    expect(await json("sampling", "evaluate", "方便.json", "手头.csv")).toMatchObject({
      exit: 1,
      answer: { refused: { kind: "convenience-sample" }, total: null },
    });
    expect((await run("sampling", "evaluate", "方便.json", "手头.csv")).data).toContain("不能由样本推断总体");
  });
  test("draws lines without findings, masked, the same for the same seed, and names what it could not draw from", async () => {
    write("文.txt", `今天开会\n手机 ${buildMobile(5)}\n电话一三八零零零零一二三四\n`);
    write("表.csv", `姓名,手机\n张某,${buildMobile(6)}\n`);
    write("对话.json", "{}");
    const first = await json("sampling", "null-set", "文.txt", "表.csv", "对话.json", "--seed", "7", "--size", "2");
    expect(first.exit).toBe(1);
    expect(first.answer).toMatchObject({ population: 3, asked: 2, ifNoneMissed: { most: expect.any(Number) } });
    expect(first.answer.notSampled.map(({ path }: { path: string }) => path)).toEqual(["对话.json"]);
    expect((await json("sampling", "null-set", "文.txt", "表.csv", "对话.json", "--seed", "7", "--size", "2")).answer).toEqual(
      first.answer,
    );
    const all = await json("sampling", "null-set", "文.txt", "表.csv", "--seed", "7");
    expect(all.exit).toBe(0);
    expect(all.answer.lines.map(({ source, row }: { source: string; row: number }) => `${source}:${row}`)).toEqual([
      "文.txt:1",
      "文.txt:3",
      "表.csv:1",
    ]);
  });
  test.each([
    ["no verb", []],
    ["an unknown verb", ["draw"]],
    ["no seed", ["null-set", "文.txt"]],
    ["a size that is none", ["null-set", "文.txt", "--seed", "1", "--size", "0"]],
    ["a design without strata", ["plan", "choices.json"]],
    ["no findings", ["evaluate", "方案.json"]],
  ])("%s: exit 2 and one line", async (_title, args) => {
    const { exit, words, data } = await run("sampling", ...args);
    expect([exit, words.length, data]).toEqual([2, 1, ""]);
  });
});

test("tandem groups hides small cells of a count", async () => {
  const people = Array.from({ length: 30 }, (_, at) => buildResidentId(901 + at, at < 3 ? "20150101" : "19800101"));
  write("证件.csv", `身份证号\n${people.join("\n")}\n`);
  write("证件.json", (await run("count", "证件.csv", "--json", "--as-of", "2026-11-22")).data);
  const { exit, answer } = await json("groups", "证件.json");
  expect(exit).toBe(0);
  const cells = Object.fromEntries(answer.cells.map(({ id, text }: { id: string; text: { zh: string } }) => [id, text.zh]));
  expect([cells["total"], cells["under14"], cells["over60"]]).toEqual(["30", "＜5", "0"]);
  expect(cells["from18to59"]).toBe("隐去");
  expect((await run("groups", "choices.json")).exit).toBe(2);
});
