import type { AuditEvent } from "#audit/audit.contract.ts";
import { AUDIT_KIND_WORDS } from "#web/audit/audit-kind.text.ts";
import {
  ACTION_WORDS,
  CUSTODY_WORDS,
  DEADLINE_WORDS,
  PART_WORDS,
  REFUSAL_WORDS,
  SIGN_IN_WORDS,
  STATUS_WORDS,
  THING_WORDS,
  WORK_WORDS,
} from "#web/audit/audit-words.text.ts";
import { OPERATION_WORDS } from "#web/audit/operation-words.text.ts";
import { formatBytes, formatNumber } from "#web/design/number/number.ts";
import type { Words } from "#web/design/text/text.ts";
import { BAND_WORDS, EXCLUSION_WORDS, STAGE_WORDS } from "#web/words/words.text.ts";

/** What an entry says, in the reader's words, and the ids it names (shown short, copied whole). `null`: the kind says all. */
export type Told = { readonly words: Words | null; readonly ids: readonly { readonly of: Words; readonly value: string }[] };

const EVIDENCE: Words = { zh: "证据", en: "evidence" };
const COUNT: Words = { zh: "统计", en: "count" };
const ASSESSMENT: Words = { zh: "评估", en: "assessment" };
const CORRECTION: Words = { zh: "更正", en: "correction" };
const QUANTITY: Words = { zh: "数额", en: "quantity" };
const WORK: Words = { zh: "事项", en: "piece of work" };
const DEADLINE: Words = { zh: "期限", en: "deadline" };
const HASH: Words = { zh: "SHA-256", en: "SHA-256" };

