import { parseArgs } from "node:util";
import { z } from "zod";
import { type CommandIo, WrongRequest } from "#cli/command.ts";

export type TransfersArguments = {
  readonly verb: "verify" | "export" | "import" | "fingerprint";
  /** the file, or the id of the transfer; empty for `fingerprint` */
  readonly what: string;
  /** empty where no person acts */
  readonly account: string;
  readonly fingerprint: string | null;
  readonly out: string | null;
  readonly json: boolean;
};

const Verb = z.enum(["verify", "export", "import", "fingerprint"]);
type Option = "account" | "fingerprint" | "out" | "json";
/** What each verb understands; anything else is a mistake and not ignored. */
const OPTIONS: Readonly<Record<z.infer<typeof Verb>, readonly Option[]>> = {
  verify: ["fingerprint", "json"],
  export: ["account", "out"],
  import: ["account", "fingerprint", "out", "json"],
  fingerprint: [],
};

/** @throws WrongRequest naming the argument, what was expected and what came */
export function readArguments([first, ...rest]: readonly string[], io: CommandIo): TransfersArguments {
  const verb = Verb.safeParse(first);
  const wrong = (argument: string, zh: string, en: string, found: string) => new WrongRequest(argument, { zh, en }, found, io.language);
  if (!verb.success) throw wrong("TRANSFERS", Verb.options.join("、"), Verb.options.join(", "), first ?? "—");
  const { values, positionals } = parse(rest, io);
  const known: readonly string[] = OPTIONS[verb.data];
  const stray = Object.keys(values).find((name) => !known.includes(name));
  if (stray !== undefined) throw wrong(`--${stray}`, "不填", "nothing", `transfers ${verb.data} --${stray}`);
  const wanted = verb.data === "fingerprint" ? 0 : 1;
  if (positionals.length !== wanted) {
    const [zh, en] = verb.data === "export" ? ["一件移送的编号", "the id of one transfer"] : ["一个移送包文件", "one file of a bundle"];
    throw wrong(
      wanted === 0 ? "FINGERPRINT" : "FILE",
      wanted === 0 ? "不填" : zh,
      wanted === 0 ? "nothing" : en,
      positionals.join(" ") || "—",
    );
  }
  const [what = ""] = positionals;
  if (verb.data === "export" && !z.uuid().safeParse(what).success)
    throw wrong("TRANSFER", "移送的编号（UUID）", "the id of a transfer (UUID)", what);
  const { account = "", fingerprint = null, out = null, json = false } = values;
  if (known.includes("account") && account === "") throw wrong("--account", "操作人的账号", "the account of who acts", "—");
  return { verb: verb.data, what, account, fingerprint, out, json };
}

function parse(args: readonly string[], io: CommandIo) {
  const value = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { account: value, fingerprint: value, out: value, json: { type: "boolean" } },
    });
  } catch (problem) {
    const found = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
    throw new WrongRequest(
      "OPTION",
      { zh: "--account、--fingerprint、--out、--json", en: "--account, --fingerprint, --out, --json" },
      found,
      io.language,
    );
  }
}
