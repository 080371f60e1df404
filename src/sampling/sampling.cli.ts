import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { mustBeFile, readJsonFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, type ExitStatus, WrongRequest } from "#cli/command.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import { evaluateSample, tellConvenienceSample } from "#sampling/evaluate-sample.ts";
import { planSample } from "#sampling/plan-sample.ts";
import { printEvaluation, printNullSet, printPlan } from "#sampling/print-sample.ts";
import { readChecks } from "#sampling/read-checks.ts";
import { CheckedUnit, SampleDesign, SamplePlan } from "#sampling/sampling.contract.ts";
import { CountOptions } from "#scan/scan.contract.ts";
import { readTableFile } from "#tables/read-table-file.ts";

/** `tandem sampling`: plan a sample, say what the checked one says, draw lines without findings. Exit 1 where extrapolation is refused. */
export const samplingCommand: Command = {
  name: "sampling",
  usage:
    "tandem sampling plan DESIGN.json|- [--json] | tandem sampling evaluate PLAN.json CHECKS.csv|CHECKS.json [--json] | tandem sampling null-set PATH… --seed SEED [--size N] [--json]",
  summary: {
    zh: "抽样：plan 由设计得出样本量、名单和抽样说明；evaluate 由核对结果得出区间（方便样本不予推断）；null-set 抽取未检出的行供查漏",
    en: "samples: plan gives size, list and justification; evaluate the interval (never of a convenience sample); null-set lines without findings",
  },
  run: async (args, io) => {
    const [verb, ...rest] = args;
    if (verb === "plan") return plan(rest, io);
    if (verb === "evaluate") return evaluate(rest, io);
    if (verb === "null-set") return nullSet(rest, io);
    throw new WrongRequest("VERB", { zh: "plan、evaluate 或 null-set", en: "plan, evaluate or null-set" }, verb ?? "—", io.language);
  },
};

async function plan(args: readonly string[], io: CommandIo): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, io);
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw wrong("DESIGN.json", "一个设计文件", "one design file", more ?? "—", io);
  const design = parseAs(SampleDesign, await readJsonFile(file, "DESIGN.json", io), io);
  const planned = planSample(design);
  if (!planned.ok) {
    await io.out(values.json ? `${JSON.stringify({ refused: planned.refused }, null, 2)}\n` : `${planned.refused.sentence[io.language]}\n`);
    return 1;
  }
  await io.out(values.json ? `${JSON.stringify(planned.plan, null, 2)}\n` : printPlan(planned.plan, io.language));
  return 0;
}

async function evaluate(args: readonly string[], io: CommandIo): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, io);
  const [planFile, checksFile, more] = positionals;
  if (planFile === undefined || checksFile === undefined || more !== undefined)
    throw wrong("PLAN.json CHECKS", "方案和核对结果两个文件", "a plan and its findings", more ?? "—", io);
  const given = await readJsonFile(planFile, "PLAN.json", io);
  const checks = await readCheckFile(checksFile, io);
  const design = SampleDesign.safeParse(given);
  const told =
    design.success && design.data.selection === "convenience"
      ? tellConvenienceSample(design.data, checks)
      : evaluateSample(parsePlan(given, io), checks);
  await io.out(values.json ? `${JSON.stringify(told, null, 2)}\n` : printEvaluation(told, io.language));
  return told.refused === null ? 0 : 1;
}

/** A plan whose list is not the one that follows from its seed was changed by hand: what it says is no sample. */
function parsePlan(given: unknown, io: CommandIo): SamplePlan {
  const plan = parseAs(SamplePlan, given, io);
  const again = planSample(plan.design);
  const same = again.ok && JSON.stringify(again.plan.strata) === JSON.stringify(plan.strata);
  if (!same)
    throw wrong(
      "PLAN.json",
      "由设计和种子得出的名单",
      "the list that follows from design and seed",
      "被改动过的名单 / a list that was changed",
      io,
    );
  return plan;
}

async function readCheckFile(file: string, io: CommandIo): Promise<CheckedUnit[]> {
  if (file.endsWith(".json")) return parseAs(z.array(CheckedUnit), await readJsonFile(file, "CHECKS", io), io);
  await mustBeFile(file, "CHECKS", io);
  const read = await readTableFile(io.workingFolder, file, io.signal);
  if (!read.ok) throw wrong("CHECKS", "能读取的CSV或者XLSX表", "a CSV or XLSX table that can be read", read.problem[io.language], io);
  const checks = readChecks(read.tables);
  if (!checks.ok) throw wrong(`CHECKS:${checks.row}`, checks.zh, checks.en, file, io);
  return checks.checks;
}

async function nullSet(args: readonly string[], io: CommandIo): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, io);
  if (positionals.length === 0) throw wrong("PATH", "至少一个文件或文件夹", "at least one file or folder", "—", io);
  if (values.seed === undefined || values.seed === "") throw wrong("--seed", "随机种子", "a seed", "—", io);
  const size = Number(values.size ?? "200");
  if (!Number.isInteger(size) || size < 1 || size > 10_000)
    throw wrong("--size", "1至10000的整数", "a whole number from 1 to 10000", values.size ?? "", io);
  for (const path of positionals) await mustExist(path, io);
  const { drawNullSet } = await import("#sampling/draw-null-set.ts");
  const { localDate } = await import("#scan/count/local-date.ts");
  const { readToolVersion } = await import("#scan/count-files.ts");
  const { listFiles, openFiles } = await import("#scan/sources/open-files.ts");
  const files = await listFiles(positionals.map((path) => resolve(io.workingFolder, path)));
  const sample = await drawNullSet({
    sources: () => openFiles(files),
    options: CountOptions.parse({ asOf: localDate(io.now) }),
    size,
    seed: values.seed,
    toolVersion: await readToolVersion(),
    signal: io.signal,
  });
  await io.out(values.json ? `${JSON.stringify(sample, null, 2)}\n` : printNullSet(sample, io.language));
  return sample.notSampled.length > 0 ? 1 : 0;
}

async function mustExist(path: string, io: CommandIo): Promise<void> {
  const found = await stat(resolve(io.workingFolder, path)).catch((problem: NodeJS.ErrnoException) => problem);
  if (found instanceof Error) throw wrong("PATH", "存在的文件或文件夹", "an existing file or folder", `${path} (${found.code})`, io);
}

function parseAs<T extends z.ZodType>(shape: T, value: unknown, io: CommandIo): z.infer<T> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const { argument, expected, found } = refuseShape(value, parsed.error);
  throw new WrongRequest(argument, expected, found, io.language);
}

function wrong(argument: string, zh: string, en: string, found: string, io: CommandIo): WrongRequest {
  return new WrongRequest(argument, { zh, en }, found, io.language);
}

function readArguments(args: readonly string[], io: CommandIo) {
  const string = { type: "string" } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: "boolean" }, seed: string, size: string } });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: samplingCommand.usage, en: samplingCommand.usage }, found, io.language);
  }
}
