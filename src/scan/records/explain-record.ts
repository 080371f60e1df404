import { KINDS, type Kind } from "#scan/kinds.ts";
import type { RecordFinding } from "#scan/records/seized-record.ts";
import type { ExclusionReason } from "#scan/scan.contract.ts";

type Sentence = { readonly zh: string; readonly en: string };

const BECAUSE: Readonly<Record<string, Sentence>> = {
  "check-digit": { zh: "校验码不符", en: "the check digit fails" },
  luhn: {
    zh: "Luhn校验不符（这不证明其不真实，可由人工恢复）",
    en: "the Luhn check fails (no proof of untruth; a person can put it back)",
  },
  region: { zh: "行政区划代码不存在", en: "the region code never existed" },
  date: { zh: "出生日期不成立", en: "the date does not exist" },
  segment: { zh: "号段未分配", en: "the number segment is not allocated" },
  masked: { zh: "已被遮盖", en: "it is masked" },
  exponent: { zh: "被科学计数法截断", en: "it was cut by scientific notation" },
  cut: { zh: "位数不全", en: "digits are missing" },
  rounded: { zh: "末位被舍入为000", en: "its last digits were rounded to 000" },
};

/** Why a record was left out, in the reader's words. */
export function explainExclusion(reason: ExclusionReason, findings: readonly RecordFinding[]): Sentence {
  switch (reason) {
    case "rejected":
      return { zh: "经人工认定不真实。", en: "Found untrue by a person." };
    case "anonymised":
      return {
        zh: "经人工认定已匿名化，无法识别特定自然人且不能复原。",
        en: "Found anonymised by a person: it identifies nobody and cannot be restored.",
      };
    case "test-data":
      return { zh: "能识别个人的号码均为公认的测试号码。", en: "All its identifying values are known test values." };
    case "not-identifying":
      return {
        zh: "不能单独或结合识别特定自然人（法释〔2017〕10号第一条）。",
        en: "It identifies no natural person, alone or combined (法释〔2017〕10号 article 1).",
      };
    case "invalid":
    case "damaged": {
      const failed = findings.filter(({ state }) => state === reason);
      return {
        zh: `${failed.map(({ kind, because }) => `${KINDS[kind].zh}${wordOf(because, reason).zh}`).join("；")}。`,
        en: `${failed.map(({ kind, because }) => `${KINDS[kind].en}: ${wordOf(because, reason).en}`).join("; ")}.`,
      };
    }
  }
}

/** Why a record counts: the strongest thing that identifies in it. */
export function explainDistinct(kind: Kind | "name+address" | "name+other"): Sentence {
  if (kind === "name+address") return { zh: "姓名与地址结合可识别特定自然人。", en: "Name and address together identify a person." };
  if (kind === "name+other")
    return { zh: "姓名与其他信息结合可识别特定自然人。", en: "The name together with other information identifies a person." };
  return { zh: `${KINDS[kind].zh}可识别特定自然人。`, en: `Its ${KINDS[kind].en} identifies a person.` };
}

/** Of which record a duplicate repeats the key. */
export function explainDuplicate(first: { readonly source: string; readonly row: number }): Sentence {
  return { zh: `与“${first.source}”第${first.row}行为同一条。`, en: `The same item as row ${first.row} of “${first.source}”.` };
}

function wordOf(because: string | null, reason: "invalid" | "damaged"): Sentence {
  const known = because === null ? undefined : BECAUSE[because];
  return (
    known ??
    (reason === "invalid" ? { zh: "不符合编码规则", en: "it breaks the rule of its number" } : { zh: "残缺", en: "it is incomplete" })
  );
}
