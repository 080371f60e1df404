import { createReadStream } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { mustBeFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, type ExitStatus, WrongRequest } from "#cli/command.ts";
import { readConfig } from "#config.ts";
import { openDatabase } from "#database/open-database.ts";
import { openInstallation } from "#database/open-installation.ts";
import { type FileImport, type FileImportParts, importFile } from "#library/import-file.command.ts";
import { loadLibraryKnowledge } from "#library/load-library-knowledge.query.ts";
import { type Renewal, renewJudgments } from "#library/renew-judgments.command.ts";

/**
 * `tandem library`: exit 0 every line entered or known, every outdated document read again; 1 some lines were no document, or it was cut off;
 * 2 wrong arguments; 3 the installation cannot be reached.
 */
export const libraryCommand: Command = {
  name: "library",
  usage: "tandem library import FILE.jsonl [--json] | tandem library renew [--json]",
  summary: {
    zh: "把已公开的裁判文书（每行 {id, text, name?}）导入本机安装的类案库；相同的不重复入库，可以随时重来；renew 用新模型重读已入库的裁判文书，中断后接着读",
    en: "take published judgments (lines of {id, text, name?}) into this installation's library of similar cases; repeating is safe; renew reads the judgments of the library again after a new model, and goes on where it was cut off",
  },
  run: async (args, io) => {
    const given = readArguments(args, io);
    if (given.verb === "import") await mustBeFile(given.file, "FILE", io);
    const config = readConfig(io.environment, dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
    const installation = await openInstallation(config, (sentence) => io.say(sentence[io.language]));
    try {
      const database = openDatabase(installation.appUrl, { connections: 2 });
      try {
        const parts = { database, knowledge: loadLibraryKnowledge(), now: io.now, signal: io.signal };
        return given.verb === "import" ? await enter(given.file, given.json, parts, io) : await renew(given.json, parts, io);
      } finally {
        await database.close();
      }
    } finally {
      await installation.close();
    }
  },
};

async function enter(file: string, json: boolean, parts: FileImportParts, io: CommandIo): Promise<ExitStatus> {
  const stream = createReadStream(resolve(io.workingFolder, file));
  const figures = await importFile(parts, basename(file), stream, (so) => io.say(tell(so, io.language)));
  await io.out(json ? `${JSON.stringify(figures, null, 2)}\n` : `${tell(figures, io.language)}\n`);
  for (const { line, sentence } of figures.problems) io.say(`${line}: ${sentence[io.language]}`);
  return figures.refused > 0 || !figures.whole ? 1 : 0;
}

async function renew(json: boolean, parts: FileImportParts, io: CommandIo): Promise<ExitStatus> {
  const figures = await renewJudgments(parts, (so) => io.say(tellRenewal(so, io.language)));
  await io.out(json ? `${JSON.stringify(figures, null, 2)}\n` : `${tellRenewal(figures, io.language)}\n`);
  return figures.whole && figures.left === 0 ? 0 : 1;
}

type Arguments = { readonly verb: "import" | "renew"; readonly file: string; readonly json: boolean };

function readArguments(args: readonly string[], io: CommandIo): Arguments {
  const [verb, ...rest] = args;
  if (verb !== "import" && verb !== "renew")
    throw new WrongRequest("LIBRARY", { zh: "import、renew", en: "import, renew" }, verb ?? "—", io.language);
  const files = rest.filter((argument) => argument !== "--json");
  const json = rest.includes("--json");
  if (verb === "renew") {
    const [stray] = files;
    if (stray !== undefined) throw new WrongRequest(stray, { zh: "--json 或不填", en: "--json or nothing" }, stray, io.language);
    return { verb, file: "", json };
  }
  const [file = "—"] = files;
  if (files.length !== 1 || file.startsWith("--"))
    throw new WrongRequest("FILE", { zh: "一个 JSONL 文件", en: "one JSONL file" }, files.join(" ") || "—", io.language);
  return { verb, file, json };
}

function tell({ lines, entered, repeated, refused, whole }: FileImport, language: "zh" | "en"): string {
  return language === "zh"
    ? `已读${lines}行：入库${entered}篇，已有${repeated}篇，不是文书${refused}行${whole ? "。" : "（未读完）"}`
    : `${lines} lines: ${entered} entered, ${repeated} known, ${refused} no document${whole ? "." : " (not read to the end)"}`;
}

function tellRenewal({ renewed, left, whole }: Renewal, language: "zh" | "en"): string {
  return language === "zh"
    ? `已重读${renewed}篇，尚有${left}篇由旧模型读过${whole ? "。" : "（未读完）"}`
    : `${renewed} read again, ${left} still read by an older model${whole ? "." : " (not to the end)"}`;
}
