import { done, type Outcome } from "#refusals/refusal.ts";
import type { AlternativeAction, AlternativeEvent, AlternativeState } from "#remedies/alternatives/alternatives.contract.ts";
import type { AlternativeRule } from "#remedies/books/books.contract.ts";
import type { Recorded } from "#remedies/record.contract.ts";
import { conditionNotMet, wrongInput, wrongState } from "#remedies/refuse-remedy.ts";

const STATUS_NAMES = {
  promised: { zh: "已承诺", en: "promised" },
  returned: { zh: "退回补正", en: "sent back" },
  accepted: { zh: "已验收", en: "accepted" },
  verified: { zh: "抽查通过", en: "verified" },
  failed: { zh: "抽查未通过", en: "found again" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
} as const;
/** What may be done in each status: the only table of it. */
export const ALTERNATIVE_ACTS = {
  promised: ["prove", "accept", "return", "withdraw"],
  returned: ["prove", "accept", "withdraw"],
  accepted: ["spot-check"],
  verified: ["spot-check"],
  failed: ["prove", "accept", "spot-check", "withdraw"],
  withdrawn: [],
} as const satisfies Record<AlternativeState["status"], readonly AlternativeAction["type"][]>;

/** The record after all events, oldest first, as it stands on `today`. @throws when the first is not `begin` */
export function foldAlternative(
  events: readonly Recorded<AlternativeEvent>[],
  rule: AlternativeRule | undefined,
  today: string,
): AlternativeState {
  const [first, ...rest] = events;
  if (first?.event.type !== "begin") throw new Error('the first event of an alternative is "begin"');
  const { content } = first.event;
  let status: AlternativeState["status"] = "promised";
  let [accepted, spotCheckOn]: [AlternativeState["accepted"], string | null] = [null, null];
  const proofs: AlternativeState["proofs"] = [];
  const spotChecks: AlternativeState["spotChecks"] = [];
  for (const { event, by, at } of rest) {
    switch (event.type) {
      case "prove":
        proofs.push({ proof: event.proof, on: event.on, document: event.document, evidenceId: event.evidenceId, by, at });
        break;
      case "accept":
        [status, accepted, spotCheckOn] = ["accepted", { note: event.note, by, at }, event.spotCheckOn];
        break;
      case "return":
        status = "returned";
        break;
      case "spot-check":
        spotChecks.push({ on: event.on, result: event.result, how: event.how, document: event.document, by, at });
        if (event.result === "clean") status = "verified";
        if (event.result === "found-again") [status, accepted] = ["failed", null];
        spotCheckOn = event.nextOn;
        break;
      case "withdraw":
        status = "withdrawn";
        break;
      case "begin":
        break;
      default:
        event satisfies never;
    }
  }
  const proved = new Set(proofs.map(({ proof }) => proof));
  const missing = (rule?.proofs ?? []).flatMap(({ id, required }) => (required && !proved.has(id) ? [id] : []));
  const waits = status === "promised" || status === "returned" || status === "failed";
  const overdue = (waits && content.until < today) || (status !== "withdrawn" && spotCheckOn !== null && spotCheckOn < today);
  return { content, status, proofs, missing, accepted, spotCheckOn, spotChecks, overdue };
}

/** Decides an act: the event to record or the refusal. Pure. */
export function decideAlternative(
  action: AlternativeAction,
  { status, missing }: AlternativeState,
  { rule, today }: { readonly rule: AlternativeRule; readonly today: string },
): Outcome<AlternativeEvent> {
  const allowed: readonly string[] = ALTERNATIVE_ACTS[status];
  if (!allowed.includes(action.type)) return wrongState(STATUS_NAMES[status].zh, STATUS_NAMES[status].en);
  if ("on" in action && action.on > today) return wrongInput("on", `不晚于今天（${today}）`, `today (${today}) at the latest`, action.on);
  switch (action.type) {
    case "prove":
      return rule.proofs.some(({ id }) => id === action.proof)
        ? done(action)
        : wrongInput("proof", "目录所列的证明", "a proof of the catalogue", action.proof);
    case "accept": {
      if (missing.length > 0) {
        const names = rule.proofs.filter(({ id }) => missing.includes(id));
        return conditionNotMet(
          `尚缺：${names.map(({ name }) => name.zh).join("、")}`,
          `Still missing: ${names.map(({ name }) => name.en).join(", ")}`,
          rule.cite,
        );
      }
      if (rule.spotCheck && (action.spotCheckOn === null || action.spotCheckOn <= today))
        return conditionNotMet("须定今天以后的抽查日期", "Set a later day for the spot check", rule.cite);
      return done(action);
    }
    case "spot-check":
      if (!rule.spotCheck) return conditionNotMet("此项不需要抽查", "This one needs no spot check", rule.cite);
      if (action.nextOn !== null && action.nextOn <= today)
        return wrongInput("nextOn", "今天以后的日期", "a day after today", action.nextOn);
      // Who could not look has not looked: another day is due.
      if (action.result === "not-possible" && action.nextOn === null)
        return conditionNotMet("未能抽查的，须另定日期", "Not possible this time: set another day", rule.cite);
      return done(action);
    case "return":
    case "withdraw":
      return done(action);
  }
}