export function tellEvent(event: AuditEvent): Told {
  switch (event.kind) {
    case "signed-in":
    case "signed-out":
      return told(null);
    case "sign-in-refused":
      return told(wordsIn(SIGN_IN_WORDS, event.because));
    case "refused":
      return told(both(wordsIn(OPERATION_WORDS, event.operation), "：", ": ", wordsIn(REFUSAL_WORDS, event.refusal)));
    case "cases-searched":
      return told(tellSearch(event.filters, event.queryHash !== null, event.found));
    case "people-searched":
      return told(found(event.found, { zh: "人", en: event.found === 1 ? "person" : "people" }));
    case "case-read":
      return told(wordsIn(PART_WORDS, event.part));
    case "case-changed":
      return told(both(wordsIn(ACTION_WORDS, event.action), "，", ", ", version(event.version)));
    case "evidence-taken-in":
      return told({ zh: formatBytes(event.bytes), en: formatBytes(event.bytes) }, [EVIDENCE, event.evidenceId], [HASH, event.sha256]);
    case "evidence-read":
      return told(wordsIn(PART_WORDS, event.purpose), [EVIDENCE, event.evidenceId]);
    case "evidence-verified":
      return told(event.intact ? { zh: "与校验值一致", en: "intact" } : { zh: "与校验值不一致", en: "does not match its hash" }, [
        EVIDENCE,
        event.evidenceId,
      ]);
    case "custody-changed":
      return told(both(wordsIn(CUSTODY_WORDS, event.change), "，", ", ", version(event.version)), [EVIDENCE, event.evidenceId]);
    case "count-requested":
      return told(amount(event.evidence, { zh: "份证据", en: event.evidence === 1 ? "piece of evidence" : "pieces of evidence" }), [
        COUNT,
        event.countId,
      ]);
    case "count-changed":
      return told(wordsIn(STATUS_WORDS, event.status), [COUNT, event.countId]);
    case "count-read":
      return told(wordsIn(PART_WORDS, event.part), [COUNT, event.countId]);
    case "rows-read":
      return told(
        both(
          both({ zh: `${event.tier} 档`, en: `tier ${event.tier}` }, " · ", " · ", wordsIn(STEP_WORDS, event.step)),
          "，",
          ", ",
          amount(event.rows, { zh: "条（已遮盖）", en: event.rows === 1 ? "row, masked" : "rows, masked" }),
        ),
        [COUNT, event.countId],
      );
    case "correction-added":
      return told(wordsIn(CORRECTION_WORDS, event.correction), [CORRECTION, event.correctionId]);
    case "correction-withdrawn":
      return told(null, [CORRECTION, event.correctionId]);
    case "items-read":
      return told(
        both(
          wordsIn(ITEM_WORDS, event.state),
          "，",
          ", ",
          amount(event.items, { zh: "条（已遮盖）", en: event.items === 1 ? "item, masked" : "items, masked" }),
        ),
        [COUNT, event.countId],
      );
    case "items-decided":
      return told(
        both(wordsIn(ITEM_WORDS, event.decision), "，", ", ", amount(event.items, { zh: "条", en: event.items === 1 ? "item" : "items" })),
        [COUNT, event.countId],
      );
    case "proof-overridden":
      return told(
        { zh: `未核实：A 档 ${event.openA} 条，B 档 ${event.openB} 条`, en: `open: tier A ${event.openA}, tier B ${event.openB}` },
        [COUNT, event.countId],
      );
    case "quantity-recorded":
      return told(wordsIn(QUANTITY_WORDS, event.quantity), [QUANTITY, event.quantityId]);
    case "deadlines-read":
      return told(found(event.found, { zh: "项期限", en: event.found === 1 ? "deadline" : "deadlines" }));
    case "deadline-changed":
      return told(both(wordsIn(DEADLINE_WORDS, event.change), "，届满 ", ", due ", { zh: event.due, en: event.due }), [
        DEADLINE,
        event.deadlineId,
      ]);
    case "custody-signed-off":
      return told(
        both(
          { zh: event.day, en: event.day },
          "，",
          ", ",
          found(event.entries, { zh: "项", en: event.entries === 1 ? "entry" : "entries" }),
        ),
        [HASH, event.hash],
      );
    case "work-read":
      return told(
        both(wordsIn(THING_WORDS, event.thing), "，", ", ", found(event.found, { zh: "项", en: event.found === 1 ? "piece" : "pieces" })),
      );
    case "work-changed":
      return told(both(wordsIn(WORK_WORDS, event.action), "，", ", ", version(event.version)), [
        wordsIn(THING_WORDS, event.thing) ?? WORK,
        event.thingId,
      ]);
    case "assessment-drafted":
    case "assessment-read":
      return told(null, [ASSESSMENT, event.assessmentId]);
    case "assessment-signed":
      return told(wordsIn(BAND_WORDS, event.band), [ASSESSMENT, event.assessmentId]);
    case "audit-read":
      return told(tellReading(event.filters, event.found));
    case "audit-verified":
      return told(
        both(
          amount(event.entries, { zh: "条", en: event.entries === 1 ? "entry" : "entries" }),
          "，",
          ", ",
          event.holds ? { zh: "链完整", en: "the chain holds" } : { zh: "链不完整", en: "the chain does not hold" },
        ),
      );
    case "sample-loaded":
      return told(amount(event.cases, { zh: "件案件", en: event.cases === 1 ? "case" : "cases" }));
  }
}

const QUANTITY_WORDS: Readonly<Record<string, Words>> = {
  deliveries: { zh: "流转表", en: "deliveries" },
  "money-flow": { zh: "流水表", en: "money flow" },
  gains: { zh: "违法所得计算", en: "gains" },
  sample: { zh: "抽样方案", en: "sample plan" },
  "null-set": { zh: "阴性样本", en: "lines without findings" },
  "null-set-checks": { zh: "查漏结果", en: "findings of lines" },
  "sample-checks": { zh: "抽样核对结果", en: "findings of a sample" },
};

const CORRECTION_WORDS: Readonly<Record<string, Words>> = {
  column: { zh: "列的含义", en: "meaning of a column" },
  header: { zh: "表头", en: "header of a table" },
  tier: { zh: "档次", en: "tier" },
  item: { zh: "条的单位", en: "item" },
  key: { zh: "去重键", en: "key" },
};

