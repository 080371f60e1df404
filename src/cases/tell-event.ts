import { STAGE_NAMES } from "#cases/case.ts";
import type { CaseEvent } from "#cases/case-event.contract.ts";
import type { MemberRole, Party } from "#cases/cases.contract.ts";

/** 成员身份 what a member is in a case. */
const MEMBER_NAMES = {
  owner: { zh: "承办人", en: "owner" },
  "criminal-prosecutor": { zh: "刑事检察官", en: "criminal prosecutor" },
  "pil-prosecutor": { zh: "公益诉讼检察官", en: "public-interest prosecutor" },
  technician: { zh: "技术人员", en: "technician" },
} as const satisfies Record<MemberRole, { zh: string; en: string }>;

const PARTY_NAMES = {
  suspect: { zh: "犯罪嫌疑人", en: "suspect" },
  defendant: { zh: "被告人", en: "defendant" },
  victim: { zh: "被害人", en: "victim" },
  counsel: { zh: "辩护人", en: "counsel" },
  representative: { zh: "诉讼代理人", en: "representative" },
} as const satisfies Record<Party["role"], { zh: string; en: string }>;

/** What happened, as a sentence; `nameOf` gives the name of a person or party by id. */
export function tellEvent(event: CaseEvent, nameOf: (id: string) => string): { zh: string; en: string } {
  switch (event.type) {
    case "opened": {
      const owner =
        event.owner === null ? { zh: "", en: "" } : { zh: `，承办人${nameOf(event.owner)}`, en: `; owner ${nameOf(event.owner)}` };
      return {
        zh: `受理案件${event.number}，阶段为${STAGE_NAMES[event.stage].zh}，受理日期${event.acceptedOn}${owner.zh}`,
        en: `Case ${event.number} accepted on ${event.acceptedOn} in ${STAGE_NAMES[event.stage].en}${owner.en}`,
      };
    }
    case "renamed":
      return { zh: `案件名称改为“${event.title}”`, en: `Case renamed to "${event.title}"` };
    case "stage-moved": {
      const because = event.reason === null ? { zh: "", en: "" } : { zh: `，理由：${event.reason}`, en: `; reason: ${event.reason}` };
      return {
        zh: `${event.on}由${STAGE_NAMES[event.from].zh}转入${STAGE_NAMES[event.to].zh}${because.zh}`,
        en: `Moved from ${STAGE_NAMES[event.from].en} to ${STAGE_NAMES[event.to].en} on ${event.on}${because.en}`,
      };
    }
    case "party-added":
      return {
        zh: `增加${PARTY_NAMES[event.party.role].zh}${event.party.name}`,
        en: `${PARTY_NAMES[event.party.role].en} ${event.party.name} added`,
      };
    case "party-corrected":
      return {
        zh: `更正${PARTY_NAMES[event.party.role].zh}${event.party.name}的信息，理由：${event.reason}`,
        en: `Details of ${PARTY_NAMES[event.party.role].en} ${event.party.name} corrected; reason: ${event.reason}`,
      };
    case "party-removed":
      return {
        zh: `移除当事人${nameOf(event.partyId)}，理由：${event.reason}`,
        en: `Party ${nameOf(event.partyId)} removed; reason: ${event.reason}`,
      };
    case "member-added": {
      const until = event.until === null ? { zh: "", en: "" } : { zh: `至${event.until}`, en: ` until ${event.until}` };
      return {
        zh: `${nameOf(event.personId)}自${event.from}起${until.zh}担任${MEMBER_NAMES[event.role].zh}`,
        en: `${nameOf(event.personId)} joins as ${MEMBER_NAMES[event.role].en} from ${event.from}${until.en}`,
      };
    }
    case "membership-ended":
      return {
        zh: `${nameOf(event.personId)}自${event.until}次日起不再参加办案，理由：${event.reason}`,
        en: `${nameOf(event.personId)} leaves the team after ${event.until}; reason: ${event.reason}`,
      };
  }
}
