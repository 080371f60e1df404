import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { tellCount } from "#reports/tell-count.ts";
import { typesetReport } from "#reports/typeset-report.ts";
import { BundleManifest } from "#scan/bundle/bundle.ts";
import { MANIFEST } from "#scan/bundle/write-bundle.ts";

/** `tandem report BUNDLE/ OUT.pdf`: the report for the case file, made from a bundle and nothing else. */
export const reportCommand: Command = {
  name: "report",
  usage: "tandem report BUNDLE/ OUT.pdf [--lang en]",
  summary: {
    zh: "由清点固定包生成电子数据统计报告（PDF）：结果、方法、扣除、覆盖、校验值",
    en: "make the report on a count (PDF) from its bundle: result, method, exclusions, coverage, hashes",
  },
  run: async (args, io) => {
    const [bundle, out, more] = args;
    if (bundle === undefined || out === undefined || more !== undefined || args.some((argument) => argument.startsWith("--")))
      throw new WrongRequest(
        "BUNDLE/ OUT.pdf",
        { zh: "一个固定包文件夹和一个 PDF 文件名", en: "a bundle folder and the name of a PDF" },
        args.join(" ") || "—",
        io.language,
      );
    const { manifest, sha256 } = await readManifest(bundle, io);
    const setting = { caseNumber: null, office: null, madeBy: null, override: null, manifestSha256: sha256 };
    await writeFile(resolve(io.workingFolder, out), await typesetReport(tellCount(manifest, setting, io.language)));
    io.say(io.language === "zh" ? `报告已写入 ${out}` : `report written to ${out}`);
    return 0;
  },
};

async function readManifest(bundle: string, io: CommandIo): Promise<{ manifest: BundleManifest; sha256: string }> {
  const file = join(resolve(io.workingFolder, bundle), MANIFEST);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? String(problem.code) : String(problem);
    throw new WrongRequest(
      "BUNDLE/",
      { zh: `含有 ${MANIFEST} 的文件夹`, en: `a folder with ${MANIFEST}` },
      `${bundle} (${code})`,
      io.language,
    );
  }
  const parsed = BundleManifest.safeParse(tryJson(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new WrongRequest(
      "BUNDLE/",
      { zh: "清点固定包", en: "a count bundle" },
      `${bundle}: ${issue?.path.map(String).join(".") ?? ""} ${issue?.message ?? ""}`,
      io.language,
    );
  }
  return { manifest: parsed.data, sha256: createHash("sha256").update(text).digest("hex") };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the shape refuses it and names the bundle
  }
}
