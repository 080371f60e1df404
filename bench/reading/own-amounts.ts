import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ChargedFacts, isThere, readLines } from "./data.ts";

const Label = z.object({ id: z.string(), amount: z.number(), part: z.enum(["learn", "unseen"]) });
const LawBench = z.object({ idx: z.number(), question: z.string() });
const LexEval = z.object({ input: z.string() });

export type OwnAmount = { readonly id: string; readonly text: string; readonly amount: number; readonly part: "learn" | "unseen" };

/** Facts of theft, fraud and the like from sets made for other tasks, their amounts read by hand: half to learn from, half whose misses were never looked at. Ids and sums only stand here. */
export function readOwnAmounts(): OwnAmount[] {
  const file = join(import.meta.dirname, "own-amounts.jsonl");
  if (!existsSync(file)) return [];
  const labels = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Label.parse(JSON.parse(line)));
  const sets = new Map<string, ReadonlyMap<string, string>>();
  return labels.flatMap((label) => {
    const [set = "", key = ""] = label.id.split(":");
    const texts = sets.get(set) ?? readSet(set);
    sets.set(set, texts);
    const text = texts.get(key);
    return text === undefined ? [] : [{ ...label, text }];
  });
}

/** The facts alone, without what the task asks. */
function readSet(set: string): ReadonlyMap<string, string> {
  if (set === "charges") {
    const file = "charges/facts_charges.jsonl.gz";
    return new Map(isThere(file) ? readLines(file, ChargedFacts).map(({ id, facts }) => [id, facts]) : []);
  }
  const file = `${set}.jsonl`;
  if (!isThere(file)) return new Map();
  if (set.startsWith("lawbench"))
    return new Map(
      readLines(file, LawBench).map(({ idx, question }) => [String(idx), question.replace(/^(?:案件事实|事实|文书)[:：]/, "")]),
    );
  return new Map(
    readLines(file, LexEval).map(({ input }, line) => [
      String(line),
      input.replace(/^请?根据[^。]{0,30}。\s*/, "").replace(/\n[AＡ][:：.．][\s\S]*$/, ""),
    ]),
  );
}
