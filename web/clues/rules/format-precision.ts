import type { ClueRules, Precision, RuleFigures } from "#clues/rules/clue-rules.contract.ts";
import { RULE_WORDS } from "#clues/rules/rule-words.data.ts";
import type { Words } from "#web/design/text/text.ts";

const percent = (share: number) => `${Math.round(share * 100)}`;

/** 0.25 of 0.087 to 0.491 -> "25%（9–49%）" told with plain signs: "25% (9–49%)". */
export function formatPrecision({ share, lower, upper }: Precision): string {
  return `${percent(share)}% (${percent(lower)}–${percent(upper)}%)`;
}

export function wordsOfRule(rule: string): Words {
  return RULE_WORDS[rule] ?? { zh: rule, en: rule };
}

const COLUMNS = [
  "prompts",
  "waiting",
  "confirmed",
  "accepted",
  "falsely",
  "apart",
  "decided",
] as const satisfies readonly (keyof RuleFigures)[];

/** The table as CSV with a byte-order mark: one line a rule, shares with six decimals, empty where nothing is decided. */
export function buildRulesCsv({ rules }: ClueRules, tell: (words: Words) => string): string {
  const head = ["rule", "name", ...COLUMNS, "withheld", "precision", "lower95", "upper95", "conversion", "verdict", "decision"];
  const lines = rules.map(({ rule, figures, withheld, decided }) => {
    const { precision, conversion, verdict } = figures;
    const shares = [precision?.share, precision?.lower, precision?.upper, conversion].map((one) => (one == null ? "" : one.toFixed(6)));
    return [rule, tell(wordsOfRule(rule)), ...COLUMNS.map((name) => figures[name]), withheld, ...shares, verdict, decided?.decision ?? ""];
  });
  return `\uFEFF${[head, ...lines].map((line) => line.map(quote).join(",")).join("\r\n")}\r\n`;
}

function quote(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
