import { createReadStream } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { mustBeFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { readConfig } from "#config.ts";
import { openDatabase } from "#database/open-database.ts";
import { openInstallation } from "#database/open-installation.ts";
import { type FileImport, importFile } from "#library/import-file.command.ts";
import { loadLibraryKnowledge } from "#library/load-library-knowledge.query.ts";

/** `tandem library import`: exit 0 every line entered or known, 1 some lines were no document, 2 wrong arguments, 3 the installation cannot be reached. */
export const libraryCommand: Command = {
  name: "library",
  usage: "tandem library import FILE.jsonl [--json]",
  summary: {
    zh: "把已公开的裁判文书（每行 {id, text, name?}）导入本机安装的类案库；相同的不重复入库，可以随时重来",
    en: "take published judgments (lines of {id, text, name?}) into this installation's library of similar cases; repeating is safe",
  },
  run: async (args, io) => {
    const { file, json } = readArguments(args, io);
    await mustBeFile(file, "FILE", io);
    const config = readConfig(io.environment, dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
    const installation = await openInstallation(config, (sentence) => io.say(sentence[io.language]));
    try {
      const database = openDatabase(installation.appUrl, { connections: 2 });
      try {
        const path = resolve(io.workingFolder, file);
        const parts = { database, knowledge: loadLibraryKnowledge(), now: io.now, signal: io.signal };
        const figures = await importFile(parts, basename(file), createReadStream(path), (so) => io.say(tell(so, io.language)));
        await io.out(json ? `${JSON.stringify(figures, null, 2)}\n` : `${tell(figures, io.language)}\n`);
        for (const { line, sentence } of figures.problems) io.say(`${line}: ${sentence[io.language]}`);
        return figures.refused > 0 || !figures.whole ? 1 : 0;
      } finally {
        await database.close();
      }
    } finally {
      await installation.close();
    }
  },
};

function readArguments(args: readonly string[], io: CommandIo): { readonly file: string; readonly json: boolean } {
  const [verb, ...rest] = args;
  if (verb !== "import") throw new WrongRequest("LIBRARY", { zh: "import", en: "import" }, verb ?? "—", io.language);
  const files = rest.filter((argument) => argument !== "--json");
  const [file = "—"] = files;
  if (files.length !== 1 || file.startsWith("--"))
    throw new WrongRequest("FILE", { zh: "一个 JSONL 文件", en: "one JSONL file" }, files.join(" ") || "—", io.language);
  return { file, json: rest.includes("--json") };
}

function tell({ lines, entered, repeated, refused, whole }: FileImport, language: "zh" | "en"): string {
  return language === "zh"
    ? `已读${lines}行：入库${entered}篇，已有${repeated}篇，不是文书${refused}行${whole ? "。" : "（未读完）"}`
    : `${lines} lines: ${entered} entered, ${repeated} known, ${refused} no document${whole ? "." : " (not read to the end)"}`;
}
