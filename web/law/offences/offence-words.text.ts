import type { Words } from "#web/design/text/text.ts";

export const OFFENCE_WORDS: Readonly<Record<string, Words>> = {
  "infringing-personal-information": {
    zh: "侵犯公民个人信息罪（刑法 253 条之一）",
    en: "infringing citizens' personal information (CL 253-1)",
  },
  "refusing-network-duty": { zh: "拒不履行信息网络安全管理义务罪（286 条之一）", en: "refusing the duty of network security (286-1)" },
  "illegal-use-of-networks": { zh: "非法利用信息网络罪（287 条之一）", en: "illegal use of information networks (287-1)" },
  "aiding-network-crime": { zh: "帮助信息网络犯罪活动罪（287 条之二）", en: "aiding information network crime (287-2)" },
  "concealing-proceeds": { zh: "掩饰、隐瞒犯罪所得、犯罪所得收益罪（312 条）", en: "concealing the proceeds of crime (312)" },
  defamation: { zh: "诽谤罪（246 条）", en: "defamation (246)" },
  insult: { zh: "侮辱罪（246 条）", en: "insult (246)" },
  "paid-deletion": { zh: "非法经营罪：有偿删帖、发布（225 条）", en: "illegal business: paid deletion or posting (225)" },
  fraud: { zh: "诈骗罪（266 条）", en: "fraud (266)" },
  extortion: { zh: "敲诈勒索罪（274 条）", en: "extortion (274)" },
  "money-laundering": { zh: "洗钱罪（191 条）", en: "money laundering (191)" },
  gambling: { zh: "赌博罪（303 条 1 款）", en: "gambling (303, paragraph 1)" },
  "opening-casino": { zh: "开设赌场罪（303 条 2 款）", en: "opening a casino (303, paragraph 2)" },
  "obscene-materials-for-profit": { zh: "制作、贩卖、传播淫秽物品牟利罪（363 条）", en: "obscene materials for profit (363)" },
  "spreading-obscene-materials": { zh: "传播淫秽物品罪（364 条）", en: "spreading obscene materials (364)" },
  "obtaining-computer-data": {
    zh: "非法获取计算机信息系统数据、非法控制计算机信息系统罪（285 条 2 款）",
    en: "obtaining computer data, controlling systems (285, paragraph 2)",
  },
  "providing-intrusion-tools": {
    zh: "提供侵入、非法控制计算机信息系统程序、工具罪（285 条 3 款）",
    en: "providing intrusion tools (285, paragraph 3)",
  },
  "damaging-computer-systems": { zh: "破坏计算机信息系统罪（286 条）", en: "damaging computer systems (286)" },
  "illegal-payment-business": { zh: "非法经营罪：资金支付结算（225 条 3 项）", en: "illegal business: settling payments (225, item 3)" },
  "picking-quarrels": { zh: "寻衅滋事罪：辱骂、恐吓、虚假信息（293 条）", en: "picking quarrels: abuse, threats, false information (293)" },
  "collecting-illegal-debts": { zh: "催收非法债务罪（293 条之一）", en: "collecting illegal debts (293-1)" },
  "false-information": { zh: "编造、故意传播虚假信息罪（291 条之一 2 款）", en: "false information (291-1, paragraph 2)" },
  "gun-dealing": { zh: "非法制造、买卖、运输、邮寄、储存枪支、弹药罪（125 条）", en: "gun dealing (125)" },
  "drug-dealing": { zh: "走私、贩卖、运输、制造毒品罪（347 条）", en: "drug dealing (347)" },
  "credit-card-information": {
    zh: "窃取、收买、非法提供信用卡信息罪（177 条之一 2 款）",
    en: "credit-card information (177-1, paragraph 2)",
  },
};