const ITEM_WORDS: Readonly<Record<string, Words>> = {
  open: { zh: "待核实", en: "open" },
  excluded: { zh: "机器扣除", en: "excluded by the machine" },
  confirmed: { zh: "属实", en: "confirmed" },
  rejected: { zh: "不实", en: "rejected" },
  anonymised: { zh: "已匿名化", en: "anonymised" },
  restored: { zh: "恢复计入", en: "restored" },
  undone: { zh: "撤销认定", en: "undone" },
  export: { zh: "导出认定", en: "decisions exported" },
};

const STEP_WORDS: Readonly<Record<string, Words>> = {
  ...EXCLUSION_WORDS,
  distinct: { zh: "去重后", en: "distinct" },
  duplicate: { zh: "重复", en: "duplicates" },
  excluded: { zh: "扣除", en: "excluded" },
};

/** The page and the order are left out: they say how it was shown, not what was looked for. */
function tellSearch(filters: Readonly<Record<string, string>>, withWords: boolean, hits: number): Words {
  const parts: Words[] = [];
  if (withWords) parts.push({ zh: "按词语检索（只留其哈希）", en: "by words (only their hash is kept)" });
  if (filters["stage"] !== undefined) parts.push(wordsIn(STAGE_WORDS, filters["stage"]));
  if (filters["officeCode"] !== undefined) parts.push({ zh: `院代码 ${filters["officeCode"]}`, en: `office ${filters["officeCode"]}` });
  if (filters["mine"] === "true") parts.push({ zh: "本人承办", en: "own cases" });
  if (filters["counts"] !== undefined)
    parts.push(filters["counts"] === "running" ? { zh: "进行中的统计", en: "running counts" } : { zh: "全部统计", en: "all counts" });
  const unit =
    filters["counts"] === undefined
      ? { zh: "件", en: hits === 1 ? "case" : "cases" }
      : { zh: "次统计", en: hits === 1 ? "count" : "counts" };
  return listed(parts, found(hits, unit));
}

function tellReading(filters: Readonly<Record<string, string>>, hits: number): Words {
  const parts: Words[] = [];
  if (filters["kind"] !== undefined) parts.push(both({ zh: "事项：", en: "kind: " }, "", "", wordsIn(AUDIT_KIND_WORDS, filters["kind"])));
  if (filters["caseId"] !== undefined) parts.push({ zh: "一案", en: "of one case" });
  if (filters["personId"] !== undefined) parts.push({ zh: "一人", en: "of one person" });
  return listed(parts, found(hits, { zh: "条", en: hits === 1 ? "entry" : "entries" }));
}

function told(words: Words | null, ...ids: readonly (readonly [Words, string])[]): Told {
  return { words, ids: ids.map(([of, value]) => ({ of, value })) };
}

/** Words of a closed list; what a newer server says is shown as it is. */
function wordsIn(table: Readonly<Partial<Record<string, Words>>>, key: string): Words {
  return table[key] ?? { zh: key, en: key };
}

function both(one: Words, zh: string, en: string, other: Words): Words {
  return { zh: `${one.zh}${zh}${other.zh}`, en: `${one.en}${en}${other.en}` };
}

function listed(parts: readonly Words[], last: Words): Words {
  return { zh: [...parts, last].map((part) => part.zh).join("，"), en: [...parts, last].map((part) => part.en).join(", ") };
}

function amount(count: number, unit: Words): Words {
  return { zh: `${formatNumber(count)} ${unit.zh}`, en: `${formatNumber(count)} ${unit.en}` };
}

function found(count: number, unit: Words): Words {
  return { zh: `查到 ${formatNumber(count)} ${unit.zh}`, en: `found ${formatNumber(count)} ${unit.en}` };
}

function version(number: number): Words {
  return { zh: `第 ${number} 版`, en: `version ${number}` };
}
