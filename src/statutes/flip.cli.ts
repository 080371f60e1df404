import { answerJsonLines, readJsonFile } from "#cli/answer-requests.ts";
import { type Command, WrongRequest } from "#cli/command.ts";
import type { Answered } from "#cli/refused.ts";
import { findFlips } from "#statutes/find-flips.ts";
import type { FlipAnswer } from "#statutes/flip.contract.ts";
import { parseFacts } from "#statutes/parse-facts.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import { takeProvisions } from "#statutes/take-provisions.cli.ts";

/** `tandem flip`: where the band would change as each contested fact moves (the command line's contract, section 2). */
export const flipCommand: Command = {
  name: "flip",
  usage: "tandem flip FACTS.json|- [--json] [--provisions DIR] | tandem flip --jsonl FILE|-",
  summary: {
    zh: "逐项列出情节会改变的临界值和余量：哪些事实必须证明，哪些无关结果",
    en: "for each contested fact the value at which the band changes, and the margin",
  },
  run: async (given, io) => {
    const { rest: args, load } = takeProvisions(given, io);
    const unknown = args.find((argument) => argument.startsWith("--") && argument !== "--json" && argument !== "--jsonl");
    if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json 或 --jsonl", en: "--json or --jsonl" }, unknown, io.language);
    const [file, more] = args.filter((argument) => !argument.startsWith("--"));
    if (file === undefined || more !== undefined)
      throw new WrongRequest(
        "FACTS.json",
        { zh: "一个文件名，或 - 表示标准输入", en: "one file name, or - for standard input" },
        more ?? "—",
        io.language,
      );
    const provisions = load();
    if (args.includes("--jsonl")) {
      await answerJsonLines(file, io, (request): Answered => answerRequest(request, provisions));
      return 0;
    }
    const answered = answerRequest(await readJsonFile(file, "FACTS.json", io), provisions);
    if (!answered.ok) throw new WrongRequest(answered.argument, answered.expected, answered.found, io.language);
    await io.out(args.includes("--json") ? `${JSON.stringify(answered.answer, null, 2)}\n` : printFlips(answered.answer, io.language));
    return 0;
  },
};

function answerRequest(request: unknown, provisions: Provisions) {
  const parsed = parseFacts(request);
  return parsed.ok ? ({ ok: true, answer: findFlips(parsed.facts, provisions) } as const) : parsed;
}

const BANDS = {
  none: { zh: "未达到情节严重", en: "below serious" },
  serious: { zh: "情节严重", en: "serious" },
  "especially-serious": { zh: "情节特别严重", en: "especially serious" },
} as const;

function printFlips({ band, flips }: FlipAnswer, language: "zh" | "en"): string {
  const lines = flips.map(({ fact, value, changesAt, to, margin }) => {
    if (to !== null && changesAt === null) return `  ${fact} = ${language === "zh" ? "未知" : "unknown"}  → ${BANDS[to][language]}`;
    if (to === null) return `  ${fact} = ${value}  ${language === "zh" ? "不影响结果" : "does not change the band"}`;
    return `  ${fact} = ${value}  → ${changesAt}: ${BANDS[to][language]}${margin === null ? "" : `  (${(margin * 100).toFixed(1)} %)`}`;
  });
  return `${[BANDS[band][language], ...lines].join("\n")}\n`;
}
