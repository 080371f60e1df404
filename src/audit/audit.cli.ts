import { randomUUID } from "node:crypto";
import { access } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type AnchorFile, openAnchorFile } from "#audit/anchor.ts";
import type { AuditVerification } from "#audit/audit.contract.ts";
import { recomputeChain } from "#audit/verify-audit.command.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { type Config, readConfig } from "#config.ts";
import { openDatabase } from "#database/open-database.ts";
import { openInstallation } from "#database/open-installation.ts";

/** `tandem audit verify`: exit 0 the chain holds, 1 it does not, 2 wrong arguments, 3 the installation cannot be reached. */
export const auditCommand: Command = {
  name: "audit",
  usage: "tandem audit verify [--json]",
  summary: {
    zh: "核验本机安装的留痕链，指出被改动、删除、调换或截断的记录（未启动时会临时启动数据库）",
    en: "verify the audit chain of this installation and name entries changed, deleted, reordered or cut off (starts the database if need be)",
  },
  run: async (args, io) => {
    const isJson = readArguments(args, io);
    const config = readConfig(io.environment, dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
    const verification = await verifyInstallation(config, io);
    await io.out(isJson ? `${JSON.stringify(verification, null, 2)}\n` : print(verification, io.language));
    return verification.holds ? 0 : 1;
  },
};

function readArguments(args: readonly string[], io: CommandIo): boolean {
  const [verb, ...rest] = args;
  if (verb !== "verify") throw new WrongRequest("AUDIT", { zh: "verify", en: "verify" }, verb ?? "—", io.language);
  const unknown = rest.find((argument) => argument !== "--json");
  if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json 或不填", en: "--json or nothing" }, unknown, io.language);
  return rest.includes("--json");
}

async function verifyInstallation(config: Config, io: CommandIo): Promise<AuditVerification> {
  const anchors = await openAnchors(config, io);
  const installation = await openInstallation(config, (sentence) => io.say(sentence[io.language]));
  try {
    // As the owner: what was hidden from the application role must not be hidden from the check.
    const database = openDatabase(installation.ownerUrl, { connections: 2 });
    try {
      return await recomputeChain({ database, anchors }, { as: "nobody" }, randomUUID(), io.now);
    } finally {
      await database.close();
    }
  } finally {
    await installation.close();
  }
}

/** Without anchors and without the key the chain can still be recomputed; only a cut-off end cannot be seen then, which is said. */
async function openAnchors(config: Config, io: CommandIo): Promise<AnchorFile> {
  if ((await isThere(config.keyFile)) || (await isThere(config.anchorFile))) return openAnchorFile(config.anchorFile, config.keyFile);
  io.say(
    io.language === "zh"
      ? `没有密钥文件 ${config.keyFile}，无锚点可对照：尾部被截断无法发现。`
      : `no key file ${config.keyFile} and no anchors: an end that was cut off cannot be seen.`,
  );
  return { read: async () => [], append: async () => undefined };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false; // whatever keeps it from being read is said when it is opened
  }
}

const NO_ANCHORS = {
  zh: "注意：没有可对照的锚点（锚点文件缺失或者为空），尾部被截断无法发现。",
  en: "Mind: there are no anchors to compare with (the file is missing or empty); an end that was cut off cannot be seen.",
};

function print(verification: AuditVerification, language: "zh" | "en"): string {
  const { holds, entries, anchors, head, problems } = verification;
  const lines =
    language === "zh"
      ? [holds ? "留痕链完整。" : "留痕链不完整：", `共${entries}条，对照锚点${anchors}个，末条校验值 ${head}`]
      : [holds ? "The audit chain holds." : "The audit chain does not hold:", `${entries} entries, ${anchors} anchors, head ${head}`];
  const [verdict = "", sum = ""] = lines;
  // An anchor is written within a minute of the first entry: none at all means that somebody took them away.
  if (entries > 0 && anchors === 0) lines.push(NO_ANCHORS[language]);
  return `${[verdict, ...problems.map((problem) => `  ${problem.sentence[language]}`), sum, ...lines.slice(2)].join("\n")}\n`;
}
