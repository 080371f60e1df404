import { join } from "node:path";
import { z } from "zod";
import type { CommandIo, ExitStatus } from "#cli/command.ts";

const Line = z.object({
  seized: z.number(),
  valid: z.number(),
  distinct: z.number(),
  excluded: z.record(z.string(), z.number()),
  duplicates: z.number(),
});
export type LedgerLine = z.infer<typeof Line>;

const Kind = z.object({ kind: z.string(), found: z.number(), valid: z.number(), damaged: z.number(), invalid: z.number() });

/** The answer of `tandem count --json` in the contract's own words, written here anew so that the project's schema is tested too. */
const Result = z.object({
  tool: z.object({ name: z.literal("tandem"), version: z.string(), rules: z.string() }),
  options: z.object({ item: z.string(), key: z.string() }),
  coverage: z.object({
    sources: z.number(),
    scanned: z.number(),
    partly: z.number(),
    unreadable: z.number(),
    bytes: z.number(),
    bytesScanned: z.number(),
  }),
  sources: z.array(
    z.object({
      path: z.string(),
      format: z.string(),
      encoding: z.string().nullable(),
      bytes: z.number(),
      sha256: z.string().nullable(),
      sm3: z.string().nullable(),
      status: z.enum(["scanned", "partly", "unreadable"]),
      problem: z.unknown(),
      records: z.number(),
      columns: z.array(z.object({ name: z.string(), kind: z.string().nullable(), share: z.number().min(0).max(1) })),
      kinds: z.array(Kind),
    }),
  ),
  kinds: z.array(Kind.extend({ distinct: z.number() })),
  ledger: z.object({ total: Line, tiers: z.object({ A: Line, B: Line, C: Line }) }),
  persons: z.object({ atLeast: z.number(), atMost: z.number() }),
  groups: z.object({ asOf: z.string(), under14: z.number(), under18: z.number(), over60: z.number(), women: z.number() }),
  speed: z.object({ seconds: z.number(), bytesPerSecond: z.number() }),
});
export type CountAnswer = z.infer<typeof Result>;

type Execute = (argv: readonly string[], io: CommandIo) => Promise<ExitStatus>;

/** Runs `tandem COMMAND …` in this process in `folder`; answers the exit status, the words for people and the data. */
export async function runTandem(
  execute: Execute,
  folder: string,
  argv: readonly string[],
): Promise<{ exit: number; words: string; data: string }> {
  const [data, words]: [string[], string[]] = [[], []];
  const exit = await execute(argv, {
    out: async (text) => void data.push(text),
    say: (line) => void words.push(line),
    language: "zh",
    now: new Date(),
    workingFolder: folder,
    environment: process.env,
    signal: new AbortController().signal,
  });
  return { exit, words: words.join("\n"), data: data.join("") };
}

/** Runs `tandem count PATH… --json`. `result` is null where no data came; data that does not have the contract's shape throws. */
export async function runCount(
  execute: Execute,
  folder: string,
  paths: readonly string[],
  options: readonly string[],
): Promise<{ exit: number; words: string; result: CountAnswer | null }> {
  const { exit, words, data } = await runTandem(execute, folder, [
    "count",
    ...paths.map((path) => join(folder, path)),
    "--json",
    ...options,
  ]);
  return { exit, words, result: data.trim() === "" ? null : Result.parse(JSON.parse(data)) };
}

/** "7 → 3 → 2 (invalid 4)": seized, valid, distinct and what was excluded for which reason. */
export function parseLedgerLine(text: string): LedgerLine {
  const match = /^(\d+) → (\d+) → (\d+)(?: \((.+)\))?$/.exec(text);
  if (match === null) throw new Error(`not a ledger line: ${text}`);
  const [seized = 0, valid = 0, distinct = 0] = match.slice(1, 4).map(Number);
  const excluded = Object.fromEntries(
    (match[4]?.split(", ") ?? []).map((part) => [part.replace(/ \d+$/, ""), Number(/\d+$/.exec(part)?.[0])]),
  );
  return { seized, valid, distinct, excluded, duplicates: valid - distinct };
}

export const EMPTY_LINE = "0 → 0 → 0";
const REASONS = ["rejected", "anonymised", "test-data", "invalid", "damaged", "not-identifying"];

/** The same the other way round, the reasons in the contract's order. Throws where valid less duplicates is not distinct. */
export function printLedgerLine({ seized, valid, distinct, excluded, duplicates }: LedgerLine): string {
  if (valid - duplicates !== distinct) throw new Error(`valid ${valid} less duplicates ${duplicates} is not distinct ${distinct}`);
  const reasons = Object.keys(excluded).sort((a, b) => REASONS.indexOf(a) - REASONS.indexOf(b));
  const parts = reasons.filter((reason) => excluded[reason] !== 0).map((reason) => `${reason} ${excluded[reason]}`);
  return `${seized} → ${valid} → ${distinct}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`;
}
