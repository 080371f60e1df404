import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// `npm test` runs every step and tells at the end which failed; `npm run check` (--quick) leaves out the database and the browser.
// The last line counts the tests of all steps; a step without tests of its own (types, lint) counts only when it fails.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isQuick = process.argv.includes("--quick");
const reports = mkdtempSync(join(tmpdir(), "tandem-reports-"));

type Step = {
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly report?: string;
  readonly isSlow?: true;
};
type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

const startedAt = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
for (const step of listSteps().filter((step) => !(isQuick && step.isSlow))) {
  process.stdout.write(`\n== ${step.title}\n`);
  const stepStartedAt = performance.now();
  const { status, output } = await run(step);
  const tally = tallyOf(step, status, output);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  if (status !== 0) failures.push(step.title);
  process.stdout.write(`== ${status === 0 ? "通过 passed" : "失败 FAILED"} ${seconds(stepStartedAt)} s\n`);
}
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n用时 took ${seconds(startedAt)} s\n`);
for (const title of failures) process.stdout.write(`失败 failed: ${title}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = failures.length === 0 ? 0 : 1;

function listSteps(): readonly Step[] {
  const projects = ["pure", "server", "web", "e2e"].map((name) => `tsconfig.${name}.json`).filter((file) => existsSync(join(root, file)));
  return [
    ...projects.map((file) => ({ title: `类型 types: ${file}`, program: "tsc", args: ["-p", file] })),
    { title: "格式与静态检查 lint and format: biome", program: "biome", args: ["check"] },
    { title: "无用代码 dead code: knip", program: "knip", args: [] },
    { title: "网页 pages: vite build", program: process.execPath, args: [join("scripts", "prepare.mjs")] },
    vitest("单元与性质测试 unit and property tests", "pure"),
    { ...vitest("数据库集成测试 integration on the real database", "integration"), isSlow: true },
    { ...vitest("端到端 end to end, in a real browser", "e2e"), isSlow: true },
  ];
}

function vitest(title: string, project: string): Step {
  const report = join(reports, `${project}.json`);
  return {
    title,
    program: "vitest",
    args: ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    report,
  };
}

function run(step: Step): Promise<{ status: number; output: string }> {
  const isWindows = process.platform === "win32";
  const program =
    step.program === process.execPath ? step.program : join(root, "node_modules", ".bin", isWindows ? `${step.program}.cmd` : step.program);
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...step.args], { cwd: root, stdio: ["ignore", "pipe", "inherit"], shell: isWindows });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      output = (output + chunk.toString("utf8")).slice(-100_000);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (signal) process.stdout.write(`ended by ${signal}\n`);
      resolve({ status: code ?? 1, output });
    });
  });
}

/** From vitest's report, or from a last line of the same form as ours (the end-to-end runner prints one). A failure that no test owns counts as one. */
function tallyOf(step: Step, status: number, output: string): Tally {
  const tally = step.report && existsSync(step.report) ? readReport(step.report) : readLastLine(output);
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readReport(file: string): Tally {
  const report: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  const count = (name: string) => Number(report[name] ?? 0);
  return { passed: count("numPassedTests"), failed: count("numFailedTests"), skipped: count("numPendingTests") + count("numTodoTests") };
}

function readLastLine(output: string): Tally {
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  return { passed: Number(match?.[1] ?? 0), failed: Number(match?.[2] ?? 0), skipped: Number(match?.[3] ?? 0) };
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
