import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { mustBeFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, type ExitStatus, WrongRequest } from "#cli/command.ts";
import { type Outcome, type Refusal, sentenceOf } from "#refusals/refusal.ts";
import type { ImportedBundle } from "#transfers/bundles/bundle.contract.ts";
import { type BundleCheck, describeBundle } from "#transfers/bundles/describe-bundle.ts";
import { exportHere, importHere, ownFingerprint } from "#transfers/bundles/reach-installation.command.ts";
import { readArguments, type TransfersArguments } from "#transfers/read-arguments.ts";

/** `tandem transfers`: exit 0 done, 1 the file does not hold or the operation was refused, 2 wrong arguments, 3 the installation cannot be reached. */
export const transfersCommand: Command = {
  name: "transfers",
  usage:
    "tandem transfers verify FILE [--fingerprint HEX] [--json] | tandem transfers export TRANSFER --account NAME [--out FILE] | tandem transfers import FILE --account NAME [--fingerprint HEX] [--out RECEIPT] [--json] | tandem transfers fingerprint",
  summary: {
    zh: "移送包：核验（不需要数据库）、导出、导入（回执写入 --out 或者标准输出）、本机密钥指纹；口令取自 TANDEM_PASSWORD 或者标准输入",
    en: "signed bundles of transfers: verify (no database), export, import (the receipt goes to --out or standard output), this installation's fingerprint; the password comes from TANDEM_PASSWORD or standard input",
  },
  run: async (args, io) => {
    const given = readArguments(args, io);
    if (given.verb === "verify") return verify(given, io);
    if (given.verb === "import") return take(given, io);
    if (given.verb === "export") return send(given, io);
    await io.out(`${ownFingerprint(io)}\n`);
    return 0;
  },
};

async function verify({ what, fingerprint, json }: TransfersArguments, io: CommandIo): Promise<ExitStatus> {
  const check = describeBundle(await readText(what, io), fingerprint);
  await io.out(json ? `${JSON.stringify(check, null, 2)}\n` : print(check, fingerprint !== null, io.language));
  return check.holds ? 0 : 1;
}

async function send({ what, account, out }: TransfersArguments, io: CommandIo): Promise<ExitStatus> {
  const sent = await exportHere({ account, password: await readPassword(io), transferId: what }, io);
  if (!sent.ok) return say(sent, io);
  await put(Buffer.from(sent.value.bytes).toString(), out, io);
  return 0;
}

async function take({ what, account, fingerprint, out, json }: TransfersArguments, io: CommandIo): Promise<ExitStatus> {
  // Read before the password is: standard input holds one of the two.
  const bundle = await readText(what, io);
  const taken: Outcome<ImportedBundle> = await importHere(
    { account, password: await readPassword(io), bundle, trust: fingerprint ?? "" },
    io,
  );
  if (!taken.ok) return say(taken, io);
  const { receipt, ...answer } = taken.value;
  if (out !== null && receipt !== null) await put(receipt, out, io);
  if (json) await io.out(`${JSON.stringify(taken.value, null, 2)}\n`);
  else if (out === null && receipt !== null) await io.out(receipt);
  if (!json) io.say(tell(answer, io.language));
  return 0;
}

async function readText(file: string, io: CommandIo): Promise<string> {
  await mustBeFile(file, "FILE", io);
  return readFile(resolve(io.workingFolder, file), "utf8");
}

async function put(content: string, out: string | null, io: CommandIo): Promise<void> {
  if (out === null) await io.out(content);
  else await writeFile(resolve(io.workingFolder, out), content, { mode: 0o600 });
}

/** Never an argument, which every process of the machine could read. */
async function readPassword(io: CommandIo): Promise<string> {
  const { TANDEM_PASSWORD: password } = io.environment;
  if (password !== undefined && password !== "") return password;
  const expected = { zh: "环境变量 TANDEM_PASSWORD 或者标准输入中的口令", en: "the password in TANDEM_PASSWORD or on standard input" };
  if (process.stdin.isTTY) throw new WrongRequest("PASSWORD", expected, "—", io.language);
  const [line = ""] = (await text(process.stdin)).split(/\r?\n/);
  if (line === "") throw new WrongRequest("PASSWORD", expected, "—", io.language);
  return line;
}

function say(refusal: Refusal, io: CommandIo): ExitStatus {
  io.say(sentenceOf(refusal, io.language));
  return 1;
}

function tell({ kind, office, clueId, transferId }: Omit<ImportedBundle, "receipt">, language: "zh" | "en"): string {
  if (kind === "transfer")
    return language === "zh" ? `已收到${office}移送的线索，编号 ${clueId}` : `took the clue from ${office} in as ${clueId}`;
  return language === "zh"
    ? `已收到${office}的回执，移送 ${transferId}`
    : `took the receipt of ${office} in for the transfer ${transferId}`;
}

function print({ holds, problem, bundle, fingerprint }: BundleCheck, isToldWhose: boolean, language: "zh" | "en"): string {
  const lines =
    language === "zh" ? [holds ? "移送包完整。" : "移送包不成立："] : [holds ? "The bundle holds." : "The bundle does not hold:"];
  if (problem !== null) lines.push(`  ${problem[language]}`);
  if (bundle !== null) {
    const what = { transfer: { zh: "移送", en: "transfer" }, receipt: { zh: "回执", en: "receipt" } }[bundle.kind][language];
    lines.push(`  ${what}  ${bundle.bundleId}  ${bundle.from.name} → ${bundle.to.name}  ${bundle.madeAt}`);
  }
  if (fingerprint !== null) lines.push(`  ${fingerprint}`);
  if (holds && !isToldWhose)
    lines.push(
      language === "zh"
        ? "注意：这只说明内容由该密钥签署；密钥是谁的，请与对方核对指纹（--fingerprint）。"
        : "Mind: this says that the key signed it; whose key it is, ask them for its fingerprint (--fingerprint).",
    );
  return `${lines.join("\n")}\n`;
}
