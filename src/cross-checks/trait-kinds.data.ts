import type { TraitKind } from "#cross-checks/cross-checks.contract.ts";

type KindOfTrait = {
  readonly zh: string;
  readonly en: string;
  /** how much one shared value says; working numbers, no law: two clues are shown to each other from `ENOUGH` on */
  readonly weight: number;
  /**
   * Whether it is read from what persons type (a clue registered by hand) too. What belongs to a natural person is read only from documents that lie in the vault:
   * otherwise anybody could type a number into a clue and see whether another office knows it.
   */
  readonly typed: boolean;
};

/** 比对的特征 */
export const TRAIT_KINDS = {
  "document-text": { zh: "同一文书", en: "same document", weight: 3, typed: false },
  "case-number": { zh: "案号", en: "case number", weight: 3, typed: true },
  "unit-code": { zh: "统一社会信用代码", en: "unified social credit code", weight: 3, typed: true },
  "unit-name": { zh: "单位名称", en: "name of a unit", weight: 2, typed: true },
  domain: { zh: "域名", en: "domain name", weight: 2, typed: true },
  group: { zh: "群号、频道", en: "group or channel", weight: 3, typed: false },
  wallet: { zh: "虚拟货币地址", en: "wallet address", weight: 3, typed: false },
  "resident-id": { zh: "涉案人员证件号", en: "identity number of a suspect", weight: 3, typed: false },
  mobile: { zh: "涉案人员手机号", en: "mobile number of a suspect", weight: 2, typed: false },
  account: { zh: "涉案人员网络账号", en: "online account of a suspect", weight: 2, typed: false },
  "bank-card": { zh: "涉案人员银行卡号", en: "bank card of a suspect", weight: 2, typed: false },
} as const satisfies Record<TraitKind, KindOfTrait>;

/** From this sum of weights on there is a hit; from `MUCH` on it is called strong. */
export const ENOUGH = 2;
export const MUCH = 4;
/** A value that more matters than this carry is noise (a platform everybody uses) and compared no longer. */
export const MOST_MATTERS = 10;
/** How many values of one clue are compared, by where they were read; what is beyond is counted and said. */
export const MOST_TRAITS = { text: 12, document: 60 } as const;
/** How long a contact may be asked for, in days. */
export const LONGEST_DAYS = 180;

/** Hosts that half of all clues name and that tell nothing. */
export const COMMON_DOMAINS: ReadonlySet<string> = new Set([
  "qq.com",
  "weixin.qq.com",
  "wechat.com",
  "baidu.com",
  "taobao.com",
  "tmall.com",
  "jd.com",
  "douyin.com",
  "weibo.com",
  "163.com",
  "126.com",
  "sina.com.cn",
  "gov.cn",
  "google.com",
  "github.com",
  "apple.com",
  "t.me",
  "telegram.org",
]);

/** Who is spoken of before a number: numbers of these are compared … */
export const SUSPECTS = /被告人|犯罪嫌疑人|嫌疑人|被不起诉人|同案人|同案犯|上诉人|被告单位/g;
/** … numbers of these never are, nor of anybody not named. */
export const OTHERS =
  /被害人|受害人|被侵权人|证人|辩护人|代理人|检察员|检察官|审判[长员]|书记员|报案人|举报人|联系人|客户|用户|公民(?!身份)|学生|收件人|他人|家长|业主/g;
/** Between the suspect and the number: it is then what was traded or called, not the suspect's own. */
export const TRADED = /出售|贩卖|非法获取|窃取|购买|买入|提供给|导出|下载|查询|拨打|名单|面单|轨迹|数据|信息/;

/** Forms of units, the longer before the shorter that ends it. */
export const UNIT_FORMS =
  "有限责任公司|股份有限公司|有限公司|合伙企业|律师事务所|会计师事务所|事务所|医院|大学|学院|中学|小学|幼儿园|酒店|宾馆|营业厅|营业部|经营部|工作室|协会|中心";
/** Where a name of a unit begins whatever words are made of it: 张三系临江顺达快递 (but 系统, 系列 are parts of names). */
export const NAME_BEGINS = /^.*(?:系(?!统|列)|的)/u;
/** Words a name of a unit does not hold: the name begins behind the last of them. */
export const NAME_ENDS: ReadonlySet<string> = new Set(
  "系 是 的 在 于 与 和 及 以及 从 由 向 对 将 把 被 为 给 受 其 该 某 经 并 或 或者 等 担任 任职 任职于 就职 就职于 入职 利用 通过 登录 成立 设立 注册 经营 伙同 被告单位 被告人 嫌疑人 单位 公司 原 时任 作为 委托 名下 名为 称 发现 反映 举报 涉嫌 泄露 来自 属于 位于 所在 来 到 至 使用 侵入 攻击 冒充 谎称 进入 前往".split(
    " ",
  ),
);
