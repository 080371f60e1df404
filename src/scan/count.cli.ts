import { readFile, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { type Command, type CommandIo, type ExitStatus, WrongRequest } from "#cli/command.ts";
import { writeBundle } from "#scan/bundle/write-bundle.ts";
import { CountKey, PAIR_KEYS } from "#scan/corrections/corrections.contract.ts";
import { compareKnown, parseKnownSources, tellComparison } from "#scan/count/known-sources.ts";
import { localDate } from "#scan/count/local-date.ts";
import { printCount } from "#scan/count/print-count.ts";
import { readPasswords } from "#scan/count/read-passwords.ts";
import { type PersonValues, readPersons, refuseUnmatched } from "#scan/count/read-persons.ts";
import { watchProgress } from "#scan/count/watch-progress.ts";
import { countFiles } from "#scan/count-files.ts";
import { KIND_NAMES } from "#scan/kinds.ts";
import { OtherState } from "#scan/resume/state-file.ts";
import { CountOptions, type CountResult } from "#scan/scan.contract.ts";
import type { KnownHashes } from "#scan/sources/inspect-bytes.ts";

/** `tandem count PATH…`: scan evidence and count personal information (the command line's contract, section 1). */
export const countCommand: Command = {
  name: "count",
  usage:
    "tandem count PATH… [--json] [--item record|person] [--key auto|row|KIND|name+KIND] [--definitions] [--corrections FILE] [--decisions FILE] [--as communication-content] [--names-in-text on|off] [--as-of DATE] [--ocr] [--password-file FILE] [--manifest FILE] [--workers N] [--resume FOLDER] [--bundle OUT/] [--lang en]",
  summary: {
    zh: "扫描证据并清点公民个人信息：扣押、有效、去重三本账，人数与人群，以及哪些内容没能读取。",
    en: "Scan evidence and count personal information: three ledgers, persons and groups, and what could not be read.",
  },
  run,
};

async function run(args: readonly string[], io: CommandIo): Promise<ExitStatus> {
  const { values, paths } = parseRequest(args, io);
  const options = { ...parseOptions(values, io), ...(await readPersons(values, io)) };
  await assertPaths(paths, io);
  for (const argument of ["bundle", "resume"] as const) assertOutside(argument, values[argument], paths, io);
  assertResumable(values, io);
  const known = values.manifest === undefined ? undefined : await readManifest(values.manifest, io);
  const progress = watchProgress(io.language);
  const deliver = async (counted: CountResult) => {
    progress.end();
    refuseUnmatched(counted, io);
    if (values.bundle === undefined) return;
    await writeBundle(resolve(io.workingFolder, values.bundle), localDate(io.now), counted);
    io.say(io.language === "zh" ? `固定包已写入 ${values.bundle}` : `bundle written to ${values.bundle}`);
  };
  const result = await countFiles(paths, options, {
    workingFolder: io.workingFolder,
    today: localDate(io.now),
    signal: io.signal,
    onProgress: progress.show,
    deliver,
    ...parseWorkers(values, io),
    ...(known === undefined ? {} : { known }),
    ...(values.resume === undefined
      ? {}
      : { resume: { folder: values.resume, onChanged: (path: string) => io.say(tellChanged(path, io.language)) } }),
    passwords: await readPasswords(values["password-file"], io),
  })
    .catch((problem: unknown) => {
      if (!(problem instanceof OtherState)) throw problem;
      const expected = {
        zh: "同一清点（口径、程序版本相同）留下的文件夹，或空文件夹",
        en: "the folder of this very count (same options and version), or an empty one",
      };
      throw new WrongRequest("--resume", expected, values.resume ?? "", io.language);
    })
    .finally(progress.end);
  const manifest = known === undefined ? null : compareKnown(known, result.sources);
  for (const line of manifest === null ? [] : tellComparison(manifest, io.language)) io.say(line);
  const answer = manifest === null ? result : { ...result, manifest };
  await io.out(values.json ? `${JSON.stringify(answer, null, 2)}\n` : printCount(result, io.language));
  return result.coverage.partly + result.coverage.unreadable > 0 ? 1 : 0;
}

type Values = PersonValues & {
  ocr?: boolean;
  "password-file"?: string;
  manifest?: string;
  workers?: string;
  resume?: string;
  json?: boolean;
  item?: string;
  key?: string;
  as?: string;
  "names-in-text"?: string;
  "as-of"?: string;
  bundle?: string;
};

function parseRequest(args: readonly string[], io: CommandIo): { values: Values; paths: string[] } {
  const string = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        ocr: { type: "boolean" },
        definitions: { type: "boolean" },
        corrections: string,
        decisions: string,
        "password-file": string,
        manifest: string,
        workers: string,
        resume: string,
        item: string,
        key: string,
        as: string,
        "names-in-text": string,
        "as-of": string,
        bundle: string,
      },
    });
    if (positionals.length === 0)
      throw new WrongRequest("PATH", { zh: "至少一个文件或文件夹", en: "at least one file or folder" }, "—", io.language);
    return { values, paths: positionals };
  } catch (problem) {
    if (problem instanceof WrongRequest) throw problem;
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest("OPTION", { zh: countCommand.usage, en: countCommand.usage }, found, io.language);
  }
}

