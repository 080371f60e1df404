import type { CheckResult, RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";
import type { RecommendationTypes } from "#recommendations/recommendation-types.contract.ts";

type Words = { readonly zh: string; readonly en: string };

export const RESULT_NAMES = {
  met: { zh: "达标", en: "met" },
  partly: { zh: "部分达标", en: "partly met" },
  "not-met": { zh: "未达标", en: "not met" },
} as const satisfies Record<CheckResult, Words>;
const OPINIONS = {
  agree: { zh: "同意", en: "agrees" },
  change: { zh: "建议修改", en: "asks for changes" },
  disagree: { zh: "不同意", en: "disagrees" },
} as const;
const ROUTES = {
  agreed: { zh: "同意", en: "agrees" },
  disagreed: { zh: "不同意", en: "disagrees" },
  "superior-agreed": { zh: "作为上级决定提出", en: "decides, as superior, that it be issued" },
  "superior-disagreed": { zh: "作为上级决定不提出", en: "decides, as superior, that it not be issued" },
} as const;
const DECIDERS = {
  "chief-procurator": { zh: "检察长", en: "chief procurator" },
  committee: { zh: "检察委员会", en: "procuratorial committee" },
} as const;
const OBJECTIONS = {
  stands: { zh: "异议不成立", en: "objection not upheld" },
  amend: { zh: "异议成立，修改", en: "objection upheld: to be amended" },
  withdraw: { zh: "异议成立，撤回", en: "objection upheld: withdrawn" },
} as const;

/** What happened, as a sentence in both languages. `measures`: the words of the measures by id. */
export function tellRecommendationEvent(
  event: RecommendationEvent,
  types: RecommendationTypes,
  measures: ReadonlyMap<string, string>,
): Words {
  const added = (text: string) => (text === "" ? "" : `：${text}`);
  const plus = (text: string) => (text === "" ? "" : `: ${text}`);
  switch (event.type) {
    case "drafted":
      return { zh: "起草", en: "drafted" };
    case "revised":
      return { zh: `修改草案${added(event.reason)}`, en: `draft revised${plus(event.reason)}` };
    case "reviewed": {
      const { zh, en } = OPINIONS[event.opinion];
      return {
        zh: `法律政策研究部门审核（${event.reviewer}）：${zh}${added(event.note)}`,
        en: `research department (${event.reviewer}) ${en}${plus(event.note)}`,
      };
    }
    case "route-recorded": {
      const { zh, en } = ROUTES[event.outcome];
      return { zh: `${event.body}${zh}${added(event.note)}`, en: `${event.body} ${en}${plus(event.note)}` };
    }
    case "approved": {
      const { zh, en } = DECIDERS[event.by];
      return { zh: `${zh}批准${added(event.note)}`, en: `approved by the ${en}${plus(event.note)}` };
    }
    case "returned":
      return { zh: `退回修改：${event.reason}`, en: `returned: ${event.reason}` };
    case "issued": {
      const copies = types.table.copies.filter(({ id }) => event.copies.includes(id)).map(({ name }) => name);
      return {
        zh: `发出 ${event.number}，${event.deliveredOn}${event.way === "on-site" ? "现场宣告送达" : "送达"}，回复至${event.replyDue}${copies.length === 0 ? "" : `；抄送${copies.map(({ zh }) => zh).join("、")}`}`,
        en: `issued as ${event.number}, ${event.way === "on-site" ? "announced on site" : "delivered"} on ${event.deliveredOn}, reply by ${event.replyDue}${copies.length === 0 ? "" : `; copies to ${copies.map(({ en }) => en).join(", ")}`}`,
      };
    }
    case "filed":
      return { zh: `${event.on}报上一级备案`, en: `filed with the superior on ${event.on}` };
    case "objected":
      return { zh: `被建议单位提出异议：${event.grounds}`, en: `objection: ${event.grounds}` };
    case "objection-decided":
      return { zh: `${OBJECTIONS[event.outcome].zh}：${event.reason}`, en: `${OBJECTIONS[event.outcome].en}: ${event.reason}` };
    case "replied":
      return {
        zh: `${event.on}收到回复${event.document === "" ? "" : `（${event.document}）`}：${event.summary}`,
        en: `reply of ${event.on}${event.document === "" ? "" : ` (${event.document})`}: ${event.summary}`,
      };
    case "measure-checked": {
      const measure = measures.get(event.measureId) ?? event.measureId;
      const { zh, en } = RESULT_NAMES[event.result];
      return {
        zh: `${event.on}核查“${measure}”：${zh}。${event.found}`,
        en: `check of "${measure}" on ${event.on}: ${en}. ${event.found}`,
      };
    }
    case "recheck-planned": {
      const measure = measures.get(event.measureId) ?? event.measureId;
      return { zh: `定于${event.on}回头看“${measure}”`, en: `re-check of "${measure}" planned for ${event.on}` };
    }
    case "escalated": {
      const way = types.table.ways.find(({ id }) => id === event.way)?.name;
      return { zh: `升级处理：${way?.zh ?? event.way}，${event.reason}`, en: `escalated: ${way?.en ?? event.way}, ${event.reason}` };
    }
    case "withdrawn":
      return { zh: `撤回：${event.reason}`, en: `withdrawn: ${event.reason}` };
    case "closed":
      return { zh: `办结${added(event.reason)}`, en: `closed${plus(event.reason)}` };
    default:
      throw new Error(`unexpected ${JSON.stringify(event satisfies never)}`);
  }
}
