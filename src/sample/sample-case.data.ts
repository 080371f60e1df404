import type { Party } from "#cases/cases.contract.ts";
import type { Custody } from "#evidence/evidence.contract.ts";

/** The sample case: who is in it and how its evidence was secured. All invented. */
export const sampleCase = {
  number: "东湖检刑诉受〔2026〕12号",
  title: "毛某某侵犯公民个人信息案（虚构示例）",
  stage: "prosecution-review",
  acceptedOn: "2026-11-03",
} as const;

export const sampleParties = [
  { kind: "natural-person", role: "suspect", name: "毛山遥", note: "绰号“老猫”，营业厅前店员" },
  { kind: "natural-person", role: "suspect", name: "秦向晚", note: "购买人之一" },
  { kind: "unit", role: "suspect", name: "北辰商贸（虚构）有限公司", note: "购买人之一，从事装修" },
  { kind: "natural-person", role: "counsel", name: "严亦白", note: null },
] as const satisfies readonly Omit<Party, "id">[];

const COMPLETE: Custody = {
  category: "file",
  source: "medium",
  whyNoOriginal: null,
  medium: { type: "移动硬盘", brand: "示例牌", model: "EX-1", serial: "SAMPLE-0001", sealNumber: "东湖封〔2026〕07号", sealPhotographed: true },
  collectedAt: "2026-09-18T15:20:00+08:00",
  place: "临江市东湖区云溪路（虚构地址）",
  method: "扣押、封存原始存储介质",
  tools: "只读锁、哈希校验工具",
  collectors: ["侦查员甲", "侦查员乙"],
  holder: { name: "毛山遥", signed: true, reasonNotSigned: null },
  witness: { name: "见证人丙", reasonNone: null },
  videoRecorded: true,
  declaredHash: null,
  legalDocument: { type: "扣押决定书", number: "东公扣字〔2026〕31号" },
};

/** Custody records by path, with deliberate gaps: one collector only, no seal number, no original and no reason, an unsigned holder. */
export const sampleCustody: Readonly<Record<string, Custody>> = {
  "酒店/云栖连锁入住名单.xlsx": COMPLETE,
  "营业厅/客户资料.csv": { ...COMPLETE, category: "identity-data", collectors: ["侦查员甲"] },
  "快递/面单导出.tsv": { ...COMPLETE, medium: { type: "移动硬盘", brand: null, model: null, serial: null, sealNumber: null, sealPhotographed: null } },
  "聊天/老猫聊天记录.txt": {
    ...COMPLETE,
    category: "message",
    source: "online",
    medium: null,
    method: "网络在线提取",
    holder: { name: "毛山遥", signed: false, reasonNotSigned: null },
    witness: { name: null, reasonNone: null },
    videoRecorded: null,
  },
};
