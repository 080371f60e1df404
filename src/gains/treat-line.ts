import { FAILED_STATUS, REFUND_WORDS, REVERSAL_WORDS } from "#gains/flow-words.data.ts";
import type { Direction, MoneyFlowLine, Treatment } from "#gains/gains.contract.ts";

type Sentence = { readonly zh: string; readonly en: string };
export type Presumption = { readonly direction: Direction; readonly treatment: Treatment; readonly because: Sentence };

/** Names and numbers are compared without blanks, width and case. */
export function foldParty(party: string): string {
  return party.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}

/**
 * What a line is by the rules alone, before anybody decided: money into the accused's accounts is presumed to be income; money out of
 * them is presumed a refund or a reversal only where the table says so, else it stays open: a cost is nothing that a rule may presume.
 * `own` holds folded names and numbers of the accused.
 */
export function treatLine(line: MoneyFlowLine, own: ReadonlySet<string>): Presumption {
  const [payerOwn, payeeOwn] = [isOwn(line.payer, own), isOwn(line.payee, own)];
  const named: Direction = payerOwn && payeeOwn ? "internal" : payeeOwn ? "in" : payerOwn ? "out" : "unknown";
  const stated = line.stated ?? "unknown";
  const contradicts = named !== "unknown" && named !== "internal" && (stated === "in" || stated === "out") && stated !== named;
  const direction = named !== "unknown" ? named : stated;
  const say = (treatment: Treatment, zh: string, en: string): Presumption => ({ direction, treatment, because: { zh, en } });

  if (line.amount === null) return say("open", "金额未能读取", "the amount could not be read");
  if (isFailed(line.status))
    return say("failed", `状态为“${line.status}”，款项没有发生`, `its status is “${line.status}”: no payment happened`);
  if (contradicts) return say("open", "收付双方与所载收支方向相反", "payer and payee contradict the direction that is stated");
  if (named === "internal") return say("internal", "收付双方均为本方账户", "payer and payee are both accounts of the accused");
  if (direction === "internal") return say("open", "原表记为不计收支", "the table counts it neither as income nor as expense");
  if (direction === "unknown") return say("open", "不能确定是收入还是支出", "whether it came in or went out is not known");

  const words = `${line.note ?? ""} ${line.status ?? ""}`.toLowerCase();
  const [refund, reversal] = [REFUND_WORDS.find((word) => words.includes(word)), REVERSAL_WORDS.find((word) => words.includes(word))];
  if (direction === "in") {
    if (line.takesBack) return say("reversal", "收入方向的负数金额，冲减收入", "a negative amount of income takes income back");
    if (refund ?? reversal)
      return say(
        "open",
        `注明“${refund ?? reversal}”，可能是付出的款项退回`,
        `it says “${refund ?? reversal}”: perhaps a payment that came back`,
      );
    return say("gain", "款项进入本方账户", "paid into an account of the accused");
  }
  if (line.takesBack)
    return say("open", "支出方向的负数金额，可能是付出的款项退回", "a negative amount of expense: perhaps a payment that came back");
  if (reversal) return say("reversal", `注明“${reversal}”，冲减收入`, `it says “${reversal}”: income taken back`);
  if (refund) return say("refund", `注明“${refund}”，退还付款人`, `it says “${refund}”: given back to the payer`);
  return say("open", "支出的性质待认定（成本、退款或者无关）", "what the expense was is to be decided (cost, refund or unrelated)");
}

function isOwn(party: string | null, own: ReadonlySet<string>): boolean {
  return party !== null && own.has(foldParty(party));
}

function isFailed(status: string | null): boolean {
  if (status === null) return false;
  const folded = foldParty(status);
  return FAILED_STATUS.some((word) => folded === word || (word.length >= 3 && folded.includes(word)));
}

/** Which treatments a person may give a line of this direction. */
export const TREATMENTS_OF = {
  in: ["gain", "cost-returned", "reversal", "internal", "unrelated", "failed", "duplicate"],
  out: ["refund", "reversal", "cost", "cost-returned", "internal", "unrelated", "failed", "duplicate"],
  internal: ["gain", "cost-returned", "refund", "reversal", "cost", "internal", "unrelated", "failed", "duplicate"],
  unknown: ["gain", "cost-returned", "refund", "reversal", "cost", "internal", "unrelated", "failed", "duplicate"],
} as const satisfies Record<Direction, readonly Treatment[]>;
