import type { ContactEvent, ContactPurpose, ContactRefusal } from "#cross-checks/cross-checks.contract.ts";

type Words = { readonly zh: string; readonly en: string };
type Purpose = Words & {
  readonly cite: Words;
  /** the provision was not seen in full: a lawyer has to confirm it */
  readonly unconfirmed: boolean;
};

/** 联系的目的 with what it rests on. */
export const PURPOSES = {
  joinder: {
    zh: "关联犯罪并案审查",
    en: "connected crimes: whether to join the cases",
    cite: { zh: "法发〔2022〕23号 第四条", en: "法发〔2022〕23号 article 4" },
    unconfirmed: true,
  },
  jurisdiction: {
    zh: "管辖协商",
    en: "to agree on jurisdiction",
    cite: { zh: "法发〔2022〕23号 第三条", en: "法发〔2022〕23号 article 3" },
    unconfirmed: true,
  },
  "same-harm": {
    zh: "同一公益损害会商研判",
    en: "the same harm to the public interest",
    cite: {
      zh: "高检院2022年刑事检察与公益诉讼检察衔接协作通知（会商研判机制）",
      en: "notice of the SPP of 2022 on cooperation (consultation)",
    },
    unconfirmed: true,
  },
  "no-double-work": {
    zh: "避免重复取证、重复立案",
    en: "no evidence taken and no case filed twice",
    cite: {
      zh: "个人信息保护法 第三十四条（不得超出履行法定职责所必需的范围和限度）",
      en: "Personal Information Protection Law, article 34 (no more than the duty needs)",
    },
    unconfirmed: false,
  },
} as const satisfies Record<ContactPurpose, Purpose>;

export const REFUSALS_OF_CONTACT = {
  "not-related": { zh: "经核对与本院线索无关联", en: "checked: not related" },
  secrecy: { zh: "办案保密，现阶段不宜联系", en: "secrecy of the case at this stage" },
  "superior-decides": { zh: "应当由上级人民检察院协调", en: "for the common superior to coordinate" },
  "in-contact": { zh: "双方已经另行联系", en: "in contact already" },
  other: { zh: "其他", en: "other" },
} as const satisfies Record<ContactRefusal, Words>;

/** What happened to a contact, as a sentence that tells nothing of who did it. */
export function tellContactEvent(event: ContactEvent): Words {
  switch (event.type) {
    case "asked":
      return {
        zh: `请求联系：${PURPOSES[event.purpose].zh}，至${event.until}`,
        en: `contact asked for: ${PURPOSES[event.purpose].en}, until ${event.until}`,
      };
    case "agreed":
      return { zh: `同意联系，至${event.until}`, en: `agreed until ${event.until}` };
    case "declined":
      return { zh: `不同意：${REFUSALS_OF_CONTACT[event.code].zh}`, en: `declined: ${REFUSALS_OF_CONTACT[event.code].en}` };
    case "withdrawn":
      return { zh: "撤回请求", en: "request withdrawn" };
    case "ended":
      return { zh: "终止联系，此后互不显示", en: "ended: neither side shows anything from then on" };
    default:
      return unreachable(event);
  }
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