function parseOptions(values: Values, io: CommandIo): CountOptions {
  const item = CountOptions.shape.item.safeParse(values.item);
  if (!item.success) throw new WrongRequest("--item", { zh: "record 或 person", en: "record or person" }, values.item ?? "", io.language);
  const key = values.key ?? "auto";
  if (!CountKey.safeParse(key).success) {
    const kinds = [...PAIR_KEYS, ...KIND_NAMES].join(", ");
    throw new WrongRequest("--key", { zh: `auto、row 或一种信息（${kinds}）`, en: `auto, row or a kind (${kinds})` }, key, io.language);
  }
  const as = CountOptions.shape.as.safeParse(values.as);
  if (!as.success)
    throw new WrongRequest("--as", { zh: "communication-content", en: "communication-content" }, values.as ?? "", io.language);
  const names = CountOptions.shape.namesInText.safeParse(values["names-in-text"]);
  if (!names.success)
    throw new WrongRequest("--names-in-text", { zh: "on 或 off", en: "on or off" }, values["names-in-text"] ?? "", io.language);
  const asOf = CountOptions.shape.asOf.safeParse(values["as-of"] ?? localDate(io.now));
  if (!asOf.success)
    throw new WrongRequest(
      "--as-of",
      { zh: "日期（如 2026-11-22）", en: "a date (such as 2026-11-22)" },
      values["as-of"] ?? "",
      io.language,
    );
  return {
    item: item.data,
    key,
    asOf: asOf.data,
    as: as.data,
    ...(names.data === undefined ? {} : { namesInText: names.data }),
    ...(values.ocr ? { ocr: true } : {}),
  };
}

function parseWorkers({ workers }: Values, io: CommandIo): { workers?: number } {
  if (workers === undefined) return {};
  if (!/^[1-9]\d{0,2}$/.test(workers))
    throw new WrongRequest("--workers", { zh: "线程数（1至999）", en: "a number of threads (1 to 999)" }, workers, io.language);
  return { workers: Number(workers) };
}

async function readManifest(file: string, io: CommandIo): Promise<KnownHashes> {
  const text = await readFile(resolve(io.workingFolder, file), "utf8").catch((problem: unknown) => {
    if (problem instanceof Error && "code" in problem) return "";
    throw problem;
  });
  const known = parseKnownSources(text);
  const expected = { zh: "固定包的 manifest.json，或先前清点的答复", en: "a bundle's manifest.json or an earlier answer of count" };
  if (known === null) throw new WrongRequest("--manifest", expected, file, io.language);
  return known;
}

async function assertPaths(paths: readonly string[], io: CommandIo): Promise<void> {
  for (const path of paths)
    try {
      const found = await stat(resolve(io.workingFolder, path));
      // A pipe has no length and no second reading: nothing in it would be counted.
      if (!found.isFile() && !found.isDirectory())
        throw new WrongRequest(
          "PATH",
          { zh: "文件或文件夹（不是管道、设备）", en: "a file or folder, no pipe or device" },
          path,
          io.language,
        );
    } catch (problem) {
      const missing = problem instanceof Error && "code" in problem && (problem.code === "ENOENT" || problem.code === "ENOTDIR");
      if (!missing) throw problem;
      throw new WrongRequest("PATH", { zh: "存在的文件或文件夹", en: "an existing file or folder" }, path, io.language);
    }
}

/** What is written among the evidence would be counted the next time and make every verification fail. */
function assertOutside(argument: "bundle" | "resume", folder: string | undefined, paths: readonly string[], io: CommandIo): void {
  if (folder === undefined) return;
  const out = resolve(io.workingFolder, folder);
  for (const path of paths) {
    const evidence = resolve(io.workingFolder, path);
    if (out === evidence || out.startsWith(evidence.endsWith(sep) ? evidence : evidence + sep))
      throw new WrongRequest(`--${argument}`, { zh: "证据之外的文件夹", en: "a folder outside the evidence" }, folder, io.language);
  }
}

/** What persons had to say is held against each record as it is read; such a count is not continued. */
function assertResumable({ resume, definitions, corrections, decisions }: Values, io: CommandIo): void {
  if (resume === undefined || (!definitions && corrections === undefined && decisions === undefined)) return;
  const expected = {
    zh: "不与 --definitions、--corrections、--decisions 同用",
    en: "not together with --definitions, --corrections or --decisions",
  };
  throw new WrongRequest("--resume", expected, resume, io.language);
}

function tellChanged(path: string, language: "zh" | "en"): string {
  return language === "zh" ? `来源自上次中断后已变化，重新清点：${path}` : `changed since the count was cut off, counted anew: ${path}`;
}
