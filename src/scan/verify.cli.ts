import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Command, type CommandIo, type ExitStatus, WrongRequest } from "#cli/command.ts";
import { type BundleDifference, BundleManifest, buildManifest, compareManifests } from "#scan/bundle/bundle.ts";
import { MANIFEST } from "#scan/bundle/write-bundle.ts";
import { readPasswords } from "#scan/count/read-passwords.ts";
import { watchProgress } from "#scan/count/watch-progress.ts";
import { countFiles } from "#scan/count-files.ts";

/** `tandem verify OUT/ PATH…`: counts again with a bundle's options and answers whether every figure is the same. */
export const verifyCommand: Command = {
  name: "verify",
  usage: "tandem verify BUNDLE/ PATH… [--password-file FILE] [--json] [--lang en]",
  summary: {
    zh: "按固定包重新清点证据，核对每个来源与每个数字是否一致。",
    en: "Count the evidence again and check every source and figure against a bundle.",
  },
  run,
};

async function run(args: readonly string[], io: CommandIo): Promise<ExitStatus> {
  const { json, bundle, paths, passwordFile } = parseRequest(args, io);
  const then = await readManifest(bundle, io);
  for (const path of paths)
    await stat(resolve(io.workingFolder, path)).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== "ENOENT" && problem.code !== "ENOTDIR") throw problem;
      throw new WrongRequest("PATH", { zh: "存在的文件或文件夹", en: "an existing file or folder" }, path, io.language);
    });
  const passwords = await readPasswords(passwordFile, io);
  const progress = watchProgress(io.language);
  const result = await countFiles(paths, then.options, {
    workingFolder: io.workingFolder,
    today: then.today,
    signal: io.signal,
    onProgress: progress.show,
    passwords,
  }).finally(progress.end);
  const differences = compareManifests(then, buildManifest(then.today, result));
  const answer = { same: differences.length === 0, tool: { bundle: then.tool, here: result.tool }, differences };
  await io.out(json ? `${JSON.stringify(answer, null, 2)}\n` : printAnswer(answer, io.language));
  return answer.same ? 0 : 1;
}

type Request = { readonly json: boolean; readonly bundle: string; readonly paths: string[]; readonly passwordFile: string | undefined };

function parseRequest(args: readonly string[], io: CommandIo): Request {
  let parsed: { values: { json?: boolean; "password-file"?: string }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, "password-file": { type: "string" } },
    });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: verifyCommand.usage, en: verifyCommand.usage }, found, io.language);
  }
  const [bundle, ...paths] = parsed.positionals;
  if (bundle === undefined) throw new WrongRequest("BUNDLE", { zh: "固定包所在文件夹", en: "the folder of a bundle" }, "—", io.language);
  if (paths.length === 0)
    throw new WrongRequest("PATH", { zh: "至少一个文件或文件夹", en: "at least one file or folder" }, "—", io.language);
  return { json: parsed.values.json ?? false, bundle, paths, passwordFile: parsed.values["password-file"] };
}

async function readManifest(bundle: string, io: CommandIo): Promise<BundleManifest> {
  const expected = { zh: `含有可读的 ${MANIFEST} 的固定包`, en: `a bundle with a readable ${MANIFEST}` };
  let text: string;
  try {
    text = await readFile(join(resolve(io.workingFolder, bundle), MANIFEST), "utf8");
  } catch (problem) {
    throw new WrongRequest(
      "BUNDLE",
      expected,
      `${bundle} (${problem instanceof Error && "code" in problem ? String(problem.code) : "?"})`,
      io.language,
    );
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new WrongRequest("BUNDLE", expected, `${bundle} (JSON)`, io.language);
  }
  const manifest = BundleManifest.safeParse(content);
  if (!manifest.success)
    throw new WrongRequest("BUNDLE", expected, `${bundle} (${manifest.error.issues[0]?.path.join(".") ?? ""})`, io.language);
  return manifest.data;
}

const WORDS = {
  "source-missing": { zh: "来源缺失", en: "source missing" },
  "source-new": { zh: "来源多出", en: "source not in the bundle" },
  "source-changed": { zh: "来源内容变化", en: "source changed" },
  figure: { zh: "数字不同", en: "figure differs" },
} as const satisfies Record<BundleDifference["what"], { zh: string; en: string }>;

function printAnswer(
  answer: {
    same: boolean;
    tool: { bundle: { version: string; rules: string }; here: { version: string; rules: string } };
    differences: readonly BundleDifference[];
  },
  language: "zh" | "en",
): string {
  const zh = language === "zh";
  const lines = [
    answer.same
      ? zh
        ? "一致：每个来源与每个数字都与固定包相同。"
        : "Same: every source and every figure agrees with the bundle."
      : zh
        ? "不一致："
        : "Different:",
    ...answer.differences.map(
      ({ what, where, bundle, found }) => `  ${WORDS[what][language]}  ${where}  ${bundle ?? "—"} → ${found ?? "—"}`,
    ),
  ];
  const { bundle, here } = answer.tool;
  if (bundle.version !== here.version || bundle.rules !== here.rules)
    lines.push(
      zh
        ? `程序或规则版本不同：${bundle.version}/${bundle.rules} → ${here.version}/${here.rules}`
        : `versions differ: ${bundle.version}/${bundle.rules} → ${here.version}/${here.rules}`,
    );
  return `${lines.join("\n")}\n`;
}
