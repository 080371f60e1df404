import type { Kind } from "#scan/kinds.ts";

/** What a word before a number says of it: a kind, one of several (`document`, `phone`, `permit`), or something else that is no personal number. */
export type Label = Kind | "document" | "phone" | "permit" | "other";

/** Words that announce a number, as alternatives of one case-insensitive pattern; of two that end at one place the longer stands first. */
export const LABEL_WORDS: readonly (readonly [Label, string])[] = [
  ["other", "会员卡号?|门禁卡号?|校园卡号?|一卡通|购物卡号?|加油卡号?|游戏账号|支付宝账[号户]|尾号|后[四六4-8]位|末[四六]位|(?:QQ|扣扣)群|微信(?:群|账号|号)?|考号|工号|学号|报警(?:电话)?|价格|金额"],
  ["social-security", "社会?保障?(?:卡号|号码?|账号|编号|卡)|社保"],
  ["iccid", "iccid|sim卡号?|SIM卡"],
  ["imei", "imei|设备号|手机串号|串号"],
  ["imsi", "imsi"],
  ["qq", "QQ(?:号码|账号|帐号|号)?|扣扣号?|企鹅号?"],
  ["foreign-permanent-resident-id", "外国人永久居留(?:身份)?证|永久居留证?|永居证?"],
  ["military-id", "军官证|士兵证|军人证|警官证|文职(?:干部)?证|军人身份证"],
  ["hk-macao-permit", "港澳(?:居民)?(?:来往|往来)?(?:内地|大陆)?(?:通行证|证)|回乡证|往来港澳(?:通行证)?"],
  ["taiwan-permit", "台胞证|台湾(?:居民)?(?:来往|往来)?(?:大陆)?(?:通行证|证)|往来台湾(?:通行证)?"],
  ["permit", "通行证"],
  ["passport", "护照|passport"],
  ["resident-id", "居民身份证|公民身份证?|身份证|身份号|身分证|\\bsfzh?m?|id[ _]?card|\\bid[ _]?(?:no|num)|identity"],
  ["document", "证件|证号|\\bID(?![A-Za-z])"],
  ["landline", "座机|固话|固定电话|办公电话|宅电|家庭电话|传真|fax|landline"],
  ["mobile", "手机|移动电话|mobile|cell ?phone|\\bsjhm?|\\bphone"],
  ["phone", "电话|联系方式|致电|拨打|\\btel"],
  ["bank-card", "银行卡|信用卡|储蓄卡|借记卡|卡号|账号|帐号|账户|帐户|户口号|打款到|card ?(?:no|num)|bank ?card|bank ?account"],
];

/** Words beside a number that make it another's: an order, a waybill, a contract. They count only when they stand right before it. */
export const LOOKALIKE_WORDS =
  "订单|运单|快递单|快递|单号|流水|交易号|统一社会信用代码|社会信用代码|信用代码|发票|合同|产品编号|商品编号|商品|条形码|条码|序列号|注册号|许可证|批号|批次|案号|凭证号|税号|物流|order|invoice|waybill|tracking|serial|\\bSN|\\b(?:size|count|offset|length|bytes|total)";
