import type { GainsResult, Treatment } from "#gains/gains.contract.ts";
import type { FlowReading } from "#gains/read-money-flow.ts";

const TREATMENTS = {
  gain: { zh: "收入", en: "income" },
  "cost-returned": { zh: "成本退回", en: "cost returned" },
  refund: { zh: "退款", en: "refund" },
  reversal: { zh: "冲正", en: "reversal" },
  cost: { zh: "成本", en: "cost" },
  internal: { zh: "内部转账", en: "internal" },
  unrelated: { zh: "无关", en: "unrelated" },
  failed: { zh: "未成交", en: "failed" },
  duplicate: { zh: "重复", en: "duplicate" },
  open: { zh: "待认定", en: "open" },
} as const satisfies Record<Treatment, { zh: string; en: string }>;

/** The figures and every line with its reason, for a person. */
export function printGains(result: GainsResult, unread: FlowReading["unread"], language: "zh" | "en"): string {
  const say = (zh: string, en: string) => (language === "zh" ? zh : en);
  const out: string[] = [];
  for (const figures of result.currencies) {
    const { currency, received, presumedReceived, refunds, reversals, costs, costsReturned, gains, profit, open } = figures;
    out.push(
      currency,
      say(`  收入 ${received}（其中按默认认定 ${presumedReceived}）`, `  income ${received} (of it presumed ${presumedReceived})`),
      say(
        `  退款 ${refunds}  冲正 ${reversals}  成本 ${costs}  成本退回 ${costsReturned}`,
        `  refunds ${refunds}  reversals ${reversals}  costs ${costs}  costs returned ${costsReturned}`,
      ),
      say(`  违法所得 ${gains}  获利 ${profit}`, `  gains ${gains}  profit ${profit}`),
    );
    if (open.lines > 0)
      out.push(
        say(
          `  待认定 ${open.lines} 行：收入 ${open.in}、支出 ${open.out}、不明 ${open.unknown}`,
          `  open ${open.lines} lines: in ${open.in}, out ${open.out}, unknown ${open.unknown}`,
        ),
      );
  }
  const { total, choices } = result;
  out.push(
    say(`合计（人民币）违法所得 ${total.gains}  获利 ${total.profit}`, `In all (CNY): gains ${total.gains}, profit ${total.profit}`),
  );
  for (const { currency, rate, on, source } of total.converted)
    out.push(say(`  ${currency} 按 ${rate} 折算（${on}，${source}）`, `  ${currency} at ${rate} (${on}, ${source})`));
  out.push(
    say(
      `退款：${choices.refunds.deduct ? "扣除" : "不扣除"}（${choices.refunds.reason.zh}）`,
      `Refunds ${choices.refunds.deduct ? "deducted" : "not deducted"}: ${choices.refunds.reason.en}`,
    ),
    say(
      `成本：${choices.costs.deduct ? "扣除" : "不扣除"}（${choices.costs.reason.zh}）`,
      `Costs ${choices.costs.deduct ? "deducted" : "not deducted"}: ${choices.costs.reason.en}`,
    ),
    say("明细", "Lines"),
  );
  for (const line of result.lines)
    out.push(
      `  ${line.id}  ${line.date ?? "—"}  ${line.amount ?? "?"} ${line.currency}  ${TREATMENTS[line.treatment][language]}  ${line.onGains}  ${line.because[language]}`,
    );
  for (const notice of result.notices) out.push(`! ${notice[language]}`);
  for (const { sheet, sentence } of unread) out.push(`! ${sheet ?? ""} ${sentence[language]}`);
  if (!result.complete)
    out.push(say("! 尚不完整：有待认定的行或者未折算的币种。", "! Not complete: lines are open or a currency is kept apart."));
  return `${out.join("\n")}\n`;
}
