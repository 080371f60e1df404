import type { TextTable } from "#web/design/text/text.ts";

export const lawText = {
  law: { zh: "法规", en: "Law" },
  parts: { zh: "法规各部分", en: "Parts of the law pages" },
  offences: { zh: "罪名试算", en: "Offences" },
  charges: { zh: "可能的罪名", en: "Charges" },
  periods: { zh: "期间计算", en: "Periods" },
  jurisdiction: { zh: "管辖", en: "Jurisdiction" },
  "public-interest": { zh: "公益诉讼", en: "Public interest" },
  library: { zh: "法规库", en: "Library" },
  noSuchPart: { zh: "没有这一部分", en: "There is no such part" },
  boundary: {
    zh: "此处不涉及任何案件，填写的内容不保存到服务器；结果只供参考，不作出任何认定。",
    en: "No case is involved and nothing typed here is stored on the server. The answers advise; they decide nothing.",
  },
  unconfirmed: { zh: "未核对全文", en: "unconfirmed" },
  local: { zh: "{region}标准", en: "standard of {region}" },
  localSource: { zh: "地方标准，{issuer}：{cite}", en: "local standard, {issuer}: {cite}" },
  met: { zh: "符合", en: "met" },
  "not-met": { zh: "不符合", en: "not met" },
} as const satisfies TextTable;
