import { done, type Outcome } from "#refusals/refusal.ts";
import type {
  LeniencyAction,
  LeniencyContent,
  LeniencyEvent,
  LeniencyProposal,
  LeniencyState,
} from "#remedies/leniency/leniency.contract.ts";
import type { Recorded } from "#remedies/record.contract.ts";
import { conditionNotMet, wrongInput, wrongState } from "#remedies/refuse-remedy.ts";

const STATUS_NAMES = {
  open: { zh: "办理中", en: "in progress" },
  signed: { zh: "已具结", en: "signed" },
  exempt: { zh: "无须具结", en: "no statement needed" },
  regretted: { zh: "已反悔", en: "regretted" },
} as const;
export const LENIENCY_ACTS = {
  open: ["revise", "hear", "find-voluntary", "propose", "sign", "exempt"],
  signed: ["revise", "hear", "regret"],
  exempt: ["revise", "hear", "propose", "regret"],
  regretted: ["revise", "hear", "find-voluntary", "propose", "sign"],
} as const satisfies Record<LeniencyState["status"], readonly LeniencyAction["type"][]>;

/** The record after all events, oldest first. @throws when the first is not `begin` */
export function foldLeniency(events: readonly Recorded<LeniencyEvent>[]): LeniencyState {
  const [first, ...rest] = events;
  if (first?.event.type !== "begin") throw new Error('the first event of a leniency record is "begin"');
  let state: LeniencyState = {
    content: first.event.content,
    status: "open",
    heard: [],
    heardSides: { suspect: false, counsel: false, victim: false },
    voluntary: null,
    proposal: null,
    signed: null,
    exempted: null,
    regret: null,
    minorCircumstances: isMinorCircumstances(first.event.content),
  };
  for (const { event, by, at } of rest) state = evolve(state, event, { by, at });
  return state;
}

function evolve(state: LeniencyState, event: LeniencyEvent, who: { readonly by: string; readonly at: string }): LeniencyState {
  switch (event.type) {
    case "begin":
      return state;
    case "revise":
      return { ...state, content: event.content, minorCircumstances: isMinorCircumstances(event.content) };
    case "hear": {
      const { suspect, counsel, victim } = state.heardSides;
      const heardSides = {
        suspect: suspect || event.who === "suspect",
        counsel: counsel || event.who === "defender" || event.who === "duty-lawyer",
        victim: victim || event.who === "victim" || event.who === "victim-agent",
      };
      const { name, on, views, document } = event;
      return { ...state, heardSides, heard: [...state.heard, { who: event.who, name, on, views, document, ...who }] };
    }
    case "find-voluntary":
      return { ...state, voluntary: { voluntary: event.voluntary, how: event.how, ...who } };
    case "propose":
      return { ...state, proposal: { proposal: event.proposal, ...who } };
    case "sign": {
      const { on, document, counsel, representative } = event;
      if (counsel === null) throw new Error("a statement without counsel was recorded");
      return { ...state, status: "signed", signed: { on, document, counsel, representative, ...who }, regret: null };
    }
    case "exempt":
      return { ...state, status: "exempt", exempted: { ground: event.ground, document: event.document, reason: event.reason, ...who } };
    case "regret": {
      const { on, after, reason, document } = event;
      // What was said and signed before the regret stays in the history; to go on, voluntariness and proposal are established anew.
      return {
        ...state,
        status: "regretted",
        signed: null,
        voluntary: null,
        proposal: null,
        regret: { on, after, reason, document, ...who },
      };
    }
  }
}

/** Article 10: all four must hold; one that fails decides, one that is unknown leaves it unknown. */
function isMinorCircumstances({ especiallySerious, firstOffence, allGainsReturned, repentance }: LeniencyContent): boolean | null {
  const all = [especiallySerious === null ? null : !especiallySerious, firstOffence, allGainsReturned, repentance];
  if (all.includes(false)) return false;
  return all.includes(null) ? null : true;
}

/** Decides an act: the event to record or the refusal with the article that excludes it. Pure. */
export function decideLeniency(action: LeniencyAction, state: LeniencyState, today: string): Outcome<LeniencyEvent> {
  const allowed: readonly string[] = LENIENCY_ACTS[state.status];
  if (!allowed.includes(action.type)) return wrongState(STATUS_NAMES[state.status].zh, STATUS_NAMES[state.status].en);
  if ("on" in action && action.on > today) return wrongInput("on", `不晚于今天（${today}）`, `today (${today}) at the latest`, action.on);
  if (action.type === "propose") return checkProposal(action.proposal) ?? done(action);
  if (action.type === "sign") return checkSignature(action, state) ?? done(action);
  if (action.type === "exempt" && action.ground === "minor-objection" && state.content.minor !== true)
    return conditionNotMet("仅适用于未成年人", "Only for a minor", "刑事诉讼法 第一百七十四条");
  return done(action);
}

function checkProposal({ main, fromMonths, toMonths, rangeReason }: LeniencyProposal) {
  const hasTerm = main === "public-surveillance" || main === "criminal-detention" || main === "fixed-term";
  if (hasTerm !== (fromMonths !== null && toMonths !== null))
    return wrongInput("proposal.fromMonths", hasTerm ? "刑期（月）" : "空", hasTerm ? "a term in months" : "nothing", String(fromMonths));
  if (fromMonths === null || toMonths === null) return null;
  if (fromMonths > toMonths) return wrongInput("proposal.toMonths", `不少于 ${fromMonths}`, `at least ${fromMonths}`, String(toMonths));
  if (fromMonths !== toMonths && rangeReason === null)
    return conditionNotMet(
      "一般提出确定刑量刑建议；提出幅度刑须说明理由",
      "As a rule the term is definite; a range needs its reason",
      "人民检察院刑事诉讼规则 第二百七十五条",
    );
  return null;
}

function checkSignature(action: Extract<LeniencyAction, { type: "sign" }>, state: LeniencyState) {
  const { content, heardSides, voluntary, proposal } = state;
  if (action.counsel === null)
    return conditionNotMet(
      "具结书须在辩护人或者值班律师在场的情况下签署",
      "The statement is signed with the defender or duty lawyer present",
      "刑事诉讼法 第一百七十四条",
    );
  if (content.minor === null)
    return conditionNotMet(
      "行为时是否未成年尚不清楚，不能签署",
      "Whether the suspect was a minor is unknown",
      "人民检察院刑事诉讼规则 第四百六十八条",
    );
  if (content.minor && (action.representative === null || action.counsel.kind !== "defender"))
    return conditionNotMet(
      "未成年人签署具结书，须有法定代理人和辩护人在场",
      "A minor signs with the legal representative and the defender present",
      "人民检察院刑事诉讼规则 第四百六十八条",
    );
  if (!heardSides.suspect || !heardSides.counsel)
    return conditionNotMet(
      "尚未听取犯罪嫌疑人和辩护人（值班律师）的意见",
      "Suspect and defender or duty lawyer have not been heard",
      "刑事诉讼法 第一百七十三条",
    );
  if (voluntary?.voluntary !== true)
    return conditionNotMet("尚未查明认罪认罚出于自愿", "It is not established that the plea is voluntary", "刑事诉讼法 第一百七十四条");
  if (proposal === null)
    return conditionNotMet("尚无量刑建议", "There is no sentencing proposal to agree to", "刑事诉讼法 第一百七十四条、第一百七十六条");
  return null;
}
